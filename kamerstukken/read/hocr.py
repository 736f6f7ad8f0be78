"""Stage read. What Tesseract says of a page (hOCR) as words with boxes and size, and how sure it is of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from xml.etree.ElementTree import Element

from defusedxml import ElementTree

from kamerstukken.model import Box, Word

LINES = ("ocr_line", "ocr_header", "ocr_caption", "ocr_textfloat")
"""What Tesseract calls a line of print."""

# 'bbox 241 318 1287 352; baseline 0 -8; x_size 34; x_descenders 7; x_ascenders 8'
BOX = re.compile(r"bbox (?P<x0>\d+) (?P<top>\d+) (?P<x1>\d+) (?P<bottom>\d+)")
SIZE = re.compile(r"x_size (?P<size>[\d.]+)")
SURE = re.compile(r"x_wconf (?P<sure>\d+)")

NOISE = 0.3
"""Marks without a letter or digit that are less sure than this are specks, lines and logos."""

EM = 0.83
"""A font's size by the height from its longest descender to its highest ascender, which is what `x_size` measures."""

SAME = 0.18
"""Sizes that differ from the usual one of a page by less than this share are that one, measured roughly."""


@dataclass(frozen=True, slots=True)
class _Read:
    word: Word
    sure: float


def words_and_confidence(
    hocr: bytes, page: int, points: tuple[float, float]
) -> tuple[tuple[Word, ...], float]:
    """The words of a page in reading order, and 0..1 how sure they are, by character. `points` is a pixel's size."""
    read = list(_read(ElementTree.fromstring(hocr), page, points))
    letters = sum(len(r.word.text) for r in read)
    confidence = sum(r.sure * len(r.word.text) for r in read) / letters if letters else 0.0
    return _in_usual_sizes([r.word for r in read]), round(confidence, 3)


def _read(root: Element, page: int, points: tuple[float, float]) -> Iterator[_Read]:
    for line in root.iter():
        if line.get("class") not in LINES:
            continue
        place, size = BOX.search(line.get("title", "")), SIZE.search(line.get("title", ""))
        if place is None or size is None:
            continue
        top, bottom = int(place["top"]) * points[1], int(place["bottom"]) * points[1]
        for element in line.iter():
            if element.get("class") == "ocrx_word":
                yield from _word(
                    element, page, points[0], (top, bottom), float(size["size"]) * points[1] * EM
                )


def _word(
    element: Element, page: int, points: float, height: tuple[float, float], size: float
) -> Iterator[_Read]:
    """A word in the height of its line: 'een' and 'Ik' stand on one line, whatever their ink."""
    text = "".join(element.itertext()).strip()
    title = element.get("title", "")
    place, sure = BOX.search(title), SURE.search(title)
    if not text or place is None or sure is None:
        return
    share = int(sure["sure"]) / 100
    if share < NOISE and not any(char.isalnum() for char in text):
        return
    box = Box(page, int(place["x0"]) * points, height[0], int(place["x1"]) * points, height[1])
    yield _Read(Word(text, box, size), share)


def _in_usual_sizes(words: Sequence[Word]) -> tuple[Word, ...]:
    if not words:
        return ()
    usual = round(median(word.size for word in words for _ in word.text), 1)
    return tuple(Word(word.text, word.box, _size(word.size, usual)) for word in words)


def _size(size: float, usual: float) -> float:
    return usual if abs(size - usual) <= SAME * usual else round(size, 1)
