"""The room 'language', its offices. 'De minister van Volksgezondheid, Welzijn en Sport' to 'minister van VWS'.

Ministries, with their abbreviations and former names, and the portfolios of ministers without a ministry are
tables in `data/`; what is not in them is kept as printed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from kamerstukken.language.tables import rows
from kamerstukken.model import Span

Role = Literal["minister", "staatssecretaris", "minister-president"]

ROLE = re.compile(
    r"""\b(?:
        (?P<pm>minister[-–]president|minpres)
      | (?P<minister>(?:vice-?)?minister)(?P<ministers>s)?
      | (?P<staats>staats?secretaris)(?P<staatsen>sen)?
    )\b(?!i)""",
    re.VERBOSE | re.IGNORECASE,
)
"""'de Minister van', 'DE STAATSSECRETARIS VAN', 'de ministers van OCW en voor Rechtsbescherming'"""

LINK = re.compile(r"\s+(?:van\s+het\s+|(?:van|voor|VAN|VOOR)\s+)|\s*,?\s*\(|\s+")
"""Between role and portfolio: 'minister van', 'minister voor', 'Minister (', 'Staatssecretaris Karremans (…)'."""

NAME_BETWEEN = re.compile(
    r"\s+(?P<name>(?:(?:[Vv]an|[Dd]e|[Dd]er|[Dd]en|[Tt]en|[Tt]er)\s+){0,3}[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?)\s*\("
)
"""'Staatssecretaris Van Huffelen (', as official answers write it."""

AGAIN = re.compile(r"\s*(?:,|,?\s+en)\s+(?:de\s+)?(?=(?P<link>van|voor)\s)?", re.IGNORECASE)
"""A second portfolio behind one role: 'de Ministers van Buitenlandse Zaken en voor Rechtsbescherming', 'van BZK en JenV'."""

SHARED = re.compile(r"\s+en\s+(?:de\s+)?(?=staatssecretaris)", re.IGNORECASE)
"""Two roles before one portfolio: 'de minister en de staatssecretaris van Defensie'."""

UNKNOWN = re.compile(r"[A-Z][\w-]+(?:\s+[A-Z][\w-]+){0,2}(?:(?:,\s+[A-Z][\w-]+)*,?\s+en\s+[A-Z][\w-]+)?")
"""A portfolio that no table has, by its capitals: 'Fiscaliteit en Belastingdienst'."""

FOREIGN = re.compile(r"\s+van\s+(?!Algemene)[A-Z]")
"""'de minister-president van Sint Maarten'."""


@dataclass(frozen=True, slots=True)
class Office:
    """An office as meant: `norm` 'minister van VWS', `ministry` its ministry's abbreviation where known.

    `span` is the mention in the text it was found in; `text` the words themselves.
    """

    role: Role
    norm: str
    ministry: str | None
    span: Span
    text: str
    portfolio: str | None = None


@dataclass(frozen=True, slots=True)
class _Field:
    """A ministry or a portfolio: how it is printed, how we call it, whose it is."""

    printed: str
    norm: str
    ministry: str
    own: bool


def norm_office(text: str) -> str | None:
    """The office a text names, as 'minister van VWS' or 'minister voor Rechtsbescherming'; None where it names none.

    Of two offices both are given: 'minister en staatssecretaris van Defensie', 'minister van JenV en minister voor
    Rechtsbescherming'. A portfolio that is not in the tables is kept as printed.
    """
    return join_offices(find_offices(text))


def join_offices(offices: tuple[Office, ...]) -> str | None:
    """Several offices as one name, in order, none twice."""
    norms = list(dict.fromkeys(office.norm for office in offices))
    if not norms:
        return None
    if len(norms) == 2:
        (one, of), (other, of_other) = (norm.partition(" ")[::2] for norm in norms)
        if of == of_other and of:
            return f"{one} en {other} {of}"
    return " en ".join([", ".join(norms[:-1]), norms[-1]]) if len(norms) > 1 else norms[0]


def norm_ministry(text: str) -> str | None:
    """The abbreviation of the ministry a text names in full or in short ('Ministerie van Veiligheid en Justitie': VenJ)."""
    match = _names().search(text)
    return _field(match.group()).ministry if match else None


def former_names(abbreviation: str) -> tuple[str, ...]:
    """The ministries that became this one, by abbreviation: JenV gives VenJ and Justitie."""
    older = [row["abbreviation"] for row in rows("ministries.csv") if row["became"] == abbreviation]
    return tuple(older) + tuple(
        o for each in older for o in former_names(each) if o not in older and each != o != abbreviation
    )


def find_offices(text: str) -> tuple[Office, ...]:
    """Every mention of a minister or staatssecretaris with a portfolio, in order of the text."""
    found: list[Office] = []
    for match in ROLE.finditer(text):
        found += _offices_at(text, match)
    return tuple(found)


def _offices_at(text: str, match: re.Match[str]) -> list[Office]:
    role = _role(match)
    if role == "minister-president":
        if FOREIGN.match(text, match.end()):
            return []
        return [Office(role, role, "AZ", Span(*match.span()), match.group())]
    at = match.end()
    if shared := SHARED.match(text, at):
        other = ROLE.match(text, shared.end())
        others = _offices_at(text, other) if other else []
        return [replace(o, role=role, norm=o.norm.replace(o.role, role, 1)) for o in others[:1]]
    if (named := NAME_BETWEEN.match(text, at)) and _names().match(text, named.end()):
        at = named.end() - 1
    offices: list[Office] = []
    while (link := LINK.match(text, at)) and (office := _office_behind(role, text, match.start(), link)):
        offices.append(office)
        again = AGAIN.match(text, office.span.end)
        if again is None or not (again["link"] or _names().match(text, again.end())):
            break
        at = again.end() - 1
    return offices


def _office_behind(role: Role, text: str, start: int, link: re.Match[str]) -> Office | None:
    name = _names().match(text, link.end())
    printed = UNKNOWN.match(text, link.end()) if link.group().strip().lower() in ("van", "voor") else None
    if printed and (name is None or (printed.end() > name.end() and not _continues(text, name.end()))):
        word = link.group().strip().lower()
        words = re.sub(r"\s+", " ", printed.group())
        return Office(
            role,
            f"{role} {word} {words}",
            None,
            Span(start, printed.end()),
            text[start : printed.end()],
            words,
        )
    return _office(role, text, start, name) if name else None


def _continues(text: str, end: int) -> bool:
    """Whether what follows a known name is a second name ('BZK en JenV'), or begins a list, and no longer name."""
    again = AGAIN.match(text, end)
    return again is None or _names().match(text, again.end()) is not None


def _role(match: re.Match[str]) -> Role:
    if match["pm"]:
        return "minister-president"
    return "minister" if match["minister"] else "staatssecretaris"


def _office(role: Role, text: str, start: int, name: re.Match[str]) -> Office:
    field = _field(name.group())
    end = name.end()
    portfolio = None
    if field.own:
        behind = re.compile(r"\s*[–—-]?\s*\(?").match(text, end)
        second = _portfolios().match(text, behind.end() if behind else end)
        if second and role == "staatssecretaris":
            portfolio, end = _field(second.group()).norm, second.end()
        norm = f"{role} van {field.norm}"
    elif role == "staatssecretaris":
        portfolio, norm = field.norm, f"{role} van {field.ministry}"
    else:
        portfolio, norm = field.norm, f"{role} voor {field.norm}"
    return Office(role, norm, field.ministry, Span(start, end), text[start:end], portfolio)


def _field(printed: str) -> _Field:
    return _fields()[_key(printed)]


def _key(printed: str) -> str:
    return re.sub(r"\W+", " ", printed).strip().lower()


@cache
def _fields() -> dict[str, _Field]:
    fields: dict[str, _Field] = {}
    for row in rows("portfolios.csv"):
        fields[_key(row["name"])] = _Field(row["name"], row["name"], row["ministry"], own=False)
    for row in rows("ministries.csv"):
        short = row["abbreviation"]
        without = row["name"].startswith("Buitenlandse Handel")
        norm, whose = (row["name"], "BZ") if without else (short, short)
        for printed in (short, row["name"], *filter(None, row["aliases"].split(";"))):
            fields[_key(printed)] = _Field(printed, norm, whose, own=not without)
    return fields


@cache
def _names() -> re.Pattern[str]:
    return _pattern([field.printed for field in _fields().values()])


@cache
def _portfolios() -> re.Pattern[str]:
    return _pattern([field.printed for field in _fields().values() if not field.own])


def _pattern(names: list[str]) -> re.Pattern[str]:
    """The names, longest first, whatever their blanks, commas and capitals; abbreviations as they are printed."""
    parts = [_spelled(name) for name in sorted(names, key=len, reverse=True)]
    return re.compile(r"(?<!\w)(?:" + "|".join(parts) + r")(?!\w)")


def _spelled(name: str) -> str:
    words = re.findall(r"[\w&-]+", name)
    loose = r",?\s+".join(map(re.escape, words))
    return loose if len(words) == 1 and name.isupper() else f"(?i:{loose})"


MINISTRY = re.compile(
    r"\b(?:ministeries?|departement(?:en)?|bewindspersonen|bewindslieden|begroting(?:en)?|ambtgeno(?:ot|ten)|collega(?:’s|'s)?)\s+van\s+(?:het\s+)?",
    re.IGNORECASE,
)
"""'het ministerie van', 'de ministeries van', 'de departementen van', 'mijn collega’s van'"""


COMMITTEE = re.compile(r"commissie\s+(?:van|voor)\s+\Z")
"""'de vaste commissie voor Defensie': the Kamer's, not the ministry."""


