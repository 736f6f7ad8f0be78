"""Stage read. What can be wrong with a file, and what a user can do about it; raises UnreadableLetter."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import islice

from kamerstukken.errors import UnreadableLetter
from kamerstukken.model import Page

HEADER_WITHIN = 1024
"""A PDF's header stands in its first 1024 bytes (ISO 32000-1, annex H, implementation note 13)."""

FEWEST_LETTERS = 25
"""A file with fewer letters than this on all its pages together has no text layer worth the name."""

# '<!DOCTYPE html>', '<html lang="nl">'
HTML = re.compile(rb"^\s*(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)

OTHER_FORMATS = (
    (b"PK\x03\x04", "a zip or Office file (.docx, .odt, .xlsx)"),
    (b"\xd0\xcf\x11\xe0", "an old Office file (.doc, .xls)"),
    (b"{\\rtf", "an RTF file"),
    (b"<?xml", "an XML file"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"\x89PNG", "a PNG picture"),
)

FETCH_AGAIN = "Download it again and check that it opens in a PDF viewer"


def check_bytes(data: bytes) -> None:
    """Raise UnreadableLetter where the bytes cannot be a PDF."""
    if not data.strip(b"\x00 \t\r\n"):
        raise UnreadableLetter("The file is empty (0 bytes of content)", remedy=FETCH_AGAIN)
    if b"%PDF-" in data[:HEADER_WITHIN]:
        return
    if HTML.match(data[:HEADER_WITHIN]):
        raise UnreadableLetter(
            "The file is a web page (HTML), not a PDF; the download probably gave an error page",
            remedy=FETCH_AGAIN,
        )
    kind = next((name for start, name in OTHER_FORMATS if data.startswith(start)), None)
    what = f"The file is {kind}, not a PDF" if kind else "The file is not a PDF (it has no %PDF header)"
    raise UnreadableLetter(what, remedy="Save or export it as a PDF")


def damaged(detail: str) -> UnreadableLetter:
    """The error for a PDF that cannot be opened, not even in part."""
    return UnreadableLetter(f"The PDF is damaged or cut off ({detail})", remedy=FETCH_AGAIN)


def locked() -> UnreadableLetter:
    """The error for a PDF that asks for a password."""
    return UnreadableLetter(
        "The PDF is encrypted and asks for a password",
        remedy="Save it without a password (open it with the password and print it to a PDF)",
    )


def check_pages(pages: Sequence[Page], no_ocr: Callable[[], str] = lambda: "") -> None:
    """Raise UnreadableLetter where no page has text: a scan, or pages whose content is lost.

    `no_ocr()` says what to install for OCR; empty where it is there, and found nothing.
    """
    letters = (char for page in pages for word in page.words for char in word.text if char.isalpha())
    if len(list(islice(letters, FEWEST_LETTERS))) == FEWEST_LETTERS:
        return
    if any(page.images for page in pages):
        raise UnreadableLetter(
            f"No text layer: the {len(pages)} page(s) are pictures (a scan)",
            remedy=no_ocr()
            or "OCR finds no text in them; check that they hold any, or scan them anew at 300 dpi",
        )
    raise UnreadableLetter(f"No text on the {len(pages)} page(s)", remedy=FETCH_AGAIN)
