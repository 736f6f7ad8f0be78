"""Deadlines: what a phrase comes to, a stretch of days with its code in EDTF, and how words before it change it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from kamerstukken.commit.deadline.period import DAY, Days, Period, next_occurrence
from kamerstukken.commit.deadline.words import END

Certainty = Literal["exact", "vaag", "gebeurtenis"]
Frame = Literal["in", "before", "until", "through", "from", "per", "after", "around"]


@dataclass(frozen=True, slots=True)
class Moment:
    """Days, both inclusive and None where open. `past` where the words say that it is over ('sinds', 'afgelopen', 'jl.')."""

    start: date | None = None
    end: date | None = None
    edtf: str | None = None
    rrule: str | None = None
    certainty: Certainty = "exact"
    past: bool = False
    loose: bool = False
    """True for a bare year or month-less number: a moment only where the whole text is one."""


def between(start: date | None, end: date | None, *, past: bool = False) -> Moment:
    """A stretch, with '..' in EDTF where it is open; a single day by itself. Days beyond the calendar's end are open too."""
    start = None if start in (date.min, date.max) else start
    end = None if end in (date.min, date.max) else end
    if start is None and end is None:
        return Moment(certainty="vaag", past=past)
    if start is not None and start == end:
        return Moment(start, end, start.isoformat(), past=past)
    code = f"{start.isoformat() if start else '..'}/{end.isoformat() if end else '..'}"
    return Moment(start, end, code, past=past)


def framed(period: Period, frame: Frame, day: date) -> Moment:
    """A period behind a preposition; its year is the first in which it is not yet over (or, for 'voor', not yet begun)."""
    ends = period.edge == END
    placed = next_occurrence(
        period, day, whole=frame in ("before", "until") and not ends and period.kind != "day"
    )
    days = placed.days()
    if days is None:
        return Moment(certainty="gebeurtenis", past=period.past)
    moment = _framed(days, frame, ends, placed)
    return replace(moment, past=period.past, loose=frame == "in" and not period.written)


def _framed(days: Days, frame: Frame, ends: bool, period: Period) -> Moment:
    first, last = days
    match frame:
        case "in":
            inside = between(first, last)
            return replace(inside, edtf=period.code() or inside.edtf)
        case "around":
            code = period.code() or between(first, last).edtf
            return replace(between(first, last), edtf=f"{code}~" if code and "/" not in code else code)
        case "before":
            return between(None, last if ends else _minus(first))
        case "until":
            return between(None, last if ends or period.edge else _minus(first))
        case "through":
            return between(None, last)
        case "from":
            return between(first, None)
        case "per":
            return between(first, first)
        case "after":
            return between(_plus(last), None)


def _minus(day: date) -> date:
    return day - DAY if day > date.min else day


def _plus(day: date) -> date:
    return day + DAY if day < date.max else day
