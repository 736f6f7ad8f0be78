"""Deadlines: how a text writes a year, a number, a length of time, a day and a month."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from kamerstukken.commit.deadline.period import (
    FIRST_YEAR,
    LAST_YEAR,
    Period,
    day_of,
    last_occurrence,
    month_of,
    next_occurrence,
)
from kamerstukken.commit.deadline.text import Parsed, Phrase
from kamerstukken.commit.deadline.words import (
    AGO,
    COMING,
    DAY_UNITS,
    LAST,
    MONTH_UNITS,
    MONTHS,
    NEXT,
    NUMBERS,
    SOON,
    THIS,
    WEEKDAYS,
)

ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)")  # 2023-07-01
DUTCH = re.compile(r"(?P<day>\d{1,2})[-/.](?P<month>\d{1,2})[-/.](?P<year>\d{4})")  # 1-7-2023
APOSTROPHES = frozenset("'’‘")
SHORT_YEAR = re.compile(r"[0-9]{2}", re.ASCII)
ASCII_DIGITS = re.compile(r"[0-9]{1,4}", re.ASCII)
DAY_ORDINAL = re.compile(r"(?P<n>[0-9]{1,2})(?:e|ste|de)?", re.ASCII)  # 1, 1e, 31ste


def number(p: Phrase, i: int) -> int | None:
    """The number at i, in digits or in words."""
    word = p.word(i)
    return int(word) if ASCII_DIGITS.fullmatch(word) else NUMBERS.get(word)


def bare_year(p: Phrase, i: int) -> int | None:
    """Four digits that can be a year, and do not go on as a number ('2.000', '2000,5', '2023 woningen' is seen elsewhere)."""
    word = p.word(i)
    if not ASCII_DIGITS.fullmatch(word) or not FIRST_YEAR <= int(word) <= LAST_YEAR:
        return None
    if p.word(i - 1) in ("€", "$", "£") or (p.word(i + 1) in (".", ",") and _glued_number(p, i)):
        return None
    return int(word)


def _glued_number(p: Phrase, i: int) -> bool:
    if i + 2 >= len(p.tokens) or not p.word(i + 2)[:1].isdigit():
        return False
    return p.tokens[i + 2].start == p.tokens[i].end + 1


def year_words(p: Phrase, i: int) -> Parsed[int] | None:
    """Which year: '2023', 'het jaar 2023', 'dit jaar', 'volgend jaar', 'het jaar daarop', 'het jaar' (this one)."""
    year = bare_year(p, i)
    if year is not None:
        return year, i + 1
    the = p.skip(i, "het", "de")
    word = p.word(the)
    if p.word(the + 1) in ("jaar", "kalenderjaar", "begrotingsjaar", "jaars"):
        if word in THIS or word == "dit":
            return p.date.year, the + 2
        if word in COMING | NEXT:
            return p.date.year + 1, the + 2
        if word in LAST:
            return p.date.year - 1, the + 2
    if word in ("jaar", "kalenderjaar", "begrotingsjaar"):
        year = bare_year(p, the + 1)
        if year is not None:
            return year, the + 2
        return (p.date.year, the + 1) if the > i else None
    return None


def tail(period: Period, p: Phrase, i: int) -> Parsed[Period]:
    """What may follow a stretch that lacks its year: '2023', 'van dit jaar', 'aanstaande', 'jl.'; else it is left open."""
    if p.word(i) in SOON:
        return next_occurrence(period, p.date), _dot(p, i + 1)
    if p.word(i) in AGO:
        return last_occurrence(period, p.date), _dot(p, i + 1)
    if (short := _short_year(p, i)) is not None:
        return replace(period, year=short), i + 2
    for at in (i, i + 1) if p.word(i) in ("van", "in", "het") else (i,):
        found = year_words(p, at)
        if found is None:
            continue
        if p.word(found[1]) == "/" and period.kind in ("season", "month"):
            return replace(period, year=found[0]), found[1]
        return replace(period, year=found[0]), found[1]
    return period, i


def _short_year(p: Phrase, i: int) -> int | None:
    """'’24' behind a month, quarter or season."""
    digits = p.word(i + 1)
    glued = i + 1 < len(p.tokens) and p.tokens[i + 1].start == p.tokens[i].end
    return 2000 + int(digits) if p.word(i) in APOSTROPHES and glued and SHORT_YEAR.fullmatch(digits) else None


def _dot(p: Phrase, i: int) -> int:
    """Past the full stop of 'as.' and 'jl.', which the tokens set apart."""
    glued = p.word(i) == "." and p.tokens[i].start == p.tokens[i - 1].end
    last = i == len(p.tokens) - 1
    return i + 1 if glued and not last else i


def length(p: Phrase, i: int) -> Parsed[tuple[int, int]] | None:
    """A length of time as (months, days): 'zes weken', '3 maanden', 'een half jaar', 'anderhalf jaar', '2 à 3 jaar' (the longest)."""
    if p.has(i, "een", "half", "jaar") or p.has(i, "half", "jaar"):
        return (6, 0), i + (3 if p.word(i) == "een" else 2)
    if p.has(i, "anderhalf", "jaar"):
        return (18, 0), i + 2
    count = number(p, i)
    if count is None or count > 999:
        return None
    at = i + 1
    if (
        p.word(at) in ("tot", "a", "of", "-", "–")
        and (upper := number(p, at + 1)) is not None
        and upper < 1000
    ):
        count, at = max(count, upper), at + 2
    half = p.has(at, "en", "een", "half")
    unit = p.word(at + 3 * half)
    at += 3 * half + 1
    if unit in MONTH_UNITS:
        months = MONTH_UNITS[unit] * count + half * MONTH_UNITS[unit] // 2
        return (months, 0), at
    if unit in DAY_UNITS:
        days = count * 7 // 5 if unit == "werkdagen" else DAY_UNITS[unit] * count
        return (0, days), at
    return None


def day(p: Phrase, i: int) -> Parsed[Period] | None:
    """A day: '1 juli', 'maandag 3 april 2023', '16 juni as.', '1-7-2023', '2023-07-01'."""
    at = p.skip(i, "de", "het")
    if p.word(at) in WEEKDAYS:
        at = p.skip(at + 1, ",")
    if at < len(p.tokens) and (found := ISO.fullmatch(p.word(at)) or DUTCH.fullmatch(p.word(at))):
        return _numeric(found, at)
    start = p.skip(at, "de")
    ordinal = DAY_ORDINAL.fullmatch(p.word(start))
    month = MONTHS.get(p.word(start + 1))
    if not ordinal or not month or not 1 <= int(ordinal["n"]) <= 31:
        return None
    behind = _short_dot(p, start + 1)
    period = day_of(month, int(ordinal["n"]))
    if period is None:
        return None
    full, end = tail(period, p, behind)
    if full.year is not None and day_of(month, int(ordinal["n"]), full.year) is None:
        return None
    return full, end


def _short_dot(p: Phrase, i: int) -> int:
    """Past the full stop of a shortened month ('1 dec. 2023')."""
    short = len(p.word(i)) <= 4 and p.word(i) not in ("mei", "juni", "juli")
    return i + 2 if short and p.word(i + 1) == "." and bare_year(p, i + 2) is not None else i + 1


def _numeric(found: re.Match[str], i: int) -> Parsed[Period] | None:
    try:
        at = date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        return None
    if not FIRST_YEAR <= at.year <= LAST_YEAR:
        return None
    period = day_of(at.month, at.day, at.year)
    return (period, i + 1) if period else None


def day_number(p: Phrase, i: int) -> int | None:
    """A number that can be a day of the month."""
    found = DAY_ORDINAL.fullmatch(p.word(i))
    return int(found["n"]) if found and 1 <= int(found["n"]) <= 31 else None


def month(p: Phrase, i: int) -> Parsed[Period] | None:
    """A month: 'juli', 'juli 2023', 'de maand april', 'juni dit jaar'."""
    at = p.skip(p.skip(i, "de", "het"), "maand", "maanden")
    n = MONTHS.get(p.word(at))
    name = p.word(at) == "jan" and i == at  # 'Jan' is also a person
    if n is None or name or day_number(p, at - 1) is not None:  # '31 februari' is no day, and no month either
        return None
    return tail(month_of(n), p, _short_dot(p, at))
