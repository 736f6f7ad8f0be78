"""CSV: commitments, motions, citations, documents and failures, UTF-8, all cells quoted; no cell can become a formula.

A sign that could start a formula has an apostrophe before it (`_cells.guarded`, undone by `_cells.unguarded`). The first
row has the names of the contract; a Dutch Excel opens it as a table with `separator=;` and `bom=true`.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path

from kamerstukken.errors import BadInput
from kamerstukken.export._beside import beside
from kamerstukken.export._cells import as_text
from kamerstukken.export._tables import TABLES, flat_columns
from kamerstukken.register import Register

SEPARATORS = (",", ";", "\t")


def write(register: Register, folder: Path, *, separator: str = ",", bom: bool = False) -> None:
    """Write one file a list. `bom` marks the file as UTF-8 for Excel. Raises BadInput for another separator."""
    if separator not in SEPARATORS:
        raise BadInput(f"csv: separator {separator!r}: there are , ; and tab")
    for name, table in TABLES.items():
        names = [column.name for column in flat_columns(table.row)]
        rows = ([as_text(getattr(row, n)) for n in names] for row in table.rows(register))
        write_csv(folder / f"{name}.csv", names, rows, separator=separator, bom=bom)


def write_csv(
    path: Path, head: Iterable[str], rows: Iterable[Iterable[str]], *, separator: str = ",", bom: bool = False
) -> None:
    """A table of guarded cells as a file."""
    encoding = "utf-8-sig" if bom else "utf-8"
    with beside(path) as draft, draft.open("w", encoding=encoding, newline="") as stream:
        writer = csv.writer(stream, delimiter=separator, quoting=csv.QUOTE_ALL, lineterminator="\n")
        writer.writerow(head)
        writer.writerows(rows)
