"""Which motions a letter calls done: 'Hiermee beschouw ik de motie-Van Kolderveen c.s. als afgedaan'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kamerstukken.commit.ties import Tie, ties_of
from kamerstukken.link.cues import MOTION
from kamerstukken.link.unit import Reading, Unit
from kamerstukken.model import Block, Citation, Link, Span
from kamerstukken.register.links import Draft

SURE = {
    "eigen woorden": 0.95, "voetnoot": 0.93, "alinea": 0.85, "volgende zin": 0.8, "vraag": 0.7, "kop": 0.8,
    "vorige alinea": 0.75, "opsomming": 0.7, "enige motie": 0.75,
}  # fmt: skip
"""How sure a motion is meant, by the way it is tied to the sentence (`commit.ties`)."""

# 'beide moties', 'deze moties', 'de moties van de leden'
SEVERAL_BEFORE = re.compile(r"\b(?:beide|deze|genoemde|bovengenoemde|bovenstaande|alle|de\s+(?:twee|drie|vier))\s+moties\b", re.IGNORECASE)  # fmt: skip
# 'een viertal moties', 'een aantal moties van uw Kamer', 'de volgende moties', 'twee moties van de heer Grinwis'
SEVERAL_BEHIND = re.compile(r"\b(?:een\s+(?:aantal|tweetal|drietal|viertal|vijftal)|enkele|diverse|verschillende|de\s+volgende|twee|drie|vier|vijf|zes)\s+moties\b", re.IGNORECASE)  # fmt: skip
ANNOUNCED = 0.7


def settled_motions(reading: Reading) -> Iterator[Draft]:
    """A draft for each motion that a sentence calls done, or done in part; each motion once a sentence."""
    for unit in reading.units:
        if unit.cue.settles and MOTION.search(unit.text):
            for tie in _motions(reading, unit):
                yield _draft(reading, unit, tie)


def _draft(reading: Reading, unit: Unit, tie: Tie) -> Draft:
    link = Link(
        letter=reading.document.id, type="settles", how="deels" if unit.cue.partly else "nakoming",
        block=unit.block, page=unit.page, span=unit.span, quote=unit.text, to=tie.id,
        confidence=SURE.get(tie.way, ANNOUNCED), reason=f"de brief noemt de motie afgedaan; motie gevonden via: {tie.way}",
    )  # fmt: skip
    return Draft(link, unit.act or None)


def _motions(reading: Reading, unit: Unit) -> tuple[Tie, ...]:
    """The motions that a sentence means."""
    citations = reading.analysis.citations
    found = tuple(t for t in ties_of(reading.document, citations, unit.span) if t.motion)
    named = tuple(t for t in found if t.way in ("eigen woorden", "voetnoot"))
    if named:
        return named
    block = reading.document.blocks[unit.block - 1]
    if SEVERAL_BEHIND.search(unit.text):
        return _behind(reading, block, unit.span)
    if SEVERAL_BEFORE.search(unit.text):
        before = Span(block.start, unit.span.start)
        return _cited(reading, before, "alinea") or _above(reading, block)
    return found


def _cited(reading: Reading, span: Span, way: str) -> tuple[Tie, ...]:
    """The motions cited in a stretch and in its footnotes."""
    spans = (span, *(note.span for note in reading.document.notes_in(span)))
    cited = (c for s in spans for c in reading.analysis.citations if s.covers(c.reference.span))
    ids = dict.fromkeys(i for c in cited if _is_motion(c) for i in c.reference.ids)
    return tuple(Tie(id_, way, True) for id_ in ids)


def _is_motion(citation: Citation) -> bool:
    return citation.reference.kind == "motie"


def _above(reading: Reading, block: Block) -> tuple[Tie, ...]:
    before = reading.document.blocks[max(0, block.n - 2) : block.n - 1]
    return _cited(reading, before[0].span, "vorige alinea") if before else ()


def _behind(reading: Reading, block: Block, span: Span) -> tuple[Tie, ...]:
    """The motions named behind 'een aantal moties': in the rest of the paragraph, else in the list under it."""
    rest = _cited(reading, Span(span.end, block.span.end), "opsomming")
    if rest:
        return rest
    found: tuple[Tie, ...] = ()
    for below in reading.document.blocks[block.n :]:
        if below.kind != "item":
            break
        found += _cited(reading, below.span, "opsomming")
    return tuple(dict.fromkeys(found))
