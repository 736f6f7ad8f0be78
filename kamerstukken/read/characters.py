"""Stage read. The text layer of a page to pieces: characters of one style in a row, with their place.

A page has 3,000 characters, so places and styles are asked for the ends of a piece only; the characters between
are looked at one by one where the ends differ.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import pypdfium2.raw as raw
from numpy.typing import NDArray

from kamerstukken.read.calls import (
    MADE_UP_AT,
    OBJECT_AT,
    UNICODE_AT,
    Floats,
    at_each,
    boxes,
    origins,
)
from kamerstukken.read.geometry import Frame
from kamerstukken.read.styles import Style, Styles

HYPHEN = "\x02\ufffe"
"""What pdfium gives for a hyphen at a line's end; it gives no line break after it."""
BLANK = "\x00\x01\x03-\x20\xa0\u2000-\u200a\u202f\u3000"
RUN = re.compile(f"(?P<before>[{BLANK}]*)(?P<run>[^{BLANK}{HYPHEN}]*[{HYPHEN}]|[^{BLANK}{HYPHEN}]+)")
SHOWN = dict.fromkeys(map(ord, HYPHEN), "-")

NONE, GUESSED, SET = 0, 1, 2
"""Before a piece: no blank, one that pdfium made of a gap, one that stands in the file."""


class Stretch(NamedTuple):
    """Characters `start` to `end` of a page; `drawn_by` is the address of their text object, `blank` stands before."""

    start: int
    end: int
    drawn_by: int
    blank: int


@dataclass(frozen=True, slots=True)
class Pieces:
    """Characters in one style on one baseline, a column for each thing known of them.

    `x0`, `x1` and `baseline` in points from the page's top left, `blank` what stands before: NONE, GUESSED, SET.
    """

    texts: list[str]
    styles: list[Style]
    x0: Floats
    x1: Floats
    baseline: Floats
    blank: NDArray[np.int64]

    def only(self, kept: Sequence[int] | NDArray[np.int64]) -> Pieces:
        """The pieces with these indices."""
        texts, styles = [self.texts[at] for at in kept], [self.styles[at] for at in kept]
        return Pieces(texts, styles, self.x0[kept], self.x1[kept], self.baseline[kept], self.blank[kept])


def pieces_of(text_page: Any, frame: Frame, styles: Styles) -> Pieces:
    """The pieces of a page in the order of its text layer."""
    page = ctypes.addressof(text_page.contents)
    text = _text(text_page, page)
    stretches = _stretches(text, page)
    starts = [stretch.start for stretch in stretches]
    x0, _ = _edges(page, starts, frame)
    _, x1 = _edges(page, [stretch.end - 1 for stretch in stretches], frame)
    _, baseline = frame.point(*origins(page, starts))
    shown = text.translate(SHOWN)
    return Pieces(
        [shown[stretch.start : stretch.end] for stretch in stretches],
        _styles(stretches, page, frame, styles),
        x0,
        x1,
        baseline,
        np.array([stretch.blank for stretch in stretches], dtype=np.int64),
    )


def _text(text_page: Any, page: int) -> str:
    """A page's characters, one for each index of pdfium."""
    count = max(0, raw.FPDFText_CountChars(text_page))
    buffer = (ctypes.c_ushort * (count + 1))()
    written = raw.FPDFText_GetText(text_page, 0, count, buffer)
    text = bytes(buffer)[: 2 * max(0, written - 1)].decode("utf-16-le", "replace")
    if len(text) == count:
        return text
    return "".join(map(chr, at_each(UNICODE_AT, page, range(count))))


def _stretches(text: str, page: int) -> list[Stretch]:
    """Characters without a blank, cut where the text object changes."""
    runs = list(RUN.finditer(text))
    starts, ends = [found.start("run") for found in runs], [found.end() for found in runs]
    firsts = at_each(OBJECT_AT, page, starts)
    lasts = at_each(OBJECT_AT, page, [end - 1 for end in ends])
    stretches = list(map(Stretch, starts, ends, firsts, _blanks(runs, page)))
    mixed = [at for at, (one, other) in enumerate(zip(firsts, lasts, strict=True)) if one != other or not one]
    for at in reversed(mixed):
        stretches[at : at + 1] = _by_object(page, stretches[at])
    return stretches


def _blanks(runs: Sequence[re.Match[str]], page: int) -> list[int]:
    """What stands before each run; a page begins as if behind a blank."""
    blanks = []
    made_up = at_each(MADE_UP_AT, page, [found.start() for found in runs])
    for found, guessed in zip(runs, made_up, strict=True):
        before = found["before"]
        if before == " ":
            blanks.append(GUESSED if guessed else SET)
        else:
            blanks.append(_blank(found, before, page) if before else NONE)
    return [SET, *blanks[1:]] if blanks else []


def _blank(found: re.Match[str], before: str, page: int) -> int:
    guessed = not before.strip(" ") and all(
        at_each(MADE_UP_AT, page, range(found.start(), found.start("run")))
    )
    return GUESSED if guessed else SET


def _by_object(page: int, run: Stretch) -> Iterator[Stretch]:
    """A run that several text objects draw; a character that none draws is pdfium's and goes with the one before."""
    at, end, _, blank = run
    current = 0
    for index, here in enumerate(at_each(OBJECT_AT, page, range(at, end)), at):
        if here and here != current:
            if current:
                yield Stretch(at, index, current, blank)
                at, blank = index, NONE
            current = here
    if current:
        yield Stretch(at, end, current, blank)


def _edges(page: int, indices: Sequence[int], frame: Frame) -> tuple[Floats, Floats]:
    """Left and right of characters, as seen."""
    left, top, right, bottom = boxes(page, indices)
    one, other = frame.point(left, bottom)[0], frame.point(right, top)[0]
    return np.minimum(one, other), np.maximum(one, other)


def _styles(stretches: Sequence[Stretch], page: int, frame: Frame, styles: Styles) -> list[Style]:
    """The style of each stretch; asked once for each text object."""
    first = {stretch.drawn_by: stretch.start for stretch in reversed(stretches)}
    known = dict(zip(first, styles.of(page, list(first), list(first.values()), frame.turns), strict=True))
    return [known[stretch.drawn_by] for stretch in stretches]
