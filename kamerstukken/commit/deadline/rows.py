"""Deadlines: the moment of a row of a table or an item of a list, from its cell, the rows above it, the line it hangs on or its heading."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable

from kamerstukken.commit.deadline.grammar import FoundDeadline, whole
from kamerstukken.commit.sentences import sentence_start
from kamerstukken.model import Block, Deadline, Document

Governs = Callable[[str, datetime.date], Deadline | None]
"""A text and the letter's day to the moment of its main clause."""

ROW_BREAK, CELL_BREAK = "\n", "\t"
# 'Planning Q3', '3.2 Tweede kwartaal', 'Verwacht in 2024': what may stand before the moment in a head
BEFORE_HEAD = re.compile(
    r"\A\W*(?:\d+(?:\.\d+)*\.?\s+)?(?:(?:Planning|Overzicht|Periode|Verwachte?|Gepland|Voorzien|Toezeggingen|Kamerbrieven|Brieven|Stukken)\s+)*(?:voor\s+(?:het\s+)?)?",
    re.IGNORECASE,
)
IS_DONE = re.compile(r"\s*(?:per|op|sinds|vanaf|d\.d\.)\b", re.IGNORECASE)
EMPTY = frozenset({"", "-", "–", "—", "nvt", "n.v.t."})
MARKS = frozenset({"x", "✓", "✔", "•", "●", "v", "ja"})
"""What crosses a column in a planning table."""


def moment_of_row(
    document: Document, block: Block, at: int, end: int, day: datetime.date, governs: Governs
) -> Deadline | None:
    """A row's moment: a cell that is one, else the row above that heads its section, else its column's or the table's head,
    else the row's own words, else the heading above the table. `at` and `end` are the act's offsets in the block.
    """
    rows = block.text.split(ROW_BREAK)
    n = block.text.count(ROW_BREAK, 0, at)
    cells = rows[n].split(CELL_BREAK)
    for cell in cells:
        found = _days(cell, day)
        if found:
            return None if found.past and IS_DONE.match(cell) else found.deadline
    return (
        _section(rows[:n], day)
        or _column(rows[0].split(CELL_BREAK), cells, day)
        or (_table_head(rows[0], day, governs) if n else None)
        or governs(block.text[at:end], day)
        or under_heading(document, block, day)
    )


def lead_in(document: Document, block: Block, day: datetime.date, governs: Governs) -> Deadline | None:
    """The line above a list that ends in a colon: its moment holds for every item."""
    if block.kind != "item":
        return None
    above = next((b for b in reversed(document.blocks[: block.n - 1]) if b.kind != "item"), None)
    if above is None or not above.text.rstrip().endswith(":"):
        return None
    return governs(above.text[sentence_start(above.text, len(above.text)) :], day)


def under_heading(document: Document, block: Block, day: datetime.date) -> Deadline | None:
    """A heading that is a moment ('Tweede kwartaal 2024') holds for the rows and items beneath it."""
    if block.kind not in ("item", "table"):
        return None
    above = next((b for b in reversed(document.blocks[: block.n - 1]) if b.kind == "heading"), None)
    found = _headed(above.text, day) if above is not None else None
    return found.deadline if found and not found.past else None


def _days(text: str, day: datetime.date) -> FoundDeadline | None:
    found = whole(text.strip(" :"), day) if text.strip(" :") else None
    return found if found and (found.deadline.start or found.deadline.end) else None


def _headed(text: str, day: datetime.date) -> FoundDeadline | None:
    return _days(text, day) or _days(BEFORE_HEAD.sub("", text), day)


def _section(above: list[str], day: datetime.date) -> Deadline | None:
    """The nearest row above that is a moment by itself: it heads the rows beneath it."""
    for row in reversed(above):
        filled = [cell for cell in row.split(CELL_BREAK) if cell.strip() not in EMPTY]
        found = _headed(filled[0], day) if len(filled) == 1 else None
        if found and not found.past:
            return found.deadline
    return None


def _column(heads: list[str], cells: list[str], day: datetime.date) -> Deadline | None:
    """The head of the one filled cell that stands in a column of moments ('Q1 | Q2 | Q3', with a cross below one)."""
    if len(heads) != len(cells) or heads == cells:
        return None
    marked = [head for head, cell in zip(heads, cells, strict=True) if cell.strip().lower() in MARKS]
    found = _days(marked[0], day) if len(marked) == 1 else None
    return found.deadline if found else None


def _table_head(head: str, day: datetime.date, governs: Governs) -> Deadline | None:
    return governs(head, day) if CELL_BREAK not in head else None
