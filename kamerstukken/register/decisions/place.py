"""Where decided acts stand in a letter as it is now: also after new rules cut its sentences otherwise, or it was corrected."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from kamerstukken.model import Analysis, Commitment, Document, Quote, Span
from kamerstukken.register.decisions.fold import Standing
from kamerstukken.register.write import rounded

LEAST_SHARED = 0.6
"""Of the longer of two quotes, how much the other must cover to be the same sentence cut otherwise."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A standing decision in one letter: `n` the found act (from 1) that it stands in place of, None where there is none.

    `act` is as decided, with its place in this letter. `stands` is false where its words are no longer there.
    """

    standing: Standing
    n: int | None
    act: Commitment
    stands: bool = True


def place(analysis: Analysis, standings: Iterable[Standing]) -> tuple[Placed, ...]:
    """All standing decisions of a letter, each in its place. What was taken away and is not found again is left out."""
    standings = tuple(standings)
    numbers = {act.id: n for n, act in enumerate(analysis.commitments, 1)}
    rows = {standing.row for standing in standings}
    free = {n: act for n, act in enumerate(analysis.commitments, 1) if act.id not in rows}
    placed = []
    for standing in standings:
        n = numbers.get(standing.row)
        span = _span(analysis, standing.act, n)
        if n is None and span is not None:
            n = _same_sentence(span, free, standing.decision.beside)
            free.pop(n or 0, None)
        if n is not None or standing.stays:
            placed.append(_placed(analysis, standing, n, span))
    return tuple(placed)


def _placed(analysis: Analysis, standing: Standing, n: int | None, span: Span | None) -> Placed:
    act = replace(standing.act, letter=analysis.document.id)
    if span is None:
        return Placed(standing, n, act, stands=n is not None and not standing.stays)
    found = analysis.commitments[n - 1] if n is not None else None
    quote = _quote(analysis.document, standing.act, span, found)
    return Placed(standing, n, with_quote(analysis.document, act, quote))


def with_quote(document: Document, act: Commitment, quote: Quote) -> Commitment:
    """An act that says other words, or the same elsewhere: with the block and the page where they begin."""
    block = document.block_at(quote.span.start)
    page = quote.boxes[0].page if quote.boxes else (block.page if block else act.page)
    return replace(act, quote=quote, block=block.n if block else act.block, page=page)


def _span(analysis: Analysis, act: Commitment, n: int | None) -> Span | None:
    """Where an act's words stand now: as the found act that it is, else the nearest place with those words."""
    if n is not None and analysis.commitments[n - 1].quote.text == act.quote.text:
        return analysis.commitments[n - 1].quote.span
    return find(analysis.document.text, act.quote.text, near=act.quote.span.start)


def find(text: str, words: str, *, near: int = 0) -> Span | None:
    """The stretch of a text that says these words, whatever blanks stand between them; the one nearest to an offset."""
    parts = words.split()
    if not parts:
        return None
    pattern = re.compile(r"\s+".join(map(re.escape, parts)))
    found = (Span(*match.span()) for match in pattern.finditer(text))
    return min(found, key=lambda span: abs(span.start - near), default=None)


def _quote(document: Document, act: Commitment, span: Span, found: Commitment | None) -> Quote:
    """The words at their place. Word places are there while a letter is recorded, later only what was kept of them."""
    quote = document.quote(span)
    if quote.boxes:
        return replace(quote, boxes=tuple(map(rounded, quote.boxes)))
    for known in (act, found):
        if known and known.letter == document.id and known.quote.span == span:
            return replace(quote, boxes=known.quote.boxes)
    return replace(quote, boxes=found.quote.boxes if found else ())


def _same_sentence(span: Span, free: dict[int, Commitment], beside: Sequence[str]) -> int | None:
    """The found act that is this sentence cut otherwise: undecided, and not known as another act beside it."""
    shares = ((_shared(span, act.quote.span), n) for n, act in free.items() if act.id not in beside)
    share, n = max(shares, default=(0.0, 0))
    return n if share >= LEAST_SHARED else None


def _shared(one: Span, other: Span) -> float:
    common = min(one.end, other.end) - max(one.start, other.start)
    return common / max(len(one), len(other), 1)


def overlapping(quotes: Iterable[Quote], acts: Iterable[Commitment]) -> Iterator[str]:
    """Ids of the acts that share words with any of some quotes."""
    spans = [quote.span for quote in quotes]
    return (act.id for act in acts if any(act.quote.span.overlaps(span) for span in spans))
