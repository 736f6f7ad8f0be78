"""CSV: commitments.csv, UTF-8, comma, all cells quoted; no cell can become a formula.

A sign that could start a formula has an apostrophe before it (`_cells.guarded`, undone by `_cells.unguarded`).
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from kamerstukken.export._beside import beside
from kamerstukken.export._cells import guarded, plain
from kamerstukken.register import Register
from kamerstukken.register.contract import commitment_rows
from kamerstukken.register.rows import CommitmentRow, columns

LEFT_OUT = ("boxes",)
"""Columns that make no sense in one cell; commitments.jsonl has them."""


def write(register: Register, folder: Path) -> None:
    """Write commitments.csv."""
    names = [column.name for column in columns(CommitmentRow) if column.name not in LEFT_OUT]
    with beside(folder / "commitments.csv") as path, path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, quoting=csv.QUOTE_ALL, lineterminator="\n")
        writer.writerow(names)
        for row in _rows(register):
            writer.writerow([_cell(getattr(row, name)) for name in names])


def _rows(register: Register) -> Iterator[CommitmentRow]:
    return (row for analysis in register.analyses() for row in commitment_rows(analysis))


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, tuple | str):
        return guarded(str(plain(value)))
    return str(msgspec.to_builtins(value))
