"""Pages set by hand for the tests: words placed at points, no PDF needed."""

from __future__ import annotations

from dataclasses import dataclass

from kamerstukken.model import Box, Page, Word

LEFT, VALUE, MARGIN = 80.0, 135.0, 466.0
"""Left edges of the text, of the values beside 'Datum' and 'Betreft', and of the colophon."""
SIZE = 9.0
ADVANCE = 0.55
"""Width of a character in type sizes, roughly that of a sans serif."""


@dataclass(frozen=True)
class Line:
    """Words side by side."""

    words: tuple[Word, ...]


def line(x: float, top: float, text: str, *, page: int = 1, bold: bool = False, size: float = SIZE) -> Line:
    """A line of text that begins at a point; blanks are as wide as a narrow letter."""
    words = []
    for token in text.split():
        width = ADVANCE * size * len(token)
        words.append(Word(token, Box(page, x, top, x + width, top + size), size, bold=bold))
        x += width + 0.35 * size
    return Line(tuple(words))


def sheet(*lines: Line, number: int = 1) -> tuple[Page, tuple[Line, ...]]:
    """A page (A4) of lines, and the lines."""
    words = tuple(word for each in lines for word in each.words)
    return Page(number, 595.0, 842.0, words), lines


def block(
    x: float, top: float, *texts: str, page: int = 1, bold: bool = False, lead: float = 12.0
) -> list[Line]:
    """Lines under each other."""
    return [line(x, top + n * lead, text, page=page, bold=bold) for n, text in enumerate(texts)]