def find_ministries(text: str) -> tuple[tuple[Span, str], ...]:
    """Mentions of ministries, by name behind 'ministerie van' or by abbreviation alone, each with its abbreviation."""
    found: list[tuple[Span, str]] = []
    for match in MINISTRY.finditer(text):
        start, at = match.start() if match.group().lower().startswith("minist") else match.end(), match.end()
        while name := _names().match(text, at):
            found.append((Span(start, name.end()), _field(name.group()).ministry))
            again = re.compile(r"(?:,\s+|,?\s+en\s+)(?:van\s+)?").match(text, name.end())
            start = at = again.end() if again else len(text)
    taken = [span for span, _ in found]
    for name in _names().finditer(text):
        alone = Span(*name.span())
        if COMMITTEE.search(text, max(0, name.start() - 30), name.start()):
            continue
        if (
            _field(name.group()).own
            and _stands_alone(name.group())
            and not any(alone.overlaps(t) for t in taken)
        ):
            found.append((alone, _field(name.group()).ministry))
    return tuple(sorted(found))


def _stands_alone(printed: str) -> bool:
    """Whether a name means the ministry without 'ministerie van' before it: an abbreviation or a name of several words."""
    return printed.isupper() or (
        not printed.islower()
        and (" " in printed or sum(map(str.isupper, printed)) > 1 or printed in ("Defensie", "Financiën"))
    )
