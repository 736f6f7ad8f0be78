"""Deadlines: the closed classes of words that the grammar is made of."""

from __future__ import annotations

from kamerstukken.language import months


def listed(text: str) -> frozenset[str]:
    """The words of a text, as a set: closed classes read better as a line than as a list."""
    return frozenset(_list(text))


def _list(text: str) -> list[str]:
    return text.split()


_SHORT = {
    "jan": 1,
    "feb": 2,
    "mrt": 3,
    "apr": 4,
    "jun": 6,
    "jul": 7,
    "aug": 8,
    "sep": 9,
    "sept": 9,
    "okt": 10,
    "nov": 11,
    "dec": 12,
}
MONTHS = {name: n for n, name in enumerate(months.MONTHS, 1)} | _SHORT
WEEKDAY_NAMES = _list("maandag dinsdag woensdag donderdag vrijdag zaterdag zondag")
WEEKDAYS = frozenset(WEEKDAY_NAMES)

_NUMBERS = _list(
    "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien twintig"
)
NUMBERS = {word: n for n, word in enumerate(_NUMBERS)} | {
    "dertig": 30,
    "veertig": 40,
    "vijftig": 50,
    "zestig": 60,
    "negentig": 90,
}
ORDINALS = {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "laatste": -1, "voorlaatste": -2}
ORDINALS |= {f"{n}{end}": n for n in range(1, 5) for end in ("e", "ste", "de")}

SPRING, SUMMER, AUTUMN, WINTER = 21, 22, 23, 24
"""The codes of the seasons in EDTF (ISO 8601-2)."""
SEASONS = {
    "voorjaar": SPRING,
    "lente": SPRING,
    "zomer": SUMMER,
    "zomerperiode": SUMMER,
    "zomermaanden": SUMMER,
    "najaar": AUTUMN,
    "herfst": AUTUMN,
    "winter": WINTER,
}
SEASONS |= {"voorjaars": SPRING, "zomers": SUMMER, "najaars": AUTUMN}

DAY_UNITS = {"dag": 1, "dagen": 1, "werkdagen": 1, "week": 7, "weken": 7}
MONTH_UNITS = {
    "maand": 1,
    "maanden": 1,
    "kwartaal": 3,
    "kwartalen": 3,
    "halfjaar": 6,
    "jaar": 12,
    "jaren": 12,
    "decennium": 120,
    "decennia": 120,
}
PLURALS = listed("dagen weken maanden kwartalen jaren decennia")

THIS = listed("dit deze huidige huidig lopende lopend onderhavige")
COMING = frozenset(
    [
        "komende",
        "komend",
        "aanstaande",
        "aanstaand",
        "aankomende",
        "aankomend",
        "eerstvolgende",
        "eerstkomende",
    ]
)
NEXT = listed("volgende volgend opvolgende nieuwe nieuw")
LAST = listed("afgelopen vorige vorig verleden voorgaande voorbije")
SOON = listed("as a.s. aanstaande aanstaanden")
AGO = listed("jl j.l. jongstleden ll l.l.")
THE = listed("de het den der een")

BEGIN, MIDDLE, END = "begin", "midden", "eind"
PARTS = {
    "begin": BEGIN,
    "medio": MIDDLE,
    "midden": MIDDLE,
    "halverwege": MIDDLE,
    "eind": END,
    "einde": END,
    "ultimo": END,
    "primo": BEGIN,
}

EVERY = listed("elk elke ieder iedere")
TIMES = listed("keer maal eens")
