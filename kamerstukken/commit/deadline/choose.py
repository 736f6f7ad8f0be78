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

from kamerstukken.commit.deadline.grammar import FoundDeadline, moments, whole
from kamerstukken.commit.deadline.text import as_day
from kamerstukken.commit.sentences import sentence_end, sentence_start
from kamerstukken.model import Block, Deadline, Document, Span

# 'om … te', 'die', 'waarin', 'zoals': what follows describes something else than the act
ASIDE = re.compile(
    r"\b(?:om|die|welke|waar(?:in|mee|bij|voor|door|van|op|uit|na|aan|toe|over|onder)|wat|zoals|omdat|aangezien|terwijl|sinds|wie|doordat|zodat)\b",
    re.IGNORECASE,
)
# 'de brief van 5 juni', 'd.d. 5 juni', 'het verslag (5 juni)': the day of a paper or a meeting
OF_PAPER = re.compile(r"(?:\b(?:van|dd|d\.d\.|gedateerd|gedagtekend)\s+(?:de\s+)?)$", re.IGNORECASE)
A_DAY = re.compile(r"\d{1,2}\s+[a-z]{3,}\.?", re.IGNORECASE)  # '6 maart', without a year or 'as.'
COUNTED = re.compile(
    r"(?:uiterlijk\s+)?(?:binnen|na)\b.*(?:jaar|jaren|maand|maanden|week|weken|dagen)$", re.IGNORECASE
)  # 'binnen een half jaar'
# 'Dit onderzoek wordt …', 'Naar verwachting is …', 'Het streven is …': a sentence that goes on about the act before it
GOES_ON = re.compile(
    r"""\W*(?:(?:Dit|Dat|Deze|Die|Hier(?:mee|van|voor|over|bij|toe)|Daar(?:mee|van|voor|over|toe)|Het\s+(?:streven|doel|voornemen|bezoek|onderzoek|plan|rapport|traject))
    |(?:Naar\s+verwachting|De\s+verwachting|Mijn\s+(?:streven|doel|verwachting)|De\s+planning|De\s+(?:oplevering|afronding|publicatie|inwerkingtreding)|Volgens\s+planning))\b""",
    re.VERBOSE,
)
# an act that is still to come can have its moment in the next sentence; one that is reported has none
PROMISED = re.compile(r"\b(?:zal|zullen|gaat|gaan|ga|word|wordt|worden|toegezegd|verzocht)\b", re.IGNORECASE)
# 'wordt verwacht', 'gereed', 'afgerond', 'zal plaatsvinden': the sentence tells when
TELLS_WHEN = re.compile(
    r"\b(?:verwacht\w*|gereed|afgerond|af\s+te\s+ronden|klaar|opgeleverd|plaats\w*|start\w*|loopt|beschikbaar|afronding|streven|doel|planning|uitgevoerd|doorlopen|vindt|voorzien|gepland|lopen|doen)\b",
    re.IGNORECASE,
)
# 'Bij deze evaluatie …', 'Daarbij …', 'In deze brief …', 'Dan …': the moment stands in the sentence before
GOES_BACK = re.compile(
    r"\W*(?:Daarbij|Hierbij|Daarin|Hierin|Dan|Daartoe|Bij\s+dez?e|Bij\s+die|In\s+(?:dit|deze|die|dat)\s+\w+|En|Ook\s+(?:dan|daar\w+))\b"
)
# 'zijn we van start gegaan', 'heb ik … ingesteld'
PERFECT = re.compile(
    r"\b(?:heb|heeft|hebben|is|zijn|ben|werd|werden)\b.{0,300}?\b(?:\w{0,6}ge(?!meent|pland|reed|richt)\w{3,}|begonnen|be\w{3,}[dt])\b",
    re.IGNORECASE,
)
FUTURE = re.compile(
    r"\b(?:zal|zullen|wordt|worden|gaat|gaan|ga|wil|willen|gepland|voorzien|verwacht|voornemens|beschikbaar|gereserveerd|begroot|te)\b",
    re.IGNORECASE,
)


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
        return _of_row(document, block, at, end, day)
    own, aside = _own(block.text[at:end], day, block.text[:at])
    ways: tuple[Callable[[], Deadline | None], ...] = (
        lambda: own,
        lambda: _lead_in(document, block, day),
        lambda: aside if own is None else None,
        lambda: _before_in_sentence(block.text, at, day),
        lambda: _next_sentence(block.text, at, end, day),
        lambda: _previous_sentence(block.text, at, end, day),
    )
    if own is not None and own.rrule:
        return own
    return next((d for d in (way() for way in ways) if d and (d.start or d.end)), None) or own or aside


