"""Stage 5, features of an act's course. Whether it is still to come, runs or is done, told by tense, adverbs and verbs together.

Weights of single words add up, but 'ontvangt' is a promise, and a standing report beside 'jaarlijks'; 'is gestart' runs and 'is
afgerond' is over. So the few things that tell the course are named here, and each pair of them is a feature of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import combinations, product
from types import MappingProxyType

from kamerstukken.commit.features import Features
from kamerstukken.commit.signs import Signs
from kamerstukken.commit.units import Unit
from kamerstukken.model import Status

COURSE = ("co:", "tr:")
"""What the names of these features begin with."""

SIGN, PAIR = 2.0, 1.0
"""Weights of a sign, and of a pair of traits, as features."""

BEGUN = r"start\sgemaakt|begonnen|gestart|ingesteld|opgericht|van\sstart"
"""What is begun runs; what was set up or set in may be over."""

PATTERNS: Mapping[str, str] = MappingProxyType(
    {
        # De Kamer ontvangt jaarlijks een overzicht; over elke missie wordt bericht in het jaarverslag
        "often": r"\b(?:jaarlijkse?|halfjaarlijkse?|elke?|iedere?|per\s(?:jaar|kwartaal|missie|project)|periodieke?|regelmatig|(?:maal|keer)\sper|maandelijkse?|voor-\sen\snajaar|telkens|steeds|tussentijds|zoals\sgebruikelijk|in\s(?:het|de)\s(?:jaarverslag|begroting|voortgangsrapportage)|met\sde\sbegroting)\b",
        "tell": r"\b(?:informe\w+|geïnformeerd|rapport\w*|gerapporteerd|ontvang\w*|verslag\w*|jaarverslag|ingegaan|brief|brieven|opgenomen|verzonden|gestuurd|aangeboden)\b",
        # Er is een start gemaakt met; de werkgroep is ingesteld
        "begin": rf"\b(?:{BEGUN}|opgezet|ingezet|aangesteld|aangevangen|in\sgang\sgezet|opdracht\sgegeven|opdracht\ste)\b",
        "begun": rf"\b(?:{BEGUN})\b",
        # Op korte termijn wordt een werkgroep gevormd
        "soon": r"\b(?:dit\s(?:jaar|najaar|voorjaar|kwartaal)|(?:de|het)\skomende\s\w+|komend\s\w+|op\skorte\stermijn|binnenkort|spoedig|volgende?\s\w+|medio|eind|begin|vanaf|vervolgens|te\szijner\stijd|na\sde\szomer|later\sdit\sjaar|zodra|nader|in\sde\sloop\svan)\b",
        "past": r"\b(?:reeds|inmiddels|eerder|destijds|afgelopen|vorig\w*|onlangs|recent\w*|al|jl|sinds)\b",
        "now": r"\b(?:momenteel|thans|nu|op\sdit\smoment|continu|doorlopend|lopende?)\b",
        "stay": r"\bblij(?:f|ft|ven)\b",  # Ik blijf mij inzetten
        "ask": r"\b(?:gevraagd|verzocht|opgedragen)\b",
        "agree": r"\b(?:afgesproken|overeengekomen|besloten|ingestemd|toegezegd|aangekondigd|akkoord)\b",
        "to do": r"\bom\b.*\bte\s\w+en\b",  # is afgesproken om te verkennen
        "to come": r"\bdat\b.*(?:wordt|worden|zal|zullen|gaan|gaat)",  # is afgesproken dat wordt verkend
        "have": r"\b(?:heb|heeft|hebben|is|zijn|ben|was|werd|werden)\b",
        "will": r"\b(?:zal|zullen|zou|zouden)\b",
    }
)

_SIGNS = Signs(PATTERNS)

TIMES = ("often", "soon", "past", "now")
"""Signs that say when, as a trait."""

TENSES = (
    ("zullen", "zal"), ("gaan", "gaan"), ("kunnen", "kan"), ("moeten", "kan"), ("mogen", "kan"), ("hoeven", "kan"),
    ("dienen", "kan"), ("willen", "wil"), (">", "hangs"), ("Past", "past"), ("hebben", "perfect"), ("zijn", "perfect"),
    ("worden", "wordt"), ("Pres", "pres"),
)  # fmt: skip
"""Parts of a tense as `grammar` writes it ('Preszullen', 'gaan>') to what it comes to; the first that is in it counts."""

MOST_CLASSES, MOST_YEARS = 3, 2
"""So many classes of verbs, and so many years and months, take part in pairs."""


def course(unit: Unit, found: Features) -> Features:
    """The features of a unit's course, from its text and the features of its words and parse."""
    signs = signs_of(unit.text)
    features = {f"co:{name}": SIGN for name in _signs(signs, unit)}
    features[f"co:{_tense_in_words(signs)} {unit.block.kind}"] = SIGN / 2
    traits = _traits(unit, signs, found)
    features.update((f"tr:{name}={value}", PAIR) for name, values in traits.items() for value in values)
    for (one, ones), (other, others) in combinations(traits.items(), 2):
        features.update((f"tr:{one}={a} {other}={b}", PAIR) for a, b in product(ones, others))
    return features


