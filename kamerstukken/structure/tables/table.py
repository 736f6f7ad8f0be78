"""Stage structure. A table as cells by row and column; one that goes on over pages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kamerstukken.model import Word

Lines = tuple[tuple[Word, ...], ...]

DIGITS = re.compile(r"\d+")


@dataclass(frozen=True)
class Table:
    """Cells by row and column, each as lines of words."""

    page: int
    top: float
    bottom: float
    cells: tuple[tuple[Lines, ...], ...]
    last_page: int = 0
    """Where it ends, for a table over pages; 0 where it is on one."""


def goes_on(above: Table, below: Table) -> bool:
    """True where a table on the next page is the rest of this one: as many columns, and no head of its own."""
    return (
        below.page == (above.last_page or above.page) + 1
        and len(above.cells[0]) == len(below.cells[0])
        and not is_head(below.cells[0])
        and _pattern(above.cells[0]) != _pattern(below.cells[0])
    )


def over_pages(above: Table, below: Table) -> Table:
    """A table and its rest as one."""
    return Table(above.page, above.top, above.bottom, (*above.cells, *below.cells), below.page)


def _pattern(row: Sequence[Lines]) -> str:
    """A row's words with every number as 0: 'Planning Q1' and 'Planning Q2' head two tables of one kind."""
    return DIGITS.sub("0", " ".join(word.text for cell in row for line in cell for word in line))


def is_head(row: Sequence[Lines]) -> bool:
    """True where all words of a row are bold."""
    return all(word.bold for cell in row for line in cell for word in line)
