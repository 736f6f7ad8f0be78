"""Stage read. A letter's bytes to pages of words with boxes, size and style; raises UnreadableLetter.

The only room that knows a PDF library. pypdfium2 reads every page; a page whose characters make no sense
is read again by pdfplumber (`second_opinion`). A reader for scanned pages has its place beside those two:
a function from the letter and a page's number to a Page whose `reader` is 'ocr'.
"""

from __future__ import annotations

from kamerstukken.model import Letter, Page
from kamerstukken.read.faults import check_bytes, check_pages
from kamerstukken.read.pdfium import pages_of
from kamerstukken.read.second_opinion import best_of

__all__ = ["read_pages"]


def read_pages(letter: Letter) -> tuple[Page, ...]:
    """All pages of a letter, words in the order of the file's text layer.

    Raises UnreadableLetter where no page can be had (empty, no PDF, cut off, locked by a password) or where
    no page has a text layer (a scan).
    """
    check_bytes(letter.data)
    pages = best_of(letter, pages_of(letter.data))
    check_pages(pages)
    return pages
