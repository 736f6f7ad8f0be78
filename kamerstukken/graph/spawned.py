"""How sure it is that a motion led to an act: by where the motion stands, seen from the act's sentence."""

from __future__ import annotations

import re

from kamerstukken.commit.ties import ties_of
from kamerstukken.language import sentence_spans
from kamerstukken.model import Analysis, Commitment, Span

OWN, NOTED, BEHIND, NEAR, FAR, MENTIONED = 0.95, 0.93, 0.85, 0.7, 0.6, 0.4
"""In the act's own sentence; in a note of it; in a later sentence that ties it; elsewhere in its paragraph; further off; in a
sentence that only tells of the motion."""

LIKELY, SURE = 0.5, 0.8
"""How sure an act must be one, to say that a motion led to it: where the motion stands by its own words, and where further off.
Chosen by reading the edges of 104 real letters: of what is below, less than half was right."""

WAYS = {
    "volgende zin": BEHIND,
    "alinea": NEAR,
    "eigen woorden": NEAR,
    "voetnoot": NEAR,
    "opsomming": NEAR,
    "kop": NEAR,
    "vraag": FAR,
}
# 'enkele moties over vaste contracten' with a note: it can be a letter about them
UNNAMED = re.compile(r"\bmoties\b", re.IGNORECASE)
# 'De motie verzocht de regering …', 'Op 6 juli is de motie aangenomen': tells of the motion, and of nothing that is done
PRESENTED = re.compile(r"\bmotie\b.*\b(?:verzoekt|verzocht|verzoeken|aangenomen|ingediend|overweegt|vraagt|roept|constateert)\b", re.IGNORECASE)  # fmt: skip
DONE_BY = re.compile(
    r"\b(?:ik|wij|we|kabinet|wordt|worden|zal|zullen|minister|staatssecretaris)\b", re.IGNORECASE
)


def sureness(analysis: Analysis, act: Commitment) -> dict[str, tuple[float, str]]:
    """Each motion of an act to a confidence (0 to 1) and the way that it is tied by, in Dutch."""
    if not act.motions:
        return {}
    ways = {
        tie.id: tie.way
        for tie in ties_of(analysis.document, analysis.citations, act.quote.span)
        if tie.motion
    }
    sentence = _sentence(analysis, act)
    return {motion: _sure(analysis, sentence, motion, ways.get(motion)) for motion in act.motions}


def led_to(sure: float, act: Commitment) -> bool:
    """Whether an edge 'spawned' is drawn, `sure` as `sureness` has it; else the motion only stands near the act."""
    return act.confidence >= (LIKELY if sure >= BEHIND else SURE) and sure > MENTIONED


def _sure(analysis: Analysis, sentence: Span, motion: str, way: str | None) -> tuple[float, str]:
    text = analysis.document.text[sentence.start : sentence.end]
    if PRESENTED.search(text) and not DONE_BY.search(text):
        return MENTIONED, "noemt alleen de motie"
    if _cites(analysis, sentence, motion):
        return OWN, "eigen woorden"
    noted = [note for note in analysis.document.notes_in(sentence) if _cites(analysis, note.span, motion)]
    if noted:
        named = any(
            c.reference.kind == "motie" and sentence.covers(c.reference.span) for c in analysis.citations
        )
        return (NEAR if UNNAMED.search(text) and not named else NOTED), "voetnoot"
    return WAYS.get(way or "", FAR), way or "alinea"


def _cites(analysis: Analysis, span: Span, paper: str) -> bool:
    return any(paper in c.reference.ids and span.covers(c.reference.span) for c in analysis.citations)


def _sentence(analysis: Analysis, act: Commitment) -> Span:
    """The sentence that an act's quote stands in."""
    block = analysis.document.block_at(act.quote.span.start)
    if block is None or block.kind == "table":
        return act.quote.span
    at = act.quote.span.start - block.start
    found = next((s for s in sentence_spans(block.text) if s.start <= at < s.end), None)
    return (
        Span(block.start + found.start, max(block.start + found.end, act.quote.span.end))
        if found
        else act.quote.span
    )
