"""Deadlines: stretches of the calendar, with a year or waiting for one, and arithmetic on their days.

Conventions of this project: seasons run from the 21st (spring 03-21..06-20, summer 06-21..09-20, autumn 09-21..12-21,
winter 12-21..03-20); begin, medio and eind of a year are its first quarter, May to August and its last quarter;
of a month the days 1-10, 11-20 and 21 to the end; of anything else its thirds.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from dateutil.relativedelta import relativedelta

from kamerstukken.commit.deadline.words import AUTUMN, BEGIN, MIDDLE, SPRING, SUMMER

Kind = Literal["day", "week", "month", "quarter", "half", "season", "year", "schoolyear", "recess", "span"]
Days = tuple[date, date]
"""First and last day, both inclusive."""

DAY = timedelta(days=1)
FIRST_YEAR, LAST_YEAR = 1900, 2199


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch that comes once a year: `of(year)` gives its days in a year (None: not known).

    `year` is set where the text says which one. `edge` names the part of a longer stretch ('eind 2023').
    `nominal` places a stretch whose days in a year are not known, to see which year is meant.
    """

    of: Callable[[int], Days | None]
    kind: Kind
    year: int | None = None
    edtf: str | None = None
    """A template with {year} for the year."""
    past: bool = False
    edge: str | None = None
    nominal: Callable[[int], Days] | None = None
    written: bool = True
    """False for a bare number, which is a year only where something around it says so."""

    def days(self) -> Days | None:
        """The days; only for a period with its year."""
        return self.of(self.year) if self.year is not None else None

    def code(self) -> str | None:
        """The period in EDTF where it has a code of its own."""
        return self.edtf.format(year=self.year) if self.edtf and self.year is not None else None

    def shifted(self, change: Callable[[date, date], Days], kind: Kind, edge: str | None = None) -> Period:
        """A period made from this one's days, in whichever year."""

        def of(year: int) -> Days | None:
            days = self.of(year)
            return change(*days) if days else None

        return replace(self, of=of, kind=kind, edtf=None, edge=edge, nominal=None, written=True)


def fixed(start: date, end: date, kind: Kind = "span", edtf: str | None = None) -> Period:
    """A stretch of which the days are known."""
    return Period(lambda _: (start, end), kind, start.year, edtf)


def day_of(month: int, day: int, year: int | None = None) -> Period | None:
    """A day of a month; None where the month never has it. 29 February is 28 in a common year."""
    if not 1 <= month <= 12 or not 1 <= day <= monthrange(2024, month)[1]:
        return None
    if year is not None and day > monthrange(year, month)[1]:
        return None

    def of(y: int) -> Days:
        at = date(y, month, min(day, monthrange(y, month)[1]))
        return at, at

    return Period(of, "day", year, f"{{year}}-{month:02}-{day:02}")


def month_of(month: int, year: int | None = None) -> Period:
    """A month."""
    return Period(lambda y: months(y, month, 1), "month", year, f"{{year}}-{month:02}")


def quarter_of(n: int, year: int | None = None) -> Period:
    """A quarter, 1 to 4."""
    return Period(lambda y: months(y, 3 * n - 2, 3), "quarter", year, f"{{year}}-{32 + n}")


def half_of(n: int, year: int | None = None) -> Period:
    """A half of a year, 1 or 2."""
    return Period(lambda y: months(y, 6 * n - 5, 6), "half", year, f"{{year}}-{39 + n}")


def season_of(code: int, year: int | None = None) -> Period:
    """A season, by its EDTF code. Winter belongs to the year in which it begins."""

    def of(y: int) -> Days:
        if code == SPRING:
            return date(y, 3, 21), date(y, 6, 20)
        if code == SUMMER:
            return date(y, 6, 21), date(y, 9, 20)
        if code == AUTUMN:
            return date(y, 9, 21), date(y, 12, 21)
        return date(y, 12, 21), date(y + 1, 3, 20)

    return Period(of, "season", year, f"{{year}}-{code}")


def year_of(year: int, length: int = 1) -> Period:
    """One year or several."""
    edtf = "{year}" if length == 1 else None
    return Period(lambda y: (date(y, 1, 1), date(y + length - 1, 12, 31)), "year", year, edtf)


def school_year(year: int | None, length: int = 1, first_month: int = 8) -> Period:
    """School years, 1 August to 31 July; with `first_month` 9 those of higher education."""
    return Period(lambda y: months(y, first_month, 12 * length), "schoolyear", year)


def week_of(day: date) -> Period:
    """Monday to Sunday around a day."""
    monday = day - day.weekday() * DAY
    return fixed(monday, monday + 6 * DAY, "week")


