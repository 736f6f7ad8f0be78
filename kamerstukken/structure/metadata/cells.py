"""Stage structure. Lines to cells: a line cut where its columns part, so that a label, its value and the colophon stand alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

from kamerstukken.model import Box, Word

COLUMN_GAP = 1.3
"""In type sizes: a wider blank than this parts two columns; blanks of justified text stay below it."""


OVERLAP = 1.5
"""Points by which a word may reach into the next one through its kerning."""

# a hyphen at a line's end: 'beleids-' / 'doorlichting' is one word; 'RMC-' / 'functie' keeps it, 'OCW-' / 'en VWS-' its blank too
BROKEN = re.compile(r"(?<=[a-zà-ÿ])[-\u00ad] (?=[a-zà-ÿ])(?!(?:en|of)\b)")
KEPT = re.compile(r"(?<=\w)- (?!(?:en|of)\b)(?=[a-zà-ÿ])|(?<=Staten-) (?=Generaal)")


class HasWords(Protocol):
    """All that is asked of a line: its words."""

    @property
    def words(self) -> tuple[Word, ...]:
        """The words of the line, from left to right."""
        ...


@dataclass(frozen=True, slots=True)
class Cell:
    """Words of one line without a column's gap between them."""

    words: tuple[Word, ...]
    box: Box

    @property
    def text(self) -> str:
        """The words with single blanks, none before a glued word; superscript markers left out."""
        return text_of(self.words)

    @property
    def page(self) -> int:
        """The page's number, from 1."""
        return self.box.page

    @property
    def bold(self) -> bool:
        """True where all words are bold."""
        return all(word.bold for word in self.words)

    def from_word(self, first: int) -> Cell | None:
        """The cell without its first words; None where nothing is left."""
        return _cell(self.words[first:]) if first < len(self.words) else None


def text_of(words: Iterable[Word]) -> str:
    """Words as running text: single blanks, none before a glued word, footnote markers left out."""
    text = ""
    for word in words:
        if word.superscript and text:
            continue
        text += word.text if word.glued or not text else f" {word.text}"
    return " ".join(text.split())


def joined(lines: Iterable[str]) -> str:
    """Lines as one: a word broken by a hyphen is mended, a hyphen that belongs to a word is kept."""
    text = BROKEN.sub("", " ".join(" ".join(lines).split()))
    return KEPT.sub(lambda match: match[0].strip(), text)


def cells_of(lines: Iterable[HasWords]) -> tuple[Cell, ...]:
    """The cells of a page, from top to bottom and from left to right."""
    cells = [cell for line in lines for layer in _layers(line.words) for cell in _cut(layer)]
    return tuple(sorted(cells, key=lambda c: (c.page, round(c.box.top), c.box.x0)))


def below(cell: Cell, cells: Sequence[Cell], *, reach: float, slack: float = 4.0) -> Cell | None:
    """The nearest cell under a cell in its column: left edges `slack` points apart at most, `reach` points down at most."""
    found = [
        other
        for other in cells
        if other.page == cell.page
        and cell.box.top + cell.box.height / 2 < other.box.top
        and other.box.top - cell.box.bottom <= reach
        and abs(other.box.x0 - cell.box.x0) <= slack
    ]
    return min(found, key=lambda c: c.box.top, default=None)


def above(cell: Cell, cells: Sequence[Cell], *, reach: float, slack: float = 4.0) -> Cell | None:
    """The nearest cell over a cell in its column, measured as in `below`."""
    found = [
        other
        for other in cells
        if other.page == cell.page
        and other.box.bottom < cell.box.top + cell.box.height / 2
        and cell.box.top - other.box.bottom <= reach
        and abs(other.box.x0 - cell.box.x0) <= slack
    ]
    return max(found, key=lambda c: c.box.bottom, default=None)


def beside(cell: Cell, cells: Sequence[Cell], *, reach: float) -> Cell | None:
    """The nearest cell to the right on the same line, `reach` points away at most."""
    found = [
        other
        for other in cells
        if other.page == cell.page
        and -1 <= other.box.x0 - cell.box.x1 <= reach
        and min(other.box.bottom, cell.box.bottom) - max(other.box.top, cell.box.top)
        > 0.5 * min(other.box.height, cell.box.height)
    ]
    return min(found, key=lambda c: c.box.x0, default=None)


def _layers(words: Sequence[Word]) -> list[list[Word]]:
    """A line's words, apart by type size where words lie over each other (an old text box, clipped away on the page)."""
    ordered = sorted(words, key=lambda w: w.box.x0)
    if all(two.box.x0 >= one.box.x1 - OVERLAP for one, two in pairwise(ordered)):
        return [ordered] if ordered else []
    sizes = sorted({round(word.size) for word in ordered}, reverse=True)
    return [[word for word in ordered if round(word.size) == size] for size in sizes]


def _cut(words: Sequence[Word]) -> list[Cell]:
    runs: list[list[Word]] = []
    for word in words:
        if runs and word.box.x0 - runs[-1][-1].box.x1 <= COLUMN_GAP * max(word.size, runs[-1][-1].size):
            runs[-1].append(word)
        else:
            runs.append([word])
    return [_cell(run) for run in runs]


def _cell(words: Sequence[Word]) -> Cell:
    boxes = [word.box for word in words]
    box = Box(
        boxes[0].page,
        boxes[0].x0,
        min(box.top for box in boxes),
        max(box.x1 for box in boxes),
        max(box.bottom for box in boxes),
    )
    return Cell(tuple(words), box)
