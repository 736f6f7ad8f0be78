"""Reviewed letters as labels: the form that `kamerstukken evaluate` reads (docs/ANNOTATION.md)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from kamerstukken.model import Analysis, Citation, Commitment, Document, Footnote
from kamerstukken.register.contract import before
from kamerstukken.register.decisions import Asked, Queue

if TYPE_CHECKING:
    from kamerstukken.register import Register

Label = dict[str, Any]

KINDS = frozenset(
    [
        "kamerstuk",
        "motie",
        "handelingen",
        "aanhangsel",
        "stb",
        "stcrt",
        "eu",
        "wet",
        "zaaknummer",
        "toezegging",
    ]
)
"""Kinds of citations that labels know; any other is 'other'."""

METADATA = ("date", "subject", "ministry", "kenmerk", "uw_kenmerk", "addressee")


def reviewed_letters(register: Register) -> Iterator[tuple[Analysis, int]]:
    """The letters of which someone judged an act, each with how many of its acts nobody has judged yet."""
    queue = Queue(register)
    for letter in register.letter_ids():
        progress = queue.progress(Asked(letter=letter))
        if progress.done:
            yield register.analysis(letter), progress.left


def write_labels(analysis: Analysis, folder: Path) -> Path:
    """Write a letter's labels as NAME.json, NAME as the letter's file (with its id where that name is taken)."""
    stem = Path(analysis.document.file).stem.strip() or analysis.document.id
    path = folder / f"{stem}.json"
    if path.exists() and msgspec.json.decode(path.read_bytes()).get("sha256") != analysis.document.sha256:
        path = folder / f"{stem}.{analysis.document.id}.json"
    path.write_bytes(msgspec.json.format(msgspec.json.encode(labels_of(analysis)), indent=1) + b"\n")
    return path


def labels_of(analysis: Analysis) -> Label:
    """A letter whose acts were all judged, as labels: what was accepted, changed or added is what must be found."""
    document = analysis.document
    return {
        "file": document.file,
        "sha256": document.sha256,
        "pages": document.pages,
        "layout": document.layout,
        "metadata": _metadata(document),
        "blocks": [{"n": b.n, "kind": b.kind, "page": b.page, "text": b.text} for b in document.blocks],
        "footnotes": [_footnote(document, note) for note in document.footnotes if note.anchor is not None],
        "citations": [_citation(citation) for citation in analysis.citations],
        "items": [_item(document, act, n) for n, act in enumerate(analysis.commitments, 1)],
    }


def _metadata(document: Document) -> Label:
    meta = document.metadata
    return {name: getattr(meta, name) for name in METADATA} | {
        "signatories": [{"name": s.name, "role": s.role} for s in meta.signatories],
        "session": meta.session,
        "dossiers": list(meta.dossiers),
        "number": meta.number,
    }


def _footnote(document: Document, note: Footnote) -> Label:
    return {
        "marker": note.marker,
        "page": note.page,
        "anchor_block": note.anchor_block,
        "anchor_before": before(document, note),
        "text": note.text,
    }


def _citation(citation: Citation) -> Label:
    reference = citation.reference
    return {
        "raw": reference.text,
        "where": citation.where,
        "kind": reference.kind if reference.kind in KINDS else "other",
        "ids": list(reference.ids),
        "session": reference.session,
        "chamber": reference.chamber,
        "motion_of": reference.indieners[0] if reference.kind == "motie" and reference.indieners else None,
    }


def _item(document: Document, act: Commitment, n: int) -> Label:
    deadline = act.deadline
    notes = [
        part
        for part in (act.strength if act.strength != "hard" else "", act.review and act.review.note)
        if part
    ]
    return {
        "id": f"M{n:02}",
        "kind": act.kind,
        "status": act.status,
        "required": True,
        "quote": act.quote.text,
        "block": act.block,
        "action": act.action,
        "actor": act.actor.text,
        "actor_norm": act.actor.norm,
        "addressee": act.addressee,
        "deadline": {
            part: getattr(deadline, part) if deadline else None for part in ("text", "start", "end")
        },
        "ids": list(act.ids),
        "motions": list(act.motions),
        "via_footnote": [note.marker for note in document.notes_in(act.quote.span)],
        "note": "; ".join(notes),
    }
