"""CSV: commitments, motions, citations, documents and failures, UTF-8, all cells quoted; no cell can become a formula.

A sign that could start a formula has an apostrophe before it (`_parts.cells.guarded`, undone by `_parts.cells.unguarded`). The first
row has the names of the contract; a Dutch Excel opens it as a table with `separator=;` and `bom=true`.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import msgspec

from kamerstukken.errors import BadInput
from kamerstukken.export._parts.beside import beside
from kamerstukken.export._parts.cells import as_text
from kamerstukken.export._parts.tables import TABLES, Sink, Table, flat_columns, pour
from kamerstukken.register import Register

SEPARATORS = (",", ";", "\t")


def write(register: Register, folder: Path, *, separator: str = ",", bom: bool = False) -> None:
    """Write one file a list. `bom` marks the file as UTF-8 for Excel. Raises BadInput for another separator."""
    if separator not in SEPARATORS:
        raise BadInput(f"csv: separator {separator!r}: there are , ; and tab")
    with ExitStack() as stack:
        drafts = {name: stack.enter_context(beside(folder / f"{name}.csv")) for name in TABLES}
        with ExitStack() as files:
            writers = {name: files.enter_context(_writer(p, separator, bom)) for name, p in drafts.items()}
            pour(register, {name: _rows(writer, TABLES[name]) for name, writer in writers.items()})


def _rows(writer: Any, table: Table) -> Sink:
    names = [column.name for column in flat_columns(table.row)]
    writer.writerow(names)

    def take(row: msgspec.Struct) -> None:
        writer.writerow([as_text(getattr(row, name)) for name in names])

    return take


def write_csv(
    path: Path, head: Iterable[str], rows: Iterable[Iterable[str]], *, separator: str = ",", bom: bool = False
) -> None:
    """A table of guarded cells as a file."""
    with beside(path) as draft, _writer(draft, separator, bom) as writer:
        writer.writerow(head)
        writer.writerows(rows)


@contextmanager
def _writer(path: Path, separator: str, bom: bool) -> Iterator[Any]:
    with path.open("w", encoding="utf-8-sig" if bom else "utf-8", newline="") as stream:
        yield csv.writer(stream, delimiter=separator, quoting=csv.QUOTE_ALL, lineterminator="\n")
