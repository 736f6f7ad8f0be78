"""Stage 5, features of time. The years and months that a sentence names, seen from the day of its letter.

'In 2022 is het meldpunt ingericht' reports in a letter of 2023 and announces in one of 2021: what a year says of an act
depends on when the letter was written, which words alone cannot tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kamerstukken.language.months import MONTHS

YEAR = re.compile(r"\b(?:19[5-9]\d|20[0-6]\d)\b")
MONTH = re.compile(rf"\b(?P<month>{'|'.join(MONTHS)})\b(?:\s+(?P<year>(?:19|20)\d\d)\b)?", re.IGNORECASE)

FAR = 2
"""Years before the letter that count as lately; what is longer ago is history."""


def when(text: str, date: str | None) -> dict[str, float]:
    """The features of a text in a letter of a day (ISO 8601), by name; none where the letter has no day."""
    if date is None:
        return {}
    year, month = int(date[:4]), int(date[5:7])
    return dict.fromkeys((*_years(text, year), *_months(text, year, month)), 1.0)


def _years(text: str, now: int) -> Iterator[str]:
    named = [int(year) for year in YEAR.findall(text)]
    yield from (f"year:{_place(year, now)}" for year in named)
    if named:
        yield f"first year:{_place(min(named), now)}"
        yield f"last year:{_place(max(named), now)}"


def _place(year: int, now: int) -> str:
    """Where a year lies from the letter's: 'long ago', 'past', 'this', 'next', 'later'."""
    if year < now:
        return "long ago" if year < now - FAR else "past"
    return ("this", "next")[year - now] if year <= now + 1 else "later"


def _months(text: str, year: int, month: int) -> Iterator[str]:
    for match in MONTH.finditer(text):
        named = (int(match["year"] or year) - year) * 12 + MONTHS.index(match["month"].lower()) + 1 - month
        side = "past" if named < 0 else "to come" if named else "this"
        yield f"month:{side}{' with its year' if match['year'] else ''}"
