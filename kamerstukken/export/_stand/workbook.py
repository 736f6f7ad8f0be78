"""The four tables as a workbook, a sheet each."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from kamerstukken.export._parts.beside import beside
from kamerstukken.export._parts.sheets import HEAD_HEIGHT, MADE, SAFE, Formats, cell_text, height_of
from kamerstukken.export._stand.rows import TITLES, Part, StandRow

WIDTHS = (60, 34, 70)


def write_workbook(tables: dict[Part, list[StandRow]], path: Path) -> None:
    """Write the workbook; text is text, never a formula."""
    with beside(path) as draft, Workbook(str(draft), SAFE) as workbook:
        workbook.set_properties({"title": "Stand van zaken moties en toezeggingen", "created": MADE})
        formats = Formats(workbook)
        for part, rows in tables.items():
            title, first = TITLES[part]
            _fill(workbook.add_worksheet(title), (first, "Vindplaats", "Stand van zaken"), rows, formats)


def _fill(sheet: Worksheet, heads: Sequence[str], rows: list[StandRow], formats: Formats) -> None:
    for n, (head, width) in enumerate(zip(heads, WIDTHS, strict=True)):
        sheet.set_column(n, n, width, formats.text)
        sheet.write_string(0, n, head, formats.head)
    sheet.set_row(0, HEAD_HEIGHT)
    for y, row in enumerate(rows, 1):
        cells = (row.omschrijving, row.vindplaats, row.stand)
        sheet.set_row(y, height_of(zip(cells, WIDTHS, strict=True)))
        for x, text in enumerate(cells):
            sheet.write_string(y, x, cell_text(text), formats.wrapped)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(rows), 1), len(heads) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
