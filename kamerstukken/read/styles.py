"""Stage read. How text is set: font, size, weight and slant of text objects; each setting is made out once a letter."""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import pypdfium2.raw as raw

from kamerstukken.read.calls import FONT_OF, RENDER_MODE_OF, SIZE_AT, at_each, matrices

# 'Verdana,Bold', 'RijksoverheidSansHeading-Bd', 'Univers-Black', 'Calibri-SemiBold'
BOLD_NAME = re.compile(r"bold|black|heavy|demi|[-,_](?:bd|blk|hv)\b", re.IGNORECASE)
# 'Verdana-Italic', 'Univers-Oblique', 'RijksoverheidSansText-It'
ITALIC_NAME = re.compile(r"ital|obli|kursiv|[-,_]it\b", re.IGNORECASE)
SUBSET = re.compile(r"^[A-Z]{6}\+")
FLAG_ITALIC, FLAG_FORCE_BOLD = 1 << 6, 1 << 18
"""Font descriptor flags (ISO 32000-1, table 123)."""
NAME_BYTES = 256


class Style(NamedTuple):
    """How a text object is set; `size` in points as seen, `upright` where it runs from left to right."""

    font: str
    size: float
    bold: bool
    italic: bool
    upright: bool


class Font(NamedTuple):
    """What a font's name and flags say."""

    name: str = ""
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of one open document, found anew only for a setting that was not met before."""

    fonts: dict[int, Font] = field(default_factory=dict)
    settings: dict[tuple[object, ...], Style] = field(default_factory=dict)

    def of(self, page: int, objects: Sequence[int], indices: Sequence[int], turns: int) -> list[Style]:
        """The style of each text object; `indices` names a character of each, `turns` the page's rotation."""
        sizes = at_each(SIZE_AT, page, indices)
        modes, fonts = map(RENDER_MODE_OF, objects), map(FONT_OF, objects)
        shapes = [(a, b, c, d, turns) for a, b, c, d, _, _ in matrices(page, indices).tolist()]
        return [self._style(setting) for setting in zip(fonts, sizes, modes, shapes, strict=True)]

    def _style(self, setting: tuple[int | None, float, int, tuple[float, float, float, float, int]]) -> Style:
        known = self.settings.get(setting)
        if known is None:
            font, size, mode, shape = setting
            known = self.settings[setting] = _seen(self._font(font), size, mode, shape)
        return known

    def _font(self, address: int | None) -> Font:
        if not address:
            return Font()
        if address not in self.fonts:
            self.fonts[address] = _font_at(address)
        return self.fonts[address]


def _seen(font: Font, size: float, mode: int, shape: tuple[float, float, float, float, int]) -> Style:
    """A font as a text object sets it; the matrix can enlarge it, slant it and turn it."""
    a, b, c, d, turns = shape
    fat = mode == raw.FPDF_TEXTRENDERMODE_FILL_STROKE
    turned = round(math.degrees(math.atan2(b, a)) / 90) % 4
    slanted = font.italic or (abs(b) < 0.01 and c > 0.15 * abs(d))
    height = size * (math.hypot(c, d) or 1.0)
    return Style(font.name, round(height, 2), font.bold or fat, slanted, turned == turns)


def _font_at(address: int) -> Font:
    font = ctypes.cast(address, raw.FPDF_FONT)
    buffer = ctypes.create_string_buffer(NAME_BYTES)
    raw.FPDFFont_GetBaseFontName(font, buffer, NAME_BYTES)
    name = SUBSET.sub("", buffer.value.decode("utf-8", "replace"))
    flags = max(0, raw.FPDFFont_GetFlags(font))
    bold = bool(BOLD_NAME.search(name)) or bool(flags & FLAG_FORCE_BOLD)
    return Font(name, bold, bool(ITALIC_NAME.search(name)) or bool(flags & FLAG_ITALIC))
