"""Deadlines: prepositions before a unit ('voor', 'uiterlijk', 'vanaf', 'tot en met', 'in de loop van')."""

from __future__ import annotations

from dataclasses import replace

from kamerstukken.commit.deadline.dates import bare_year
from kamerstukken.commit.deadline.moment import Frame, Moment, between, framed
from kamerstukken.commit.deadline.period import Period, last_occurrence
from kamerstukken.commit.deadline.text import Parsed, Phrase, remembered
from kamerstukken.commit.deadline.units import unit

LINES: dict[Frame, str] = {
    "in": "in|op|tijdens|gedurende|in de loop van|in de periode|gedurende de periode|binnen|met|nog in|nog|bij|in de maand|in het jaar|in de jaren|voor de jaren|voor het jaar|voor de periode|over de periode|over het jaar|aan",
    "before": "voor|nog voor|voor de start van|voor aanvang van|voor de aanvang van|voor het begin van|voorafgaand aan|voorafgaande aan|vooraf aan|in aanloop naar|in de aanloop naar|in de aanloop tot|ruim voor|vlak voor|kort voor|uiterlijk voor|uiterlijk een dag voor|eerder dan",
    "through": "uiterlijk|uiterlijk in|uiterlijk op|uiterlijk per|uiterlijk aan|uiterlijk tijdens|uiterlijk rond|uiterlijk tegen|uiterlijk met|tot en met|t/m|tot uiterlijk|tot aan en met|niet later dan|ten laatste|op zijn laatst|op z'n laatst|tot in|tot ver in|tot diep in|ultimo|tot en met uiterlijk|tegen|voor of in|voor of op|voor of tijdens|voor uiterlijk",
    "until": "tot|tot aan",
    "from": "vanaf|met ingang van|ingaande|ingaand|ingaande op|ingaande per|m.i.v.|te beginnen in|te beginnen met|te beginnen op|beginnend in|startend in|niet eerder dan|op zijn vroegst|op zijn vroegst in|op zijn vroegst per|op z'n vroegst|vroegst in|niet voor|uiterlijk vanaf|al vanaf|van",
    "per": "per|ingaand per|met terugwerkende kracht tot",
    "after": "na|na afloop van|kort na|direct na|vlak na|meteen na|pas na|spoedig na|zo spoedig mogelijk na|zo snel mogelijk na|snel na|onmiddellijk na|in de periode na|na het einde van|na ommekomst van",
    "around": "rond|omstreeks|circa|ongeveer|rondom|rond de|rond het|naar verwachting rond|zo rond|in of rond",
}
"""Prepositions, one after the other with bars between, by what they do to the unit behind them."""
SINCE = ("sinds", "sedert")
PLANS = frozenset(
    {
        "begroting",
        "budget",
        "middelen",
        "planning",
        "jaarplan",
        "raming",
        "agenda",
        "programma",
        "subsidie",
        "ontwerpbegroting",
        "bijdrage",
    }
)
"""'de begroting voor 2024' is for that year."""
SET_FOR = frozenset({"gepland", "ingepland", "voorzien", "beoogd", "geagendeerd", "gereserveerd", "begroot"})
"""'gepland voor mei' is in May."""
GOALS = frozenset(
    [
        "euro",
        "miljoen",
        "miljard",
        "procent",
        "woningen",
        "mensen",
        "personen",
        "fte",
        "leerlingen",
        "studenten",
        "inwoners",
        "km",
        "ha",
        "plaatsen",
        "gemeenten",
        "bedrijven",
    ]
)
"""Words behind a number that show that it counts things and names no year."""

_BY_FIRST: dict[str, list[tuple[tuple[str, ...], Frame]]] = {}
for _frame, _lines in LINES.items():
    for _words in (tuple(line.split()) for line in _lines.split("|")):
        _BY_FIRST.setdefault(_words[0], []).append((_words, _frame))
for _rules in _BY_FIRST.values():
    _rules.sort(key=lambda rule: -len(rule[0]))


def frame_at(p: Phrase, i: int) -> Parsed[Frame] | None:
    """The longest preposition at a place."""
    for words, frame in _BY_FIRST.get(p.word(i), ()):
        if p.has(i, *words):
            return frame, i + len(words)
    return None


@remembered
def in_frame(p: Phrase, i: int) -> Parsed[Moment] | None:
    """A preposition with a unit: 'voor eind 2020', 'uiterlijk 1 juli', 'na de zomer', 'per 1 januari 2016'."""
    if p.word(i) in SINCE:
        inner = unit(p, i + 1)
        return (replace(framed(inner[0], "from", p.date), past=True), inner[1]) if inner else None
    head = frame_at(p, i)
    if head is None:
        return None
    frame, at = head
    ending = p.skip(at, "het")
    if (
        frame in ("before", "until", "through")
        and p.has(ending, "einde", "van")
        and (inner := unit(p, ending + 2))
    ):
        return replace(framed(inner[0], "through", p.date), loose=False), inner[1]
    inner = unit(p, at)
    if inner is None or _counts(p, at, inner[1]):
        return None
    if frame == "in" and inner[0].kind == "year" and p.word(at - 1) in ("op", "met", "bij", "aan", "binnen"):
        return None  # 'terugkijkend op 2021'
    if p.word(i) == "van" and frame == "from":
        return None  # 'de brief van 5 juni', 'het JVO van juni 2023': the bare unit says it
    if frame == "in" and inner[0].kind == "year" and (end := _and_on(p, inner[1])) is not None:
        return replace(framed(inner[0], "from", p.date), loose=False), end
    if at == i + 1:
        frame = _meant(p, i, frame, inner[0])
    return replace(framed(inner[0], frame, p.date), loose=False), inner[1]


