"""Stage read. Pages of a PDF as small pictures, for people who check a row against its page."""

from __future__ import annotations

import io
import threading
from collections.abc import Iterable
from dataclasses import dataclass

import pypdfium2 as pdfium
from PIL import Image

from kamerstukken.errors import UnreadableLetter
from kamerstukken.read.faults import damaged
from kamerstukken.read.pdfium import opened

SMALL = 1.15
"""Pixels a point: an A4 page is 685 by 969, and about 18 kB."""

MOST_PIXELS = 4000
"""A side of a picture; a poster, or a page made huge to do harm, is scaled down to it."""

FEW_GREYS = 6
"""Shades: a third of the bytes of 256, and print is as easy to read."""

_one_at_a_time = threading.Lock()
"""pdfium may be called by one thread at a time (its own documentation); a server has several."""


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A picture of a page: WebP in grey. `width` and `height` are the page's, in points, as it is seen.

    So boxes of quotes, which are in points too, can be drawn over it at any size.
    """

    page: int
    width: float
    height: float
    data: bytes


def page_pictures(data: bytes, pages: Iterable[int], *, scale: float = SMALL) -> tuple[PagePicture, ...]:
    """Pictures of some pages (from 1) at so many pixels a point. The same input gives the same bytes.

    Raises UnreadableLetter where the PDF cannot be opened, has no such page, or a page cannot be drawn.
    """
    with _one_at_a_time, opened(data) as document:
        drawn = ((page, _drawn(document, page, scale)) for page in pages)
        return tuple(
            PagePicture(page, width, height, _small(image)) for page, (width, height, image) in drawn
        )


def _drawn(document: pdfium.PdfDocument, page: int, scale: float) -> tuple[float, float, Image.Image]:
    """Width and height in points, and the picture in grey."""
    if not 1 <= page <= len(document):
        raise UnreadableLetter(
            f"The PDF has no page {page} but {len(document)}",
            remedy="Read the letter again: it changed after it was read",
        )
    try:
        sheet = document[page - 1]
        width, height = sheet.get_size()
        scale = min(scale, MOST_PIXELS / max(width, height, 1.0))
        image: Image.Image = sheet.render(scale=scale, may_draw_forms=False, grayscale=True).to_pil()
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
