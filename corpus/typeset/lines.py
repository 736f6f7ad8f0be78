"""Runs of text to lines of a given width: greedy, ragged right, words broken by Dutch patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

import pyphen
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from typeset.source import NO_BREAK_SPACE, Run

STAND_IN = 0xE0A0
"""A code point for private use."""
SHORTEST = 4
"""Letters that stay together on either side of a break."""
MARKER = (0.65, 0.38)
"""Size of a note's marker and its height over the line, both as parts of the size of the text."""
BREAKABLE = re.compile(r"[-/](?=\w)")
"""Where a word may break of its own: after a hyphen or, in an address, a slash ('anti-' 'discriminatie')."""
FACES = {
    "Vera": {
        (False, False): "Vera",
        (True, False): "VeraBd",
        (False, True): "VeraIt",
        (True, True): "VeraBI",
    },
    "Helvetica": {
        (False, False): "Helvetica",
        (True, False): "Helvetica-Bold",
        (False, True): "Helvetica-Oblique",
        (True, True): "Helvetica-BoldOblique",
    },
}


@dataclass(frozen=True, slots=True)
class Type:
    """How text is set: family, size and leading in points, and what stands at a broken line's end."""

    family: str
    size: float
    leading: float
    hyphen: str | None = None

    def font(self, bold: bool = False, italic: bool = False) -> str:
        """The font's name, registered."""
        register_fonts()
        return FACES[self.family][bold, italic]


@dataclass(frozen=True, slots=True)
class Piece:
    """Text in one font at `x`, `rise` over the base line; points."""

    text: str
    font: str
    size: float
    x: float = 0.0
    rise: float = 0.0
    note: str | None = None

    @property
    def width(self) -> float:
        """In points."""
        return float(pdfmetrics.stringWidth(self.text, self.font, self.size))


class KeepsNoBreakSpaces(TTFont):  # type: ignore[misc]  # reportlab has no types
    """A font that leaves no-break spaces in the text layer, as word processors do; reportlab writes plain ones."""

    def splitString(self, text: str, doc: object, encoding: str = "utf-8") -> list[tuple[int, bytes]]:
        """As reportlab's, with a private character in the place of the no-break space while it splits."""
        self.face.charToGlyph[STAND_IN] = self.face.charToGlyph[ord(" ")]
        split: list[tuple[int, bytes]] = super().splitString(
            text.replace(NO_BREAK_SPACE, chr(STAND_IN)), doc, encoding
        )
        for subset in self.state[doc].subsets:
            subset[:] = [ord(NO_BREAK_SPACE) if code == STAND_IN else code for code in subset]
        return split


@cache
def register_fonts() -> None:
    """Register the Bitstream Vera fonts that reportlab ships; the standard ones need nothing."""
    for name in FACES["Vera"].values():
        pdfmetrics.registerFont(KeepsNoBreakSpaces(name, f"{name}.ttf"))


@cache
def _patterns() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="nl_NL", left=SHORTEST, right=SHORTEST)


def set_lines(
    runs: Iterable[Run], kind: Type, width: float, markers: dict[str, str]
) -> list[tuple[Piece, ...]]:
    """Lines of pieces with their `x` from the left edge. `markers` gives the printed form of each note's key."""
    lines: list[tuple[Piece, ...]] = []
    line: list[Piece] = []
    space = Piece(" ", kind.font(), kind.size).width
    used = 0.0
    for first in _words(runs, kind, markers):
        word = first
        while word:
            gap = space if line else 0.0
            room = width - used - gap
            head, word = _fit(word, room, kind) if _width(word) > room else (word, [])
            if not head and not line:  # wider than a whole line: let it stick out
                head, word = word, []
            if head:
                line += _place(head, used + gap)
                used += gap + _width(head)
            if word:
                lines.append(tuple(line))
                line, used = [], 0.0
    return [*lines, tuple(line)] if line else lines


def _words(runs: Iterable[Run], kind: Type, markers: dict[str, str]) -> Iterator[list[Piece]]:
    word: list[Piece] = []
    for run in runs:
        font = kind.font(run.bold, run.italic)
        if run.note is not None and markers[run.note].endswith(
            ")"
        ):  # '1)': a word of its own; the note is at the end
            if word:
                yield word
            word = [Piece(markers[run.note], kind.font(), kind.size)]
            continue
        if run.note is not None:
            size, rise = kind.size * MARKER[0], kind.size * MARKER[1]
            word.append(Piece(markers[run.note], kind.font(), size, rise=rise, note=run.note))
            continue
        for i, text in enumerate(run.text.split(" ")):
            if i and word:
                yield word
                word = []
            if text:
                word.append(Piece(text, font, kind.size))
    if word:
        yield word


def _fit(word: list[Piece], room: float, kind: Type) -> tuple[list[Piece], list[Piece]]:
    """Break a word so that its head fits, at the last place that allows it; no head where none does."""
    first, rest = word[0], word[1:]
    for at, mark in sorted(_breaks(first.text, kind), reverse=True):
        head = Piece(first.text[:at] + mark, first.font, first.size)
        if head.width <= room:
            return [head], [Piece(first.text[at:], first.font, first.size), *rest]
    return [], word


def _breaks(text: str, kind: Type) -> list[tuple[int, str]]:
    own = [(m.end(), "") for m in BREAKABLE.finditer(text) if m.start() > 1]
    core = re.fullmatch(r"\W*(\w+)\W*", text)
    if own or kind.hyphen is None or core is None or not core[1].isalpha() or core[1].isupper():
        return own
    return [(core.start(1) + at, kind.hyphen) for at in _patterns().positions(core[1])]


def _width(word: list[Piece]) -> float:
    return sum(piece.width for piece in word)


def _place(word: list[Piece], x: float) -> list[Piece]:
    out = []
    for p in word:
        out.append(Piece(p.text, p.font, p.size, x, p.rise, p.note))
        x += p.width
    return out
