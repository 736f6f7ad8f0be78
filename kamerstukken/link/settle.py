"""Which motions a letter calls done: 'Hiermee beschouw ik de motie-Van Kolderveen c.s. als afgedaan'."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from kamerstukken.commit.ties import Tie, ties_of
from kamerstukken.link.cues import MOTION, PROMISE, cue_of
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
# 'de toezegging om uw Kamer te informeren over', 'mijn toezegging dit verslag … te zenden'
SAYS_WHAT = re.compile(r"\btoezegging(?:en)?\b.*\bte\s+\w+|\btoegezegd\b", re.IGNORECASE)
WITHIN = 1
"""Blocks between a promise that is told of and the sentence that calls it kept."""


def settled_motions(reading: Reading) -> Iterator[Draft]:
    """A draft for each motion that a sentence calls done, or done in part; each motion once a sentence."""
    for unit in reading.units:
        if unit.cue.settles and MOTION.search(unit.text):
            span = _sentence(reading, unit)
            for tie in _motions(reading, unit, span):
                yield _draft(reading, unit, span, tie)


def _sentence(reading: Reading, unit: Unit) -> Span:
    """The sentence of a unit that says so: an act can be a whole cell of a table."""
    spans = (s for s in reading.sentences[unit.block] if s.overlaps(unit.span))
    says = (Span(max(s.start, unit.span.start), min(s.end, unit.span.end)) for s in spans)
    return next(
        (s for s in says if cue_of(reading.text(s)).settles and MOTION.search(reading.text(s))), unit.span
    )


def _draft(reading: Reading, unit: Unit, span: Span, tie: Tie) -> Draft:
    link = Link(
        letter=reading.document.id, type="settles", how="deels" if unit.cue.partly else "nakoming",
        block=unit.block, page=unit.page, span=span, quote=reading.text(span), to=tie.id,
        confidence=SURE.get(tie.way, ANNOUNCED), reason=f"de brief noemt de motie afgedaan; motie gevonden via: {tie.way}",
    )  # fmt: skip
    return Draft(link, unit.act or None)


def _motions(reading: Reading, unit: Unit, span: Span) -> tuple[Tie, ...]:
    """The motions that a sentence means."""
    found = tuple(t for t in ties_of(reading.document, reading.analysis.citations, span) if t.motion)
    named = tuple(t for t in found if t.way in ("eigen woorden", "voetnoot"))
    block = reading.document.blocks[unit.block - 1]
    text = reading.text(span)
    if SEVERAL_BEFORE.search(text):
        before = Span(block.start, span.start)
        return _numbered((*named, *(_cited(reading, before, "alinea") or _above(reading, block))))
    if named:
        return _numbered(named)
    if SEVERAL_BEHIND.search(text):
        return _behind(reading, block, span)
    return found


def _numbered(ties: tuple[Tie, ...]) -> tuple[Tie, ...]:
    """Each motion once; a name alone says nothing beside the number in its note."""
    once = tuple({t.id: t for t in reversed(ties)}.values())[::-1]
    numbered = tuple(t for t in once if not t.id.startswith("motie:"))
    noted = any(t.way == "voetnoot" for t in numbered)
    return numbered if noted else once


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


def settled_promises(reading: Reading, linked: Container[int]) -> Iterator[Draft]:
    """A draft for each promise that is called kept, where no earlier letter has it: told of in this letter.

    `linked` are the places (offsets) of sentences that were tied to a promise of an earlier letter.
    """
    for unit in reading.units:
        if not unit.cue.settles or not PROMISE.search(unit.text) or unit.span.start in linked:
            continue
        told = _told(reading, unit)
        if told is not None:
            yield _kept(reading, unit, told)


def _told(reading: Reading, unit: Unit) -> Unit | None:
    """The act that tells of the promise: the sentence's own where it says what was promised, else the last one before it."""
    if unit.act and (SAYS_WHAT.search(unit.text) or unit.profile.done):
        return unit
    before = [
        u for u in reading.units
        if u.act and u.cue.told and u.span.end <= unit.span.start and unit.block - u.block <= WITHIN
    ]  # fmt: skip
    return before[-1] if before else None


def _kept(reading: Reading, unit: Unit, told: Unit) -> Draft:
    assert told.commitment is not None
    own = told is unit
    link = Link(
        letter=reading.document.id, type="settles", how="deels" if unit.cue.partly else "nakoming",
        block=unit.block, page=unit.page, span=unit.span, quote=unit.text, to=told.commitment.id, to_letter=reading.document.id,
        confidence=0.8 if own or told.block == unit.block else 0.7,
        reason="de zin noemt de toezegging" if own else "de toezegging die ervoor wordt genoemd",
    )  # fmt: skip
    return Draft(link, unit.act or None, told.act)
