"""All that was read, in one SQLite file; everything that comes after reads this alone."""

from kamerstukken.register.files import SourceFile, path_of, shown, uri_of
from kamerstukken.register.store import Register

__all__ = ["Register", "SourceFile", "path_of", "shown", "uri_of"]
