"""A letter's source and its filled pages to labels, in the form that docs/ANNOTATION.md describes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from typeset.flow import Sheet
from typeset.paper import page_of_note, page_of_part
from typeset.source import Source

ANCHOR_WORDS = 6
"""Words before a marker that say where it stands."""
FIRST_PERSON = {"ik", "wij", "we", "mij", "mijn", "ons", "onze"}


class LabelError(ValueError):
    """A label does not fit the letter: file, label and remedy."""


def labels_of(source: Source, sheets: Sequence[Sheet], sha256: str) -> dict[str, Any]:
    """All labels of one letter. Raises LabelError where a quote or a reference is not in the text as written."""
    return {
        "file": f"{source.stem}.pdf",
        "sha256": sha256,
        "pages": len(sheets),
        "layout": source.meta["layout"],
        "metadata": _metadata(source.meta),
        "blocks": _blocks(source, sheets),
        "footnotes": list(_footnotes(source, sheets)),
        "citations": list(_citations(source)),
        "items": [_item(source, n, row) for n, row in enumerate(source.labels.get("item", []), 1)],
    }


def block_of(source: Source, quote: str) -> int:
    """The number of the one block that holds a quote. Raises LabelError where none or several do."""
    found = [n for n, part in enumerate(source.parts, 1) if quote in part.text]
    if len(found) != 1:
        raise LabelError(f"{source.stem}: {len(found)} blocks hold {quote!r}; quote one sentence exactly")
    return found[0]


def _metadata(meta: dict[str, Any]) -> dict[str, Any]:
    plain = ("ministry", "kenmerk", "uw_kenmerk", "addressee", "session", "number")
    return {
        "date": meta["date"],
        "subject": meta["subject"],
        **{key: meta.get(key) for key in plain},
        "signatories": [
            {"name": who["name"], "role": who["role_printed"].rstrip(",")} for who in meta["signatories"]
        ],
        "dossiers": meta.get("dossiers", []),
    }


def _blocks(source: Source, sheets: Sequence[Sheet]) -> list[dict[str, Any]]:
    return [
        {"n": n, "kind": part.kind, "page": page_of_part(sheets, n - 1), "text": part.text}
        for n, part in enumerate(source.parts, 1)
    ]


def _footnotes(source: Source, sheets: Sequence[Sheet]) -> Iterator[dict[str, Any]]:
    for note in source.notes:
        block, before = next(
            (n, text) for n, part in enumerate(source.parts, 1) if (text := part.before(note.key)) is not None
        )
        yield {
            "marker": note.marker,
            "page": page_of_note(sheets, note.key),
            "anchor_block": block,
            "anchor_before": " ".join(before.split()[-ANCHOR_WORDS:]),
            "text": note.text,
        }


def _citations(source: Source) -> Iterator[dict[str, Any]]:
    rows = source.labels.get("cite", [])
    places = [(f"block {n}", part.text) for n, part in enumerate(source.parts, 1)]
    places += [(f"footnote {note.marker}", note.text) for note in source.notes]
    seen: set[str] = set()
    for where, text in places:
        for _, row in sorted(_mentions(text, rows), key=lambda found: found[0]):
            seen.add(row["raw"])
            yield {"raw": row["raw"], "where": where, "kind": row["kind"], "ids": row["ids"]} | {
                key: row.get(key) for key in ("session", "chamber", "motion_of")
            }
    if lost := [row["raw"] for row in rows if row["raw"] not in seen]:
        raise LabelError(f"{source.stem}: nowhere in the text: {lost}; write the reference as printed")


def _mentions(text: str, rows: Sequence[dict[str, Any]]) -> Iterator[tuple[int, dict[str, Any]]]:
    """Each reference where it stands; the longest wins where two overlap."""
    free = text
    for row in sorted(rows, key=lambda row: -len(row["raw"])):
        while (at := free.find(row["raw"])) >= 0:
            yield at, row
            free = free[:at] + "\0" * len(row["raw"]) + free[at + len(row["raw"]) :]


def _item(source: Source, n: int, row: dict[str, Any]) -> dict[str, Any]:
    kind, _, status = row["is"].partition("/")
    who, action = row.get("who"), row["do"]
    chamber = "Eerste Kamer" if "Eerste" in source.meta["addressee"] else "Tweede Kamer"
    motions = row.get("motions", [])
    text, start, end = row.get("when", ["", "", ""])
    block = block_of(source, row["quote"])
    if text and text not in source.parts[block - 1].text and text not in _around(source, block):
        raise LabelError(f"{source.stem}: the moment {text!r} stands neither in nor around block {block}")
    return {
        "id": f"M{n:02d}",
        "kind": kind,
        "status": status,
        "required": not row.get("optional", False),
        "quote": row["quote"],
        "block": block,
        "action": action,
        "actor": who,
        "actor_norm": row.get("norm", source.meta["me"] if who and who.lower() in FIRST_PERSON else who),
        "addressee": row.get("for", chamber if "Kamer" in action else None),
        "deadline": {"text": text or None, "start": start or None, "end": end or None},
        "ids": row.get("ids", motions),
        "motions": motions,
        "via_footnote": row.get("via", []),
        "note": row.get("note", ""),
    }


def _around(source: Source, block: int) -> str:
    return " ".join(part.text for part in source.parts[max(0, block - 8) : block + 5])
