"""Deadlines: the calendar's own units, from a week to a school year, with 'dit', 'komend', 'volgend' and 'begin', 'medio', 'eind'."""

from __future__ import annotations

import re
from dataclasses import replace

from kamerstukken.commit.deadline import period as cal
from kamerstukken.commit.deadline.calendar import (
    FEASTS,
    NOMINAL,
    feast_of,
    next_recess,
    parliamentary,
    recess_of,
    year_end,
)
from kamerstukken.commit.deadline.dates import (
    APOSTROPHES,
    bare_year,
    day,
    length,
    month,
    number,
    tail,
    year_words,
)
from kamerstukken.commit.deadline.near import quarter, relative_month, today, weekday
from kamerstukken.commit.deadline.period import Period
from kamerstukken.commit.deadline.text import Parsed, Phrase, longest, remembered
from kamerstukken.commit.deadline.words import (
    BEGIN,
    COMING,
    END,
    LAST,
    NEXT,
    ORDINALS,
    PARTS,
    SEASONS,
    THE,
    THIS,
    WINTER,
)

SHORT_HALF = re.compile(r"h(?P<n>[12])")  # H1
SCHOOL_YEARS = {
    "schooljaar": 8,
    "schooljaren": 8,
    "studiejaar": 9,
    "studiejaren": 9,
    "cursusjaar": 8,
    "cursusjaren": 8,
    "collegejaar": 9,
    "academisch": 9,
    "academische": 9,
}
UNIT_REACH = 6
"""The first word of time in a unit stands among so many words ('het begin van de laatste week')."""
ONE = {"maand": (1, 0), "week": (0, 7)}
"""'de eerste maand van 2024': months and days."""
PARLIAMENT_YEARS = frozenset({"vergaderjaar", "zittingsjaar"})


@remembered
def unit(p: Phrase, i: int) -> Parsed[Period] | None:
    """Any unit of the calendar, or a part of one."""
    return _UNIT(p, i) if p.timely(i, UNIT_REACH) else None


def which(period: Period, word: str, p: Phrase) -> Period | None:
    """'dit', 'komend', 'volgend', 'afgelopen' before a unit: the occurrence that is meant."""
    if word in THIS:
        return cal.this_occurrence(period, p.date)
    if word in COMING:
        return cal.next_occurrence(period, p.date, whole=period.kind != "schoolyear" or True)
    if word in NEXT:
        coming = cal.next_occurrence(period, p.date, whole=True)
        later = coming.year is not None and coming.year <= p.date.year and period.kind in ("season", "month")
        return replace(coming, year=p.date.year + 1) if later else coming
    return cal.last_occurrence(period, p.date) if word in LAST else None


def season(p: Phrase, i: int) -> Parsed[Period] | None:
    """'dit najaar', 'de zomer van 2024', 'voorjaar 2023', 'komende winter', 'winter 2023/2024'."""
    the = p.skip(i, *THE - {"een"})
    adjective = p.word(the) if p.word(the + 1) in SEASONS else ""
    at = the + bool(adjective)
    code = SEASONS.get(p.word(at))
    if code is None or p.word(at) in ("voorjaars", "najaars", "zomers"):
        return None
    open_ = cal.season_of(code)
    if adjective:
        chosen = which(open_, adjective, p)
        return (chosen, at + 1) if chosen else None
    found, end = tail(open_, p, at + 1)
    if (
        code == WINTER
        and found.year is not None
        and p.word(end) in ("/", "-", "–")
        and number(p, end + 1) is not None
    ):
        return found, end + 2
    return found, end


def half(p: Phrase, i: int) -> Parsed[Period] | None:
    """'de eerste helft van 2024', 'het tweede halfjaar', 'tweede helft van mei', 'H1 2024'."""
    the = p.skip(i, *THE - {"een"})
    if found := SHORT_HALF.fullmatch(p.word(the)):
        full, end = tail(cal.half_of(int(found["n"])), p, the + 1)
        return (full, end) if full.year is not None else None
    n = ORDINALS.get(p.word(the))
    if n not in (1, 2):
        return None
    if p.word(the + 1) in ("halfjaar", "semester") or p.has(the + 1, "half", "jaar"):
        return tail(cal.half_of(n), p, the + (3 if p.word(the + 1) == "half" else 2))
    if p.word(the + 1) not in ("helft", "helf"):
        return None
    whole = unit_or_year(p, p.skip(the + 2, "van", "in"))
    return (cal.half_part(whole[0], n), whole[1]) if whole else None


