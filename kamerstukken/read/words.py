"""Stage read. Pieces to words: split kerning and stray characters mended, markers in superscript told apart."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import repeat

import numpy as np
from numpy.typing import NDArray

from kamerstukken.model import Box, Word
from kamerstukken.read.calls import Floats
from kamerstukken.read.characters import GUESSED, NONE, SET, Pieces
from kamerstukken.read.geometry import Frame
from kamerstukken.read.styles import Style

Flags = NDArray[np.bool_]
Indices = NDArray[np.int64]

ASCENT, DESCENT = 0.80, 0.22
"""A word's box reaches this far above and below its baseline, in type sizes, whatever its font says of itself."""

NARROWEST = np.zeros(3)
NARROWEST[[NONE, GUESSED, SET]] = 0.22, 0.19, 0.06
"""A gap narrower than this (in type sizes) parts no words, by what the text layer says of it. Kerned type gives
gaps of 0.14 that pdfium takes for blanks ('Den H aag'); a blank in the file can be squeezed by justification."""

SQUEEZED = 0.1
FEWEST_BLANKS = 6
"""Blanks that a line must have before it can be called squeezed."""
SAME_BLANK, MOST = 0.01, 0.75
"""More than this share of a squeezed line's blanks differ less than this, in type sizes."""

SAME_BASELINE = 0.08
BESIDE = 0.6
"""How far, in type sizes, the baseline of what is glued to a word may lie above or below."""
RAISED = (0.12, 0.75)
"""How far a superscript's baseline lies above its neighbour's, in the neighbour's type size."""
SMALLER = 0.85
LONGEST_RAISED = 6
"""Characters of the longest word that can be a superscript."""

DROPPED = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\ufffc\x00"))
LIGATURES = {
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "st",
    0xFB06: "st",
}
SYMBOLS = {
    0xF0B7: "•",
    0xF0A7: "▪",
    0xF02D: "-",
    0xF0E0: "→",
    0xF0D8: "➢",
    0xF0FC: "✓",
    0xF06F: "o",
    0xF076: "❖",
    0xF0A8: "▪",
    0xF06E: "▪",
}
"""Private-use codes of the Symbol and Wingdings fonts that stand for bullets and arrows."""
MENDED = {**DROPPED, **LIGATURES, **SYMBOLS}
TO_MEND = re.compile("[" + "".join(map(chr, MENDED)) + "]")

RAISED_DIGITS = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True)
class _Table:
    """Words before they are made, a column for each thing known of them; places in points as in `Box`."""

    texts: list[str]
    styles: list[Style]
    size: Floats
    x0: Floats
    top: Floats
    x1: Floats
    bottom: Floats
    glued: Flags

    def only(self, kept: Indices) -> _Table:
        texts, styles = [self.texts[at] for at in kept], [self.styles[at] for at in kept]
        columns = (self.size, self.x0, self.top, self.x1, self.bottom)
        size, x0, top, x1, bottom = (column[kept] for column in columns)
        return _Table(texts, styles, size, x0, top, x1, bottom, self.glued[kept])


def words_of(pieces: Pieces, frame: Frame) -> tuple[Word, ...]:
    """The words of a page in the order of its text layer; what lies off the page or runs sideways is left out."""
    pieces = _visible(_mended(pieces), frame)
    if not pieces.texts:
        return ()
    table = _unique(_table(pieces, frame))
    columns = (table.x0, table.top, table.x1, table.bottom)
    boxes = map(Box, repeat(frame.page), *(column.tolist() for column in columns))
    fonts, _, bold, italic, _ = zip(*table.styles, strict=True)
    marks = (_superscripts(table).tolist(), table.glued.tolist())
    return tuple(map(Word, table.texts, boxes, table.size.tolist(), fonts, bold, italic, *marks))


def _mended(pieces: Pieces) -> Pieces:
    if not TO_MEND.search("".join(pieces.texts)):
        return pieces
    return replace(pieces, texts=[text.translate(MENDED) for text in pieces.texts])


def _visible(pieces: Pieces, frame: Frame) -> Pieces:
    upright = np.array(
        [bool(text) and s.upright for text, s in zip(pieces.texts, pieces.styles, strict=True)], dtype=bool
    )
    across = (pieces.x1 > 0) & (pieces.x0 < frame.width)
    down = (pieces.baseline > 0) & (pieces.baseline < frame.height + _sizes(pieces))
    seen = upright & across & down
    return pieces if seen.all() else pieces.only(np.flatnonzero(seen))


def _sizes(pieces: Pieces) -> Floats:
    return np.array([style.size for style in pieces.styles], dtype=np.float64)


