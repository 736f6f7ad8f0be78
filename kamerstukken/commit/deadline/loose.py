"""Deadlines without days: vague ones ('op korte termijn', 'spoedig') and events ('na afronding van het onderzoek')."""

from __future__ import annotations

from kamerstukken.commit.deadline.frames import in_frame
from kamerstukken.commit.deadline.moment import Moment
from kamerstukken.commit.deadline.text import Parsed, Phrase

VAGUE = tuple(
    tuple(line.split())
    for line in [
        "op korte termijn",
        "op de korte termijn",
        "op zo kort mogelijke termijn",
        "op zeer korte termijn",
        "op afzienbare termijn",
        "binnen afzienbare tijd",
        "op termijn",
        "op lange termijn",
        "op de lange termijn",
        "op langere termijn",
        "op de langere termijn",
        "op middellange termijn",
        "op de middellange termijn",
        "zo spoedig mogelijk",
        "spoedig",
        "spoedige",
        "z.s.m.",
        "zsm",
        "zo snel mogelijk",
        "zo snel als mogelijk",
        "zo spoedig als mogelijk",
        "binnenkort",
        "te zijner tijd",
        "t.z.t.",
        "tijdig",
        "te gelegener tijd",
        "op een later moment",
        "in een later stadium",
        "in de nabije toekomst",
        "in de toekomst",
        "onverwijld",
        "per direct",
        "per omgaande",
        "met onmiddellijke ingang",
        "periodiek",
        "tussentijds",
        "doorlopend",
        "op gezette tijden",
        "regelmatig",
        "voortdurend",
        "structureel",
        "snel",
        "in de tussentijd",
        "ondertussen",
        "nader",
        "met spoed",
        "op voorhand",
    ]
)
_BY_FIRST: dict[str, list[tuple[str, ...]]] = {}
for _line in sorted(VAGUE, key=len, reverse=True):
    _BY_FIRST.setdefault(_line[0], []).append(_line)

TRIGGERS = frozenset(["na", "bij", "voor", "tijdens", "gedurende", "rond", "tot", "met", "vanaf"])
BEFORE = (
    ("voorafgaand", "aan"),
    ("voorafgaande", "aan"),
    ("in", "aanloop", "naar"),
    ("na", "afloop", "van"),
    ("in", "afwachting", "van"),
    ("gelijktijdig", "met"),
    ("tegelijk", "met"),
)
CLAUSES = frozenset(["zodra", "nadat", "voordat", "totdat", "alvorens"])
ANAPHORS = frozenset(["daarna", "hierna", "nadien", "daaropvolgend", "daarop", "hieraan"]) - {
    "daarop",
    "hieraan",
}
EVENTS = frozenset(
    [
        "afronding",
        "voltooiing",
        "ommekomst",
        "inwerkingtreding",
        "invoering",
        "publicatie",
        "verschijnen",
        "ontvangst",
        "oplevering",
        "besluitvorming",
        "behandeling",
        "begrotingsbehandeling",
        "overleg",
        "conferentie",
        "bijeenkomst",
        "evaluatie",
        "vaststelling",
        "instemming",
        "afloop",
        "aanvaarding",
        "goedkeuring",
        "ondertekening",
        "start",
        "aanvang",
        "oprichting",
        "ratificatie",
        "consultatie",
        "internetconsultatie",
        "afsluiting",
        "uitkomst",
        "uitkomsten",
        "resultaten",
        "advies",
        "voorjaarsnota",
        "najaarsnota",
        "miljoenennota",
        "begroting",
        "voorjaarsbesluitvorming",
        "augustusbesluitvorming",
        "jaarverslag",
        "slotwet",
        "raad",
        "top",
        "debat",
        "ao",
        "algemeen",
        "commissiedebat",
        "plenaire",
        "wetgevingsoverleg",
        "notaoverleg",
        "wgo",
        "parlementaire",
        "stemming",
        "verkiezingen",
        "formatie",
        "kabinetsformatie",
        "kabinetsperiode",
        "regeerperiode",
        "suppletoire",
        "evenement",
        "onderzoek",
        "rapport",
        "voortgangsrapportage",
        "voortgangsbrief",
        "verzamelbrief",
        "jaarrapportage",
        "overdracht",
        "uitspraak",
        "bekendmaking",
        "totstandkoming",
        "realisatie",
        "ingebruikname",
        "opening",
        "aantreden",
    ]
)
ENDINGS = (
    "conferentie",
    "overleg",
    "behandeling",
    "bijeenkomst",
    "rapportage",
    "verkiezingen",
    "debat",
    "treding",
    "evaluatie",
    "richting",
)
STOPS = frozenset(
    [
        "zal",
        "zullen",
        "wordt",
        "worden",
        "is",
        "zijn",
        "heb",
        "heeft",
        "hebben",
        "kan",
        "kunnen",
        "wil",
        "willen",
        "ga",
        "gaat",
        "gaan",
        "ik",
        "wij",
        "we",
        "u",
        "uw",
        "zou",
        "zouden",
        "moet",
        "moeten",
        "informeer",
        "ontvangt",
        "ontvangen",
        "stuur",
        "start",
        "starten",
        "bericht",
        "neem",
        "neemt",
        "verwacht",
        "streef",
        "komt",
        "komen",
        "volgt",
        "en",
        "of",
        "maar",
        ",",
        ".",
        ";",
        ":",
        "(",
        ")",
        "?",
        "!",
    ]
)
OPENERS = (
    frozenset(_BY_FIRST) | ANAPHORS | CLAUSES | TRIGGERS | {words[0] for words in BEFORE} | {"binnen", "over"}
)
"""The words with which a moment without days can begin."""
REACH = 12
"""How many words an event may take; behind that it is cut, so that reading stays linear."""


