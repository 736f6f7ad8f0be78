"""A document to its citations: references of every block and footnote, resolved over the whole letter."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from kamerstukken.cite.address import url
from kamerstukken.cite.catalogue import Catalogue, read_catalogue
from kamerstukken.cite.found import find_all
from kamerstukken.cite.resolve.again import named_elsewhere
from kamerstukken.cite.resolve.beside import NAMED, number_beside
from kamerstukken.cite.resolve.listed import motie_of_catalogue
from kamerstukken.cite.resolve.note import letter_at_note, paper_in_note
from kamerstukken.cite.resolve.pointing import pointing
from kamerstukken.cite.resolve.short import short_forms
from kamerstukken.model import Block, Citation, Document, Footnote, Reference, Span

log = logging.getLogger(__name__)

ADMINISTRATION = ("zaaknummer", "documentnummer", "toezegging")


def cite(
    document: Document, *, catalogue: str | None = None, pointing_words: bool = False
) -> tuple[Citation, ...]:
    """All references in the blocks and footnotes of a letter, in the order of its text.

    A motie with its number right behind it is one citation. One whose number is not known has the id
    'motie:Van Nispen'. Numbers of the Kamer's administration ('2023Z01234') are ids here too: they join letters.
    `catalogue` is the path of a table of moties (form: catalogue.read_catalogue), used where the letter says no number.
    `pointing_words` adds 'deze motie' and the like as citations of the motie named before.
    """
    found = _found(document)
    notes = {
        note.start: tuple(r for r in found if note.start <= r.start < note.span.end)
        for note in document.footnotes
    }
    found = short_forms(found, _dossiers(document))
    found = paper_in_note(document, found, notes)
    found = letter_at_note(document, found, notes)
    found = named_elsewhere(found)
    if pointing_words:
        found = pointing(document, found)
    if catalogue:
        found = motie_of_catalogue(document, found, _catalogue(catalogue))
    found = tuple(_named(r) for r in _joined(document, found))
    return tuple(_placed(document, reference) for reference in found)


@cache
def _catalogue(path: str) -> Catalogue:
    return read_catalogue(Path(path))


def _found(document: Document) -> tuple[Reference, ...]:
    parts: tuple[Block | Footnote, ...] = (*document.blocks, *document.footnotes)
    return tuple(reference for part in parts for reference in _in_part(part))


def _in_part(part: Block | Footnote) -> Iterator[Reference]:
    for r in number_beside(part.text, find_all(part.text)):
        yield replace(r, start=r.start + part.start, end=r.end + part.start)


def _dossiers(document: Document) -> tuple[str, ...]:
    """The dossiers of the letter itself: printed on an official paper, or named in its subject."""
    if document.metadata.dossiers:
        return document.metadata.dossiers
    subject = find_all(document.metadata.subject or "")
    ids = (id for r in subject for id in r.ids if id.startswith("dossier:"))
    return tuple(dict.fromkeys(id.removeprefix("dossier:") for id in ids))


FARTHEST_APART = 260


def _joined(document: Document, found: Sequence[Reference]) -> Iterator[Reference]:
    """A motie and the paper behind it that gave it its ids become one; the span covers both."""
    i = 0
    while i < len(found):
        mention, j = found[i], i + 1
        if mention.kind in NAMED and mention.resolved_by == "own sentence":
            while j < len(found) and _is_its_paper(mention, found[j]):
                j += 1
            end = _closed(document.text, mention.start, found[j - 1].end)
            mention = replace(mention, end=end, text=document.text[mention.start : end])
        yield mention
        i = j


def _closed(text: str, start: int, end: int) -> int:
    """With the bracket that belongs to it: 'motie X (Kamerstuk 1, nr. 2' takes its ')'."""
    return end + (text[end : end + 1] == ")" and text.count("(", start, end) > text.count(")", start, end))


def _is_its_paper(mention: Reference, paper: Reference) -> bool:
    papers = paper.ids or (paper.number,)
    return (
        paper.kind not in NAMED
        and paper.start - mention.end < FARTHEST_APART
        and set(papers) <= set(mention.ids)
    )


def _named(reference: Reference) -> Reference:
    """What is known at least: a motie by its members, a number of the administration by itself."""
    if not reference.ids and reference.kind in ADMINISTRATION and reference.number:
        return replace(reference, ids=(reference.number,), resolved_by="own words")
    if reference.ids or reference.kind not in NAMED or not reference.indieners:
        return reference
    name = " en ".join(reference.indieners)
    log.info("%r: no number in the letter for this %s", reference.text, reference.kind)
    return replace(reference, ids=(f"{reference.kind}:{name}",), resolved_by="name")


def _placed(document: Document, reference: Reference) -> Citation:
    where = document.where(reference.start)
    part = document.block_at(reference.start) or document.footnote_at(reference.start)
    boxes = document.boxes(Span(reference.start, reference.end))
    page = boxes[0].page if boxes else (part.page if part else 1)
    address = url(reference.ids[0]) if reference.ids else None
    return Citation(document.id, reference, where or "", page, boxes, address)
