"""All that was read, in one SQLite file; everything that comes after reads this alone."""

from kamerstukken.register.files import SourceFile, path_of, shown, uri_of
from kamerstukken.register.selection import Selection, parse_day
from kamerstukken.register.store import Register

__all__ = ["Register", "Selection", "SourceFile", "parse_day", "path_of", "shown", "uri_of"]
