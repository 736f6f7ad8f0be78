"""Ministries by the name on a letter, by abbreviation, and by their identifier in TOOI, the government's register.

Facts in `data/ministries.csv`. Identifiers: the list of ministries of the DiWoo metadata standard 0.9.4
(standaarden.overheid.nl/diwoo) and TOOI's `rwc_ministeries_compleet`; a ministry that was renamed keeps its identifier,
one that was merged or split off got a new one. Names and days: the royal decrees on the division of the departments.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib import resources

TOOI = "https://identifier.overheid.nl/tooi/id/ministerie/"
"""Before an identifier it makes the address of the organisation."""

# 'Ministerie van Infrastructuur en Waterstaat', 'het ministerie voor …'
FRONT = re.compile(r"^(?:het\s+)?(?:ministerie|departement|min)\.?\s+(?:van|voor)\s+", re.IGNORECASE)
NOT_LETTERS = re.compile(r"[^a-z0-9&]+")


@dataclass(frozen=True, slots=True)
class Ministry:
    """A name that a ministry had: `since` is its first day under it, `until` the first day after; empty: open."""

    name: str
    short: tuple[str, ...]
    tooi: str
    since: str
    until: str


def ministry_id(printed: str | None, day: str | None = None) -> str | None:
    """The TOOI address of the ministry that a letter of that day names, or None where the name is not known."""
    if not printed:
        return None
    known = _by_name().get(folded(printed), ())
    fitting = [m for m in known if not day or (m.since <= day and (not m.until or day < m.until))]
    return TOOI + (fitting or known)[-1].tooi if known else None


def is_ministry(asked: str, printed: str | None) -> bool:
    """Whether a user's words (an abbreviation, a name or a part of it, a TOOI id) mean the printed ministry."""
    if not printed:
        return False
    words, name = folded(asked), folded(printed)
    tooi = {m.tooi for m in _by_name().get(name, ())}
    if asked.removeprefix(TOOI).lower() in tooi:
        return True
    short = {folded(s) for m in _by_name().get(name, ()) for s in m.short}
    return words in short or (bool(words) and f" {words} " in f" {name} ")


def abbreviation(printed: str | None) -> str | None:
    """The abbreviation of the ministry that a letter names ('IenW'), or None where the name is not known."""
    known = _by_name().get(folded(printed), ()) if printed else ()
    return known[-1].short[0] if known else None


def spelled_out(role: str | None) -> str | None:
    """'minister van BZK' as 'Minister van Binnenlandse Zaken en Koninkrijksrelaties'; other roles with a capital."""
    if not role:
        return None
    head, _, short = role.rpartition(" ")
    names = [m.name for known in _by_name().values() for m in known if short in m.short and not m.until]
    full = f"{head} {names[-1]}" if head and names else role
    return full[:1].upper() + full[1:]


def folded(name: str) -> str:
    """A name without accents, capitals, punctuation and 'Ministerie van', to compare by."""
    plain = unicodedata.normalize("NFKD", FRONT.sub("", name.strip()))
    letters = "".join(c for c in plain if not unicodedata.combining(c)).lower()
    return NOT_LETTERS.sub(" ", letters).strip()


@cache
def _by_name() -> dict[str, tuple[Ministry, ...]]:
    table = resources.files(__package__) / "data" / "ministries.csv"
    out: dict[str, tuple[Ministry, ...]] = {}
    for row in csv.DictReader(table.read_text(encoding="utf-8").splitlines()):
        known = Ministry(row["name"], tuple(row["short"].split()), row["tooi"], row["from"], row["until"])
        out[folded(known.name)] = (*out.get(folded(known.name), ()), known)
    return out