def vague(p: Phrase, i: int) -> Parsed[Moment] | None:
    """A moment that names no day."""
    for line in _BY_FIRST.get(p.word(i), ()):
        if p.has(i, *line):
            return Moment(certainty="vaag"), i + len(line)
    return None


def event(p: Phrase, i: int) -> Parsed[Moment] | None:
    """A moment that hangs on something that happens: 'na afronding van het onderzoek', 'zodra deze beschikbaar zijn', 'daarna'."""
    word = p.word(i)
    if word in ANAPHORS:
        return _event(i + 1)
    if word in CLAUSES:
        return _event(_clause(p, i + 1))
    for words in BEFORE:
        if p.has(i, *words) and (end := noun_phrase(p, i + len(words))) > i + len(words):
            return _event(end)
    if word not in TRIGGERS:
        return None
    end = noun_phrase(p, i + 1)
    head = any(_eventive(p.word(k), word) for k in range(i + 1, min(end, i + 5)))
    return _event(end) if head else None


def _eventive(noun: str, trigger: str) -> bool:
    if noun in EVENTS or (len(noun) > 9 and noun.endswith(ENDINGS)):
        return True
    return trigger in ("na", "tijdens") and len(noun) > 6 and noun.endswith(("ing", "atie", "gesprek"))


def _event(end: int) -> Parsed[Moment]:
    return Moment(certainty="gebeurtenis"), end


def noun_phrase(p: Phrase, i: int) -> int:
    """The place behind a noun phrase: up to a sign, a finite verb or a conjunction, and never far."""
    end = i
    while end < len(p.tokens) and end < i + REACH and p.word(end) not in STOPS and not _dated(p, end, i):
        end += 1
    return end


def _clause(p: Phrase, i: int) -> int:
    end = i
    while (
        end < len(p.tokens)
        and end < i + 2 * REACH
        and p.word(end) not in (",", ".", ";", ":", "(", ")", "?", "!")
    ):
        end += 1
    return end


def _dated(p: Phrase, at: int, start: int) -> bool:
    """True where a moment of its own begins, which must not be swallowed."""
    found = in_frame(p, at) if at > start else None
    return found is not None and found[0].certainty == "exact"
