"""Columns of your own: a table as any tracker takes it, by a small file (option `mapping`, or `--columns MAPPING.toml`)."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec
from xlsxwriter import Workbook

from kamerstukken.errors import BadInput
from kamerstukken.export._parts.beside import beside
from kamerstukken.export._parts.cells import as_text
from kamerstukken.export._parts.mapping import Wanted, load_mapping
from kamerstukken.export._parts.sheets import FLAT, HEAD_HEIGHT, MADE, SAFE, Formats, cell_text, real_date
from kamerstukken.export._parts.tables import TABLES
from kamerstukken.export.csv import write_csv
from kamerstukken.register import Register

WIDTH = 28.0
"""Characters: of a column in the workbook."""


def write(register: Register, folder: Path, *, mapping: str = "") -> None:
    """Write the file that the mapping names. Raises BadInput where the mapping is missing or not as it should be."""
    if not mapping:
        raise BadInput("columns: give a mapping, as --columns MAPPING.toml; docs/exports.md shows the form")
    wanted = load_mapping(Path(mapping))
    rows = (wanted.cells(row) for row in TABLES[wanted.rows].rows(register))
    path = folder / wanted.file
    if path.suffix == ".csv":
        cells = ([as_text(value) for value in row] for row in rows)
        head = [as_text(heading) for heading in wanted.columns]
        write_csv(path, head, cells, separator=wanted.separator, bom=wanted.bom)
    elif path.suffix == ".xlsx":
        _write_workbook(path, wanted, rows)
    else:
        _write_lines(path, wanted, rows)


def _write_lines(path: Path, wanted: Wanted, rows: Iterable[list[Any]]) -> None:
    with beside(path) as draft, draft.open("wb") as stream:
        for row in rows:
            stream.write(msgspec.json.encode(dict(zip(wanted.columns, row, strict=True))) + b"\n")


def _write_workbook(path: Path, wanted: Wanted, rows: Iterable[list[Any]]) -> None:
    with beside(path) as draft, Workbook(str(draft), SAFE | FLAT) as workbook:
        workbook.set_properties({"created": MADE})
        formats, sheet = Formats(workbook), workbook.add_worksheet(TABLES[wanted.rows].title[:31])
        sheet.set_row(0, HEAD_HEIGHT)
        sheet.freeze_panes(1, 0)
        for x, heading in enumerate(wanted.columns):
            sheet.set_column(x, x, WIDTH, formats.wrapped)
            sheet.write_string(0, x, cell_text(heading), formats.head)
        last = 0
        for last, row in enumerate(rows, 1):
            for x, value in enumerate(row):
                _write_cell(sheet, (last, x), value, formats)
        sheet.autofilter(0, 0, max(last, 1), len(wanted.columns) - 1)


def _write_cell(sheet: Any, at: tuple[int, int], value: Any, formats: Formats) -> None:
    if value is None:
        return
    if isinstance(value, int | float):
        sheet.write_number(*at, value, formats.text)
    elif day := real_date(value):
        sheet.write_datetime(*at, day, formats.date)
    else:
        sheet.write_string(*at, cell_text(value), formats.wrapped)
