"""Deadlines: units that are told from the letter's day or from a number: quarters, months and weekdays beside it, today."""

from __future__ import annotations

import re
from dataclasses import replace

from kamerstukken.commit.deadline import period as cal
from kamerstukken.commit.deadline.dates import bare_year, day, number, tail
from kamerstukken.commit.deadline.period import Period
from kamerstukken.commit.deadline.text import Parsed, Phrase
from kamerstukken.commit.deadline.words import (
    COMING,
    LAST,
    NEXT,
    ORDINALS,
    SOON,
    THE,
    THIS,
    WEEKDAY_NAMES,
)

SHORT_QUARTER = re.compile(r"[qk](?P<n>[1-4])")  # Q1, K3
YEAR_QUARTER = re.compile(r"(?P<year>20\d\d)[-]?[qk](?P<n>[1-4])")  # 2023Q1


def quarter(p: Phrase, i: int) -> Parsed[Period] | None:
    """'het tweede kwartaal van 2015', 'Q1 2023', 'kwartaal 3', '2023Q4', 'dit kwartaal', 'volgend kwartaal'."""
    the = p.skip(i, *THE - {"een"})
    word = p.word(the)
    if found := YEAR_QUARTER.fullmatch(word):
        return cal.quarter_of(int(found["n"]), int(found["year"])), the + 1
    if found := SHORT_QUARTER.fullmatch(word):
        if bare_year(p, the - 2) is not None and p.word(the - 1) == "-":
            return None  # the end of '2024-Q2', read from its year
        whole, at = _with_second(cal.quarter_of(int(found["n"])), p, the + 1)
        at = at + 1 if p.word(at) == "-" and bare_year(p, at + 1) is not None else at
        return tail(whole, p, at)
    if (
        (year := bare_year(p, the)) is not None
        and p.word(the + 1) == "-"
        and (found := SHORT_QUARTER.fullmatch(p.word(the + 2)))
    ):
        return cal.quarter_of(int(found["n"]), year), the + 3
    if word == "kwartaal" and (n := number(p, the + 1)) is not None and 1 <= n <= 4:
        return tail(cal.quarter_of(n), p, the + 2)
    if p.word(the + 1) not in ("kwartaal", "kw"):
        return None
    if word in ORDINALS:
        at = the + 3 if p.has(the + 1, "kw", ".") else the + 2
        return tail(cal.quarter_of(ORDINALS[word] if ORDINALS[word] > 0 else 5 + ORDINALS[word]), p, at)
    return _neighbour(p, the)


def _with_second(first: Period, p: Phrase, i: int) -> Parsed[Period]:
    """'Q2/3': the second quarter without its letter."""
    last = number(p, i + 1) if p.word(i) == "/" and len(p.word(i + 1)) == 1 else None
    if last is None or not 1 <= last <= 4:
        return first, i
    return replace(cal.joined(first, cal.quarter_of(last)), kind="span"), i + 2


def _neighbour(p: Phrase, the: int) -> Parsed[Period] | None:
    word = p.word(the)
    n = (p.date.month - 1) // 3 + 1
    if word in THIS:
        return cal.quarter_of(n, p.date.year), the + 2
    if word in NEXT | COMING:
        return cal.quarter_of(n % 4 + 1, p.date.year + n // 4), the + 2
    if word in LAST:
        return replace(cal.quarter_of((n - 2) % 4 + 1, p.date.year - (n == 1)), past=True), the + 2
    return None


def relative_month(p: Phrase, i: int) -> Parsed[Period] | None:
    """'deze maand', 'volgende maand', 'komende maand' (from today, a month)."""
    the = p.skip(i, "de")
    if p.word(the + 1) != "maand":
        return None
    word = p.word(the)
    if word in COMING:
        return cal.fixed(p.date, cal.plus(p.date, (1, 0))), the + 2
    shift = 0 if word in THIS else 1 if word in NEXT else -1 if word in LAST else None
    if shift is None:
        return None
    at = cal.plus(p.date.replace(day=1), (shift, 0))
    return replace(cal.month_of(at.month, at.year), past=shift < 0), the + 2


def weekday(p: Phrase, i: int) -> Parsed[Period] | None:
    """'aanstaande dinsdag', 'dinsdag a.s.', 'volgende week dinsdag': the first such day after the letter's."""
    the = p.skip(i, "de")
    if p.has(the, "volgende", "week") and p.word(the + 2) in WEEKDAY_NAMES:
        monday = p.date + (7 - p.date.weekday()) * cal.DAY
        at = monday + WEEKDAY_NAMES.index(p.word(the + 2)) * cal.DAY
        return cal.fixed(at, at, "day"), the + 3
    named = (
        p.word(the + 1) if p.word(the) in COMING | NEXT else p.word(the) if p.word(the + 1) in SOON else ""
    )
    if named not in WEEKDAY_NAMES:
        return None
    ahead = (WEEKDAY_NAMES.index(named) - p.date.weekday() - 1) % 7 + 1
    at = p.date + ahead * cal.DAY
    return cal.fixed(at, at, "day"), the + 2


def today(p: Phrase, i: int) -> Parsed[Period] | None:
    """'vandaag', 'heden', 'morgen'; a date behind it says the same day again ('vandaag, 29 maart 2023')."""
    if p.has(i, "dit", "moment") and p.word(i - 1) in ("vanaf", "per"):
        return cal.fixed(p.date, p.date, "day"), i + 2
    shift = {"vandaag": 0, "heden": 0, "morgen": 1, "nu": 0}.get(p.word(i))
    if p.word(i) == "nu" and p.word(i - 1) not in ("vanaf", "tussen", "binnen", "van"):
        return None
    if shift is None or (p.word(i) == "heden" and p.word(i - 1) not in ("vanaf", "per")):
        return None
    again = day(p, p.skip(i + 1, ","))
    if again and again[0].year is not None:
        return again
    at = cal.plus(p.date, (0, shift))
    return cal.fixed(at, at, "day"), i + 1
