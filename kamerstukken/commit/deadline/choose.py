"""Deadlines: which of the moments around an act governs it.

In this order: the act's own words; the words before it in its sentence ('Dit najaar zal ik … en … onderzoeken'); the line above a list
or the head of a table; a neighbouring sentence that plainly speaks of the same act ('Dit onderzoek is medio 2024 gereed.').
"""

from __future__ import annotations

import datetime
import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import replace

from kamerstukken.commit.deadline.grammar import FoundDeadline, moments
from kamerstukken.commit.deadline.neighbours import moment_after, moment_before
from kamerstukken.commit.deadline.rows import lead_in, moment_of_row, under_heading
from kamerstukken.commit.deadline.tense import FEW, is_compared, is_denied, is_done
from kamerstukken.commit.deadline.text import as_day
from kamerstukken.commit.sentences import sentence_start
from kamerstukken.model import Deadline, Document, Span

# 'om … te', 'die', 'waarin', 'zoals': what follows describes something else than the act
ASIDE = re.compile(
    r"\b(?:om|die|welke|waar(?:in|mee|bij|voor|door|van|op|uit|na|aan|toe|over|onder)|wat|zoals|omdat|aangezien|terwijl|sinds|wie|doordat|zodat)\b",
    re.IGNORECASE,
)
# 'de brief van 5 juni', 'd.d. 5 juni', 'het verslag (5 juni)': the day of a paper or a meeting
OF_PAPER = re.compile(r"(?:\b(?:van|dd|d\.d\.|gedateerd|gedagtekend)\s+(?:de\s+)?)$", re.IGNORECASE)
# 'Om de haven ook na 2025 open te houden, zal ik …': the moment of the purpose
PURPOSE = re.compile(r"\W*Om\b[^,;]{3,200}\bte\s+\w+en\b[^,;]{0,60},(?=.{10})")
# 'in de volgende rapportage, die voor eind mei verschijnt'
NEXT_PAPER = re.compile(
    r"(?:in|bij|met|via)\s+(?:\w+\s+)?(?:volgende|eerstvolgende|komende|aankomende)\b", re.IGNORECASE
)
UNDATED = re.compile(
    r"(?:in|op|begin|eind|medio|in\s+de)\s+(?:\d{1,2}\s+)?(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|zomer|winter|herfst|lente|voorjaar|najaar)",
    re.IGNORECASE,
)
"""A month, day or season without its year: of what is done it is the last, not the next."""
FARTHEST = 50
"""Years."""
A_DAY = re.compile(r"\d{1,2}\s+[a-z]{3,}\.?", re.IGNORECASE)  # '6 maart', without a year or 'as.'
COUNTED = re.compile(
    r"(?:uiterlijk\s+)?(?:binnen|na)\b.*(?:jaar|jaren|maand|maanden|week|weken|dagen)$", re.IGNORECASE
)  # 'binnen een half jaar'


def deadline_of(document: Document, act: Span, date: str | datetime.date) -> Deadline | None:
    """The deadline of an act, given its stretch of `Document.text` and the letter's day; None where nothing says when.

    Raises ValueError where `date` is no day.
    """
    day = as_day(date)
    block = document.block_at(act.start)
    if block is None:
        return None
    at, end = act.start - block.start, min(act.end - block.start, len(block.text))
    if block.kind == "table":
        return moment_of_row(document, block, at, end, day, governing)
    own, aside = _own(block.text[at:end], day, block.text[:at])
    if own is not None and own.rrule:
        return own
    words = block.text[at:end]
    ways: tuple[Callable[[], Deadline | None], ...] = (
        lambda: own,
        lambda: lead_in(document, block, day, _main),
        lambda: aside if own is None or NEXT_PAPER.match(own.text) else None,
        lambda: _before_in_sentence(block.text, at, day),
        lambda: moment_after(block.text, words, end, day, _main),
        lambda: moment_before(block.text, at, end, day, governing),
        lambda: under_heading(document, block, day),
    )
    return next((d for d in (way() for way in ways) if d and (d.start or d.end)), None) or own or aside


def governing(text: str, date: str | datetime.date, *, before: str = "") -> Deadline | None:
    """The moment in an act's own words that says when it is done; `before` are the words that precede them.

    Raises ValueError where `date` is no day.
    """
    main, aside = _own(text, as_day(date), before)
    return main or aside


