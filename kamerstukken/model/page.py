"""What `read` gives: pages of words with their boxes and style."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from msgspec import Struct

from kamerstukken.model.box import Box

Reader = Literal["pdfium", "pdfplumber", "ocr"]


class Word(Struct, frozen=True, gc=False):
    """Characters without a blank between them, in one style. `size` is the font's size in points.

    `glued` is true where no blank stands between this word and the one before it on its line:
    a superscript footnote marker behind a word ('kiezen.²') is a word of its own that is glued.
    """

    text: str
    box: Box
    size: float
    font: str = ""
    bold: bool = False
    italic: bool = False
    superscript: bool = False
    glued: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """One page. `rules` are thin drawn lines (underlining, the line above notes, borders of tables)."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    rules: tuple[Box, ...] = ()
    images: tuple[Box, ...] = ()
    reader: Reader = "pdfium"
    repaired: bool = False
    """True where the file was damaged and had to be mended before it could be opened; text may be lacking."""
    confidence: float | None = None
    """0..1 where the page was read by OCR, else None."""