def ruled_out(text: str) -> frozenset[Status]:
    """What an act cannot be by the signs in its text, whatever its weights say.

    What was begun or agreed on is not over ('is ingesteld', 'is afgesproken om'): of 70 labelled acts that have begun none is,
    of 53 agreed on 9 are. What stays, or is told again and again, is not still to come: a standing report.
    """
    signs = signs_of(text)
    if "have" in signs and ("begun" in signs or ("agree" in signs and signs & {"to do", "to come"})):
        return frozenset({"afgerond"})
    if "stay" in signs or ({"often", "tell"} <= signs and "have" not in signs):
        return frozenset({"aangekondigd"})
    return frozenset()


@lru_cache(maxsize=2_000)
def signs_of(text: str) -> frozenset[str]:
    """The names of the signs in a text."""
    return frozenset(_SIGNS.found(text.lower()))


def _tense_in_words(signs: frozenset[str]) -> str:
    return "will" if "will" in signs else "have" if "have" in signs else "present"


def _signs(signs: frozenset[str], unit: Unit) -> Iterator[str]:
    """What the signs of one text come to together."""
    tense = _tense_in_words(signs)
    often, soon, done = "often" in signs, "soon" in signs, "have" in signs
    yield f"{tense} {'soon' if soon else '-'}{' often' if often else ''}"
    if often:
        yield "often"
    if "tell" in signs:
        if often:
            yield "often told"
        if any("often" in signs_of(near) for near in (unit.heading, unit.lead_in, unit.before, unit.after)):
            yield "often told near"
    if "stay" in signs:
        yield "stays"
        yield f"stays {tense == 'will'}"
    if soon and (tense == "will" or not done):
        yield f"soon {tense}"
    if tense == "will" and not often:
        yield "will once"
    if done:
        yield from (name for name in ("begin", "ask", "agree") if name in signs)
        if "agree" in signs:
            yield from (f"agree {name}" for name in ("to do", "to come") if name in signs)


def _traits(unit: Unit, signs: frozenset[str], found: Features) -> Mapping[str, list[str]]:
    """What is crossed: tense and subject of the main verb, classes of verbs, times, years, the kind of block; values by trait."""
    named: dict[str, list[str]] = {
        head: [] for head in ("Rt", "Xt", "Rsc", "Rvc", "Xvc", "last year", "month")
    }
    for name in found:
        head, _, value = name.partition(":")
        if head in named:
            named[head].append(value)
    for values in named.values():
        values.sort()
    return {
        "T": sorted({coarse(tense) for tense in named["Rt"]})[:1] or ["-"],
        "W": named["Rsc"] or ["-"],
        "V": named["Rvc"][:MOST_CLASSES] or ["-"],
        "Y": named["Xvc"][:MOST_CLASSES],
        "M": [name for name in TIMES if name in signs] or ["-"],
        "J": [*named["last year"], *named["month"]][:MOST_YEARS],
        "B": [unit.block.kind],
        "X": sorted({coarse(tense) for tense in named["Xt"]})[:1],
    }


def coarse(tense: str) -> str:
    """A tense of `grammar` in one of few words: 'Preszijn' is 'perfect', as every helper of it is."""
    return next((name for part, name in TENSES if part in tense), "none")
