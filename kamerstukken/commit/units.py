"""Stage 5, first step. A Document to the stretches that may carry an act: sentences, list items, table rows.

A unit knows its surroundings (heading, the line a list hangs on, its neighbours), because a sentence such as
'de Veteranennota' is a promise only under 'In mei ontvangt de Kamer:'.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kamerstukken.language.sentences import sentence_spans
from kamerstukken.model import Block, Document, Span

ROW_BREAK = "\n"
CELL_BREAK = "\t"

LONG = 40
"""A table's row of one cell with more words than this is running text that stands in a frame."""

PERIOD = re.compile(
    r"(?:planning\s+)?(?:Q[1-4]|(?:(?:1e|2e|3e|4e|eerste|tweede|derde|vierde)\s+)?kwartaal(?:\s+[1-4])?)(?:\s+(?:van\s+)?20\d\d)?",
    re.IGNORECASE,
)
"""'Planning Q1', 'Kwartaal 2', 'eerste kwartaal 2023': a moment alone."""

NAME_WORDS = 4
"""Words that the name of a column has at most."""

YEAR = re.compile(r"\b(?:19|20)\d\d\b")
MONEY_UNIT = re.compile(
    r"\b(?:in|x|bedragen)\s+(?:€|\$|usd|eur|euro)\s*1\.?000\b|\bin\s+(?:duizenden|miljoenen)\b", re.IGNORECASE
)
"""'(in € 1000)', 'in USD 1000': in what a column is counted."""

DIGIT = re.compile(r"\d")

LEAD_IN = re.compile(r":\s*\Z")
"""'Concreet betekent dit dat ik:' — the line that a list hangs on."""

TOP = 4
"""Headings whose depth is not known are taken as this deep, so that they replace each other."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch that may carry an act. `index` and `count` place it among the units of its block.

    `lead_in` is the line that the list hangs on, `head` a table's first row, `before` and `after` the
    neighbouring sentences; '' where there is none.
    """

    span: Span
    text: str
    block: Block
    index: int
    count: int
    headings: tuple[str, ...] = ()
    question: str = ""
    lead_in: str = ""
    head: str = ""
    before: str = ""
    after: str = ""
    place: float = 0.0
    """0..1: how far down the letter."""
    date: str | None = None
    """The day of the letter (ISO 8601), which years and months in the text are seen from."""

    @property
    def heading(self) -> str:
        """The nearest heading above, or ''."""
        return self.headings[-1] if self.headings else ""


@dataclass(frozen=True, slots=True)
class _Around:
    headings: tuple[tuple[int, str], ...] = ()
    question: str = ""
    lead_in: str = ""


def units(document: Document) -> tuple[Unit, ...]:
    """All units of a letter in reading order. Headings and questions are surroundings, never units."""
    found: list[Unit] = []
    around = _Around()
    for block in document.blocks:
        found += _units_of(block, around, document)
        around = _next(around, block)
    return tuple(found)


def _units_of(block: Block, around: _Around, document: Document) -> Iterator[Unit]:
    if block.kind == "heading" or _asks(block):
        return
    table = block.kind == "table"
    parts = _rows(block.text) if table else [(span, False) for span in sentence_spans(block.text)]
    texts = [block.text[span.start : span.end] for span, _ in parts]
    running = replace(block, kind="paragraph")
    for n, ((span, prose), text) in enumerate(zip(parts, texts, strict=True)):
        if table and len(parts) > 1 and _heads(text, first=n == 0):
            continue
        hangs = block.kind in ("item", "table") and not prose
        yield Unit(
            span=Span(block.start + span.start, block.start + span.end),
            text=text,
            block=running if prose else block,
            index=n,
            count=len(parts),
            headings=tuple(words for _, words in around.headings),
            question=around.question if block.kind in ("answer", "question") else "",
            lead_in=around.lead_in if hangs else "",
            head=texts[0] if table and hangs and n else "",
            before=texts[n - 1] if n else "",
            after=texts[n + 1] if n + 1 < len(texts) else "",
            place=block.n / len(document.blocks),
            date=document.metadata.date,
        )


def _asks(block: Block) -> bool:
    """A question that asks: one without a question mark is an answer that was read as a question."""
    return block.kind == "question" and "?" in block.text


def _rows(text: str) -> list[tuple[Span, bool]]:
    """The rows of a table, and of each whether it is prose: running text in a frame, parted into its sentences and weighed as a paragraph."""
    rows: list[tuple[Span, bool]] = []
    at = 0
    for row in text.split(ROW_BREAK):
        if row.strip():
            prose = CELL_BREAK not in row.strip() and len(row.split()) > LONG
            parts = sentence_spans(row.rstrip()) if prose else (Span(0, len(row.rstrip())),)
            rows += [(Span(at + part.start, at + part.end), prose) for part in parts]
        at += len(row) + len(ROW_BREAK)
    return rows


def _heads(row: str, *, first: bool) -> bool:
    """A row that heads others: 'Planning Q1', or at the top of a table names of its columns ('bestemming, tijdspad, type bezoek')."""
    if PERIOD.fullmatch(row.strip()):
        return True
    if MONEY_UNIT.search(row) and not DIGIT.search(MONEY_UNIT.sub("", YEAR.sub("", row))):
        return True
    names = [cell.strip() for cell in row.split(CELL_BREAK) if cell.strip()]
    short = all(len(name.split()) <= NAME_WORDS and not DIGIT.search(name) for name in names)
    return first and short and (len(names) > 1 or row.startswith(CELL_BREAK))


def _next(around: _Around, block: Block) -> _Around:
    """The surroundings of the block that follows this one."""
    if block.kind == "heading":
        depth = block.level or TOP
        above = tuple(h for h in around.headings if h[0] < depth)
        return _Around((*above, (depth, block.text)), around.question, "")
    if _asks(block):
        return _Around(around.headings, block.text, "")
    if block.kind in ("item", "table"):
        return around
    last = sentence_spans(block.text)[-1:]
    line = block.text[last[0].start : last[0].end] if last else ""
    return _Around(around.headings, around.question, line if LEAD_IN.search(line) else "")
