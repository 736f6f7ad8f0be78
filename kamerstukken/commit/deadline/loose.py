"""Deadlines without days: vague ones ('op korte termijn', 'spoedig') and events ('na afronding van het onderzoek')."""

from __future__ import annotations

from kamerstukken.commit.deadline.frames import in_frame
from kamerstukken.commit.deadline.moment import Moment
from kamerstukken.commit.deadline.text import Parsed, Phrase
from kamerstukken.commit.deadline.words import listed

VAGUE = """
op korte termijn | op de korte termijn | op zo kort mogelijke termijn | op zeer korte termijn | op afzienbare termijn | binnen afzienbare tijd
op termijn | op lange termijn | op de lange termijn | op langere termijn | op de langere termijn | op middellange termijn | op de middellange termijn
zo spoedig mogelijk | zo spoedig als mogelijk | zo snel mogelijk | zo snel als mogelijk | spoedig | spoedige | z.s.m. | zsm | binnenkort | met spoed
te zijner tijd | t.z.t. | tijdig | te gelegener tijd | op een later moment | in een later stadium | in de nabije toekomst | in de toekomst
deze kabinetsperiode | in deze kabinetsperiode | nog deze kabinetsperiode | binnen deze kabinetsperiode | gedurende deze kabinetsperiode | tijdens deze kabinetsperiode
voor het einde van deze kabinetsperiode | in de volgende kabinetsperiode | in een volgende kabinetsperiode | deze regeerperiode | in deze regeerperiode
tot nader order | in de tweede helft van deze kabinetsperiode | in de tweede helft van de kabinetsperiode | aan het eind van deze kabinetsperiode | aan het einde van deze kabinetsperiode
gedurende de kabinetsperiode | in de loop van deze kabinetsperiode | op enig moment | op een nader te bepalen moment | in een later stadium | nog nader te bepalen
onverwijld | per direct | per omgaande | met onmiddellijke ingang | periodiek | tussentijds | op gezette tijden | in de tussentijd | op voorhand
"""
_BY_FIRST: dict[str, list[list[str]]] = {}
for _words in sorted((line.split() for line in VAGUE.replace("\n", "|").split("|")), key=len, reverse=True):
    if _words:
        _BY_FIRST.setdefault(_words[0], []).append(_words)

TRIGGERS = listed("na bij voor tijdens gedurende rond tot vanaf")
WEAK = listed("voor bij tot rond")
"""Words that more often mean something else: the event stands right behind them."""
REPORTS = (
    "rapportage",
    "brief",
    "overzicht",
    "monitor",
    "verslag",
    "nota",
    "begroting",
    "agenda",
    "rapport",
    "update",
    "stand",
)
"""'in de eerstvolgende voortgangsrapportage': a paper still to come."""
NEARER = listed("volgende eerstvolgende komende aankomende aanstaande")
CLAUSES = listed("zodra nadat voordat totdat alvorens")
ANAPHORS = listed("daarna hierna nadien")
BEFORE = [
    line.split()
    for line in [
        "voorafgaand aan",
        "voorafgaande aan",
        "in aanloop naar",
        "in de aanloop naar",
        "na afloop van",
        "in afwachting van",
        "gelijktijdig met",
        "tegelijk met",
        "met de inwerkingtreding van",
    ]
]
EVENTS = listed(
    """
    aanbieding aanvaarding aanvang advies afloop afronding afsluiting begroting behandeling bekendmaking besluitvorming consultatie debat evaluatie formatie
    goedkeuring ingebruikname instemming internetconsultatie invoering inwerkingtreding jaarverslag jvo kabinetsperiode miljoenennota najaarsnota notaoverleg
    ommekomst ondertekening onderzoek ontvangst opening oplevering oprichting overdracht overleg publicatie raad ratificatie realisatie regeerperiode resultaten
    slotwet start stemming top totstandkoming uitkomst uitkomsten uitspraak vaststelling verkiezingen verschijnen voltooiing voorjaarsnota wgo zomervakantie herfstvakantie kerstvakantie voorjaarsvakantie meivakantie weekend
    """
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
    "besluitvorming",
)
STOPS = listed(
    """
    zal zullen wordt worden werd werden is zijn was waren heb heeft hebben had hadden kan kunnen wil willen ga gaat gaan zou zouden moet moeten
    ik wij we u uw hij zij informeer ontvangt ontvangen stuur start starten bericht neem neemt verwacht streef komt komen volgt
    en of maar niet ook nog wel weer al dan door om te op als waarin waarbij waardoor die dat , . ; : ( ) ? !
    """
)
ENDS_CLAUSE = listed(", . ; : ( ) ? !")
REACH = 12
"""How many words an event may take; behind that it is cut, so that reading stays linear."""
OPENERS = (
    frozenset(_BY_FIRST)
    | ANAPHORS
    | CLAUSES
    | TRIGGERS
    | {words[0] for words in BEFORE}
    | {"binnen", "over", "in", "bij", "met", "via"}
)
"""The words with which a moment without days can begin."""


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
    if word in ("in", "bij", "met", "via") and (behind := _next_report(p, i + 1)) is not None:
        return _event(behind)
    if word not in TRIGGERS or (word == "voor" and p.word(i + 1) == "een"):
        return None  # 'opdracht voor een onderzoek'
    end = noun_phrase(p, i + 1)
    reach = 3 if word in WEAK else 5
    head = any(_eventive(p.word(k), word) for k in range(i + 1, min(end, i + reach)))
    return _event(end) if head else None


def _next_report(p: Phrase, i: int) -> int | None:
    at = p.skip(i, "de", "het", "mijn", "onze")
    return at + 2 if p.word(at) in NEARER and p.word(at + 1).endswith(REPORTS) else None


def _eventive(noun: str, trigger: str) -> bool:
    if noun in EVENTS or (len(noun) > 9 and noun.endswith(ENDINGS)):
        return True
    return trigger in ("na", "tijdens") and len(noun) > 6 and noun.endswith(("ing", "atie", "gesprek"))


def _event(end: int) -> Parsed[Moment]:
    return Moment(certainty="gebeurtenis"), end


def noun_phrase(p: Phrase, i: int) -> int:
    """The place behind a noun phrase: up to a sign, a verb, a conjunction or a moment of its own, and never far."""
    end = i
    while end < len(p.tokens) and end < i + REACH and not _stops(p.word(end)) and not _dated(p, end, i):
        end += 1
    return end


def _stops(word: str) -> bool:
    participle = len(word) > 6 and word.startswith("ge") and word.endswith(("d", "t"))
    return word in STOPS or participle


def _dated(p: Phrase, at: int, start: int) -> bool:
    """True where a moment of its own begins, which must not be swallowed."""
    found = in_frame(p, at) if at > start else None
    return found is not None and found[0].certainty == "exact"


def _clause(p: Phrase, i: int) -> int:
    end = i
    while end < len(p.tokens) and end < i + 2 * REACH and p.word(end) not in ENDS_CLAUSE:
        end += 1
    return end
