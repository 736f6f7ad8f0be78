"""Stage read. Pages whose text layer is made of letters, but not of words: a bad scan's, or a font that names its letters wrongly.

Of the words of a page that makes sense more than half are in a dictionary: on 1,200 pages of letters, annual reports, annexes
and scans 0.87 to 0.90 in the middle, 0.52 on the worst, a list of foreign projects.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kamerstukken.model import Word

WORD = re.compile(r"[^\W\d_]{4,}")
FEWEST, MOST = 25, 120
"""Words: with fewer there is nothing to judge by, more are not asked for."""

LEAST_KNOWN = 0.35
"""A page where fewer of the words are in a dictionary is garbled."""

LANGUAGES = ("nl", "en", "fr", "de")
"""Dutch, and what annexes are written in."""


def garbled(words: Sequence[Word]) -> bool:
    """Whether hardly a word of a page is one; False where there are too few to tell."""
    found = _plain(words)
    return len(found) >= FEWEST and not any(_known(found, language) >= LEAST_KNOWN for language in LANGUAGES)


def known(words: Sequence[Word]) -> float:
    """Share of a page's words that are Dutch ones, 0..1; 0 on a page without any."""
    found = _plain(words)
    return _known(found, "nl") if found else 0.0


def _plain(words: Iterable[Word]) -> list[str]:
    """The page's first words of four letters and more; names, which no dictionary has, left out by their capital."""
    text = "".join(("" if word.glued else " ") + word.text for word in words)
    found = (match.group() for match in WORD.finditer(text))
    return [word for word, _ in zip((w for w in found if w[0].islower()), range(MOST), strict=False)]


def _known(words: Sequence[str], language: str) -> float:
    from simplemma import is_known

    return sum(bool(is_known(word.lower(), lang=language)) for word in words) / len(words)
