"""A workbook that someone filled in: the columns 'Oordeel' and 'Opmerking' of commitments.xlsx, back as decisions.

'akkoord' and 'fout' (or words like them) say enough; with 'anders' the other cells of the row are taken as the person
left them. What cannot be understood is reported with its cell, and nothing of that row is taken.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from kamerstukken.errors import BadInput
from kamerstukken.register.columns import columns
from kamerstukken.register.rows import CommitmentRow

MOST_BYTES = 1_000_000_000
"""Of all parts of a workbook unpacked: a hundred thousand rows take a tenth."""

NEEDED = ("id", "letter", "review")


@dataclass(frozen=True, slots=True)
class Filled:
    """A row of the workbook: `place` (sheet and row) for people, `cells` the text of each known column by its name."""

    place: str
    cells: Mapping[str, str]


def filled_rows(path: Path) -> tuple[Filled, ...]:
    """The rows of all sheets that have the columns of a list of acts (a long list goes on in a second), in order.

    Raises BadInput, naming the file, where it is no workbook or has no such sheet.
    """
    _check(path)
    from openpyxl import load_workbook

    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except Exception as error:  # openpyxl raises whatever its parts raise on a broken file
        raise BadInput(
            f"{path}: cannot be read as a workbook ({error}); save it as .xlsx and try again"
        ) from error
    try:
        lists = [_sheet_rows(sheet) for sheet in book.worksheets]
    finally:
        book.close()
    if all(rows is None for rows in lists):
        raise BadInput(
            f"{path}: no sheet has the columns Id, Brief and Oordeel; fill in a commitments.xlsx that `kamerstukken export` wrote"
        )
    return tuple(row for rows in lists if rows is not None for row in rows)


def _sheet_rows(sheet: Any) -> tuple[Filled, ...] | None:
    rows = sheet.iter_rows(values_only=True)
    names = _names(next(rows, ()))
    if not all(name in names for name in NEEDED):
        return None
    return tuple(_filled(sheet.title, names, rows))


def _check(path: Path) -> None:
    try:
        with zipfile.ZipFile(path) as parts:
            if sum(part.file_size for part in parts.infolist()) > MOST_BYTES:
                raise BadInput(f"{path}: unpacks to more than a gigabyte; no list of acts is that long")
    except (OSError, zipfile.BadZipFile) as error:
        raise BadInput(f"{path}: not a workbook ({error}); save it as .xlsx and try again") from error


def _names(head: tuple[Any, ...]) -> list[str]:
    """The name of each column by its Dutch heading, or by the name itself; '' where it is not known."""
    known = {c.title.casefold(): c.name for c in columns(CommitmentRow)}
    known |= {c.name: c.name for c in columns(CommitmentRow)}
    return [known.get(str(cell or "").strip().casefold(), "") for cell in head]


def _filled(title: str, names: list[str], rows: Iterator[tuple[Any, ...]]) -> Iterator[Filled]:
    for n, row in enumerate(rows, 2):
        cells = {name: _text(cell) for name, cell in zip(names, row, strict=False) if name}
        if any(cells.values()):
            yield Filled(f"{title}, rij {n}", cells)


def _text(cell: Any) -> str:
    if isinstance(cell, datetime | date):
        return cell.isoformat()[:10]
    return "" if cell is None else str(cell).strip()
