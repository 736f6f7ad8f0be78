"""Deadlines: lengths of time counted from the letter's day ('komende drie jaar', 'binnen zes weken', 'over drie maanden')."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kamerstukken.commit.deadline.dates import length, number
from kamerstukken.commit.deadline.loose import noun_phrase
from kamerstukken.commit.deadline.moment import Moment, between
from kamerstukken.commit.deadline.period import plus, school_year
from kamerstukken.commit.deadline.text import Parsed, Phrase
from kamerstukken.commit.deadline.units import SCHOOL_YEARS
from kamerstukken.commit.deadline.words import COMING, LAST, PLURALS

LEADS = ("in", "voor", "gedurende", "over", "op", "voor", "binnen", "de", "het", "tijdens", "door")
OPEN = frozenset({"tijd", "periode"}) | PLURALS
SOME = ("paar", "enkele", "enige", "aantal")


FROM_LETTER = tuple(
    tuple(line.split())
    for line in (
        "na dagtekening van deze brief",
        "na verzending van deze brief",
        "na deze brief",
        "na heden",
        "na vandaag",
        "vanaf heden",
        "vanaf nu",
        "vanaf vandaag",
    )
)


def coming(p: Phrase, i: int) -> Parsed[Moment] | None:
    """'de komende drie jaar', 'in de komende maanden', 'de eerstkomende twee schooljaren', 'de afgelopen jaren'."""
    at = i
    while p.word(at) in LEADS and at - i < 3:
        at += 1
    if p.word(at) not in COMING | LAST:
        return None
    past = p.word(at) in LAST
    some = p.skip(p.skip(at + 1, "een"), *SOME)
    if p.word(some) in OPEN:
        return (Moment(past=True) if past else between(p.date, None)), some + 1
    if p.word(at + 1) in SCHOOL_YEARS and p.word(at + 1).endswith("jaren"):
        first = _next_school_year(p, at + 1)
        return (Moment(past=True) if past else between(first, None)), at + 2
    if (school := _school_years(p, at + 1)) is not None:
        return school
    size = length(p, at + 1)
    if size is None:
        return None
    if past:
        return replace(between(plus(p.date, (-size[0][0], -size[0][1])), p.date), past=True), size[1]
    return between(p.date, plus(p.date, size[0])), size[1]


def _next_school_year(p: Phrase, i: int) -> date:
    month = SCHOOL_YEARS[p.word(i)]
    year = p.date.year + ((p.date.month, p.date.day) > (month, 1))
    return date(year, month, 1)


def _school_years(p: Phrase, i: int) -> Parsed[Moment] | None:
    count = number(p, i)
    if not count or count > 50 or p.word(i + 1) not in SCHOOL_YEARS:
        return None
    first = _next_school_year(p, i + 1)
    days = school_year(first.year, count, first.month).days()
    return (between(*days), i + 2) if days else None


def within(p: Phrase, i: int) -> Parsed[Moment] | None:
    """'binnen zes weken' (an end), 'over drie maanden' (that day), 'na twee jaar' (a start), 'uiterlijk over een jaar' (an end)."""
    if p.has(i, "binnen", "nu", "en") and (until := length(p, i + 3)):
        return between(None, plus(p.date, until[0])), until[1]
    latest = p.word(i) == "uiterlijk"
    at = i + latest
    word = p.word(at)
    if word not in ("binnen", "over", "na"):
        return None
    size = length(
        p,
        p.skip(
            p.skip(at + 1, "een") if p.word(at + 2) == "termijn" else at + 1,
            "circa",
            "ongeveer",
            "uiterlijk",
            "maximaal",
        ),
    )
    if size is None:
        return None
    day, end = plus(p.date, size[0]), _from_letter(p, size[1])
    if (behind := _counted_from(p, end)) is not None:
        return Moment(certainty="gebeurtenis"), behind
    if word == "binnen" or latest:
        return between(None, day), end
    return (between(day, day) if word == "over" else between(day, None)), end


def _from_letter(p: Phrase, i: int) -> int:
    """The place behind 'na dagtekening van deze brief', 'na vandaag': counted from the letter's day, as without it."""
    return next((i + len(words) for words in FROM_LETTER if p.has(i, *words)), i)


def ahead(p: Phrase, i: int) -> Parsed[Moment] | None:
    """'een week voorafgaand aan het overleg', 'zes weken na de uitspraak': counted from something else than the letter."""
    size = length(p, i)
    behind = _counted_from(p, size[1]) if size else None
    return (Moment(certainty="gebeurtenis"), behind) if behind is not None else None


def _counted_from(p: Phrase, i: int) -> int | None:
    """The place behind the event from which a length is counted."""
    if p.word(i) == "voorafgaand" or (
        p.word(i) in ("na", "nadat", "voor", "voordat", "vanaf") and not p.word(i + 1).isdigit()
    ):
        end = noun_phrase(p, i + 1)
        return end if end > i + 1 else None
    return None


def some(p: Phrase, i: int) -> Parsed[Moment] | None:
    """'binnen enkele weken', 'over een paar maanden': no number, so no days."""
    if p.word(i) not in ("binnen", "over", "na"):
        return None
    at = p.skip(i + 1, "een")
    if p.word(at) in SOME and p.word(at + 1) in PLURALS:
        return Moment(certainty="vaag"), at + 2
    return None