def week(p: Phrase, i: int) -> Parsed[Period] | None:
    """'deze week', 'volgende week', 'week 23', 'de week van 8 juni', 'de eerste week van mei'."""
    the = p.skip(i, *THE - {"een"})
    if p.word(the) in ORDINALS and p.word(the + 1) in ("week", "weken"):
        whole = longest(month, season)(p, p.skip(the + 2, "van", "in"))
        return (cal.week_part(whole[0], ORDINALS[p.word(the)]), whole[1]) if whole else None
    adjective = p.word(the)
    if p.word(the + 1) == "week" and adjective in THIS | NEXT | COMING | LAST:
        shift = 0 if adjective in THIS else (-7 if adjective in LAST else 7)
        return replace(cal.week_of(p.date + shift * cal.DAY), past=shift < 0), the + 2
    if p.word(the + 1) == "-" and p.word(the + 2) == "week":  # 'de CN-week van 8 juni'
        the += 2
    if p.word(the) != "week":
        return None
    if p.word(the - 1) == "per":
        return None  # '12 uur per week'
    if (n := number(p, the + 1)) is not None and (numbered := cal.week_number(n, None)):
        return tail(numbered, p, the + 2)
    inner = day(p, p.skip(p.skip(the + 1, "van"), "maandag")) if p.word(the + 1) == "van" else None
    if inner is None:
        return None
    monday = cal.next_occurrence(inner[0], p.date).days()
    return (cal.week_of(monday[0]), inner[1]) if monday else None


def year(p: Phrase, i: int) -> Parsed[Period] | None:
    """'2023', 'het jaar 2023', 'dit jaar', 'volgend jaar', 'komend jaar' (from today, a year)."""
    the = p.skip(i, "het", "de", "een")
    if p.word(the) in COMING and p.word(the + 1) in ("jaar", "kalenderjaar"):
        return cal.fixed(p.date, cal.plus(p.date, (12, 0))), the + 2
    if p.word(i) == "heel" and (whole := bare_year(p, i + 1)) is not None:
        return cal.year_of(whole), i + 2
    found = year_words(p, i)
    unnamed = p.word(the) in ("jaar", "kalenderjaar", "begrotingsjaar") and bare_year(p, the + 1) is None
    if unnamed and p.word(i - 1) != "van":
        return None  # 'het jaar waarin': only 'het einde van het jaar' means this one
    if found is None or not cal.FIRST_YEAR <= found[0] <= cal.LAST_YEAR:
        return None
    bare = bare_year(p, i) is not None
    past = p.word(the) in LAST
    return replace(cal.year_of(found[0]), written=not bare, past=past), found[1]


def school_year(p: Phrase, i: int) -> Parsed[Period] | None:
    """'schooljaar 2023-2024', 'het komende schooljaar', 'dit vergaderjaar', 'schooljaar 2023/2024'."""
    the = p.skip(i, *THE - {"een"})
    adjective = p.word(the) if p.word(the) in THIS | COMING | NEXT | LAST else ""
    at = the + bool(adjective)
    if p.word(at).startswith("academisch") and p.word(at + 1) != "jaar":
        return None
    first_month = SCHOOL_YEARS.get(p.word(at))
    if first_month is None and not _parliament(p, at):
        return None
    at += 2 if p.word(at) in ("parlementaire", "parlementair", "academisch", "academische") else 1
    open_ = cal.school_year(None, 1, first_month) if first_month else parliamentary(None)
    if adjective:
        chosen = which(open_, adjective, p)
        return (chosen, at) if chosen else None
    first = bare_year(p, at)
    if first is None:
        return (open_, at) if the > i and not p.word(at - 1).endswith("jaren") else None
    end = split_year(p, at)
    return replace(open_, year=first), end if end else at + 1


def _parliament(p: Phrase, i: int) -> bool:
    return p.word(i) in PARLIAMENT_YEARS or (
        p.word(i) in ("parlementair", "parlementaire") and p.word(i + 1) == "jaar"
    )


