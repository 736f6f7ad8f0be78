"""Amendementen named by member: 'amendement-Vermeend', 'gewijzigd amendement van de leden X en Y'."""

from __future__ import annotations

from collections.abc import Iterator

from kamerstukken.cite.members import named
from kamerstukken.model import Reference


def find(text: str) -> Iterator[Reference]:
    """Amendementen that name at least one member; which paper is meant is for the resolution to say."""
    if "mendement" in text:
        yield from named(text, "amendement", r"(?:[Ss]uba|[Aa](?<!\w\w))mendement(?:en)?")
