"""Stage read. PDF bytes to pages, by pypdfium2; raises UnreadableLetter where the file cannot be opened."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from kamerstukken.model import Page
from kamerstukken.read.characters import pieces_of
from kamerstukken.read.drawings import drawings_of
from kamerstukken.read.faults import damaged, locked
from kamerstukken.read.geometry import Frame
from kamerstukken.read.repair import repaired
from kamerstukken.read.styles import Styles
from kamerstukken.read.words import words_of

log = logging.getLogger(__name__)


def pages_of(data: bytes) -> tuple[Page, ...]:
    """All pages that can be opened; a page that cannot is left empty and logged.

    A damaged file is repaired first, and its pages say so. Raises UnreadableLetter where the document itself
    cannot be opened or holds no page.
    """
    with _opened(data) as (document, mended):
        if len(document) == 0:
            raise damaged("no page found")
        styles = Styles()
        pages = tuple(_page(document, number, styles) for number in range(1, len(document) + 1))
    if all(page.width == 0 for page in pages):
        raise damaged("none of its pages can be opened")
    return tuple(replace(page, repaired=True) for page in pages) if mended else pages


@contextmanager
def opened(data: bytes) -> Iterator[pdfium.PdfDocument]:
    """The document, repaired where need be, closed at the end. Raises UnreadableLetter where it cannot be opened."""
    with _opened(data) as (document, _):
        yield document


@contextmanager
def _opened(data: bytes) -> Iterator[tuple[pdfium.PdfDocument, bool]]:
    """The document, and whether it had to be repaired."""
    document, mended = _document(data)
    try:
        yield document, mended
    finally:
        document.close()


def _document(data: bytes, *, mended: bool = False) -> tuple[pdfium.PdfDocument, bool]:
    try:
        return pdfium.PdfDocument(data), mended
    except pdfium.PdfiumError as error:
        # The library's last error may be that of the file before this one: what it says is not passed on, and that
        # it wants a password is believed only of a file that is encrypted.
        if b"/Encrypt" in data and (
            getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD or "assword" in str(error)
        ):
            raise locked() from error
        whole = None if mended else repaired(data)
        if whole is None:
            raise damaged("it cannot be opened") from error
        return _document(whole, mended=True)


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
