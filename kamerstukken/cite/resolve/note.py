"""A mention in the body and the paper that the footnote at its marker names."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from kamerstukken.cite.names import UP
from kamerstukken.cite.resolve.beside import NAMED, is_plural, meant
from kamerstukken.model import Document, Footnote, Reference

FARTHEST = 700
"""How far behind the name a marker may stand, in characters, within one block."""

# a new subject begins: the marker behind it is not the motie's any more
DATE = r"\d{1,2}\s(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)(?:\s\d{4})?"
# zoals toegezegd in de brief van 13 december 2022³ · de kamerbrief Water en Bodem sturend⁶ · Kamerbrieven van 14 oktober 2022 en 8 mei 2023
LETTER = re.compile(
    rf"(?<!\w)(?:(?:[Kk]amer)?brief\s(?:van|d\.d\.)\s{DATE}(?<=\d{{4}})|(?:[Kk]amer)?brieven\svan\s{DATE}(?:(?:,|\sen)\s{DATE}){{0,5}}"
    rf"|[Kk]amerbrief\s(?:(?:over|bij|inzake|betreffende)\s)?(?:(?:de|het)\s)?[‘'“{UP}][^.,;:?!()\n]{{2,70}})[.,;]?\Z"
)
LONGEST = 150

NEW_SUBJECT = re.compile(
    rf"\b(?:[Kk]amer)?(?:brief|brieven|rapport|verslag|evaluatie|advies)\b|[.!?]\s+(?:Ook|Daarnaast|Verder|Tevens|Voorts|Tot slot)\b|\bmotie(?:-|\s)(?:van\s)?[{UP}]"
)


def paper_in_note(
    document: Document, found: Sequence[Reference], notes: Mapping[int, Sequence[Reference]]
) -> tuple[Reference, ...]:
    """Give moties and amendementen without ids those of the footnote whose marker is theirs.

    `notes`: the references in a footnote by the footnote's offset. The marker must stand behind the mention and
    before the next one. A note that names more papers than the mention can mean gives nothing.
    """
    return tuple(_resolved(document, found, i, notes) for i in range(len(found)))


def _resolved(
    document: Document, found: Sequence[Reference], i: int, notes: Mapping[int, Sequence[Reference]]
) -> Reference:
    mention = found[i]
    block = document.block_at(mention.start)
    if mention.kind not in NAMED or mention.ids or block is None:
        return mention
    following = next((r.start for r in found[i + 1 :] if r.kind in NAMED), block.span.end)
    stop = min(max(following, mention.end), block.span.end, mention.end + FARTHEST) + 1
    note = next(
        (n for n in document.footnotes if n.anchor is not None and mention.start < n.anchor <= stop), None
    )
    if note is None or NEW_SUBJECT.search(document.text[mention.end : note.anchor]):
        return mention
    return _from(mention, note, notes.get(note.start, ()))


def _from(mention: Reference, note: Footnote, papers: Sequence[Reference]) -> Reference:
    named = [
        p for p in papers if meant(p) and p.kind in (*NAMED, "kamerstuk", "zaaknummer", "documentnummer")
    ]
    own = [p for p in named if p.indieners and set(p.indieners) & set(mention.indieners)]
    ids = tuple(dict.fromkeys(id for paper in own or named for id in meant(paper)))
    if not ids or (len(ids) > 1 and not is_plural(mention)):
        return mention
    first = (own or named)[0]
    return replace(mention, ids=ids, chamber=first.chamber, session=first.session, resolved_by="footnote")


def letter_at_note(
    document: Document, found: Sequence[Reference], notes: Mapping[int, Sequence[Reference]]
) -> tuple[Reference, ...]:
    """Add the letters that are named by date or title right before a marker whose note is their number.

    'brieven' takes all papers of the note, 'brief' needs exactly one.
    """
    letters = (_letter(document, note, notes.get(note.start, ())) for note in document.footnotes)
    taken = [r.span for r in found]
    new = [r for r in letters if r is not None and not any(r.span.overlaps(span) for span in taken)]
    return tuple(sorted((*found, *new), key=lambda r: r.start))


def _letter(document: Document, note: Footnote, papers: Sequence[Reference]) -> Reference | None:
    block = document.block_at(note.anchor - 1) if note.anchor else None
    if block is None or note.anchor is None:
        return None
    from_ = max(block.start, note.anchor - LONGEST)
    match = LETTER.search(document.text[from_ : note.anchor])
    named = [p for p in papers if p.kind in ("kamerstuk", "motie")]
    ids = tuple(dict.fromkeys(id for paper in named for id in meant(paper)))
    if match is None or not ids or (len(ids) > 1 and "brieven" not in match[0]):
        return None
    text = match[0].rstrip(".,;")
    start = from_ + match.start()
    first = named[0]
    return Reference(
        "kamerstuk", start, start + len(text), text, ids, first.chamber, first.session, resolved_by="footnote"
    )
