"""Days and papers as Dutch readers write them."""

from __future__ import annotations

import re
from datetime import date

MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip

# 'kst-35300-XVI-12', 'kst-34843-30', 'kst-33569-A'
PAPER = re.compile(r"kst-(?P<dossier>\d+(?:-[A-Z0-9]+)?)-(?P<number>[0-9A-Z]+)")


def dutch_day(day: str | None) -> str:
    """'2023-06-19' as '19 juni 2023'; 'onbekende datum' where there is none, as it stands where it is no day."""
    if not day:
        return "onbekende datum"
    try:
        found = date.fromisoformat(day)
    except ValueError:
        return day
    return f"{found.day} {MONTHS[found.month - 1]} {found.year}"


def place_of(id_: str) -> str:
    """'kst-35300-XVI-12' as 'Kamerstuk 35300-XVI, nr. 12'; other ids as they are."""
    if found := PAPER.fullmatch(id_):
        number = found["number"]
        return f"Kamerstuk {found['dossier']}, {'nr. ' if number.isdigit() else ''}{number}"
    return id_.removeprefix("dossier:")
