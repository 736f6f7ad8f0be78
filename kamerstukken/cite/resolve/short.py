"""Short forms: 'idem', 'ibid.', 'nr. 12' take the dossier, and where they say no number the paper, of what stands before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kamerstukken.cite.notation import numbers
from kamerstukken.model import Reference

IDEM = re.compile(r"[Ii]dem|[Ii]bid")
KST = re.compile(r"(?:kst-|dossier:)(?P<stem>\d{5}(?:-(?:[IVX]{1,5}[ABC]?|0\d|\d\d(?=-)|[A-N](?=-)))?)")


def short_forms(found: Sequence[Reference], dossiers: Sequence[str] = ()) -> tuple[Reference, ...]:
    """Fill the ids of short forms. `dossiers`: those of the letter's subject, used where nothing stands before.

    One pass: 'idem' behind 'idem' means the same paper.
    """
    out: list[Reference] = []
    last: Reference | None = None
    for mention in found:
        if mention.kind == "kamerstuk" and not mention.ids:
            mention = _filled(mention, last, dossiers)
        if mention.kind == "kamerstuk":
            last = mention if mention.ids else last
        elif mention.kind not in ("motie", "amendement", "wet"):
            last = None if IDEM.search(mention.text) else last
        out.append(mention)
    return tuple(out)


def _filled(mention: Reference, last: Reference | None, dossiers: Sequence[str]) -> Reference:
    idem = bool(IDEM.match(mention.text))
    if idem and not mention.number:
        return _same(mention, last, "idem")
    stem = _stem(last) if last else (dossiers[0] if len(dossiers) == 1 and not idem else None)
    if not stem or not mention.number:
        return mention
    ids = tuple(f"kst-{stem}-{n}" for n in numbers(mention.number))
    by = "idem" if idem else ("dossier before" if last else "dossier of the subject")
    context = last or mention
    return replace(mention, ids=ids, resolved_by=by, chamber=context.chamber, session=context.session)


def _same(mention: Reference, last: Reference | None, by: str) -> Reference:
    if last is None:
        return mention
    return replace(mention, ids=last.ids, chamber=last.chamber, session=last.session, resolved_by=by)


def _stem(paper: Reference) -> str | None:
    stems = {match["stem"] for id in paper.ids if (match := KST.match(id))}
    return stems.pop() if len(stems) == 1 else None
