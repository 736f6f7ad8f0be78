"""The ministries' own form: 'Omschrijving | Vindplaats | Stand van zaken', as budgets carry it in their annex."""

from kamerstukken.export._stand.document import write_document
from kamerstukken.export._stand.rows import TITLES, StandRow, stand_tables
from kamerstukken.export._stand.workbook import write_workbook

__all__ = ["TITLES", "StandRow", "stand_tables", "write_document", "write_workbook"]
