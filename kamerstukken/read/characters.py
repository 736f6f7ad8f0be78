"""Stage read. The text layer of a page to pieces: characters of one style in a row, with their place.

A call into pdfium costs about a microsecond and a page has 3,000 characters, so places and styles are asked
for the ends of a piece only; the characters between are looked at one by one where the ends differ.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import repeat
from typing import Any, NamedTuple

import pypdfium2.raw as raw

from kamerstukken.read.geometry import Frame

# 'Verdana,Bold', 'RijksoverheidSansHeading-Bd', 'Univers-Black', 'Calibri-SemiBold'
BOLD_NAME = re.compile(r"bold|black|heavy|demi|[-,_](?:bd|blk|hv)\b", re.IGNORECASE)
# 'Verdana-Italic', 'Univers-Oblique', 'RijksoverheidSansText-It'
ITALIC_NAME = re.compile(r"ital|obli|kursiv|[-,_]it\b", re.IGNORECASE)
SUBSET = re.compile(r"^[A-Z]{6}\+")
FLAG_ITALIC, FLAG_FORCE_BOLD = 1 << 6, 1 << 18
"""Font descriptor flags (ISO 32000-1, table 123)."""
NAME_BYTES = 256

LINE_END_HYPHENS = frozenset((0x02, 0xFFFE))
"""What pdfium gives for a hyphen at a line's end; it gives no line break after it."""
HYPHENS = dict.fromkeys(LINE_END_HYPHENS, "-")
BLANKS = (frozenset({*range(0x21), 0xA0, *range(0x2000, 0x200B), 0x202F, 0x3000})) - LINE_END_HYPHENS

NONE, GUESSED, SET = 0, 1, 2
"""Before a piece: no blank, one that pdfium made of a gap, one that stands in the file."""


def _bare(function: Any, result: Any, *rest: Any) -> Any:
    """A function of pdfium that takes its page as an address: typed pointers double the price of a call."""
    address = ctypes.cast(function, ctypes.c_void_p).value or 0
    return ctypes.CFUNCTYPE(result, ctypes.c_void_p, *rest)(address)


UNICODE_AT = _bare(raw.FPDFText_GetUnicode, ctypes.c_uint, ctypes.c_int)
OBJECT_AT = _bare(raw.FPDFText_GetTextObject, ctypes.c_void_p, ctypes.c_int)
BOX_AT = _bare(raw.FPDFText_GetLooseCharBox, ctypes.c_int, ctypes.c_int, ctypes.c_void_p)
ORIGIN_AT = _bare(raw.FPDFText_GetCharOrigin, ctypes.c_int, ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)


class Style(NamedTuple):
    """How a text object is set; `size` in points as seen, `upright` where it runs from left to right."""

    font: str
    size: float
    bold: bool
    italic: bool
    upright: bool


class Piece(NamedTuple):
    """Characters in one style on one baseline; `blank` is what stands before them: NONE, GUESSED, SET."""

    text: str
    x0: float
    x1: float
    baseline: float
    style: Style
    blank: int


@dataclass(slots=True)
class Fonts:
    """Names and weights of the fonts that were met; asked once a font."""

    known: dict[int, tuple[str, bool, bool]] = field(default_factory=dict)

    def look_up(self, text_object: Any) -> tuple[str, bool, bool]:
        """Name, bold, italic of a text object's font."""
        font = raw.FPDFTextObj_GetFont(text_object)
        if not font:
            return "", False, False
        key = ctypes.addressof(font.contents)
        if key not in self.known:
            buffer = ctypes.create_string_buffer(NAME_BYTES)
            raw.FPDFFont_GetBaseFontName(font, buffer, NAME_BYTES)
            name = SUBSET.sub("", buffer.value.decode("utf-8", "replace"))
            flags = max(0, raw.FPDFFont_GetFlags(font))
            bold = bool(BOLD_NAME.search(name)) or bool(flags & FLAG_FORCE_BOLD)
            self.known[key] = (name, bold, bool(ITALIC_NAME.search(name)) or bool(flags & FLAG_ITALIC))
        return self.known[key]