def _and_on(p: Phrase, i: int) -> int | None:
    """The place behind 'en verder', 'en volgende jaren', 'e.v.'."""
    if p.word(i) in ("e.v.", "ev"):
        return i + 1
    if p.word(i) != "en" or p.word(i + 1) not in ("verder", "daarna", "later", "volgende"):
        return None
    return p.skip(i + 2, "jaren")


def _meant(p: Phrase, i: int, frame: Frame, period: Period) -> Frame:
    """'voor dit jaar' and 'voor het schooljaar 2023-2024' are for that year; 'vóór', and 'voor' of another unit, before it."""
    first = p.word(p.skip(i + 1, "het", "de"))
    if frame != "before" or p.word(i) != "voor" or p.tokens[i].stressed:
        return frame
    open_season = period.kind in ("season", "recess") and period.year is None  # 'voorzien voor de zomer'
    if (p.word(i - 1) in SET_FOR and not open_season) or (p.word(i - 1) in PLANS and period.kind == "year"):
        return "in"
    for_it = (
        period.kind in ("year", "schoolyear", "span")
        and period.edge is None
        and (period.written or first == "jaar")
    )
    return "in" if for_it else frame


def _counts(p: Phrase, i: int, end: int) -> bool:
    return bare_year(p, i) is not None and end == i + 1 and p.word(end) in GOALS


@remembered
def bare(p: Phrase, i: int) -> Parsed[Moment] | None:
    """A unit by itself: 'dit najaar', 'eind juni', 'later dit jaar', 'nog voor de zomer'."""
    rest = p.has(i, "rest", "van")
    later = p.word(i) == "later" or rest
    at = i + 2 if rest else p.skip(i + 1, "in") if later else i
    inner = unit(p, at)
    if inner is None or _counts(p, at, inner[1]):
        return None
    if inner[0].kind == "year" and (end := _and_on(p, inner[1])) is not None:
        return replace(framed(inner[0], "from", p.date), loose=False), end
    moment = framed(inner[0], "in", p.date)
    if later and moment.start and moment.end and moment.start <= p.date <= moment.end:
        moment = between(p.date, moment.end)
    return moment, inner[1]


MEETINGS = (
    "overleg",
    "debat",
    "conferentie",
    "top",
    "bijeenkomst",
    "behandeling",
    "verkiezingen",
    "verkiezing",
    "raad",
    "jvo",
    "wgo",
    "ao",
)
NEARER = ("volgende", "eerstvolgende", "aanstaande", "komende")
DATED: tuple[tuple[tuple[str, ...], Frame], ...] = (
    (("tot", "en", "met"), "through"),
    (("in", "aanloop", "naar"), "in"),
    (("in", "de", "aanloop", "naar"), "in"),
    (("voorafgaand", "aan"), "through"),
    (("uiterlijk", "tijdens"), "through"),
    (("tijdens",), "in"),
    (("voor",), "through"),
)
LONGEST_NAME = 8
"""Words that the name of a dated event may take."""


def dated_event(p: Phrase, i: int) -> Parsed[Moment] | None:
    """An event with its date: 'in aanloop naar het overleg in het najaar', 'voor het volgende overleg van januari 2024'."""
    for words, frame in DATED:
        if p.has(i, *words) and p.word(i + len(words)) in ("de", "het"):
            return _dated(p, i, i + len(words) + 1, frame)
    return None


def _dated(p: Phrase, i: int, noun: int, frame: Frame) -> Parsed[Moment] | None:
    meeting = p.word(noun) in NEARER
    for at in range(noun + 1, noun + LONGEST_NAME):
        if not p.word(at).isalpha():
            return None
        meeting = meeting or p.word(at - 1).endswith(MEETINGS)
        joined = p.word(at) in ("in", "op", "van", "medio", "begin", "eind")
        inner = unit(p, at + (p.word(at) in ("in", "op", "van"))) if joined else None
        if inner is not None:
            firm = meeting or p.word(i) != "voor"
            held = (
                p.word(i) == "tijdens"
                and p.word(at) == "van"
                and inner[0].kind == "day"
                and inner[0].year is None
            )
            when = last_occurrence(inner[0], p.date) if held else inner[0]  # 'tijdens het debat van 6 maart'
            return (framed(when, frame, p.date), inner[1]) if firm else None
    return None
