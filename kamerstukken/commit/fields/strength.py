"""Stage 5, firmness. The words of an act to 'hard', 'zwak' or 'voorwaardelijk'."""

from __future__ import annotations

import re

from kamerstukken.commit.act import Act
from kamerstukken.model import Strength

CONDITIONAL = re.compile(
    r"""
    \b(?:mits|tenzij|afhankelijk\s+van|onder\s+(?:het\s+)?voorbehoud|onder\s+(?:de\s+)?voorwaarde|op\s+voorwaarde\s+dat|voor\s+zover|indien(?!\s+nodig\b)|in\s+(?:het\s+)?geval\s+dat|alleen\s+(?:als|wanneer))\b
    | ,\s*als\s+(?=(?:dit|dat|deze|de|het|er|uit|uw|ik|wij|we|blijkt|daar|zich)\b)
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""'mits de Kamer instemt', 'indien de cijfers daartoe aanleiding geven'"""

OPENING = re.compile(
    r"""\W*(?:Mocht(?:en)?\b|Indien\b|Wanneer\b(?=.{3,250},)|Als\s+(?=(?:dit|dat|deze|de|het|er|uit|uw|ik|wij|we|blijkt|daar|zich|een|partijen|gemeenten)\b.{3,250},?\s(?:dan\s)?(?:zal|zullen|kan|kom|ga|wordt|worden|informeer|bezie|pas)\b))""",
    re.VERBOSE | re.DOTALL,
)
"""'Mocht uit het onderzoek blijken …, dan zal ik …': the condition that opens a sentence holds for all acts in it."""

WEAK = re.compile(
    r"""
    \b(?:streef|streeft|streven|gestreefd|streefdatum|voornemens?|van\s+plan|beoogt?|beogen|beoogd|verken(?:t|nen|d|de)?|overweeg\w*|overweg(?:en|ing)|overwogen|probeer\w*|proberen|tracht(?:en)?|hoop|hopen
      |verwacht(?:en|t)?|naar\s+verwachting|wil|willen|zou|zouden|intentie|ambitie|bereid|(?:waar|zo|indien)\s+nodig|desgewenst|waar\s+mogelijk|zoveel\s+mogelijk|zo\s+veel\s+mogelijk|wellicht|mogelijk(?:erwijs)?|eventueel|inzet(?:\s+van\s+(?:het|dit)\s+kabinet)?\s+is)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""'Ik streef ernaar', 'ben ik voornemens', 'naar verwachting', 'ik verken'"""

SPEED = re.compile(
    r"\bzo\s+(?:spoedig|snel|goed|vroeg|kort|volledig|breed|laagdrempelig|effectief|efficiënt|\w+)\s+(?:als\s+)?mogelijk\b|\bmogelijk\s+(?:te\s+)?(?:maken|maakt|gemaakt)\b|\bmogelijk\s+maken\b|\bmaakt?\b.{1,60}\bmogelijk\b",
    re.IGNORECASE,
)
"""'zo spoedig mogelijk' says when, 'mogelijk maken' what: neither is weak."""

FINITE = re.compile(
    r"\b(?:zal|zullen|ga|gaat|gaan|wil|willen|heb|heeft|hebben|ben|is|zijn|word|wordt|worden|kan|kunnen|blijf|blijft|blijven|informeer|informeert|stuur|stuurt|start|laat|u\s+ontvangt|ik|wij|we)\b",
    re.IGNORECASE,
)
"""A clause without any of these ('en de regeling aan te passen') takes its firmness from what stands before it."""


def strength(act: Act) -> Strength:
    """How firmly an act is promised: a condition outweighs weak words, and both outweigh a plain promise."""
    words = act.text if FINITE.search(act.text) else f"{act.before} {act.text}"
    if CONDITIONAL.search(words) or OPENING.match(act.sentence_text):
        return "voorwaardelijk"
    return "zwak" if WEAK.search(_but_speed(words)) else "hard"


def _but_speed(text: str) -> str:
    """Without 'zo spoedig mogelijk'; 'zo veel mogelijk' stays."""
    return SPEED.sub(lambda m: m.group() if "veel" in m.group().lower() else " ", text)
