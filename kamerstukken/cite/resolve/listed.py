"""A motie named by member and subject, and the one motie of a catalogue that fits."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

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
FURTHER = re.compile(r"(?<!\w)[Nn]ader\s+gew(?:ijzigde?|\.)?(?!\w)")
WORDS = re.compile(r"[a-zà-ž]{4,}")
STEM = 6
"""Words count as the same where their first six letters are: 'lokale' and 'lokaal' do not, 'locaties', 'locatie' do."""

ENOUGH, MARGIN = 0.5, 0.25
"""The best title must share this part of its words with the letter, and lead the next by the margin."""

GRACE = timedelta(days=10)
"""A changed motie is appreciated before it is put to the vote and bears that day: it may be later than the letter's."""

ENOUGH_RELATED, WORDS_RELATED = 0.7, 3
"""Where the members are not exactly those named, more of the title must be said, and at least so many words of it."""


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
    best = _best(mention, said, catalogue, document.metadata.date)
    return replace(mention, ids=(best.id,), resolved_by="catalogue") if best else mention


def _best(mention: Reference, said: frozenset[str], catalogue: Catalogue, day: str | None) -> Motie | None:
    """The motie by these members; else the changed one that is registered soon after; else one by more members.

    Where several of one kind may be meant, none of the next is taken.
    """
    named, changed = mention.indieners, CHANGED.search(mention.text)
    kinds = [(catalogue.motions(named, day), ENOUGH, 1)]
    if day and changed:
        later = (date.fromisoformat(day) + GRACE).isoformat()
        kinds.append((catalogue.motions(named, later), ENOUGH, 1))
    kinds.append((catalogue.related(named, day), ENOUGH_RELATED, WORDS_RELATED))
    for candidates, enough, words in kinds:
        meant = [m for m in _of_that_form(candidates, mention.text) if len(_subject(m) & said) >= words]
        if any(_share(m, said) >= enough for m in meant):
            return fitting(meant, said, enough)
    return None


def _of_that_form(candidates: Sequence[Motie], mention: str) -> Sequence[Motie]:
    """'Gewijzigde motie' means one that was changed, 'nader gewijzigde' one changed again."""
    for form in (FURTHER, CHANGED):
        if form.search(mention):
            return [m for m in candidates if form.search(m.title)]
    return candidates


def fitting(candidates: Sequence[Motie], said: frozenset[str], enough: float = ENOUGH) -> Motie | None:
    """The one candidate whose title's words are said, or None where none or several may be meant."""
    scored = sorted(((_share(m, said), m.id, m) for m in candidates), reverse=True, key=lambda row: row[:2])
    if not scored or scored[0][0] < enough:
        return None
    close = [m for score, _, m in scored if scored[0][0] - score < MARGIN]
    return _the_one(close)


def _the_one(close: Sequence[Motie]) -> Motie | None:
    """Of several versions of one motie the one that was accepted; of several moties none."""
    if len(close) == 1:
        return close[0]
    accepted = [m for m in close if m.accepted]
    same = len({_subject(m) for m in close}) == 1
    return accepted[0] if same and len(accepted) == 1 else None


def stems(text: str) -> frozenset[str]:
    """The words that tell a subject, cut to their first letters."""
    return frozenset(word[:STEM] for word in WORDS.findall(text.lower()) if word not in COMMON)


def _subject(motie: Motie) -> frozenset[str]:
    return stems(motie.title.partition(" over ")[2] or motie.title)


def _share(motie: Motie, said: frozenset[str]) -> float:
    subject = _subject(motie)
    return len(subject & said) / len(subject) if subject else 0.0
