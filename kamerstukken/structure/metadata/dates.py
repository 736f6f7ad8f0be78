"""Stage structure. A written day to ISO 8601; a day that does not exist is none."""

from __future__ import annotations

import re
from datetime import date

MONTHS = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
]

# '7 januari 2015', '1 mrt. 2016', 'Den Haag, 23 AUGUSTUS 2024'
WRITTEN = re.compile(
    r"""(?<![\w-]) (?P<day>\d{1,2}) \s* (?:e\s|ste\s|de\s)? \s*
        (?P<month>jan|feb|febr|mrt|apr|jun|jul|aug|sep|sept|okt|nov|dec|"""
    + "|".join(MONTHS)
    + r""") \.? \s* (?P<year>(?:19|20)\d\d) (?!\d)""",
    re.VERBOSE | re.IGNORECASE,
)
# '05-04-2023', '5/4/2023', '5.4.2023'
FIGURES = re.compile(
    r"(?<![\d-]) (?P<day>\d{1,2}) (?P<sep>[-/.]) (?P<month>\d{1,2}) (?P=sep) (?P<year>(?:19|20)\d\d) (?![\d-])",
    re.VERBOSE,
)
# '2023-04-05'
ISO = re.compile(
    r"(?<![\d-]) (?P<year>(?:19|20)\d\d) - (?P<month>\d\d) - (?P<day>\d\d) (?![\d-])", re.VERBOSE
)


def day_in(text: str) -> str | None:
    """The first day written in a text as an ISO date, or None."""
    found = [match for pattern in (WRITTEN, FIGURES, ISO) for match in pattern.finditer(text)]
    for match in sorted(found, key=lambda m: m.start()):
        if (day := _iso(match["year"], match["month"], match["day"])) is not None:
            return day
    return None


def is_day(text: str) -> bool:
    """True where a text is a day and nothing else, a place before it ('Den Haag, 5 mei 2015') allowed."""
    bare = re.sub(r"^[\w'’ -]{3,25},\s*", "", text.strip())
    return any(pattern.fullmatch(bare) for pattern in (WRITTEN, FIGURES, ISO)) and day_in(bare) is not None


def _iso(year: str, month: str, day: str) -> str | None:
    try:
        return date(int(year), _month(month), int(day)).isoformat()
    except ValueError:
        return None


def _month(text: str) -> int:
    if text.isdigit():
        return int(text)
    key = {"mrt": "maa"}.get(text.casefold()[:3], text.casefold()[:3])
    return [name[:3] for name in MONTHS].index(key) + 1
