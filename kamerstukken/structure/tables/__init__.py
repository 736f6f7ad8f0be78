"""Stage structure. Tables: ruled ones by their grid of rules, others by parts that stand under each other."""

from kamerstukken.structure.tables.aligned import aligned_tables
from kamerstukken.structure.tables.ruled import ruled_tables
from kamerstukken.structure.tables.table import Table, goes_on, over_pages

__all__ = ["Table", "aligned_tables", "goes_on", "over_pages", "ruled_tables"]