class Layer:
    """One page's text layer while it is open: asks pdfium, and remembers the style of each text object."""

    def __init__(self, text_page: Any, frame: Frame, fonts: Fonts) -> None:
        self.raw, self.frame, self.fonts = text_page, frame, fonts
        self.address = ctypes.addressof(text_page.contents)
        self.styles: dict[int, Style] = {}
        self.rect, self.matrix = raw.FS_RECTF(), raw.FS_MATRIX()
        self.x, self.y = ctypes.c_double(), ctypes.c_double()
        self.at_rect = ctypes.addressof(self.rect)
        self.at_x, self.at_y = ctypes.addressof(self.x), ctypes.addressof(self.y)

    def object_at(self, index: int) -> int:
        """The address of the text object that a character belongs to; 0 where pdfium made the character up."""
        address: int = OBJECT_AT(self.address, index) or 0
        if address and address not in self.styles:
            self.styles[address] = self._style(raw.FPDFText_GetTextObject(self.raw, index), index)
        return address

    def _style(self, text_object: Any, index: int) -> Style:
        name, bold, italic = self.fonts.look_up(text_object)
        m = self.matrix
        raw.FPDFText_GetMatrix(self.raw, index, ctypes.byref(m))
        size = raw.FPDFText_GetFontSize(self.raw, index) * (math.hypot(m.c, m.d) or 1.0)
        fat = raw.FPDFTextObj_GetTextRenderMode(text_object) == raw.FPDF_TEXTRENDERMODE_FILL_STROKE
        turned = round(math.degrees(math.atan2(m.b, m.a)) / 90) % 4
        slanted = italic or (abs(m.b) < 0.01 and m.c > 0.15 * abs(m.d))
        return Style(name, round(size, 2), bold or fat, slanted, turned == self.frame.turns)

    def ends(self, first: int, last: int) -> tuple[float, float]:
        """Left of one character and right of another, as seen."""
        rect = self.rect
        BOX_AT(self.address, first, self.at_rect)
        x0 = (
            self.frame.box(rect.left, rect.bottom, rect.right, rect.top).x0 if self.frame.turns else rect.left
        )
        if last != first:
            BOX_AT(self.address, last, self.at_rect)
        if self.frame.turns:
            return x0, self.frame.box(rect.left, rect.bottom, rect.right, rect.top).x1
        return x0 - self.frame.left, rect.right - self.frame.left

    def baseline(self, index: int) -> float:
        """The baseline of a character, in points from the top."""
        ORIGIN_AT(self.address, index, self.at_x, self.at_y)
        if not self.frame.turns:
            return self.frame.top - self.y.value
        return self.frame.point(self.x.value, self.y.value)[1]


def pieces_of(text_page: Any, frame: Frame, fonts: Fonts) -> Iterator[Piece]:
    """The pieces of a page in the order of its text layer."""
    layer = Layer(text_page, frame, fonts)
    made_up = raw.FPDFText_IsGenerated
    codes = list(map(UNICODE_AT, repeat(layer.address), range(raw.FPDFText_CountChars(text_page))))
    start, blank = -1, SET
    for index, code in enumerate(codes):
        if code in BLANKS:
            if start >= 0:
                yield from _run(layer, codes, start, index, blank)
                start, blank = -1, NONE
            guessed = code == 0x20 and blank != SET and made_up(text_page, index)
            blank = max(blank, GUESSED if guessed else SET)
            continue
        if start < 0:
            start = index
        if code in LINE_END_HYPHENS:
            yield from _run(layer, codes, start, index + 1, blank)
            start, blank = -1, NONE
    if start >= 0:
        yield from _run(layer, codes, start, len(codes), blank)


def _run(layer: Layer, codes: list[int], start: int, end: int, blank: int) -> Iterator[Piece]:
    """Characters without a blank, cut where the text object changes."""
    at = start
    current = layer.object_at(start)
    if not current or (end - start > 1 and layer.object_at(end - 1) != current):
        for index in range(start + 1, end):
            here = layer.object_at(index)
            if here != current and here:
                if current:
                    yield _piece(layer, codes, at, index, current, blank)
                    at, blank = index, NONE
                current = here
    if current:
        yield _piece(layer, codes, at, end, current, blank)


def _piece(layer: Layer, codes: list[int], start: int, end: int, owner: int, blank: int) -> Piece:
    text = "".join(map(chr, codes[start:end])).translate(HYPHENS)
    x0, x1 = layer.ends(start, end - 1)
    return Piece(text, x0, x1, layer.baseline(start), layer.styles[owner], blank)
