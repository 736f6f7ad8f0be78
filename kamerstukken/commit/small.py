"""Patterns for text in small letters: the engine is three times as slow where capitals do not matter."""

from __future__ import annotations

import re

CAPITAL = re.compile(r"(?P<kept>\\.|\(\?P)|[A-Z]")
"""A capital, or what must keep its own: an escape ('\\W'), the name of a group."""


def for_small_letters(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern that finds in `text.lower()` what the given one finds in any text without regard to capitals."""
    return re.compile(CAPITAL.sub(lambda found: found["kept"] or found[0].lower(), pattern), flags)