def governing(text: str, date: str | datetime.date, *, before: str = "") -> Deadline | None:
    """The moment in an act's own words that says when it is done; `before` are the words that precede them.

    Raises ValueError where `date` is no day.
    """
    main, aside = _own(text, as_day(date), before)
    return main or aside


def _own(text: str, day: datetime.date, before: str) -> tuple[Deadline | None, Deadline | None]:
    """The moment of the main clause, and that of an aside ('…, waarin vanaf 2013 ook …')."""
    found = [f for f in moments(text, day) if not f.past and not _of_a_paper(before + text[: f.start], f)]
    if PERFECT.search(text) and not FUTURE.search(text):
        found = [f for f in found if not _begun(f, day)]
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
    """'Dit schooljaar zijn we gestart met …': what has been done in a stretch that is not over yet."""
    d = found.deadline
    scope = d.text.lower().startswith("voor")
    return d.start is not None and d.end is not None and d.start <= day.isoformat() and not scope


def _of_a_paper(before: str, found: FoundDeadline) -> bool:
    return bool(A_DAY.fullmatch(found.deadline.text) and OF_PAPER.search(before))


def _aside(found: FoundDeadline, asides: list[int], text: str) -> bool:
    quoted = max(text.rfind(mark, 0, found.start) for mark in "‘“")
    if quoted > 0 and not re.search("[’”]", text[quoted : found.start]):
        return True
    before = bisect_left(asides, found.start)
    last = asides[before - 1] if before else None
    return last is not None and not re.search("[,.;]", text[last : found.start]) and last > 0


def _before_in_sentence(text: str, at: int, day: datetime.date) -> Deadline | None:
    start = sentence_start(text, at)
    if not text[start:at].strip():
        return None
    return governing(text[start:at], day)


def _next_sentence(text: str, at: int, end: int, day: datetime.date) -> Deadline | None:
    if not PROMISED.search(text[at:end]):
        return None
    following = sentence_end(text, max(0, end - 1))
    sentence = text[following : sentence_end(text, following)]
    if GOES_ON.match(sentence) and TELLS_WHEN.search(sentence):
        return governing(sentence, day)
    return None


def _previous_sentence(text: str, at: int, end: int, day: datetime.date) -> Deadline | None:
    start = sentence_start(text, at)
    if start == 0 or not GOES_BACK.match(text[start:end]):
        return None
    previous = text[sentence_start(text, start - 1) : start]
    return governing(previous, day)


def _lead_in(document: Document, block: Block, day: datetime.date) -> Deadline | None:
    """The line above a list that ends in a colon: its moment holds for every item."""
    if block.kind != "item":
        return None
    above = next((b for b in reversed(document.blocks[: block.n - 1]) if b.kind != "item"), None)
    if above is None or not above.text.rstrip().endswith(":"):
        return None
    return governing(above.text[sentence_start(above.text, len(above.text)) :], day)


def _of_row(document: Document, block: Block, at: int, end: int, day: datetime.date) -> Deadline | None:
    """A row's moment: a cell that is one, else the table's head ('Kwartaal 1', 'Planning Q3'), else the row's own words."""
    first = block.text.rfind("\n", 0, at) + 1
    last = block.text.find("\n", end)
    row = block.text[first : last if last >= 0 else len(block.text)]
    for cell in row.split("\t"):
        found = whole(cell.strip(), day)
        if found and (found.deadline.start or found.deadline.end):
            return found.deadline
    head = block.text.split("\n", 1)[0]
    if "\t" not in head and head != row and (inside := governing(head, day)):
        return inside
    return governing(block.text[at:end], day)
