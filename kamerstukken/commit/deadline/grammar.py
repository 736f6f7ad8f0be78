"""Deadlines: the start symbol, and the search for moments in a text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from kamerstukken.commit.deadline.frames import bare, dated_event, in_frame
from kamerstukken.commit.deadline.loose import OPENERS, event, vague
from kamerstukken.commit.deadline.moment import Moment
from kamerstukken.commit.deadline.ranges import span
from kamerstukken.commit.deadline.recurrence import recurring
from kamerstukken.commit.deadline.relative import ahead, coming, some, within
from kamerstukken.commit.deadline.text import Parsed, Phrase, longest, tokenise
from kamerstukken.model import Deadline

_EXACT = longest(recurring, span, in_frame, dated_event, coming, within, ahead, bare)
_LOOSE = longest(vague, some, event)
PERSON = re.compile(r"De\s+(?:Winter|Zomer|Herfst)\b")
"""'de commissie-De Winter': a name, where 'de winter' is a season."""

RECENT = 1000
"""Texts whose moments are remembered: those around an act are asked for again by the next one."""

REACH = 16
"""The first word of time in a moment stands among so many words; the longest are events with their date."""


@dataclass(frozen=True, slots=True)
class FoundDeadline:
    """A moment in a text. `start` and `end` are offsets in that text; `past` says that it was over on the letter's day."""

    start: int
    end: int
    deadline: Deadline
    past: bool = False


@lru_cache(maxsize=RECENT)
def moments(text: str, day: date) -> tuple[FoundDeadline, ...]:
    """All moments in a text, in order and without overlap. Linear in the text's length."""
    p = tokenise(text, day)
    found: list[FoundDeadline] = []
    i = 0
    while i < len(p.tokens):
        match = moment(p, i)
        if match is None or match[0].loose:
            i += 1
            continue
        one = _found(p, i, match)
        if not PERSON.match(text, one.start):
            found.append(one)
        i = match[1]
    return tuple(found)


def moment(p: Phrase, i: int) -> Parsed[Moment] | None:
    """The moment at a place: one with days or a rhythm before one without."""
    exact = _EXACT(p, i) if p.timely(i, REACH) else None
    return exact or (_LOOSE(p, i) if p.word(i) in OPENERS else None)


def whole(text: str, day: date) -> FoundDeadline | None:
    """The text as one moment, bare years included; None where something else stands in it."""
    p = tokenise(text, day)
    i = 1 if _sign(p.word(0)) else 0
    match = moment(p, i) if i < len(p.tokens) else None
    closing = match is not None and match[1] == len(p.tokens) - 1 and _sign(p.word(match[1]))
    if match is None or not (closing or match[1] >= len(p.tokens)):
        return None
    return _found(p, i, match)


def _sign(word: str) -> bool:
    return len(word) == 1 and not word.isalnum()


def _found(p: Phrase, i: int, match: Parsed[Moment]) -> FoundDeadline:
    read, behind = match
    start, end = p.tokens[i].start, p.tokens[behind - 1].end
    deadline = Deadline(
        text=p.text[start:end],
        start=read.start.isoformat() if read.start else None,
        end=read.end.isoformat() if read.end else None,
        edtf=read.edtf,
        rrule=read.rrule,
        certainty=read.certainty,
    )
    past = read.past or (read.end is not None and read.end < p.date)
    return FoundDeadline(start, end, deadline, past)
