"""Stage 5, first step. A Document to the stretches that may carry an act: sentences, list items, table rows.

A unit knows its surroundings (heading, the line a list hangs on, its neighbours), because a sentence such as
'de Veteranennota' is a promise only under 'In mei ontvangt de Kamer:'.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kamerstukken.language.sentences import sentence_spans
from kamerstukken.model import Block, Document, Span

ROW_BREAK = "\n"
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
        found += _units_of(block, around, len(document.blocks))
        around = _next(around, block)
    return tuple(found)


def _units_of(block: Block, around: _Around, blocks: int) -> Iterator[Unit]:
    if block.kind == "heading" or _asks(block):
        return
    spans = _rows(block.text) if block.kind == "table" else sentence_spans(block.text)
    texts = [block.text[s.start : s.end] for s in spans]
    for n, (span, text) in enumerate(zip(spans, texts, strict=True)):
        yield Unit(
            span=Span(block.start + span.start, block.start + span.end),
            text=text,
            block=block,
            index=n,
            count=len(spans),
            headings=tuple(words for _, words in around.headings),
            question=around.question if block.kind in ("answer", "question") else "",
            lead_in=around.lead_in if block.kind in ("item", "table") else "",
            head=texts[0] if block.kind == "table" and n else "",
            before=texts[n - 1] if n else "",
            after=texts[n + 1] if n + 1 < len(texts) else "",
            place=block.n / blocks,
        )


def _asks(block: Block) -> bool:
    """A question that asks: one without a question mark is an answer that was read as a question."""
    return block.kind == "question" and "?" in block.text


def _rows(text: str) -> tuple[Span, ...]:
    spans = []
    at = 0
    for row in text.split(ROW_BREAK):
        if row.strip():
            spans.append(Span(at, at + len(row.rstrip())))
        at += len(row) + len(ROW_BREAK)
    return tuple(spans)


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
