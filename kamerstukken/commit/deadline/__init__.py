"""Deadlines: a moment in words, and the day of the letter that says it, to days. Pure functions of text and date.

>>> parse_deadline("voor de zomer", "2023-02-03")
Deadline(text='voor de zomer', start=None, end='2023-06-20', edtf='../2023-06-20', rrule=None, certainty='exact')
"""

from __future__ import annotations

import datetime

from kamerstukken.commit.deadline.choose import deadline_of, governing
from kamerstukken.commit.deadline.grammar import FoundDeadline, moments, whole
from kamerstukken.commit.deadline.text import as_day
from kamerstukken.model import Deadline

__all__ = ["FoundDeadline", "deadline_of", "find_deadlines", "governing", "parse_deadline"]


def parse_deadline(text: str, date: str | datetime.date) -> Deadline | None:
    """The moment that a phrase names, seen from a day (ISO 8601 or a date): the whole phrase, or the clearest moment in it.

    None where it names none. Raises ValueError where `date` is no day.
    """
    day = as_day(date)
    found = whole(text, day)
    if found is not None:
        return found.deadline
    candidates = moments(text, day)
    best = max(candidates, key=_clarity, default=None)
    return best.deadline if best else None


def find_deadlines(text: str, date: str | datetime.date) -> tuple[FoundDeadline, ...]:
    """All moments in a text, also those that are over, with their offsets; seen from a day. Raises ValueError where `date` is no day."""
    return moments(text, as_day(date))


def _clarity(found: FoundDeadline) -> tuple[bool, bool, bool, int]:
    d = found.deadline
    return (not found.past, bool(d.start or d.end), d.rrule is not None, -found.start)
