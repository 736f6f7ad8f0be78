"""Labels made by hand: one JSON file a letter (form: ANNOTATION.md in the docs), as values of the model."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kamerstukken.errors import BadInput
from kamerstukken.model import GAP, Block, Document, Footnote, Metadata, Signatory


@dataclass(frozen=True, slots=True)
class Labels:
    """One labelled letter: the document as a person read it (without boxes), and the labels as they stand in the file."""

    document: Document
    items: tuple[dict[str, Any], ...]
    citations: tuple[dict[str, Any], ...]


def load_labels(path: Path) -> Labels:
    """Read one file of labels.

    Raises BadInput, naming the file, where it is no JSON or lacks a required part.
    """
    try:
        row = json.loads(path.read_text(encoding="utf-8"))
        return Labels(document_of(row), tuple(row["items"]), tuple(row["citations"]))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BadInput(f"{path}: not a file of labels ({error!r}); see ANNOTATION.md for the form") from error


def load_folder(folder: Path) -> tuple[Labels, ...]:
    """All files of labels in a folder, by name. Raises BadInput where there is none."""
    found = tuple(load_labels(path) for path in sorted(folder.glob("*.json")))
    if not found:
        raise BadInput(f"{folder}: holds no labels (*.json)")
    return found


def document_of(row: dict[str, Any]) -> Document:
    """The labelled letter as a Document: text, blocks, notes with their anchors and metadata, but no boxes."""
    blocks: list[Block] = []
    offset = 0
    for b in row["blocks"]:
        blocks.append(Block(b["n"], b["kind"], b["page"], offset, b["text"]))
        offset += len(b["text"]) + len(GAP)
    notes: list[Footnote] = []
    for f in row["footnotes"]:
        anchor_block, anchor = _anchor(f, blocks)
        notes.append(Footnote(str(f["marker"]), f["page"], offset, f["text"], anchor, anchor_block))
        offset += len(f["text"]) + len(GAP)
    return Document(
        file=row["file"],
        sha256=row["sha256"],
        pages=row["pages"],
        layout=row["layout"],
        metadata=_metadata(row["metadata"]),
        text=GAP.join([b.text for b in blocks] + [f.text for f in notes]),
        blocks=tuple(blocks),
        footnotes=tuple(notes),
    )


def _anchor(note: dict[str, Any], blocks: list[Block]) -> tuple[int | None, int | None]:
    block = next((b for b in blocks if b.n == note["anchor_block"]), None)
    if block is None:
        return None, None
    before = note["anchor_before"]
    at = block.text.find(before) if before else -1
    return block.n, (block.start + at + len(before) if at >= 0 else block.span.end)


def _metadata(row: dict[str, Any]) -> Metadata:
    signatories = tuple(Signatory(s.get("name"), s.get("role")) for s in row.get("signatories") or ())
    plain: dict[str, Any] = {
        key: row.get(key)
        for key in ("date", "subject", "ministry", "kenmerk", "uw_kenmerk", "addressee", "session", "number")
    }
    return Metadata(**plain, signatories=signatories, dossiers=tuple(row.get("dossiers") or ()))
