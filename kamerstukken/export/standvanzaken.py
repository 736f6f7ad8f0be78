"""Stand van zaken: standvanzaken.xlsx and .docx, the ministries' table of moties and toezeggingen, open and done."""

from __future__ import annotations

from pathlib import Path

from kamerstukken.export._stand import stand_tables, write_document, write_workbook
from kamerstukken.register import Register


def write(register: Register, folder: Path) -> None:
    """Write both files, each with the four tables 'Omschrijving | Vindplaats | Stand van zaken'."""
    tables = stand_tables(register)
    write_workbook(tables, folder / "standvanzaken.xlsx")
    write_document(tables, folder / "standvanzaken.docx")
