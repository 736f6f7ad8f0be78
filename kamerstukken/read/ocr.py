"""Stage read. Pages that are pictures, or whose characters make no sense, are read by OCR (Tesseract), each marked so.

Tesseract is a program of its own with Dutch data beside it; both are looked for at run time, and `missing` says what to install.
A page comes out upright and straight: a turned or skewed scan is set right first, and boxes are those of the page set right.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from kamerstukken.model import Letter, Page
from kamerstukken.read.garbled import garbled, known
from kamerstukken.read.hocr import words_and_confidence
from kamerstukken.read.pdfium import opened
from kamerstukken.read.second_opinion import DOUBTFUL, nonsense
from kamerstukken.read.straight import straightened

if TYPE_CHECKING:
    from PIL.Image import Image

log = logging.getLogger(__name__)

DPI = 200
"""Dots an inch; with 300, pages of letters take twice the time and are read no better."""
NARROW = 0.85
"""Pages are made this much narrower: Tesseract takes the narrow blanks of Verdana for none ('voorde'), and does so less
where letters are narrow too. Chosen on four pages of real letters at 200 dpi, where 97.7% of the words
were right so; as they are, 95.5% on five pages."""
MOST_PIXELS = 5000
"""A side of a picture: A1 at 150 dpi. Larger pages are read with fewer dots an inch."""
FEWEST_LETTERS = 25
"""A page with more letters than this has a text layer."""
COVERED = 0.4
"""A page is a picture where pictures cover more than this share of it; a logo or a chart covers less."""
PAGE_SECONDS = 120
"""What one page may take; a dense page takes three to five seconds."""
SURE = 0.6
"""A page read with less confidence than this may stand on its side or its head."""

INSTALL = (
    "`apt-get install tesseract-ocr tesseract-ocr-nld` (Debian, Ubuntu), `brew install tesseract tesseract-lang` (macOS), "
    "or on Windows the installer of UB Mannheim with Dutch ticked"
)


@cache
def missing() -> str:
    """What OCR needs and is not installed here, with the way to get it; empty where all is there."""
    import pytesseract

    try:
        if "nld" in pytesseract.get_languages():
            return ""
        return f"Tesseract has no Dutch data: install {INSTALL}, then run again with --retry"
    except (OSError, pytesseract.TesseractError, pytesseract.TesseractNotFoundError):
        return f"For OCR install Tesseract with its Dutch data: {INSTALL}; then run again with --retry"


def with_ocr(letter: Letter, pages: tuple[Page, ...]) -> tuple[Page, ...]:
    """The pages, those without a text layer that makes sense read by OCR where it is installed."""
    wanted = [page for page in pages if _needs_ocr(page)]
    if not wanted:
        return pages
    if missing():
        numbers = ", ".join(str(page.number) for page in wanted)
        log.warning("%s: page %s not read, for want of a text layer. %s", letter.file, numbers, missing())
        return pages
    read = _read(letter.data, wanted)
    return tuple(_better(page, read.get(page.number, page)) for page in pages)


def _better(page: Page, read: Page) -> Page:
    """What OCR read, unless the text layer was in doubt for its words and has as many that make sense."""
    in_doubt = nonsense(page.words) <= DOUBTFUL and garbled(page.words)
    return page if in_doubt and known(page.words) >= known(read.words) else read


def _needs_ocr(page: Page) -> bool:
    if nonsense(page.words) > DOUBTFUL or garbled(page.words):
        return True
    letters = sum(char.isalpha() for word in page.words for char in word.text)
    covered = sum(max(0.0, box.width) * max(0.0, box.height) for box in page.images)
    return letters < FEWEST_LETTERS and covered > COVERED * page.width * page.height > 0


def _read(data: bytes, pages: Sequence[Page]) -> dict[int, Page]:
    found = {}
    with opened(data) as document:
        for page in pages:
            picture = document[page.number - 1]
            try:
                scale = min(DPI / 72, MOST_PIXELS / max(page.width, page.height))
                image = picture.render(scale=scale, grayscale=True).to_pil()
            finally:
                picture.close()
            found[page.number] = _page(page, image, scale)
    return found


def _page(page: Page, image: Image, scale: float) -> Page:
    """The page as OCR reads it: as it lies, or turned where it makes more sense so."""
    read = _upright(page, image, scale)
    if (read.confidence or 0.0) < SURE and (turn := _turn(image)):
        turned = _upright(page, image.rotate(turn, expand=True), scale)
        if (turned.confidence or 0.0) > (read.confidence or 0.0):
            return turned
    return read


def _upright(page: Page, image: Image, scale: float) -> Page:
    import pytesseract

    image = straightened(image)
    narrow = image.resize((max(1, round(image.width * NARROW)), image.height))
    config = f"--dpi {round(scale * 72)}"
    try:
        hocr = pytesseract.image_to_pdf_or_hocr(
            narrow, lang="nld", config=config, extension="hocr", timeout=PAGE_SECONDS
        )
    except (RuntimeError, OSError) as error:  # too slow, or a picture that Tesseract cannot take
        log.warning("page %d cannot be read by OCR (%s)", page.number, error)
        return replace(page, reader="ocr", confidence=0.0)
    words, confidence = words_and_confidence(hocr, page.number, (1 / (scale * NARROW), 1 / scale))
    width, height = image.width / scale, image.height / scale
    return replace(page, words=words, width=width, height=height, rules=(), images=(), reader="ocr", confidence=confidence)  # fmt: skip


def _turn(image: Image) -> int:
    """By how many degrees, against the clock, the picture must be turned to stand upright: 0, 90, 180 or 270."""
    import pytesseract

    try:
        found = pytesseract.image_to_osd(image, output_type=pytesseract.Output.DICT, timeout=PAGE_SECONDS)
    except (RuntimeError, OSError):  # too few characters to tell
        return 0
    return int(found["orientation"]) % 360
