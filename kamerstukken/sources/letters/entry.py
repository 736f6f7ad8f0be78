"""From what a service says of a letter to its entry in the manifest."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Any

from kamerstukken.language.offices import norm_ministry
from kamerstukken.sources.letters.wanted import Wanted
from kamerstukken.sources.manifest import Entry
from kamerstukken.structure.metadata.ministry import ministry_named, office_of

APPENDIX = re.compile(r"(?P<first>\d\d)(?P<second>\d\d)0(?P<number>\d{4})")
"""Aanhangselnummer '242502391' is number 2391 of 2024-2025."""

SLUG = 60
"""Characters of a subject, and of a number, that go into a file's name."""


def official_id(values: dict[str, Any], dossiers: Sequence[str]) -> str | None:
    """'kst-36600-XVI-12' or 'ah-tk-20242025-2391', where the service says enough."""
    volgnummer = values.get("volgnummer")
    if dossiers and isinstance(volgnummer, int) and volgnummer > 0:
        return f"kst-{dossiers[0]}-{volgnummer}"
    if match := APPENDIX.fullmatch(str(values.get("aanhangsel") or "")):
        return f"ah-tk-20{match['first']}20{match['second']}-{int(match['number'])}"
    return None


def dossier_ids(numbers: Sequence[Any], additions: Sequence[Any]) -> tuple[str, ...]:
    """('36600-XVI',) for numbers and toevoegingen side by side."""
    padded = [*additions, *[None] * len(numbers)]
    pairs = zip(numbers, padded, strict=False)
    return tuple(dict.fromkeys(f"{n}-{a}" if a else str(n) for n, a in pairs if n))


def ministry_of_offices(offices: Sequence[str], day: str | None) -> str | None:
    """'Ministerie van Financiën', as letterheads have it, for the office of the first who signs."""
    for office in offices:
        portfolio = office_of(office)
        name = portfolio and (ministry_named(portfolio, day) or ministry_named(portfolio))
        if name:
            return f"Ministerie van {name}"
    return None


def is_of(entry: Entry, ministries: Sequence[str]) -> bool:
    """Whether a letter is of one of these ministries: by abbreviation, by name or by a part of an office."""
    said = [text for text in (entry.ministry, *(role for _, role in entry.signatories)) if text]
    return not ministries or any(_same(wanted, text) for wanted in ministries for text in said)


def _same(wanted: str, said: str) -> bool:
    known = norm_ministry(wanted)
    return (known is not None and known == norm_ministry(said)) or (
        len(wanted) > 4 and wanted.casefold() in said.casefold()
    )


def fits(entry: Entry, wanted: Wanted) -> bool:
    """Whether a letter is meant, for services that cannot be asked so exactly."""
    day = entry.date or ""
    return (
        day >= wanted.since
        and (wanted.until is None or day <= wanted.until)
        and is_of(entry, wanted.ministries)
        and (not wanted.dossiers or bool(set(wanted.dossiers) & _with_bare(entry.dossiers)))
        and (not wanted.query or wanted.query.casefold() in (entry.subject or "").casefold())
    )


def _with_bare(dossiers: Sequence[str]) -> set[str]:
    """'36600' means all chapters of the budget."""
    return {*dossiers, *(d.partition("-")[0] for d in dossiers)}


def file_name(entry: Entry) -> str:
    """'2026-10-05_2026D12345_onderwerp-van-de-brief.pdf': letters sort by day, and the name is safe everywhere."""
    plain = unicodedata.normalize("NFKD", entry.subject or "").encode("ascii", "ignore").decode()
    words = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:SLUG].strip("-")
    number = re.sub(r"[^\w.-]+", "-", entry.document or entry.id, flags=re.ASCII)[:SLUG].strip(".-")
    return "_".join(part for part in (_day(entry.date), number or "brief", words) if part) + ".pdf"


def _day(date: str | None) -> str:
    return date if date and re.fullmatch(r"\d{4}-\d\d-\d\d", date) else ""