def still_to_come(text: str, date: str | datetime.date) -> Deadline | None:
    """The moment of a main clause that is not over on a day ('is gepubliceerd en treedt op 1 juli in werking').

    Raises ValueError where `date` is no day.
    """
    day = as_day(date)
    found = _main(text, day)
    last = (found.end or found.start) if found else None
    return found if last and last >= day.isoformat() else None


def _main(text: str, day: datetime.date) -> Deadline | None:
    """The moment of a text's main clause alone."""
    return _own(text, day, "")[0]


def _own(text: str, day: datetime.date, before: str) -> tuple[Deadline | None, Deadline | None]:
    """The moment of the main clause, and that of an aside ('…, waarin vanaf 2013 ook …')."""
    found = [f for f in moments(text, day) if not f.past and not _elsewhere(before + text[: f.start], f)]
    found = [f for f in found if not (_begun(f, day) and is_done(text, f.start))]
    found = [f for f in found if not (is_denied(text, f.start, f.end) or _far_off(f, day))]
    asides = [m.start() for m in ASIDE.finditer(text)]
    sorted_out = [(f, _aside(f, asides, text)) for f in found]
    main, rest = [f for f, aside in sorted_out if not aside], [f for f, aside in sorted_out if aside]
    first = _first(main)
    if first and (wider := next((f.deadline for f in rest if _covers(f.deadline, first)), None)):
        first = wider
    return first, _first(rest)


def _first(found: list[FoundDeadline]) -> Deadline | None:
    exact = next((f.deadline for f in found if f.deadline.start or f.deadline.end), None)
    rhythm = next((f.deadline for f in found if f.deadline.rrule and f.deadline.rrule != "FREQ=YEARLY"), None)
    if rhythm and not (
        exact and rhythm.text.lower().endswith("lijkse")
    ):  # 'start in 2024 een jaarlijkse monitor' starts in 2024
        since = exact is not None and exact.start and not exact.end
        return replace(exact, rrule=rhythm.rrule) if exact and since else rhythm
    if exact is None:
        return found[0].deadline if found else None
    event = next((f.deadline for f in found if f.deadline.certainty == "gebeurtenis"), None)
    return event if event and COUNTED.match(exact.text) else exact


def _covers(wide: Deadline, narrow: Deadline) -> bool:
    both = wide.start and wide.end and narrow.start and narrow.end
    return bool(both) and wide.start <= narrow.start and narrow.end <= wide.end and wide.start < narrow.end  # type: ignore[operator]


def _begun(found: FoundDeadline, day: datetime.date) -> bool:
    """'Dit schooljaar zijn we gestart met …', 'is in mei gestart': what has been done in a stretch that is not over, or whose year is not said."""
    d = found.deadline
    scope = d.text.lower().startswith("voor")
    begun = d.start is not None and d.end is not None and d.start <= day.isoformat() and not scope
    return begun or UNDATED.fullmatch(d.text) is not None


def _far_off(found: FoundDeadline, day: datetime.date) -> bool:
    """A year so far away is what a plan reckons with ('voor het jaar 2100'), and not when it is done."""
    first = found.deadline.start or found.deadline.end
    return first is not None and int(first[:4]) - day.year > FARTHEST


def _elsewhere(before: str, found: FoundDeadline) -> bool:
    """The day of a paper or a meeting, or a year to compare with."""
    of_paper = A_DAY.fullmatch(found.deadline.text) and OF_PAPER.search(before[-FEW:])
    return bool(of_paper) or is_compared(before)


def _aside(found: FoundDeadline, asides: list[int], text: str) -> bool:
    quoted = max(text.rfind(mark, 0, found.start) for mark in "‘“")
    if quoted > 0 and not re.search("[’”]", text[quoted : found.start]):
        return True
    if (purpose := PURPOSE.match(text)) and found.end <= purpose.end():
        return True
    before = bisect_left(asides, found.start)
    last = asides[before - 1] if before else None
    return last is not None and not re.search("[,.;]", text[last : found.start]) and last > 0


def _before_in_sentence(text: str, at: int, day: datetime.date) -> Deadline | None:
    start = sentence_start(text, at)
    if not text[start:at].strip():
        return None
    return governing(text[start:at], day)
