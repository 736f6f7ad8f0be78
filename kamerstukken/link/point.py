"""Which earlier letter a sentence names: 'mijn brief van 14 maart jl. (Kamerstuk 98 765, nr. 12)'.

Resolved by the number, then by the letter's own reference ('kenmerk'), then by day and ministry.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kamerstukken.language import norm_ministry
from kamerstukken.link.pointer import Pointers, pointers_in
from kamerstukken.link.unit import Reading
from kamerstukken.link.words import words_in
from kamerstukken.model import Block, Link, Span
from kamerstukken.register import Register
from kamerstukken.register.links import Draft
from kamerstukken.register.lookup import Head

MAY_POINT = re.compile(r"brie[fv]|reactie|rapportage|antwoorden|kenmerk|\([A-Z]{2,8}/", re.IGNORECASE)
OWN = re.compile(r"\b(?:mijn|onze|onderhavige)\s+(?:\w+\s+){0,2}brie", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Pointing:
    """A sentence that names a letter, and the papers cited in it or in its notes."""

    block: Block
    span: Span
    text: str
    pointers: Pointers
    papers: tuple[str, ...]


def pointings(reading: Reading) -> Iterator[Pointing]:
    """The sentences of a letter that name another letter by day or reference."""
    for block in reading.document.blocks:
        if block.kind in ("heading", "table") or not MAY_POINT.search(block.text):
            continue
        for span in reading.sentences[block.n]:
            text = reading.text(span)
            pointers = pointers_in(text, reading.day)
            if pointers.letters or pointers.kenmerken:
                yield Pointing(block, span, text, pointers, _papers(reading, span))


def keys_of_letters(reading: Reading) -> Iterator[str]:
    """What a letter is named by, and what it names letters by."""
    yield f"brief:{reading.day}"
    if reading.document.paper:
        yield reading.document.paper
    for pointing in pointings(reading):
        yield from (f"brief:{day}" for day in pointing.pointers.letters)
        yield from pointing.papers


def pointed(register: Register, reading: Reading) -> Iterator[Draft]:
    """A draft for each letter of the register that is named; each letter once a sentence."""
    if not reading.day:
        return
    for pointing in pointings(reading):
        found: dict[str, tuple[float, str]] = {}
        for letter, sure, why in _resolved(register, reading, pointing):
            if letter != reading.document.id and letter not in found:
                found[letter] = (sure, why)
        for letter, (sure, why) in found.items():
            paper = pointing.papers[0] if len(pointing.papers) == 1 and len(found) == 1 else None
            yield Draft(Link(
                letter=reading.document.id, type="points", how="verwijzing", block=pointing.block.n,
                page=reading.page_of(pointing.block, pointing.span), span=pointing.span, quote=pointing.text,
                to=letter, to_letter=letter, paper=paper, confidence=sure, reason=why,
            ))  # fmt: skip


def _resolved(register: Register, reading: Reading, pointing: Pointing) -> Iterator[tuple[str, float, str]]:
    for paper in pointing.papers:
        yield from ((head.id, 0.98, f"nummer {paper}") for head in register.lookup.published_as(paper))
    for kenmerk in pointing.pointers.kenmerken:
        yield from ((head.id, 0.95, f"kenmerk {kenmerk}") for head in register.lookup.with_kenmerk(kenmerk))
    for day in pointing.pointers.letters:
        heads = [h for h in register.lookup.letters_of(day) if _same_ministry(reading, h)]
        if len(heads) == 1:
            yield heads[0].id, 0.9 if OWN.search(pointing.text) else 0.7, f"dag {day} en ministerie"
        elif len(heads) > 1 and (best := _about(pointing, heads)):
            yield best.id, 0.6, f"dag {day}, ministerie en onderwerp"


def _same_ministry(reading: Reading, head: Head) -> bool:
    """A letter without a ministry in its head may be meant, and one of another ministry only where it is not 'mine'."""
    theirs = norm_ministry(head.ministry) if head.ministry else None
    theirs = theirs or next((m for role in head.roles if (m := norm_ministry(role))), None)
    return theirs is not None and theirs == reading.ministry


def _about(pointing: Pointing, heads: list[Head]) -> Head | None:
    """The only one of several whose subject shares a telling word with the sentence."""
    words = words_in(pointing.text)
    scored = sorted(
        ((sum(w for k, w in words_in(h.subject or "").items() if k in words), h.id, h) for h in heads),
        reverse=True,
    )
    return scored[0][2] if scored[0][0] > 0.8 and scored[0][0] > scored[1][0] else None


def _papers(reading: Reading, span: Span) -> tuple[str, ...]:
    spans = (span, *(note.span for note in reading.document.notes_in(span)))
    cited = (c.reference for s in spans for c in reading.analysis.citations if s.covers(c.reference.span))
    return tuple(dict.fromkeys(i for r in cited if r.kind != "motie" for i in r.ids if i.startswith("kst-")))
