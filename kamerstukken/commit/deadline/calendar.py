"""Deadlines: the days of the parliamentary and the church year, computed where there is a rule and from data where there is none."""

from __future__ import annotations

import csv
from collections.abc import Callable
from datetime import date
from functools import cache, partial
from importlib.resources import files

from dateutil.easter import easter

from kamerstukken.commit.deadline.period import DAY, Days, Period

NOMINAL = {
    "voorjaarsreces": ((2, 15), (3, 5)),
    "krokusreces": ((2, 15), (3, 5)),
    "meireces": ((4, 24), (5, 12)),
    "zomerreces": ((7, 4), (9, 3)),
    "herfstreces": ((10, 14), (10, 26)),
    "kerstreces": ((12, 20), (12, 31)),
}
"""Where in a year a recess usually lies: only to see which year is meant, never given as an answer."""

SYNONYMS = {"krokusreces": "voorjaarsreces"}


@cache
def recesses() -> dict[tuple[str, int], Days]:
    """The recesses of the Tweede Kamer by name and year of their first day; of two in a year the first."""
    table: dict[tuple[str, int], Days] = {}
    text = files("kamerstukken.commit.deadline").joinpath("data", "recesses.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(text.splitlines()):
        first, last = date.fromisoformat(row["first_day"]), date.fromisoformat(row["last_day"])
        table.setdefault((row["name"], first.year), (first, last))
    return table


def recess_of(name: str, year: int | None = None) -> Period:
    """A recess by its name. Its days in a year are None where the table does not know them."""
    known = SYNONYMS.get(name, name)
    low, high = NOMINAL.get(name, ((1, 1), (12, 31)))

    def nominal(y: int) -> Days:
        return date(y, *low), date(y, *high)

    return Period(lambda y: recesses().get((known, y)), "recess", year, nominal=nominal)


def next_recess(day: date) -> Period:
    """The recess that is running on a day or comes first after it."""
    for name, year in sorted(recesses(), key=lambda key: recesses()[key]):
        if recesses()[name, year][1] >= day and name in NOMINAL:
            return recess_of(name, year)
    return Period(lambda _: None, "recess", day.year)


def _nth_weekday(year: int, month: int, weekday: int, n: int) -> date:
    first = date(year, month, 1)
    return first + ((weekday - first.weekday()) % 7 + 7 * (n - 1)) * DAY


def _one(day: date) -> Days:
    return day, day


def prinsjesdag(year: int) -> Days:
    """The third Tuesday of September (Grondwet, article 65)."""
    return _one(_nth_weekday(year, 9, 1, 3))


def verantwoordingsdag(year: int) -> Days:
    """The third Wednesday of May (Comptabiliteitswet 2016, article 2.38)."""
    return _one(_nth_weekday(year, 5, 2, 3))


def parliamentary_year(year: int) -> Days:
    """The vergaderjaar: from Prinsjesdag to the day before the next."""
    return prinsjesdag(year)[0], prinsjesdag(year + 1)[0] - DAY


def _easter_plus(first: int, last: int, year: int) -> Days:
    sunday = easter(year)
    return sunday + first * DAY, sunday + last * DAY


FEASTS: dict[str, Callable[[int], Days]] = {
    "prinsjesdag": prinsjesdag,
    "verantwoordingsdag": verantwoordingsdag,
    "pasen": partial(_easter_plus, 0, 1),
    "hemelvaart": partial(_easter_plus, 39, 39),
    "hemelvaartsdag": partial(_easter_plus, 39, 39),
    "pinksteren": partial(_easter_plus, 49, 50),
    "kerst": lambda y: (date(y, 12, 25), date(y, 12, 26)),
    "kerstmis": lambda y: (date(y, 12, 25), date(y, 12, 26)),
    "koningsdag": lambda y: _one(date(y, 4, 27) - (date(y, 4, 27).weekday() == 6) * DAY),
    "bevrijdingsdag": lambda y: _one(date(y, 5, 5)),
}
"""Named days, as functions of the year."""


def year_end(year: int | None = None) -> Period:
    """The turn of the year: a moment between 31 December and 1 January of the next year."""
    return Period(lambda y: (date(y, 12, 31), date(y, 12, 31)), "day", year, edge="eind")


def feast_of(name: str, year: int | None = None) -> Period:
    """A named day."""
    return Period(FEASTS[name], "day", year)


def parliamentary(year: int | None, length: int = 1) -> Period:
    """One or more years of parliament."""

    def of(y: int) -> Days:
        return prinsjesdag(y)[0], parliamentary_year(y + length - 1)[1]

    return Period(of, "schoolyear", year)
