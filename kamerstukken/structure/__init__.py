"""Stage structure. Pages to a Document: furniture set apart, blocks in reading order, notes tied, metadata read."""

from kamerstukken.structure.build import build_document

__all__ = ["build_document"]