def week_number(n: int, year: int | None) -> Period | None:
    """An ISO week by its number."""
    if not 1 <= n <= 53:
        return None

    def of(y: int) -> Days | None:
        try:
            return date.fromisocalendar(y, n, 1), date.fromisocalendar(y, n, 7)
        except ValueError:
            return None

    return Period(of, "week", year, nominal=lambda y: months(y, 12, 1))


def months(year: int, first: int, count: int) -> Days:
    """Whole months."""
    start = date(year, first, 1)
    return start, start + relativedelta(months=count) - DAY


def part(whole: Period, name: str) -> Period:
    """The beginning, middle or end of a period."""
    change = {"year": _part_of_year, "month": _part_of_month, "schoolyear": _part_of_school_year}.get(
        whole.kind, _third
    )
    return whole.shifted(lambda start, end: change(start, end, name), "span", name)


def joined(first: Period, last: Period) -> Period:
    """From the first day of one to the last of another, both of the same year."""

    def of(year: int) -> Days | None:
        one, other = first.of(year), last.of(year)
        return (one[0], max(one[1], other[1])) if one and other else None

    return replace(first, of=of)


def edge_of(whole: Period, size: tuple[int, int], n: int) -> Period:
    """So many (months, days) at the beginning (n = 1) or the end (n = -1) of a period."""

    def change(start: date, end: date) -> Days:
        if n == 1:
            return start, min(end, plus(start, size) - DAY)
        return max(start, plus(end + DAY, (-size[0], -size[1]))), end

    return whole.shifted(change, "span")


def _part_of_year(start: date, end: date, name: str) -> Days:
    if name == BEGIN:
        return months(start.year, 1, 3)
    return months(start.year, 5, 4) if name == MIDDLE else months(end.year, 10, 3)


def _part_of_school_year(start: date, end: date, name: str) -> Days:
    if name == BEGIN:
        return start, plus(start, (3, 0)) - DAY
    return (
        (plus(start, (4, 0)), plus(start, (8, 0)) - DAY)
        if name == MIDDLE
        else (plus(end + DAY, (-3, 0)), end)
    )


def _part_of_month(start: date, end: date, name: str) -> Days:
    if name == BEGIN:
        return start, start.replace(day=10)
    return (start.replace(day=11), start.replace(day=20)) if name == MIDDLE else (start.replace(day=21), end)


def _third(start: date, end: date, name: str) -> Days:
    third = ((end - start).days + 1) // 3 * DAY
    if not third:
        return start, end
    if name == BEGIN:
        return start, start + third - DAY
    return (start + third, end - third) if name == MIDDLE else (end - third + DAY, end)


def half_part(whole: Period, n: int) -> Period:
    """The first or second half of a period: of a year by months, of a month up to the 15th, else by days."""
    if whole.kind == "year" and whole.year is not None:
        return half_of(n, whole.year)

    def change(start: date, end: date) -> Days:
        middle = start.replace(day=15) if whole.kind == "month" else start + (end - start) // 2
        return (start, middle) if n == 1 else (min(middle + DAY, end), end)

    return whole.shifted(change, "span")


def week_part(whole: Period, n: int) -> Period:
    """The n-th week of a period (1 is its first seven days, -1 its last)."""

    def change(start: date, end: date) -> Days:
        if n < 0:
            return max(start, end + 7 * n * DAY + DAY), end + 7 * (n + 1) * DAY
        first = min(start + 7 * (n - 1) * DAY, end)
        return first, min(first + 6 * DAY, end)

    return whole.shifted(change, "week")


def plus(day: date, unit: tuple[int, int]) -> date:
    """A day moved by (months, days); stays within what `date` can hold."""
    try:
        moved: date = day + relativedelta(months=unit[0], days=unit[1])
        return moved
    except (ValueError, OverflowError):
        return date.max if unit > (0, 0) else date.min


def this_occurrence(period: Period, day: date) -> Period:
    """The occurrence in a day's year ('dit najaar'); a winter that has begun is the current one."""
    days = period.of(day.year - 1)
    still = period.kind in ("season", "schoolyear", "recess") and days is not None and days[1] >= day
    return replace(period, year=day.year - 1 if still else day.year)


def next_occurrence(period: Period, day: date, *, whole: bool = False) -> Period:
    """The first occurrence that is not yet over on a day; with `whole` the first that has not yet begun."""
    if period.year is not None:
        return period
    for year in range(day.year - 1, day.year + 9):
        days = period.of(year) or (period.nominal(year) if period.nominal else None)
        if days and (days[0] > day if whole else days[1] >= day):
            return replace(period, year=year)
    return replace(period, year=day.year)


def last_occurrence(period: Period, day: date) -> Period:
    """The last occurrence that had begun by a day, before the current one ('afgelopen zomer')."""
    for year in range(day.year, day.year - 9, -1):
        days = period.of(year) or (period.nominal(year) if period.nominal else None)
        if days and days[1] < day:
            return replace(period, year=year, past=True)
    return replace(period, year=day.year - 1, past=True)
