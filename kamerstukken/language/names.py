"""The room 'language', its names. A text to persons, offices, ministries, public bodies and named programmes.

By rules and lists: what stands in front of a name says what it is ('het lid', 'mevrouw', 'Stichting', 'het
programma ‘'), the tables in `data/` know ministries and bodies, and the letter itself introduces short forms.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from kamerstukken.language.introduced import introduced
from kamerstukken.language.offices import find_ministries, find_offices
from kamerstukken.language.tables import lists, rows
from kamerstukken.model import Span

NameKind = Literal["person", "office", "ministry", "body", "programme"]

PARTICLE = r"(?:[Vv]an|[Dd]e|[Dd]er|[Dd]en|[Hh]et|[Tt]en|[Tt]er|[Tt]e|[Ee]l|’t|'t|[Ii]n|[Oo]p)"
WORD = r"[A-ZÀ-ÖØ-ÞŞ][\w’']*(?:-[A-ZÀ-Þa-z][\w’']*)*"
NO_MEMBER = r"(?!Kamerl(?:id|eden)\b|\w+-(?:fracties?|ministers?)\b)"
"""'de leden van de VVD-fractie en het Kamerlid Van Dijk': a group, and the next member."""
SURNAME = rf"(?:{PARTICLE}\s+(?:(?:de|der|den|het|’t|'t)\s+)?)?{NO_MEMBER}{WORD}"
SMALL = r"(?:(?:van|de|der|den|ten|ter|te|het)\s+)*"
FIRST = r"(?:(?:[A-Z][a-z]{0,2}\.\s?)+\s*|(?:[A-Z][a-zéëï]+\s+){1,2})"
FULL = rf"(?:{FIRST}{SMALL}|(?:Van|De|Den|Ten|Ter|Het)\s+{SMALL})?{WORD}"

MEMBERS = re.compile(
    rf"\b(?:[Hh]et|de)?\s?(?:[Kk]amer)?(?:lid|leden)[\s-]+(?P<names>{SURNAME}(?:\s*\([^()]{{2,20}}\))?(?:(?:,\s+|\s+en\s+|,\s+en\s+){SURNAME}(?:\s*\([^()]{{2,20}}\))?)*)"
)
"""'het lid Kamminga (VVD)', 'de leden Van Klaveren en Bontes', 'lid-Kuzu'"""

MOTION = re.compile(
    rf"\b(?:motie|moties|amendement)[\s-]+(?P<names>{SURNAME}(?:(?:/|,\s+|\s+en\s+){SURNAME})*)(?=\s+c\.s\.|\s*\(|\s|[,.;:/]|\Z)"
)
"""'motie Mohandis c.s.', 'motie-Ten Broeke/Knops'"""

TITLED = re.compile(
    rf"""\b(?:
        (?:[Dd]e\s+heer|[Mm]evrouw|[Mm]evr\.|[Mm]w\.|[Dd]hr\.|[Dd]rs?\.|[Mm]r\.|[Pp]rof\.|[Ii]r\.)\s+(?:(?:dr|drs|mr|ir|prof)\.\s+)*
      | (?:[Mm]inister|[Ss]taatssecretaris|[Mm]inister-president|[Pp]remier|[Pp]resident|[Bb]urgemeester|[Cc]ollega|[Pp]olitieman|[Gg]ezaghebber|[Ww]ethouder|[Oo]mbudsman|[Rr]apporteur|[Cc]ommissaris)\s+
      | (?:minister|ambtgenoot|collega|voorzitter|directeur)\s+van\s+[A-Z]\w+,?\s+
      | (?:oppositieleider|advocaat|hoogleraar|activist|journalist|schrijver|casus|arrestatie\s+van|mr\.\s+drs\.)\s+
    )(?P<name>{FULL})""",
    re.VERBOSE,
)
"""'mevrouw dr. K. Jansen', 'staatssecretaris Van Ooijen', 'president Obama', 'minister van Defensie, Mohammed Stanekzai'"""

INITIALS = re.compile(
    rf"(?<![\w.])(?P<name>(?:[A-Z]\.\s?){{1,5}}\s*(?:(?:van|de|der|den|ten|ter|te|het)\s+)*{WORD})"
)
"""'J.A. de Vries'"""

HEADS = (
    "Raad|Inspectie|Stichting|Autoriteit|Commissie|College|Vereniging|Dienst|Bureau|Instituut|Centrum|Kenniscentrum|Expertisecentrum|Fonds|Platform|Parket|Hof|Gerecht|Rechtbank|Korps|Rijksdienst|Taskforce|Ombudsman|"
    "Rapporteur|Coördinator|Genootschap|Federatie|Koepel|Universiteit|Hogeschool|Bank|Unie|Alliantie|Regieorgaan|Agentschap|Organisatie|Kustwacht|Netwerk|Overleg|Fundashon|Openbaar\\s+Lichaam|Adviesraad|Adviescommissie|Adviescollege|Planbureau"
)
TAILS = "raad|inspectie|autoriteit|instituut|kantoor|fonds|dienst|bureau|commissie|college|federatie|punt|parket|korps|wacht|rechtbank|ombudsman|planbureau|rekenkamer|bank|samenwerkingsteam"

ACT = "|".join(lists("no_names.toml")["act"])
BEFORE_BODY = "|".join([ACT, *lists("no_names.toml")["before_body"]])

BODY = re.compile(
    rf"""(?<![\w-])
    (?P<name>
        (?:(?!(?:De|Het|Een|Deze|Dit|Die|Ook|Uit|Met|Voor|Bij|In|Op|Van|Door|Naar|Zowel|Als|Mijn|Onze|Uw|Verder|Daarnaast|Tevens|Volgens|Namens|Hierbij|{BEFORE_BODY})\b)[A-Z][\w-]+\s+){{0,2}}
        (?:{HEADS}|[A-Z][a-zë]+(?:{TAILS}))(?![\w-])
        (?:\s+(?:(?:voor|van|tegen|inzake|tot)\s+(?:de\s+|het\s+)?)?(?!(?:Ook|De|Het|In|Dit)\b)[A-Z][\w-]*(?:\s+en\s+(?!(?:{HEADS})\b)[A-Z][a-z][\w-]*)?)*
    )""",
    re.VERBOSE,
)
"""'Raad voor de Rechtshandhaving', 'Stichting Cito', 'Inspectie Leefomgeving en Transport', 'Zorgverzekeringskantoor BES'"""

BEHIND_ACT = re.compile(rf"\b(?:{ACT})\s\Z")
"""'de Wet College voor de rechten van de mens': the act, not the body."""

PARTICLES = frozenset(["De", "Van", "Het", "In", "Op", "Den"])
"""Words that begin a surname, though they are no names alone."""

GROUP = re.compile(r"-(?:fracties?|ministers?|leden|lidstaten|landen)\Z")
"""'de leden van de VVD-fractie', 'EU-ministers': groups, no persons."""

QUOTED = re.compile(r"[‘“„«'\"](?P<name>[A-Z][^‘“„«”»\n]{3,200}?)[’”»'\"](?=[\s.,;:)?!]|\Z)")

CUE = re.compile(
    r"(?:programma|project|rapport|nota|bericht|berichten|actieplan|plan|website|handboek|onderzoek|onderzoeksrapport|debat|campagne|brief|titel|getiteld|strategie|agenda|regeling|visie|notitie|evaluatie|advies|publicatie|artikel|column|"
    r"pilot|traject|aanpak|kabinetsreactie|uitzending|documentaire|verkenning|boek|conferentie|leidraad|handreiking|factsheet|subsidie|actieagenda|adviesrapport|eindrapport|over|genaamd|heet)\w{0,3}\s*:?\s*(?:[^‘“„«'\".]{0,30})\Z",
    re.IGNORECASE,
)
"""What stands before a title between quotation marks."""

ALSO = re.compile(r"[’”»'\"]\s*(?:,|en|,\s*en)\s*\Z")
"""A second title: 'de berichten ‘…’ en ‘'."""


@dataclass(frozen=True, slots=True)
class Name:
    """A mention: its kind, its place in the text, the words, and what it stands for (an abbreviation's full form)."""

    kind: NameKind
    span: Span
    text: str
    norm: str


def find_names(text: str, *, context: str | None = None) -> tuple[Name, ...]:
    """The names in a text, in order and without overlap; `context` is the whole letter, which introduces short forms.

    Parties, countries and islands are no names here, nor is 'de Kamer'.
    """
    names = (*_offices(text), *_ministries(text), *_persons(text), *_bodies(text, context or text))
    found = list(_programmes(text))
    for name in sorted(names, key=lambda n: (-len(n.span), n.span)):
        if not any(name.span.overlaps(other.span) for other in found):
            found.append(name)
    return tuple(sorted(found, key=lambda n: n.span))


def _offices(text: str) -> Iterator[Name]:
    end = -1
    for office in find_offices(text):
        start = max(office.span.start, end)
        own = text[start : office.span.end]
        yield Name(
            "office",
            Span(start + len(own) - len(own.lstrip(" ,en")) if start == end else start, office.span.end),
            office.text,
            office.norm,
        )
        end = office.span.end


def _ministries(text: str) -> Iterator[Name]:
    for span, short in find_ministries(text):
        yield Name("ministry", span, text[span.start : span.end], short)


def _programmes(text: str) -> Iterator[Name]:
    end = 0
    for match in QUOTED.finditer(text):
        before = text[max(0, match.start() - 60) : match.start()]
        first = match["name"].split()[0].lower()
        if CUE.search(before) or (end and ALSO.search(text[end - 1 : match.start()])) or CUE.match(first):
            end = match.end()
            yield Name("programme", Span(*match.span("name")), match["name"], match["name"])


def _persons(text: str) -> Iterator[Name]:
    for pattern in (MEMBERS, MOTION):
        for match in pattern.finditer(text):
            for part in re.finditer(
                SURNAME, re.sub(r"\([^()]*\)", lambda m: " " * len(m.group()), match["names"])
            ):
                yield from _person(
                    text, match.start("names") + part.start(), match.start("names") + part.end()
                )
    for pattern in (TITLED, INITIALS):
        for match in pattern.finditer(text):
            yield from _person(text, *match.span("name"))


def _person(text: str, start: int, end: int) -> Iterator[Name]:
    words = text[start:end].rstrip("’'")
    first, *_, last = words.split() * 2
    if last in _none("person") or first in _none("person") - PARTICLES or GROUP.search(last):
        return
    yield Name("person", Span(start, start + len(words)), words, words[:1].upper() + words[1:])


def _bodies(text: str, context: str) -> Iterator[Name]:
    short = {i.short: i.long for i in introduced(context)}
    for match in _known_bodies().finditer(text):
        if BEHIND_ACT.search(text, max(0, match.start() - 24), match.start()):
            continue
        yield _body(match.start(), match.group(), _full_name(match.group(), short))
    for match in BODY.finditer(text):
        if _no_body(match["name"]) or BEHIND_ACT.search(text, max(0, match.start() - 24), match.start()):
            continue
        yield _body(match.start(), match["name"], _full_name(match["name"], short))
    for form, long in short.items():
        if BODY.match(long) and (at := text.find(f"({long})")) >= 0:
            yield _body(at + 1, long, long)
        if BODY.match(long) or long in _full_names().values():
            for match in re.finditer(rf"(?<![\w-]){re.escape(form)}(?![\w-])", text):
                yield _body(match.start(), form, long)


def _no_body(name: str) -> bool:
    first, *others = name.split()
    meeting = first in _none("meeting") and others[:1] == ["Overleg"]
    return meeting or name in _none("body") or first in _none("like_body")


@cache
def _none(kind: str) -> frozenset[str]:
    return frozenset(lists("no_names.toml")[kind])


def _body(start: int, text: str, norm: str) -> Name:
    return Name("body", Span(start, start + len(text)), text, norm)


def _full_name(text: str, short: dict[str, str]) -> str:
    return short.get(text) or _full_names().get(text, text)


@cache
def _full_names() -> dict[str, str]:
    return {row["abbreviation"]: row["name"] for row in rows("bodies.csv") if row["abbreviation"]}


@cache
def _known_bodies() -> re.Pattern[str]:
    names = {n for row in rows("bodies.csv") for n in (row["abbreviation"], row["name"]) if n}
    parts = sorted(map(re.escape, names), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(parts)})(?![\w])")
