"""Moties named by member: 'motie-X', 'de gewijzigde motie van de leden X en Y', 'motie X c.s.'."""

from __future__ import annotations

from collections.abc import Iterator

from kamerstukken.cite.members import named
from kamerstukken.model import Reference


def find(text: str) -> Iterator[Reference]:
    """Moties that name at least one member; which paper is meant is for the resolution to say."""
    if "otie" in text:
        yield from named(text, "motie", r"[Mm]oties?")
