"""The room 'language', who speaks. A letter to the persons behind its 'ik' and 'wij', from its own signatures."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kamerstukken.language.offices import find_ministries, find_offices, join_offices, norm_ministry
from kamerstukken.language.tables import rows
from kamerstukken.model import Document, Signatory

ANSWER = re.compile(
    r"\b(?:Antwoord|Mededeling|Brief)\s+van\s+(?:de\s+)?(?P<who>[^.;]{10,250}?)(?=\(ontvangen|,?\s*mede\s+namens|\.|\Z)"
)
"""'Antwoord van Staatssecretaris Van Huffelen (Binnenlandse Zaken en Koninkrijksrelaties), mede namens …'"""

ON_BEHALF = re.compile(r"\b(?:mede\s+)?namens\s+(?P<who>(?:de|mijn|het)\s[^.;()]{8,250})", re.IGNORECASE)
"""'Mede namens de minister van OCW en de staatssecretaris van VWS informeer ik u'"""

BARE_OFFICE = re.compile(
    r"de\s+(?P<role>minister|staatssecretaris)(?=\s+(?!(?:en|van|voor)\b)[a-z])", re.IGNORECASE
)
"""'Mede namens de minister informeer ik u': the other bewindspersoon of the ministry that writes."""

COLLEAGUES = re.compile(
    r"(?:de|mijn|onze)\s+(?:(?P<one>collega|ambtgenoot)|bewindslieden|bewindspersonen|collega[’']s|ambtgenoten)\s+van\s",
    re.IGNORECASE,
)
"""'mede namens de bewindslieden van OCW, VenJ en BZK', 'mijn ambtgenoot van Financiën': which office is not said."""

TITLES = re.compile(
    r"\A(?:(?:mw|mevr|dhr|dr|drs|mr|ir|ing|prof|ds|bc|em)\.?\s+|(?:mevrouw|de heer)\s+)+", re.IGNORECASE
)
"""'mr. drs. C.A. van der Maat'"""

SURNAME = re.compile(
    r"(?:(?:[Vv]an|[Dd]e|[Dd]er|[Dd]en|[Hh]et|[Tt]en|[Tt]er|[Tt]e|'t|’t|in|op)\s+)*[A-ZÀ-ÖØ-ÞŞ][\w’'-]*(?:\s+(?:(?:van|de|der|den|het|ten|ter|te|en)\s+)*[A-ZÀ-ÖØ-ÞŞ][\w’'-]+)*\Z"
)

INITIALS = re.compile(r"\A(?:(?:[A-ZÀ-Þ][a-zç]{0,2}\.)+\s*)+")


@dataclass(frozen=True, slots=True)
class Person:
    """One who signs: name without titles, office as meant ('minister van VWS'), ministry's abbreviation."""

    name: str | None
    office: str | None
    ministry: str | None


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who 'ik' (`first`) and 'wij' (`all`) are, and on whose behalf too (`namens`, as offices).

    `source` says how it is known: 'signature', 'answer' (the opening words of an official answer), 'table' (the
    name alone stands below, the table of bewindspersonen gives the office), or 'unknown'.
    """

    persons: tuple[Person, ...]
    namens: tuple[str, ...]
    ministry: str | None
    source: str

    @property
    def norm(self) -> str | None:
        """The office of all who sign, as one name: 'minister en staatssecretaris van Defensie'."""
        joined = ", ".join(dict.fromkeys(p.office for p in self.persons if p.office))
        return join_offices(find_offices(joined)) or joined or None

    @property
    def first(self) -> Person | None:
        """Who signs first: the 'ik' of a letter with one signature."""
        return self.persons[0] if self.persons else None


def speaker(document: Document) -> Speaker:
    """Who speaks in a letter, from its signatures, an answer's opening words, or the table of names."""
    ministry = norm_ministry(document.metadata.ministry or "")
    date = document.metadata.date
    persons, source = _signed(document.metadata.signatories, date), "signature"
    if not any(p.office for p in persons):
        answered = _answered(document)
        persons, source = (answered, "answer") if answered else (persons, "table" if persons else "unknown")
    elif all(find_offices(s.role or "") == () for s in document.metadata.signatories):
        source = "table"
    whose = ministry or next((p.ministry for p in persons if p.ministry), None)
    return Speaker(persons, _on_behalf(document.text[:4000], whose), whose, source)


def _signed(signatories: tuple[Signatory, ...], date: str | None) -> tuple[Person, ...]:
    return tuple(_person(s, date) for s in signatories)


def _person(signatory: Signatory, date: str | None) -> Person:
    name = plain_name(signatory.name) if signatory.name else None
    offices = find_offices(signatory.role or "")
    if offices:
        return Person(name, join_offices(offices), offices[0].ministry)
    known = office_of(name, date) if name else None
    if known:
        return Person(name, *known)
    return Person(name, signatory.role, norm_ministry(signatory.role or ""))


def plain_name(name: str) -> str:
    """A name without titles: 'mr. drs. C.A. van der Maat' is 'C.A. van der Maat'."""
    return TITLES.sub("", name.strip()).strip(" ,")


def surname(name: str) -> str:
    """The last name with its particle, as the Kamer writes it: 'C.A. van der Maat' gives 'Van der Maat'."""
    match = SURNAME.search(INITIALS.sub("", plain_name(name)))
    words = (match.group() if match else name).split()
    while len(words) > 1 and words[0][0].isupper() and words[1].islower():
        words = words[1:]
    last = " ".join(words)
    return last[:1].upper() + last[1:]


def office_of(name: str, date: str | None) -> tuple[str, str] | None:
    """Office and ministry of a bewindsperson on a date (ISO), from the table; None where not known or in doubt.

    The table holds the first and last day each was seen in office, so a date counts within a year of them.
    """
    last = surname(name).lower()
    seen = [
        r
        for r in rows("bewindspersonen.csv")
        if last in (r["name"].lower(), surname(r["printed"]).lower())
        or last.endswith(" " + r["name"].lower())
    ]
    if date:
        seen = [r for r in seen if r["first"] and _near(r["first"], r["last"], date)]
    found = {(r["office"], r["ministry"]) for r in seen}
    return found.pop() if len(found) == 1 else None


def _near(first: str, last: str, date: str) -> bool:
    year = int(date[:4])
    return f"{int(first[:4]) - 1}{first[4:]}" <= f"{year}{date[4:]}" <= f"{int(last[:4]) + 1}{last[4:]}"


def _answered(document: Document) -> tuple[Person, ...]:
    head = " ".join([*document.furniture, document.metadata.subject or "", document.text[:1500]])
    match = ANSWER.search(" ".join(head.split()))
    if match is None:
        return ()
    persons = []
    for office in find_offices(match["who"]):
        named = re.match(r"(?:\w+)\s+([^(]+?)\s*\(", office.text)
        persons.append(Person(named.group(1) if named else None, office.norm, office.ministry))
    return tuple(persons)


def _on_behalf(text: str, ministry: str | None) -> tuple[str, ...]:
    """The offices that a letter speaks for beside its own, in order; `ministry` is the one that writes."""
    found: list[str] = []
    for match in ON_BEHALF.finditer(text):
        who = match["who"]
        if (bare := BARE_OFFICE.match(who)) and ministry:
            found.append(f"{bare['role'].lower()} van {ministry}")
        elif colleagues := COLLEAGUES.match(who):
            them = "bewindspersoon" if colleagues["one"] else "bewindspersonen"
            found += [f"{them} van {short}" for _, short in find_ministries(who)]
        else:
            found += [office.norm for office in find_offices(who)]
    return tuple(dict.fromkeys(found))
