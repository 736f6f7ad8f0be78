"""Stage structure. What is printed around the body of a page: repeated headers and footers, page numbers, the margin."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from kamerstukken.model import Page
from kamerstukken.structure.columns import Column
from kamerstukken.structure.lines import LEVEL, Line

TOP, BOTTOM = 0.17, 0.87
"""Shares of the page's height: headers stand above the first, footers below the second."""
DRIFT = 4.0
"""Points: how much the place of a repeated line may differ between pages."""

# 'Pagina 2 van 9', 'Blad 3/4', 'Page 1 of 4', '2 van 9'
PAGE_NUMBER = re.compile(
    r"^(?:(?:pagina|pag\.?|blad|bladnummer|page|p\.)\s*\d{1,3}(?:\s*(?:van|/|of|-)\s*\d{0,3})?|\d{1,3}\s*(?:van|/|of)\s*\d{1,3}|[-–]?\s*\d{1,3}\s*[-–]?)$",
    re.IGNORECASE,
)
# what page headers say on later pages: 'Ons kenmerk', 'Onze referentie', 'Datum'
HEADER_LABEL = re.compile(
    r"^(?:datum|(?:ons|uw|onze|mijn)?\s*(?:kenmerk|referentie|nummer)|nummer|bladnummer|pagina)\b\s*:?",
    re.IGNORECASE,
)
DIGITS = re.compile(r"\d+")


def body_lines(
    pages: Sequence[Page], lines: Sequence[Sequence[Line]], columns: Sequence[Column]
) -> tuple[list[list[Line]], list[Line]]:
    """The lines of each page that are not furniture, and the furniture of all pages."""
    repeated = _repeated(pages, lines, columns)
    kept: list[list[Line]] = []
    furniture: list[Line] = []
    for page, found, column in zip(pages, lines, columns, strict=True):
        body: list[Line] = []
        for line in found:
            aside = id(line) in repeated or _is_aside(line, page, column, found)
            (furniture if aside else body).append(line)
        headers = {id(line) for line in _header(body, page, column)} if page.number > 1 else set()
        furniture.extend(line for line in body if id(line) in headers)
        kept.append([line for line in body if id(line) not in headers])
    return kept, furniture


def _is_aside(line: Line, page: Page, column: Column, others: Sequence[Line]) -> bool:
    edge = line.box.bottom < TOP * page.height or line.box.top > BOTTOM * page.height
    if (
        edge
        and PAGE_NUMBER.match(line.text)
        and not (line.text.isdigit() and _text_beyond(line, page, column, others))
    ):
        return True
    if line.box.top > 0.9 * page.height and re.match(r"pagina\s*\d", line.text, re.IGNORECASE):
        return True
    return _in_margin(line, column, others)


def _text_beyond(line: Line, page: Page, column: Column, others: Sequence[Line]) -> bool:
    """True where text of the body stands between a bare number and the page's edge: the number of a question."""
    below = line.box.top > page.height / 2
    return any(
        other.size == line.size
        and abs(other.box.x0 - line.box.x0) < DRIFT
        and 0
        < (other.baseline - line.baseline if below else line.baseline - other.baseline)
        < 2 * column.pitch
        for other in others
    )


def _in_margin(line: Line, column: Column, others: Sequence[Line]) -> bool:
    """True beside the body: right of it in smaller type or off its baselines, or left of it."""
    if line.box.x0 >= column.right - 2:
        smaller = line.size <= 0.9 * column.size
        return smaller or not _has_neighbour(line, others, column)
    if line.box.x1 <= column.left + 2:
        return not (len(line.text) <= 6 and _has_neighbour(line, others, column))
    return False


def _has_neighbour(line: Line, others: Sequence[Line], column: Column) -> bool:
    return any(
        abs(other.baseline - line.baseline) <= LEVEL * line.size
        and other is not line
        and other.box.x0 < column.right - 2
        and other.box.x1 > column.left + 2
        for other in others
    )


def _repeated(pages: Sequence[Page], lines: Sequence[Sequence[Line]], columns: Sequence[Column]) -> set[int]:
    """Lines of headers, footers and the right margin that stand in the same place on another page, digits aside."""
    places: dict[str, list[tuple[int, Line]]] = defaultdict(list)
    for page, found, column in zip(pages, lines, columns, strict=True):
        for line in found:
            edge = line.box.bottom < TOP * page.height or line.box.top > BOTTOM * page.height
            if edge or line.box.x0 >= column.right:
                places[DIGITS.sub("#", line.text)].append((page.number, line))
    return {
        id(line)
        for text, found in places.items()
        for number, line in found
        if len(text) > 1
        and not line.words[0].superscript
        and any(_is_twin(number, line, other, twin) for other, twin in found)
    }


def _is_twin(number: int, line: Line, other: int, twin: Line) -> bool:
    """True where two pages print the same line in the same place; a number in it may count with the pages."""
    if other == number or not _same_place(line, twin):
        return False
    pairs = zip(DIGITS.findall(line.text), DIGITS.findall(twin.text), strict=True)
    return all(one == two or int(two) - int(one) == other - number for one, two in pairs)


def _same_place(line: Line, other: Line) -> bool:
    near = abs(line.box.x0 - other.box.x0) <= DRIFT or abs(line.box.x1 - other.box.x1) <= DRIFT
    return near and abs(line.baseline - other.baseline) <= DRIFT


def _header(body: Sequence[Line], page: Page, column: Column) -> Iterable[Line]:
    """A header in the body's column: small lines at the top with a label ('Ons kenmerk') among them."""
    top: list[Line] = []
    for line in sorted(body, key=lambda item: item.baseline):
        if line.box.bottom > TOP * page.height or column.near(line):
            break
        top.append(line)
    return top if any(HEADER_LABEL.match(line.text) for line in top) else ()
