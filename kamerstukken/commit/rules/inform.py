"""The Kamer is told: informing, sending, coming back to it."""

from kamerstukken.commit.rules import rule

_KAMER = r"(?:u|uw\s+Kamer|de\s+(?:Tweede\s+|Eerste\s+)?Kamer|beide\s+Kamers|uw\s+commissie)"

RULES = (
    # 'Ik informeer u dit najaar', 'zal uw Kamer worden geïnformeerd'
    rule(
        "Kamer informeren",
        "act",
        "belooft de Kamer te informeren",
        rf"""
        \b(?:zal|zullen|ga|gaan|wordt|worden|informeer|informeren|bericht|stuur|sturen|zend|zenden|rapporteer|bied|houd|houden|stel|breng|streef|verwacht)\b.{{0,140}}\b{_KAMER}\b.{{0,160}}
        \b(?:informeren|geïnformeerd|nader|berichten|toe|sturen|gestuurd|zenden|gezonden|aangeboden|aan\s+te\s+bieden|toekomen|hoogte|over|voor|in|najaar|voorjaar|zomer)\b""",
    ),
    # 'U ontvangt voor de zomer de evaluatie'
    rule(
        "Kamer ontvangt",
        "act",
        "zegt dat de Kamer iets ontvangt",
        rf"\b(?:ontvang(?:t|en)|ontvangt)\s+{_KAMER}\b | \b{_KAMER}\s+(?:zal\s+.{{0,80}})?ontvang(?:t|en)?\b",
    ),
    # 'Hier kom ik na de zomer op terug'
    rule(
        "terugkomen",
        "act",
        "belooft erop terug te komen",
        r"\bkom(?:en|t)?\s+(?:ik|wij|we|het\s+kabinet)\b.{0,140}\bterug\b | \bterug\s+te\s+komen\b | \bterugkomen\b",
    ),
)
