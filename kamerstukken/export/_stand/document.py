"""The four tables as a Word document, ready for an annex."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from kamerstukken.export._parts.beside import beside
from kamerstukken.export._parts.still import still_zip
from kamerstukken.export._parts.xml import xml_text
from kamerstukken.export._stand.rows import TITLES, Part, StandRow

MADE = datetime(2000, 1, 1)
"""In the file's properties: the same tables give the same bytes."""

WIDTHS = (Cm(9.5), Cm(5.5), Cm(10.7))
"""Of a landscape A4 within its margins."""


def write_document(tables: dict[Part, list[StandRow]], path: Path) -> None:
    """Write the document."""
    document = Document()
    _set_up(document)
    document.add_heading("Stand van zaken moties en toezeggingen", 0)
    for part, rows in tables.items():
        title, first = TITLES[part]
        document.add_heading(f"{title} ({len(rows)})", 1)
        if rows:
            _table(document, (first, "Vindplaats", "Stand van zaken"), rows)
        else:
            document.add_paragraph("Geen.")
    with beside(path) as draft:
        document.save(str(draft))
        still_zip(draft)


def _set_up(document: Any) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2)
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Calibri", Pt(9.5)
    style.element.rPr.append(_element("w:lang", val="nl-NL"))
    about = document.core_properties
    about.created = about.modified = MADE
    about.author, about.language = "kamerstukken", "nl-NL"
    about.title = "Stand van zaken moties en toezeggingen"


def _table(document: Any, heads: tuple[str, str, str], rows: list[StandRow]) -> None:
    table = document.add_table(rows=len(rows) + 1, cols=3, style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, WIDTHS, strict=True):
        column.width = width
    lines = [heads, *((row.omschrijving, row.vindplaats, row.stand) for row in rows)]
    for n, (cells, texts) in enumerate(zip(table.rows, lines, strict=True)):
        for cell, text, width in zip(cells.cells, texts, WIDTHS, strict=True):
            cell.width = width
            run = cell.paragraphs[0].add_run(xml_text(text))
            run.bold = n == 0
        cells._tr.get_or_add_trPr().append(_element("w:cantSplit", val="true"))
    _repeat_on_every_page(table.rows[0])


def _repeat_on_every_page(row: Any) -> None:
    row._tr.get_or_add_trPr().append(_element("w:tblHeader", val="true"))


def _element(name: str, *, val: str) -> Any:
    element = OxmlElement(name)
    element.set(qn("w:val"), val)
    return element
