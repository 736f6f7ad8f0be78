"""The pages that acts stand on, as pictures small enough to lie in the report."""

from __future__ import annotations

import base64
import logging
from collections.abc import Iterator

from kamerstukken.errors import UnreadableLetter
from kamerstukken.read.picture import page_pictures
from kamerstukken.register import Register, path_of
from kamerstukken.report.values import Act, Content, Picture

log = logging.getLogger(__name__)

BUDGET = 25_000_000
"""Bytes of pictures in a report at most, as base64, about 1,000 pages; pages beyond it are shown by a link to the PDF alone."""


def pictures(register: Register, content: Content, *, budget: int = BUDGET) -> Iterator[Picture]:
    """Pictures in the order of the letters. A letter whose PDF is gone or changed has none, and that is logged."""
    pages = _pages(content.acts)
    for n, letter in enumerate(content.letters):
        for picture in _letter(register, letter.id, n, pages.get(n, ())):
            budget -= len(picture.data)
            if budget < 0:
                log.warning("not all pages fit the report; the others open as PDF")
                return
            yield picture


def _pages(acts: tuple[Act, ...]) -> dict[int, tuple[int, ...]]:
    """Letter to the pages that its acts stand on."""
    pages: dict[int, set[int]] = {}
    for act in acts:
        pages.setdefault(act.letter, set()).update([act.page, *(box[0] for box in act.boxes)])
    return {letter: tuple(sorted(numbers)) for letter, numbers in pages.items()}


def _letter(register: Register, letter: str, n: int, pages: tuple[int, ...]) -> Iterator[Picture]:
    if not pages:
        return
    path = path_of(register.files(letter)[0].uri, register.folder)
    try:
        found = page_pictures(path.read_bytes(), pages)
    except (OSError, UnreadableLetter) as error:
        log.warning("%s: no pictures of its pages (%s)", path.name, error)
        return
    for page in found:
        data = base64.b64encode(page.data).decode("ascii")
        yield Picture(f"{n}:{page.page}", round(page.width, 2), round(page.height, 2), data)