def split_year(p: Phrase, i: int) -> int | None:
    """The place behind '2023/2024', '2023-2024' or '2023/24'."""
    first = bare_year(p, i)
    if first is None or p.word(i + 1) not in ("/", "-", "–"):
        return None
    at = p.skip(i + 2, *APOSTROPHES)
    follower = number(p, at)
    return at + 1 if follower in (first + 1, (first + 1) % 100) and p.word(at).isdigit() else None


def slashed_year(p: Phrase, i: int) -> Parsed[Period] | None:
    """'2024/2025' by itself is a school year; '2024-2025' is two calendar years (a range)."""
    end = split_year(p, i)
    first = bare_year(p, i)
    if end is None or first is None or p.word(i + 1) != "/":
        return None
    return replace(cal.school_year(first), written=False), end


def feast(p: Phrase, i: int) -> Parsed[Period] | None:
    """'Prinsjesdag', 'Prinsjesdag 2024', 'Kerst', 'het zomerreces van 2023', 'de jaarwisseling', 'het reces'."""
    the = p.skip(i, *THE - {"een"})
    adjective = p.word(the) if p.word(the) in THIS | COMING | NEXT | LAST else ""
    at = the + bool(adjective)
    word = p.word(at)
    if word == "reces":
        return next_recess(p.date), at + 1
    if word in FEASTS:
        open_ = feast_of(word)
    elif word in NOMINAL or word == "verkiezingsreces":
        open_ = recess_of(word)
    elif word == "jaarwisseling":
        open_ = year_end()
    else:
        return None
    if adjective:
        chosen = which(open_, adjective, p) if adjective not in NEXT else cal.next_occurrence(open_, p.date)
        return (chosen, at + 1) if chosen else None
    return tail(open_, p, at + 1)


def part(p: Phrase, i: int) -> Parsed[Period] | None:
    """'begin 2016', 'medio juni', 'het einde van dit kalenderjaar', 'eind volgende week'."""
    the = p.skip(i, "het", "de")
    opens = p.word(the) in ("aanvang", "start") and p.word(the + 1) == "van"
    name = BEGIN if opens else PARTS.get(p.word(the))
    if name is None:
        return None
    at = the + 1
    last = PARTS.get(p.word(at + 1)) if p.word(at) == "/" else None
    at += 2 if last else 0
    whole = unit_or_year(p, p.skip(at, "van", "in"))
    if whole is None:
        return None
    first = _part(whole[0], name, p)
    return (cal.joined(first, _part(whole[0], last, p)) if last else first), whole[1]


def _part(whole: Period, name: str, p: Phrase) -> Period:
    if whole.kind == "span" and whole.edge is None:  # 'begin komend jaar': of the next calendar year
        return cal.part(cal.year_of(p.date.year + 1), name)
    return cal.part(whole, name)


def first_of(p: Phrase, i: int) -> Parsed[Period] | None:
    """'de eerste drie maanden van 2024', 'de laatste weken van het jaar', 'de eerste maanden van 2024' (its beginning)."""
    the = p.skip(i, "de")
    n = ORDINALS.get(p.word(the))
    if n not in (1, -1):
        return None
    size = length(p, the + 1)
    at = size[1] if size else the + 2
    if size is None and p.word(the + 1) not in ("maanden", "weken", *ONE):
        return None
    whole = unit_or_year(p, p.skip(at, "van", "in")) if p.word(at) in ("van", "in") else None
    if whole is None:
        return None
    if p.word(the + 1) in ONE:
        return cal.edge_of(whole[0], ONE[p.word(the + 1)], n), whole[1]
    if size is None:
        return cal.part(whole[0], BEGIN if n == 1 else END), whole[1]
    return cal.edge_of(whole[0], size[0], n), whole[1]


@remembered
def unit_or_year(p: Phrase, i: int) -> Parsed[Period] | None:
    """A unit that is not itself a part."""
    return _WHOLE(p, i) if p.timely(i, UNIT_REACH) else None


_WHOLE = longest(
    day,
    month,
    relative_month,
    season,
    quarter,
    half,
    week,
    school_year,
    slashed_year,
    feast,
    year,
    today,
    weekday,
    first_of,
)
_UNIT = longest(part, _WHOLE)
