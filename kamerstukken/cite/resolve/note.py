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
