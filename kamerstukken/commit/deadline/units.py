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
from kamerstukken.commit.deadline.dates import bare_year, day, month, number, tail, year_words
from kamerstukken.commit.deadline.period import Period
from kamerstukken.commit.deadline.text import Parsed, Phrase, longest
from kamerstukken.commit.deadline.words import (
    COMING,
    LAST,
    NEXT,
    ORDINALS,
    PARTS,
    SEASONS,
    THE,
    THIS,
    WINTER,
)

SHORT_QUARTER = re.compile(r"[qk](?P<n>[1-4])")  # Q1, K3
SHORT_HALF = re.compile(r"h(?P<n>[12])")  # H1
YEAR_QUARTER = re.compile(r"(?P<year>20\d\d)[-]?[qk](?P<n>[1-4])")  # 2023Q1
SCHOOL_YEARS = {
    "schooljaar": 8,
    "schooljaren": 8,
    "studiejaar": 9,
    "studiejaren": 9,
    "cursusjaar": 8,
    "cursusjaren": 8,
    "collegejaar": 9,
    "academisch": 9,
}
UNIT_REACH = 6
"""The first word of time in a unit stands among so many words ('het begin van de laatste week')."""
PARLIAMENT_YEARS = frozenset({"vergaderjaar", "zittingsjaar"})


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


def quarter(p: Phrase, i: int) -> Parsed[Period] | None:
    """'het tweede kwartaal van 2015', 'Q1 2023', 'kwartaal 3', '2023Q4', 'dit kwartaal', 'volgend kwartaal'."""
    the = p.skip(i, *THE - {"een"})
    word = p.word(the)
    if found := YEAR_QUARTER.fullmatch(word):
        return cal.quarter_of(int(found["n"]), int(found["year"])), the + 1
    if found := SHORT_QUARTER.fullmatch(word):
        return tail(cal.quarter_of(int(found["n"])), p, the + 1)
    if word == "kwartaal" and (n := number(p, the + 1)) is not None and 1 <= n <= 4:
        return tail(cal.quarter_of(n), p, the + 2)
    if p.word(the + 1) != "kwartaal":
        return None
    if word in ORDINALS:
        return tail(cal.quarter_of(ORDINALS[word] if ORDINALS[word] > 0 else 5 + ORDINALS[word]), p, the + 2)
    n = (p.date.month - 1) // 3 + 1
    if word in THIS:
        return cal.quarter_of(n, p.date.year), the + 2
    if word in NEXT | COMING:
        return cal.quarter_of(n % 4 + 1, p.date.year + n // 4), the + 2
    if word in LAST:
        return replace(cal.quarter_of((n - 2) % 4 + 1, p.date.year - (n == 1)), past=True), the + 2
    return None


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
    first_month = SCHOOL_YEARS.get(p.word(at))
    if first_month is None and not _parliament(p, at):
        return None
    at += 2 if p.word(at) in ("parlementaire", "parlementair", "academisch") else 1
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
    follower = number(p, i + 2)
    return i + 3 if follower in (first + 1, (first + 1) % 100) and p.word(i + 2).isdigit() else None


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


def today(p: Phrase, i: int) -> Parsed[Period] | None:
    """'vandaag', 'heden', 'morgen'; a date behind it says the same day again ('vandaag, 29 maart 2023')."""
    if p.has(i, "dit", "moment") and p.word(i - 1) in ("vanaf", "per"):
        return cal.fixed(p.date, p.date, "day"), i + 2
    shift = {"vandaag": 0, "heden": 0, "morgen": 1, "nu": 0}.get(p.word(i))
    if p.word(i) == "nu" and p.word(i - 1) != "vanaf":
        return None
    if shift is None:
        return None
    again = day(p, p.skip(i + 1, ","))
    if again and again[0].year is not None:
        return again
    at = cal.plus(p.date, (0, shift))
    return cal.fixed(at, at, "day"), i + 1


def part(p: Phrase, i: int) -> Parsed[Period] | None:
    """'begin 2016', 'medio juni', 'het einde van dit kalenderjaar', 'eind volgende week'."""
    the = p.skip(i, "het")
    name = PARTS.get(p.word(the))
    if name is None:
        return None
    at = the + 1
    if p.word(at) == "/" and p.word(at + 1) in PARTS:
        at += 2
    whole = unit_or_year(p, p.skip(at, "van", "in"))
    if whole is None:
        return None
    return _part(whole[0], name, p), whole[1]


def _part(whole: Period, name: str, p: Phrase) -> Period:
    if whole.kind == "span" and whole.edge is None:  # 'begin komend jaar': of the next calendar year
        return cal.part(cal.year_of(p.date.year + 1), name)
    return cal.part(whole, name)


def unit_or_year(p: Phrase, i: int) -> Parsed[Period] | None:
    """A unit that is not itself a part."""
    return _WHOLE(p, i) if p.timely(i, UNIT_REACH) else None


_WHOLE = longest(
    day, month, relative_month, season, quarter, half, week, school_year, slashed_year, feast, year, today
)
_UNIT = longest(part, _WHOLE)
