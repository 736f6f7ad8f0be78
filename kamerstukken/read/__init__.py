"""Stage read. A letter's bytes to pages of words with boxes, size and style; raises UnreadableLetter.

The only room that knows a PDF library. pypdfium2 reads every page; a page whose characters make no sense
is read again by pdfplumber (`second_opinion`), and one that still makes none, or is a picture, by OCR (`ocr`).
"""

from __future__ import annotations

from kamerstukken.model import Letter, Page
from kamerstukken.read.faults import check_bytes, check_pages
from kamerstukken.read.ocr import missing, with_ocr
from kamerstukken.read.pdfium import pages_of
from kamerstukken.read.second_opinion import best_of

__all__ = ["read_pages"]

SWITCHED_OFF = "The recipe says `ocr = false`: take that line out to have it read by OCR"


def read_pages(letter: Letter, *, ocr: bool = True) -> tuple[Page, ...]:
    """All pages of a letter, words in the order of the file's text layer; `ocr` also reads pages that are pictures.

    Raises UnreadableLetter where no page can be had (empty, no PDF, cut off, locked by a password) or where
    no page has text: a scan, where OCR is not installed or not wanted.
    """
    check_bytes(letter.data)
    pages = best_of(letter, pages_of(letter.data))
    if ocr:
        pages = with_ocr(letter, pages)
    check_pages(pages, missing if ocr else lambda: SWITCHED_OFF)
    return pages
