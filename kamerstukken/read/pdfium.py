"""Stage read. PDF bytes to pages, by pypdfium2; raises UnreadableLetter where the file cannot be opened."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from kamerstukken.model import Page
from kamerstukken.read.characters import pieces_of
from kamerstukken.read.drawings import drawings_of
from kamerstukken.read.faults import damaged, locked
from kamerstukken.read.geometry import Frame
from kamerstukken.read.styles import Styles
from kamerstukken.read.words import words_of

log = logging.getLogger(__name__)


def pages_of(data: bytes) -> tuple[Page, ...]:
    """All pages that can be opened; a page that cannot is left empty and logged.

    Raises UnreadableLetter where the document itself cannot be opened or holds no page.
    """
    with opened(data) as document:
        if len(document) == 0:
            raise damaged("no page found")
        styles = Styles()
        pages = tuple(_page(document, number, styles) for number in range(1, len(document) + 1))
    if all(page.width == 0 for page in pages):
        raise damaged("none of its pages can be opened")
    return pages


@contextmanager
def opened(data: bytes) -> Iterator[pdfium.PdfDocument]:
    """The document, closed at the end. Raises UnreadableLetter where it cannot be opened."""
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD or "assword" in str(error):
            raise locked() from error
        raise damaged(str(error).rstrip(". ")) from error
    try:
        yield document
    finally:
        document.close()


def _page(document: pdfium.PdfDocument, number: int, styles: Styles) -> Page:
    try:
        page = document[number - 1]
    except pdfium.PdfiumError:
        log.warning("page %d cannot be opened and is left empty", number)
        return Page(number, 0.0, 0.0, ())
    try:
        frame = Frame.of(page.raw, number)
        text = page.get_textpage()
        try:
            words = words_of(pieces_of(text.raw, frame, styles), frame)
        finally:
            text.close()
        rules, images = drawings_of(page.raw, frame)
        return Page(number, frame.width, frame.height, words, rules, images)
    finally:
        page.close()
