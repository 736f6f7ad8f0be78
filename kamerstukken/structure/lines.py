"""Stage structure. A page's words to lines: words on one baseline without a column's gap between them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from operator import itemgetter

from msgspec.structs import replace

from kamerstukken.model import Box, Page, Word

DESCENT = 0.22
"""A word's box ends this far under its baseline, in type sizes (as the room 'read' makes them)."""
LEVEL = 0.3
"""Words whose baselines differ less than this, in type sizes, stand on one line."""
COLUMN_GAP = 1.3
"""In type sizes: a wider blank than this parts two columns; blanks of justified text stay below it."""
OTHER_SIZE_GAP = 0.7
"""The same between words in different sizes: a colophon can start close behind a full line of the body."""
REACH = (-0.4, 0.8)
"""In type sizes: how far below and above a line's baseline the baselines of its sub- and superscripts lie."""
RAISED = 0.1
SMALLER = 0.85
# '12', '*': a note's marker that stands a little above the note's first line
LONE_MARKER = re.compile(r"^(?:\d{1,3}|\*{1,3})$")


@dataclass(frozen=True)
class Line:
    """Words from left to right. `box` holds them all but the superscripts, which stick out above.

    `size` is the type size of most characters, in points; `text` has single blanks, none before a glued word,
    and keeps superscripts.
    """

    words: tuple[Word, ...]
    box: Box
    size: float
    text: str

    @cached_property
    def plain(self) -> str:
        """The text without superscripts."""
        plain = [word for word in self.words if not word.superscript]
        return self.text if len(plain) == len(self.words) else text_of(plain) or self.text

    @property
    def baseline(self) -> float:
        """The baseline, in points from the top."""
        return self.box.bottom - DESCENT * self.size

    @cached_property
    def bold(self) -> bool:
        """True where all words with a letter are bold."""
        return _all(self.words, lambda word: word.bold)

    @cached_property
    def italic(self) -> bool:
        """True where all words with a letter are italic."""
        return _all(self.words, lambda word: word.italic)

    @property
    def page(self) -> int:
        """The page's number, from 1."""
        return self.box.page


def lines_of(page: Page) -> tuple[Line, ...]:
    """The lines of a page from top to bottom and, on one baseline, from left to right.

    Body, colophon and the cells of a table on one baseline are lines of their own; `joined` puts them together.
    """
    small = _small(page.words)
    rows = _rows([word for at, word in enumerate(page.words) if at not in small])
    lines = [line for row in rows for line in _cut(row)]
    lines = _with_markers(lines, [page.words[at] for at in sorted(small)])
    alone = {id(line) for line in lines if len(line.words) == 1 and LONE_MARKER.match(line.words[0].text)}
    if alone:
        markers = [line.words[0] for line in lines if id(line) in alone]
        lines = _with_markers([line for line in lines if id(line) not in alone], markers)
    return tuple(sorted(lines, key=lambda line: (line.baseline, line.box.x0)))


def line_of(words: Sequence[Word]) -> Line:
    """A line of one word or more, put in order from left to right."""
    ordered = tuple(sorted(words, key=left_of))
    plain = [word for word in ordered if not word.superscript] or ordered
    size = size_of(plain)
    tall = [word.box for word in plain if word.size >= 0.9 * size] or [word.box for word in plain]
    top, bottom = min([box.top for box in tall]), max([box.bottom for box in tall])
    first, x1 = ordered[0].box, max([word.box.x1 for word in ordered])
    whole = size if len(plain) == len(ordered) else size_of(ordered)
    return Line(ordered, Box(first.page, first.x0, top, x1, bottom), whole, text_of(ordered))


def joined(lines: Iterable[Line]) -> Line:
    """Lines that stand on one baseline as one."""
    return line_of([word for line in lines for word in line.words])


def text_of(words: Iterable[Word]) -> str:
    """Words as running text: single blanks, none before a glued word."""
    return "".join([word.text if word.glued else f" {word.text}" for word in words]).removeprefix(" ")


def size_of(words: Sequence[Word]) -> float:
    """The type size of most characters, in points."""
    if len({word.size for word in words}) == 1:
        return words[0].size
    sizes: dict[float, int] = {}
    for word in words:
        sizes[word.size] = sizes.get(word.size, 0) + len(word.text)
    return max(sizes, key=sizes.__getitem__) if sizes else 0.0


def baseline_of(word: Word) -> float:
    """A word's baseline, in points from the top."""
    return word.box.bottom - DESCENT * word.size


def left_of(word: Word) -> float:
    """A word's left edge, in points."""
    return word.box.x0


def _small(words: Sequence[Word]) -> set[int]:
    """Where superscripts and subscripts stand: raised words, and short ones glued to a word in larger type."""
    return {
        at
        for at, word in enumerate(words)
        if word.superscript
        or (at and word.glued and len(word.text) <= 3 and word.size < SMALLER * words[at - 1].size)
    }


def _rows(words: list[Word]) -> list[list[Word]]:
    rows: list[list[Word]] = []
    at, size = 0.0, 0.0
    placed = [(baseline_of(word), word) for word in words]
    placed.sort(key=itemgetter(0))
    for here, word in placed:
        if rows and here - at <= LEVEL * min(word.size, size):
            rows[-1].append(word)
        else:
            rows.append([word])
            at, size = here, word.size
    return rows


def _cut(row: list[Word]) -> list[Line]:
    row.sort(key=left_of)
    runs = [[row[0]]]
    for before, word in pairwise(row):
        if word.box.x0 - before.box.x1 <= _widest_gap(before.size, word.size):
            runs[-1].append(word)
        else:
            runs.append([word])
    return [line_of(run) for run in runs]


def _widest_gap(left: float, right: float) -> float:
    """How far two words of one line stand apart at most, by their type sizes; those in different sizes stand closer."""
    if left == right:
        return COLUMN_GAP * left
    size = max(left, right)
    return (OTHER_SIZE_GAP if min(left, right) < 0.88 * size else COLUMN_GAP) * size


def _with_markers(lines: list[Line], markers: list[Word]) -> list[Line]:
    """The lines with each superscript put on the line that it stands above."""
    homes: dict[int, list[Word]] = {}
    alone: list[Word] = []
    for marker in markers:
        home = _home(marker, lines)
        if home is None:
            alone.append(marker)
        else:
            lift = lines[home].baseline - baseline_of(marker)
            raised = marker.superscript or lift > RAISED * lines[home].size
            homes.setdefault(home, []).append(replace(marker, superscript=raised))
    kept = [line_of([*line.words, *homes[at]]) if at in homes else line for at, line in enumerate(lines)]
    return kept + [line for row in _rows(alone) for line in _cut(row)]


def _home(marker: Word, lines: list[Line]) -> int | None:
    best, nearest = None, 0.0
    for at, line in enumerate(lines):
        lift = line.baseline - baseline_of(marker)
        if not REACH[0] * line.size <= lift <= REACH[1] * line.size:
            continue
        apart = max(0.0, line.box.x0 - marker.box.x1, marker.box.x0 - line.box.x1)
        if apart <= 2 * line.size and (best is None or apart + abs(lift) < nearest):
            best, nearest = at, apart + abs(lift)
    return best


def _all(words: Sequence[Word], holds: Callable[[Word], bool]) -> bool:
    return all(holds(word) or not _lettered(word) for word in words) and any(map(_lettered, words))


def _lettered(word: Word) -> bool:
    return word.text.isalpha() or any(map(str.isalpha, word.text))
