"""Stage read. Pages whose characters make no sense are read again by pdfplumber, and the better reading is kept."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from kamerstukken.model import Box, Letter, Page, Word

log = logging.getLogger(__name__)

STRANGE = re.compile("[\x00-\x1f\ufffd\ue000-\uf8ff]")
DOUBTFUL = 0.05
"""A page is read again where more than this share of its characters has no meaning."""
FEWEST = 20
"""Characters: on a page with fewer there is nothing to judge by."""
MOST_PAGES = 10
"""pdfplumber needs a fifth of a second a page; a long letter in a broken font is not worth more than this."""


def best_of(letter: Letter, pages: tuple[Page, ...]) -> tuple[Page, ...]:
    """The pages, each by the reader that made more sense of it."""
    doubtful = [page.number for page in pages if nonsense(page.words) > DOUBTFUL][:MOST_PAGES]
    if not doubtful:
        return pages
    again = _read_again(letter, pages, doubtful)
    return tuple(
        again[page.number]
        if page.number in again and nonsense(again[page.number].words) < nonsense(page.words)
        else page
        for page in pages
    )


def nonsense(words: Sequence[Word]) -> float:
    """Share of characters without a meaning: replacement, control, private use; 0 on a nearly empty page."""
    text = "".join(word.text for word in words)
    if len(text) < FEWEST:
        return 0.0
    return len(STRANGE.findall(text)) / len(text)


def _read_again(letter: Letter, pages: Sequence[Page], numbers: Sequence[int]) -> dict[int, Page]:
    import pdfplumber

    found: dict[int, Page] = {}
    try:
        with pdfplumber.open(io.BytesIO(letter.data)) as pdf:
            for number in numbers:
                words = pdf.pages[number - 1].extract_words(extra_attrs=["fontname", "size"])
                kept = tuple(_word(word, number) for word in words)
                found[number] = replace(pages[number - 1], words=kept, reader="pdfplumber")
    except Exception as error:  # pdfminer raises whatever it stumbles over; the first reading stands
        log.info("%s: no second opinion (%s)", letter.file, error)
    return found


def _word(word: dict[str, Any], number: int) -> Word:
    font = str(word["fontname"]).partition("+")[2] or str(word["fontname"])
    box = Box(number, word["x0"], word["top"], word["x1"], word["bottom"])
    lower = font.lower()
    return Word(
        word["text"], box, float(word["size"]), font, "bold" in lower, "ital" in lower or "obli" in lower
    )
