"""Deadlines: ranges of two units ('van 7 tot en met 11 september', 'in de periode 2023-2024', 'zowel in 2024 als in 2025')."""

from __future__ import annotations

from dataclasses import replace

from kamerstukken.commit.deadline.dates import bare_year, day, day_number, number
from kamerstukken.commit.deadline.moment import Moment, between, framed
from kamerstukken.commit.deadline.near import SHORT_QUARTER
from kamerstukken.commit.deadline.period import DAY, Period, next_occurrence, quarter_of, year_of
from kamerstukken.commit.deadline.text import Parsed, Phrase
from kamerstukken.commit.deadline.units import slashed_year, unit
from kamerstukken.commit.deadline.words import MONTHS, ORDINALS, PARTS

RANGE_WORDS = (("tot", "en", "met"), ("t/m",), ("tot", "aan"), ("tot",), ("-",), ("–",), ("—",), ("/",))
PERIODS = ("periode", "jaren", "maanden")
OPENERS = (
    "van",
    "vanaf",
    "tussen",
    "op",
    "in",
    "over",
    "gedurende",
    "voor",
    "periode",
    "zowel",
    "loopt",
    "uiterlijk",
)


def span(p: Phrase, i: int) -> Parsed[Moment] | None:
    """Two units that bound a stretch: 'van 7 tot en met 11 september', '15 mei–15 juni', 'tussen maart en juni', '2024-2025'."""
    word = p.word(i)
    between_, opened = word == "tussen", word in OPENERS
    at = i + opened
    at = p.skip(at, "de", "het")
    named = p.word(at) in PERIODS
    at = p.skip(at, *PERIODS)
    at = p.skip(at, "van", "tussen", "in", "vanaf") if opened or named else at
    joined = between_ or p.word(at - 1) == "tussen"
    if slashed_year(p, at) and not named:
        return None  # '2024/2025' is a school year
    left = _left(p, at)
    if left is None:
        return None
    gap = _join(p, left[1], joined, word == "zowel")
    if gap is None and left[0].edge and p.word(left[1]) in (",", "of") and p.word(left[1] + 1) in PARTS:
        gap = left[1] + 1  # 'eind 2023 of begin 2024'
    right = unit(p, gap) if gap else None
    if right is None:
        return None
    moment = _bounded(left[0], right[0], p)
    if (
        moment is not None
        and p.word(left[1]) in ("en", "of")
        and not joined
        and _apart(left[0], right[0], moment)
    ):
        return None
    if moment is None:
        return None
    loose = not opened and not named and not (left[0].written and right[0].written)
    return replace(moment, loose=loose), right[1]


def _apart(left: Period, right: Period, whole: Moment) -> bool:
    """True for 'in mei en november': two moments, with months between them."""
    if left.kind not in ("month", "quarter") or whole.start is None or whole.end is None:
        return False
    sizes = [
        days[1] - days[0] + DAY for p in (left, right) if (days := replace(p, year=whole.start.year).days())
    ]
    return sum(sizes, 3 * DAY) < whole.end - whole.start


def _left(p: Phrase, i: int) -> Parsed[Period] | None:
    found = unit(p, i)
    if found is not None and not (found[0].kind == "schoolyear" and not found[0].written):
        return found
    year = bare_year(p, i)
    if year is not None:
        return replace(year_of(year), written=False), i + 1
    return _lone_day(p, i) or _lone_quarter(p, i)


def _lone_day(p: Phrase, i: int) -> Parsed[Period] | None:
    """The first day of '18-19 mei', which has its month from the second."""
    n = day_number(p, i)
    gap = _join(p, i + 1, p.word(i - 1) == "tussen", False) if n else None
    right = day(p, gap) if gap else None
    days = next_occurrence(right[0], p.date).days() if right else None
    if days is None or n is None or n > days[1].day or right is None:
        return None

    found = right[0].shifted(lambda start, end: (start.replace(day=min(n, start.day)),) * 2, "day")
    return replace(found, written=True), i + 1


def _lone_quarter(p: Phrase, i: int) -> Parsed[Period] | None:
    """The first of 'het eerste en tweede kwartaal van 2024'."""
    n = ORDINALS.get(p.word(i))
    if n is None or n < 1 or _join(p, i + 1, True, False) is None:
        return None
    follows = _join(p, i + 1, True, False)
    right = unit(p, follows) if follows else None
    if right is None or right[0].kind != "quarter":
        return None
    return replace(quarter_of(n), year=right[0].year), i + 1


def _join(p: Phrase, i: int, with_and: bool, zowel: bool) -> int | None:
    """The place behind what joins the two ends."""
    if zowel and p.word(i) == "als":
        return p.skip(i + 1, "in", "voor")
    if p.word(i) == "en" and (with_and or number(p, i + 1) is not None or p.word(i + 1) in ORDINALS):
        return i + 1
    if p.word(i) in ("en", "of") and _opens_unit(p, p.skip(i + 1, "de", "het", "in")):
        return p.skip(i + 1, "in")
    if (chained := _chain(p, i)) is not None:
        return chained
    for words in RANGE_WORDS:
        if p.has(i, *words):
            return p.skip(i + len(words), "uiterlijk", "in")
    return None


def _opens_unit(p: Phrase, i: int) -> bool:
    """A month, a quarter or a half: of two such that adjoin, 'en' and 'of' make one stretch."""
    return p.word(i) in MONTHS or p.word(i) in ORDINALS or SHORT_QUARTER.fullmatch(p.word(i)) is not None


def _chain(p: Phrase, i: int) -> int | None:
    """The place of the last of '19, 20 en 21 april', seen from behind the first; at most eight in between."""
    at = i
    while p.word(at) == "," and number(p, at + 1) is not None and at - i < 16:
        at += 2
    return at + 1 if at > i and p.word(at) == "en" and number(p, at + 1) is not None else None


def _bounded(left: Period, right: Period, p: Phrase) -> Moment | None:
    """From the first day of the one to the last of the other; a year that only one of them names holds for both."""
    if left.days() == (p.date, p.date) and right.kind == "season":  # 'tussen nu en de zomer': until it begins
        return framed(right, "before", p.date)
    if right.year is None:
        right = next_occurrence(right, p.date) if left.year is None else _first_after(right, left)
    end = right.days()
    if end is None or right.year is None:
        return None
    if left.year is None:
        left = replace(left, year=right.year)
        days = left.days()
        if days and days[0] > end[0]:
            left = replace(left, year=right.year - 1)
    start = left.days()
    if start is None or start[0] > end[1]:
        return None
    return between(start[0], end[1], past=left.past or right.past)


def _first_after(right: Period, left: Period) -> Period:
    start = left.days()
    return next_occurrence(right, start[0]) if start else right
