"""Stage 5, firmness. The words of an act to 'hard', 'zwak' or 'voorwaardelijk'."""

from __future__ import annotations

import re

from kamerstukken.model import Strength

CONDITIONAL = re.compile(
    r"""
    \b(?:mits|tenzij|afhankelijk\s+van|onder\s+(?:het\s+)?voorbehoud|op\s+voorwaarde\s+dat|voor\s+zover|indien|in\s+het\s+geval\s+dat)\b
    | \A\W*(?:Mocht(?:en)?|Als|Wanneer)\b | ,\s*als\s
    """,
    re.VERBOSE,
)
"""'Mocht uit het onderzoek blijken …, dan zal ik …', 'mits de Kamer instemt'"""

WEAK = re.compile(
    r"""
    \b(?:streef|streeft|streven|gestreefd|streefdatum|voornemens?|van\s+plan|beoogt?|beogen|beoogd|verken\w*|overweeg\w*|overwogen|probeer\w*|tracht\w*|hoop|
    verwacht\w*|naar\s+verwachting|wil|willen|zou|zouden|intentie|ambitie|bereid|waar\s+(?:mogelijk|nodig)|zo\s+(?:veel\s+)?mogelijk|wellicht|mogelijk|eventueel)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""'Ik streef ernaar', 'ben ik voornemens', 'naar verwachting'"""


def strength(text: str) -> Strength:
    """How firmly an act is promised: a condition outweighs weak words, and both outweigh a plain promise."""
    if CONDITIONAL.search(text):
        return "voorwaardelijk"
    return "zwak" if WEAK.search(text) else "hard"