def _table(pieces: Pieces, frame: Frame) -> _Table:
    """Pieces that are one word put together."""
    sizes = _sizes(pieces)
    continues, glued = _joints(pieces, sizes)
    starts = np.flatnonzero(np.concatenate(([True], ~continues)))
    ends = [*starts[1:].tolist(), len(pieces.texts)]
    size = np.where(sizes == 0, 1.0, sizes)[starts]
    baseline = pieces.baseline[starts]
    return _Table(
        ["".join(pieces.texts[start:end]) for start, end in zip(starts.tolist(), ends, strict=True)],
        [pieces.styles[start] for start in starts],
        size,
        np.maximum(0.0, np.minimum.reduceat(pieces.x0, starts)),
        np.maximum(0.0, baseline - ASCENT * size),
        np.minimum(frame.width, np.maximum.reduceat(pieces.x1, starts)),
        np.minimum(frame.height, baseline + DESCENT * size),
        np.concatenate(([False], glued))[starts],
    )


def _joints(pieces: Pieces, sizes: Floats) -> tuple[Flags, Flags]:
    """Which pieces go on with the word of the piece before them, and which stand right behind it."""
    smaller = np.maximum(1.0, np.minimum(sizes[:-1], sizes[1:]))
    larger = np.maximum(1.0, np.maximum(sizes[:-1], sizes[1:]))
    gap = (pieces.x0[1:] - pieces.x1[:-1]) / smaller
    lift = np.abs(np.diff(pieces.baseline))
    narrow = gap < NARROWEST[pieces.blank[1:]]
    narrow &= ~_squeezed(pieces, gap, (lift > BESIDE * larger) | (gap < -1))
    continues = narrow & (gap > -0.4) & (lift <= SAME_BASELINE * larger) & _same_style(pieces, sizes)
    for at in np.flatnonzero(continues & (pieces.blank[1:] == SET)):
        continues[at] = pieces.texts[at][-1].isalnum() and pieces.texts[at + 1][0].isalnum()
    return continues, narrow & (gap > -0.5) & (lift <= BESIDE * larger)


def _squeezed(pieces: Pieces, gap: Floats, parted: Flags) -> Flags:
    """Which gaps are blanks although narrow: those of a line whose blanks are all squeezed to fit its column.

    `parted` says where a line ends.
    """
    found = np.zeros(len(gap), dtype=bool)
    doubtful = (pieces.blank[1:] == GUESSED) & (gap > SQUEEZED) & (gap < NARROWEST[GUESSED]) & ~parted
    if not doubtful.any():
        return found
    ends = np.flatnonzero(np.concatenate((parted, [True])))
    for line in np.unique(np.searchsorted(ends, np.flatnonzero(doubtful))):
        at = np.arange(ends[line - 1] + 1 if line else 0, ends[line])
        blanks = gap[at][pieces.blank[at + 1] != NONE]
        usual = np.abs(blanks - np.median(blanks)) < SAME_BLANK
        letters = sum(len(pieces.texts[k]) for k in at)
        if len(blanks) >= FEWEST_BLANKS and usual.mean() > MOST and letters > 3 * len(at):
            found[at] = doubtful[at] & (np.abs(gap[at] - np.median(blanks)) < SAME_BLANK)
    return found


def _same_style(pieces: Pieces, sizes: Floats) -> Flags:
    near = np.abs(np.diff(sizes)) <= 0.1 * np.maximum(sizes[:-1], sizes[1:])
    looks = np.array([2 * style.bold + style.italic for style in pieces.styles])
    same: Flags = near & (looks[:-1] == looks[1:])
    return same


def _unique(words: _Table) -> _Table:
    """Without words that are drawn twice in one place (shadows, bold made by printing twice)."""
    keys = list(zip(words.texts, np.rint(words.x0).tolist(), np.rint(words.top).tolist(), strict=True))
    first = {key: at for at, key in reversed(list(enumerate(keys)))}
    if len(first) == len(keys):
        return words
    return words.only(np.array(sorted(first.values())))


def _superscripts(words: _Table) -> Flags:
    """Which words are set in raised digits, or smaller than a neighbour and above its baseline."""
    found = np.array([RAISED_DIGITS.issuperset(text) for text in words.texts])
    short = np.array([len(text) <= LONGEST_RAISED for text in words.texts])
    before, after = slice(None, -1), slice(1, None)
    found[after] |= short[after] & _is_raised(words, after, before)
    found[before] |= short[before] & _is_raised(words, before, after)
    return found


def _is_raised(words: _Table, one: slice, beside: slice) -> Flags:
    """Where a word is smaller than its neighbour and stands above its baseline."""
    size, baseline = words.size, words.bottom - DESCENT * words.size
    small = size[one] <= SMALLER * size[beside]
    apart = np.maximum(words.x0[one] - words.x1[beside], words.x0[beside] - words.x1[one])
    lift = (baseline[beside] - baseline[one]) / size[beside]
    return small & (apart < 3 * size[beside]) & (RAISED[0] < lift) & (lift < RAISED[1])
