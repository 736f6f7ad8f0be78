"""An analysis as rows of the register. Every function runs inside the caller's transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

import msgspec

from kamerstukken.model import Analysis, Box, Citation, Commitment, Deadline, Document


def insert_letter(connection: sqlite3.Connection, analysis: Analysis, *, made_by: str, file: str) -> None:
    """Add a letter with all its parts; the letter must not be there yet."""
    document = analysis.document
    meta = document.metadata
    signatories = [{"name": s.name, "role": s.role} for s in meta.signatories]
    _insert(connection, "letters", [(
        document.id, document.sha256, made_by, file, document.pages, document.layout,
        meta.date, meta.subject, meta.ministry, meta.kenmerk, meta.uw_kenmerk, meta.addressee,
        meta.session, meta.number, to_json(signatories), to_json(meta.dossiers), to_json(document.remarks),
        meta.document, to_json(meta.zaaknummers), to_json(meta.from_manifest),
    )])  # fmt: skip
    _insert_text(connection, document)
    _insert_citations(connection, document.id, analysis.citations)
    _insert_commitments(connection, document.id, analysis.commitments)


def to_json(value: object) -> str:
    """JSON text, the same for the same value."""
    return msgspec.json.encode(value).decode()


def _insert_text(connection: sqlite3.Connection, document: Document) -> None:
    id_ = document.id
    _insert(connection, "blocks", (
        (None, id_, b.n, b.kind, b.level, b.page, b.start, b.text) for b in document.blocks
    ))  # fmt: skip
    _insert(connection, "footnotes", (
        (id_, n, f.marker, f.page, f.start, f.text, f.anchor, f.anchor_block)
        for n, f in enumerate(document.footnotes, 1)
    ))  # fmt: skip


def _insert_citations(connection: sqlite3.Connection, letter: str, citations: tuple[Citation, ...]) -> None:
    _insert(connection, "citations", (
        (letter, n, r.kind, r.text, r.start, r.end, c.where, c.page, r.chamber, r.session, r.pages,
         to_json(r.indieners), r.resolved_by, c.url, _boxes(c.boxes), r.number)
        for n, c in enumerate(citations, 1) for r in (c.reference,)
    ))  # fmt: skip
    _insert(connection, "citation_ids", (
        (letter, n, k, id_) for n, c in enumerate(citations, 1) for k, id_ in enumerate(c.reference.ids, 1)
    ))  # fmt: skip


def _insert_commitments(
    connection: sqlite3.Connection, letter: str, commitments: tuple[Commitment, ...]
) -> None:
    _insert(connection, "commitments", (_commitment(letter, n, c) for n, c in enumerate(commitments, 1)))
    roles = (("source", "ids"), ("motion", "motions"))
    _insert(connection, "commitment_ids", (
        (letter, n, role, k, id_)
        for n, c in enumerate(commitments, 1) for role, name in roles for k, id_ in enumerate(getattr(c, name), 1)
    ))  # fmt: skip


def _commitment(letter: str, n: int, c: Commitment) -> tuple[object, ...]:
    deadline = c.deadline or Deadline("")
    return (
        None, letter, n, c.id, c.kind, c.status, c.quote.text, c.quote.span.start, c.quote.span.end,
        _boxes(c.quote.boxes), c.block, _page(c), c.action, c.actor.text, c.actor.norm, c.actor.name, c.addressee,
        deadline.text if c.deadline else None, deadline.start, deadline.end, deadline.edtf, deadline.rrule,
        deadline.certainty if c.deadline else None, c.strength, c.recommendation, to_json(c.headings),
        c.rule, float(c.confidence),
    )  # fmt: skip


def _page(c: Commitment) -> int:
    """The page that a reader must turn to: a block may begin on the page before its quote."""
    return c.quote.boxes[0].page if c.quote.boxes else c.page


def rounded(box: Box) -> Box:
    """A box to a hundredth of a point (1/7200 inch): finer is noise, and differs between machines."""
    return Box(box.page, round(box.x0, 2), round(box.top, 2), round(box.x1, 2), round(box.bottom, 2))


def _boxes(boxes: tuple[Box, ...]) -> str:
    return to_json([(b.page, b.x0, b.top, b.x1, b.bottom) for b in map(rounded, boxes)])


def _insert(connection: sqlite3.Connection, table: str, rows: Iterable[tuple[object, ...]]) -> None:
    rows = list(rows)
    if rows:
        marks = ", ".join("?" * len(rows[0]))
        connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)
