"""A motie named by member and subject, and the one motie of a catalogue that fits."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kamerstukken.cite.catalogue import Catalogue, Motie
from kamerstukken.model import Document, Reference

CONTEXT = 400
"""Characters behind the name that may tell the motie's subject; those before it tell less."""
BEFORE = 120

COMMON_WORDS = (
    "motie moties lid leden over van het een voor met naar door aan bij dat die deze wordt worden niet meer zijn kabinet "
    "regering verzoekt verzoeken kamer tweede nader gewijzigde onderzoeken onderzoek mogelijk waarbij hoe ook kunnen"
)

COMMON = frozenset(COMMON_WORDS.split())
CHANGED = re.compile(r"(?<!\w)[Gg]ew(?:ijzigde?|\.)?(?!\w)")
WORDS = re.compile(r"[a-zà-ž]{4,}")
STEM = 6
"""Words count as the same where their first six letters are: 'lokale' and 'lokaal' do not, 'locaties', 'locatie' do."""

ENOUGH, MARGIN = 0.5, 0.25
"""The best title must share this part of its words with the letter, and lead the next by the margin."""


def motie_of_catalogue(
    document: Document, found: Sequence[Reference], catalogue: Catalogue
) -> tuple[Reference, ...]:
    """Give a motie without ids that of the catalogue whose members are the same and whose title fits alone."""
    return tuple(_resolved(document, mention, catalogue) for mention in found)


def _resolved(document: Document, mention: Reference, catalogue: Catalogue) -> Reference:
    if mention.kind != "motie" or mention.ids or not mention.indieners:
        return mention
    part = document.block_at(mention.start) or document.footnote_at(mention.start)
    if part is None:
        return mention
    start = max(part.start, mention.start - BEFORE)
    said = stems(document.text[start : min(part.span.end, mention.end + CONTEXT)])
    candidates = catalogue.motions(mention.indieners, document.metadata.date)
    if CHANGED.search(mention.text):
        candidates = [m for m in candidates if CHANGED.search(m.title)]
    best = fitting(candidates, said)
    return replace(mention, ids=(best.id,), resolved_by="catalogue") if best else mention


def fitting(candidates: Sequence[Motie], said: frozenset[str]) -> Motie | None:
    """The one candidate whose title's words are said, or None where none or several may be meant."""
    scored = sorted(((_share(m, said), m.id, m) for m in candidates), reverse=True, key=lambda row: row[:2])
    if not scored or scored[0][0] < ENOUGH:
        return None
    if len(scored) > 1 and scored[0][0] - scored[1][0] < MARGIN:
        return None
    return scored[0][2]


def stems(text: str) -> frozenset[str]:
    """The words that tell a subject, cut to their first letters."""
    return frozenset(word[:STEM] for word in WORDS.findall(text.lower()) if word not in COMMON)


def _share(motie: Motie, said: frozenset[str]) -> float:
    subject = stems(motie.title.partition(" over ")[2] or motie.title)
    return len(subject & said) / len(subject) if subject else 0.0
