"""A sheet of the workbook: headings from the contract, cells by type, links, filters, colours by status."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import msgspec
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from kamerstukken.export._parts.cells import plain
from kamerstukken.register.columns import columns

MADE = datetime(2000, 1, 1)
"""The date in the file's properties: a workbook of the same register has the same bytes."""

SAFE = {"strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}

FLAT = {"constant_memory": True}
"""Rows go to disk as they come: memory does not grow with the register."""

MAX_TEXT = 32_767
"""Characters in a cell: a limit of the format. Longer text is cut and ends in '…'; the JSON Lines have it whole."""

MAX_ROWS = 1_048_575
"""Rows in a sheet below its heading: a limit of the format."""

MAX_LINKS = 65_530
"""Links in a sheet: a limit of Excel."""

MAX_URL = 2_079
"""Characters in a link: a limit of Excel."""

LINE_HEIGHT, MAX_HEIGHT = 13.0, 409.0
"""Points: of a line in this font size, and of the highest row that the format allows."""

HEAD_HEIGHT = 28.0
"""Points: two lines, and room for the filters' buttons."""

NOT_UNICODE = re.compile("[\ud800-\udfff\ufffe\uffff]")
"""What no XML file can hold in any form; other control characters are escaped by the writer."""

FIRST_DAY = date(1900, 3, 1)
"""Before it Excel counts days wrongly (it knows a 29 February 1900); such dates stay text."""

COLOURS = {
    "aangekondigd": ("#FFF2CC", "#7F6000"),
    "lopend": ("#DDEBF7", "#1F4E79"),
    "afgerond": ("#E2EFDA", "#375623"),
    "open": ("#DDEBF7", "#1F4E79"),
    "deels": ("#FFF2CC", "#7F6000"),
    "voldaan": ("#E2EFDA", "#375623"),
    "verlopen": ("#FBE0DD", "#8E1B12"),
    "gewijzigd": ("#E9DFF5", "#4B2A7B"),
    "vervallen": ("#EFE3DD", "#5B3325"),
    "onbekend": ("#EDEDED", "#4A4A4A"),
}
"""Status and stand to background and text; each pair has a contrast of at least 4.5 to 1 (WCAG AA)."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A column of a sheet: its name in the contract, its width in characters, whether its text wraps."""

    name: str
    width: float
    wrap: bool = False


Links = Mapping[str, str]
"""Column name to address, for one row."""


class Formats:
    """The looks of a workbook, made once."""

    def __init__(self, workbook: Workbook) -> None:
        base = {
            "valign": "top",
            "font_name": "Calibri",
            "font_size": 10,
            "bottom": 4,
            "bottom_color": "#9FB3C8",
        }
        head = {
            "bold": True,
            "font_color": "#FFFFFF",
            "bg_color": "#154273",
            "text_wrap": True,
            "border": 1,
            "border_color": "#9FB3C8",
        }
        link = {"font_color": "#0B5394", "underline": 1}
        self.text = workbook.add_format(base)
        self.wrapped = workbook.add_format(base | {"text_wrap": True})
        self.link = workbook.add_format(base | link)
        self.wrapped_link = workbook.add_format(base | link | {"text_wrap": True})
        self.date = workbook.add_format(base | {"num_format": "dd-mm-yyyy", "align": "left"})
        self.number = workbook.add_format(base | {"num_format": "0.00"})
        self.head = workbook.add_format(base | head)
        self.title = workbook.add_format(
            base | {"bottom": 0} | {"bold": True, "font_size": 14, "font_color": "#154273"}
        )
        self.strong = workbook.add_format(base | {"bold": True})
        self.status = {
            status: workbook.add_format({"bg_color": back, "font_color": front})
            for status, (back, front) in COLOURS.items()
        }  # fmt: skip


class Sheet:
    """One list as a sheet; rows are added from the top. A list that is too long goes on in the next sheet, 'Title (2)'.

    The first `printed` columns go on paper (None: all).
    """

    def __init__(
        self, workbook: Workbook, formats: Formats, title: str, row: type[msgspec.Struct],
        shown: tuple[Shown, ...], printed: int | None = None,
    ) -> None:  # fmt: skip
        self._workbook, self._formats, self._title = workbook, formats, title
        self._shown, self._printed = shown, printed or len(shown)
        self._columns = {column.name: column for column in columns(row)}
        self._number = 0
        self._begin()

    def _begin(self) -> None:
        self._number += 1
        self._rows = self._links = 0
        title = self._title if self._number == 1 else f"{self._title} ({self._number})"
        self._sheet: Worksheet = self._workbook.add_worksheet(title)
        self._lay_out()
        for n, column in enumerate(self._shown):
            self._sheet.set_column(n, n, column.width, self._formats.text)
            self._sheet.write_string(0, n, self._columns[column.name].title, self._formats.head)

    def _lay_out(self) -> None:
        self._sheet.set_row(0, HEAD_HEIGHT)
        self._sheet.freeze_panes(1, 0)
        self._sheet.set_landscape()
        self._sheet.set_paper(9)  # A4
        self._sheet.fit_to_pages(1, 0)
        self._sheet.repeat_rows(0)
        self._sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        self._sheet.set_footer("&L&A&RPagina &P van &N")

    def add(self, row: msgspec.Struct, links: Links | None = None) -> None:
        """Add a row; `links` are addresses for some of its cells."""
        if self._rows == MAX_ROWS:
            self.finish()
            self._begin()
        self._rows += 1
        self._sheet.set_row(self._rows, self._height(row))
        for n, column in enumerate(self._shown):
            value = getattr(row, column.name)
            address = (links or {}).get(column.name)
            if value is not None:
                self._write(n, column, plain(value), address)

    def _height(self, row: msgspec.Struct) -> float:
        return height_of((str(plain(getattr(row, c.name) or "")), c.width) for c in self._shown if c.wrap)

    def _write(self, n: int, column: Shown, value: Any, address: str | None) -> None:
        where = (self._rows, n)
        if self._columns[column.name].type == "date" and (day := real_date(value)):
            self._sheet.write_datetime(*where, day, self._formats.date)
        elif isinstance(value, float):
            self._sheet.write_number(*where, value, self._formats.number)
        elif isinstance(value, int) and not address:
            self._sheet.write_number(*where, value, self._formats.text)
        elif address and value != "" and self._links < MAX_LINKS and len(address) <= MAX_URL:
            self._links += 1
            look = self._formats.wrapped_link if column.wrap else self._formats.link
            self._sheet.write_url(*where, address, look, cell_text(str(value)))
        else:
            look = self._formats.wrapped if column.wrap else self._formats.text
            self._sheet.write_string(*where, cell_text(str(value)), look)

    def finish(self) -> None:
        """Filters over all rows, and colours that follow the status also when someone changes it."""
        last = max(self._rows, 1)
        self._sheet.autofilter(0, 0, last, len(self._shown) - 1)
        self._sheet.print_area(0, 0, last, self._printed - 1)
        for n, column in enumerate(self._shown):
            if column.name not in ("status", "stand"):
                continue
            for status, look in self._formats.status.items():
                rule = {"type": "cell", "criteria": "==", "value": f'"{status}"', "format": look}
                self._sheet.conditional_format(1, n, last, n, rule)


def height_of(cells: Iterable[tuple[str, float]]) -> float:
    """Points that the longest of some wrapped cells (text, width) needs; LibreOffice does not fit rows by itself."""
    lines = max((_lines(text, width) for text, width in cells), default=1)
    return min(LINE_HEIGHT * lines + 2, MAX_HEIGHT)


def _lines(text: str, width: float) -> int:
    """About how many lines a text takes in a cell: words do not break, so lines are not filled."""
    return sum(max(1, math.ceil(len(part) / (0.95 * width))) for part in text.split("\n"))


def cell_text(text: str) -> str:
    """Text that fits a cell and the file."""
    text = NOT_UNICODE.sub("\ufffd", text)
    return text if len(text) <= MAX_TEXT else text[: MAX_TEXT - 1] + "…"


def real_date(text: str) -> date | None:
    """An ISO date as a date, None where it is none or too early for a spreadsheet."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day >= FIRST_DAY else None


def write_lines(sheet: Worksheet, lines: Iterable[tuple[tuple[str, Format], ...]]) -> None:
    """Rows of text with a look for each cell."""
    for y, cells in enumerate(lines):
        for x, (text, look) in enumerate(cells):
            sheet.write_string(y, x, cell_text(text), look)
