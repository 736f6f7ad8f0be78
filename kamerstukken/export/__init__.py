"""The register as files. A format is one module here, or in another package by entry point (group `kamerstukken.export`).

A format's module has `write(register, folder) -> None`, whose keyword-only arguments are the format's options; the first
line of its docstring is its help. The same register, with the same selection and day, gives the same bytes.
"""

from kamerstukken.export._formats import export, formats
from kamerstukken.export._parts.beside import beside
from kamerstukken.export._parts.cells import unguarded
from kamerstukken.export._parts.dutch import dutch_day
from kamerstukken.export._parts.links import letter_uri
from kamerstukken.export._parts.standing import standing

__all__ = ["beside", "dutch_day", "export", "formats", "letter_uri", "standing", "unguarded"]
