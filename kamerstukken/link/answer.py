"""Which act takes up a recommendation: 'Die aanbeveling neem ik over.'"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kamerstukken.link.unit import Reading, Unit
from kamerstukken.model import Commitment, Link
from kamerstukken.register.links import Draft

# 'Die aanbeveling neem ik over', 'Dit advies volg ik op', 'Het kabinet onderschrijft deze aanbeveling'
TAKES_UP = re.compile(
    r"\b(?:deze|die|dit|dat|de|het|beide|alle)\s+(?:\w+\s+)?(?:aanbeveling(?:en)?|adviez?(?:en)?|advies)\b.*\b(?:over|op|overgenomen|opgevolgd|onderschrij\w+|omarm\w*|ter\s+harte)\b"
    r"|\b(?:neem|neemt|nemen|volg|volgt|volgen|onderschrij\w+)\b.*\b(?:aanbeveling(?:en)?|advies|adviezen)\b|\b(?:naar\s+aanleiding\s+van|in\s+lijn\s+met|conform)\s+(?:deze|die|dit|dat|de|het)\s+(?:aanbeveling|advies)",
    re.IGNORECASE,
)
REFUSES = re.compile(r"\bniet\s+over\b|\bvolg\b.{0,40}\bniet\b|\bgeen\s+gevolg\b", re.IGNORECASE)
WITHIN = 3
"""Blocks between a recommendation and the act that takes it up."""


def answered(reading: Reading) -> Iterator[Draft]:
    """A draft for each act that speaks of a recommendation which the letter repeats just before it."""
    advice = [(n, act) for n, act in enumerate(reading.analysis.commitments, 1) if act.kind == "aanbeveling"]
    for unit in reading.units:
        act = unit.commitment
        if act is None or act.kind == "aanbeveling":
            continue
        for n, recommended in _meant(advice, unit, act):
            yield _draft(reading, unit, n, recommended)


def _meant(advice: list[tuple[int, Commitment]], unit: Unit, act: Commitment) -> list[tuple[int, Commitment]]:
    named = [
        (n, a)
        for n, a in advice
        if act.recommendation and act.recommendation in (a.id, a.quote.text, a.action, a.recommendation)
    ]
    if named:
        return named[:1]
    if not TAKES_UP.search(unit.text) or REFUSES.search(unit.text):
        return []
    before = [
        (n, a) for n, a in advice if a.quote.span.end <= unit.span.start and unit.block - a.block <= WITHIN
    ]
    return before[-1:]


def _draft(reading: Reading, unit: Unit, n: int, recommended: Commitment) -> Draft:
    link = Link(
        letter=reading.document.id, type="answers", how="overname", block=unit.block, page=unit.page, span=unit.span,
        quote=unit.text, to=recommended.id, to_letter=reading.document.id,
        confidence=0.9 if recommended.block == unit.block else 0.7, reason="de laatste aanbeveling ervoor",
    )  # fmt: skip
    return Draft(link, unit.act, n)
