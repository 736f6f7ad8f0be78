"""Stage read. A page of a PDF as a picture, with a quote marked on it; for people who check a row against its page."""

from __future__ import annotations

import io
import threading
from collections.abc import Iterable
from dataclasses import dataclass

import pypdfium2 as pdfium
from PIL import Image, ImageChops, ImageDraw

from kamerstukken.errors import UnreadableLetter
from kamerstukken.model import Box
from kamerstukken.read.faults import damaged
from kamerstukken.read.pdfium import opened

SCALE = 1.5
"""Pixels a point: 108 dots an inch, so that an A4 page is 893 by 1263."""

SMALL = 1.15
"""Pixels a point in a small picture: an A4 page is 685 by 969, and about 18 kB."""

MOST_PIXELS = 4000
"""A side of a picture; a poster, or a page made huge to do harm, is scaled down to it."""

MARK = (255, 226, 92)
"""Yellow as of a marker: printed text under it keeps a contrast of 16 to 1."""

EDGE = (176, 96, 0)
"""A line below the mark, for who cannot see the yellow: 4.6 to 1 on white."""

GREYS = 16
"""Shades in a plain picture: print is black on white, and the edges of letters need no more."""

FEW_GREYS = 6
"""Shades in a small picture: a third of the bytes of 256, and print is as easy to read."""

_one_at_a_time = threading.Lock()
"""pdfium may be called by one thread at a time (its own documentation); a server has several."""


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A small picture of a page: WebP in grey. `width` and `height` are the page's, in points, as it is seen."""

    page: int
    width: float
    height: float
    data: bytes


def page_picture(data: bytes, page: int, marks: Iterable[Box] = (), *, scale: float = SCALE) -> bytes:
    """A page (from 1) as PNG with the boxes that lie on it marked. The same input gives the same bytes.

    Raises UnreadableLetter where the PDF cannot be opened, has no such page, or the page cannot be drawn.
    """
    with _one_at_a_time, opened(data) as document:
        width, _, image = _drawn(document, page, scale)
    for box in (mark for mark in marks if mark.page == page):
        _mark(image, box, image.width / width)
    stream = io.BytesIO()
    image.quantize(GREYS, dither=Image.Dither.NONE).save(stream, "PNG", optimize=True)
    return stream.getvalue()


def page_pictures(data: bytes, pages: Iterable[int], *, scale: float = SMALL) -> tuple[PagePicture, ...]:
    """Small pictures of some pages, without marks. Raises UnreadableLetter as page_picture does."""
    with _one_at_a_time, opened(data) as document:
        drawn = ((page, _drawn(document, page, scale)) for page in pages)
        return tuple(
            PagePicture(page, width, height, _small(image)) for page, (width, height, image) in drawn
        )


def _drawn(document: pdfium.PdfDocument, page: int, scale: float) -> tuple[float, float, Image.Image]:
    """Width and height in points, and the picture."""
    if not 1 <= page <= len(document):
        raise UnreadableLetter(
            f"The PDF has no page {page} but {len(document)}",
            remedy="Read the letter again: it changed after it was read",
        )
    try:
        sheet = document[page - 1]
        width, height = sheet.get_size()
        scale = min(scale, MOST_PIXELS / max(width, height, 1.0))
        image: Image.Image = sheet.render(scale=scale, may_draw_forms=False).to_pil().convert("RGB")
    except pdfium.PdfiumError as error:
        raise damaged(f"page {page}: {error}") from error
    return max(width, 1.0), max(height, 1.0), image


def _small(image: Image.Image) -> bytes:
    """Without loss but for the number of greys: letters keep their edges, which lossy pictures of print do not."""
    step = 255 / (FEW_GREYS - 1)
    grey = image.convert("L").point([round(round(value / step) * step) for value in range(256)])
    stream = io.BytesIO()
    grey.convert("RGB").save(stream, "WEBP", lossless=True, quality=0, method=0)
    return stream.getvalue()


def _mark(image: Image.Image, box: Box, factor: float) -> None:
    """Marker over print: the darker of both, so that letters stay black."""
    corners = tuple(round(side * factor) for side in (box.x0 - 1, box.top - 1, box.x1 + 1, box.bottom + 1))
    left, top = max(corners[0], 0), max(corners[1], 0)
    right, bottom = min(corners[2], image.width), min(corners[3], image.height)
    if right <= left or bottom <= top:
        return
    area = (left, top, right, bottom)
    part = image.crop(area)
    image.paste(ImageChops.darker(part, Image.new("RGB", part.size, MARK)), area)
    ImageDraw.Draw(image).line((left, bottom - 1, right, bottom - 1), fill=EDGE, width=2)
