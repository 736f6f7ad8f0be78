"""Rows of the register as the nouns of the model. Word places and page furniture are not kept."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from typing import Any

import msgspec

from kamerstukken.model import (
    GAP,
    Actor,
    Analysis,
    Block,
    Box,
    Citation,
    Commitment,
    Deadline,
    Document,
    Footnote,
    Metadata,
    Quote,
    Reference,
    Signatory,
    Span,
)


def read_analysis(connection: sqlite3.Connection, letter: str) -> Analysis | None:
    """A letter with all its parts as they were found, or None where the register has no letter of that id."""
    rows = rows_of(connection, "SELECT * FROM letters WHERE id = ?", letter)
    if not rows:
        return None
    return Analysis(
        document_of(rows[0], _blocks(connection, letter), _footnotes(connection, letter)),
        _citations(connection, letter),
        _commitments(connection, letter),
    )


def rows_of(connection: sqlite3.Connection, query: str, *arguments: object) -> list[dict[str, Any]]:
    """Rows by column name."""
    cursor = connection.execute(query, arguments)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]


def document_of(
    row: dict[str, Any], blocks: tuple[Block, ...] = (), notes: tuple[Footnote, ...] = ()
) -> Document:
    """A row of `letters` as a Document, with the text of some blocks and notes."""
    plain = ("date", "subject", "ministry", "kenmerk", "uw_kenmerk", "addressee", "session", "number", "document")  # fmt: skip
    lists = ("dossiers", "zaaknummers", "from_manifest")
    said: dict[str, Any] = {name: row[name] for name in plain}
    said |= {name: msgspec.json.decode(row[name], type=tuple[str, ...]) for name in lists}
    return Document(
        file=row["file"],
        sha256=row["sha256"],
        pages=row["pages"],
        layout=row["layout"],
        metadata=Metadata(
            **said,
            signatories=msgspec.json.decode(row["signatories"], type=tuple[Signatory, ...]),
        ),
        text=GAP.join([b.text for b in blocks] + [f.text for f in notes]),
        blocks=blocks,
        footnotes=notes,
        remarks=msgspec.json.decode(row["remarks"], type=tuple[str, ...]),
    )


def _blocks(connection: sqlite3.Connection, letter: str) -> tuple[Block, ...]:
    query = "SELECT n, kind, page, start, text, level FROM blocks WHERE letter = ? ORDER BY n"
    return tuple(Block(*row) for row in connection.execute(query, (letter,)))


def _footnotes(connection: sqlite3.Connection, letter: str) -> tuple[Footnote, ...]:
    query = (
        "SELECT marker, page, start, text, anchor, anchor_block FROM footnotes WHERE letter = ? ORDER BY n"
    )
    return tuple(Footnote(*row) for row in connection.execute(query, (letter,)))


def _citations(connection: sqlite3.Connection, letter: str) -> tuple[Citation, ...]:
    ids: dict[int, list[str]] = defaultdict(list)
    query = "SELECT citation, id FROM citation_ids WHERE letter = ? ORDER BY citation, n"
    for n, id_ in connection.execute(query, (letter,)):
        ids[n].append(id_)
    rows = rows_of(connection, "SELECT * FROM citations WHERE letter = ? ORDER BY n", letter)
    return tuple(_citation(row, tuple(ids[row["n"]])) for row in rows)


def _citation(row: dict[str, Any], ids: tuple[str, ...]) -> Citation:
    plain = ("kind", "start", "end", "text", "chamber", "session", "pages", "resolved_by", "number")
    indieners = msgspec.json.decode(row["indieners"], type=tuple[str, ...])
    return Citation(
        letter=row["letter"],
        reference=Reference(**{name: row[name] for name in plain}, ids=ids, indieners=indieners),
        where=row["where"],
        page=row["page"],
        boxes=_boxes(row["boxes"]),
        url=row["url"],
    )


def _commitments(connection: sqlite3.Connection, letter: str) -> tuple[Commitment, ...]:
    ids: dict[tuple[int, str], list[str]] = defaultdict(list)
    query = "SELECT commitment, role, id FROM commitment_ids WHERE letter = ? ORDER BY commitment, role, n"
    for n, role, id_ in connection.execute(query, (letter,)):
        ids[n, role].append(id_)
    rows = rows_of(connection, "SELECT * FROM commitments WHERE letter = ? ORDER BY n", letter)
    return tuple(
        _commitment(row, tuple(ids[row["n"], "source"]), tuple(ids[row["n"], "motion"])) for row in rows
    )


def _commitment(row: dict[str, Any], ids: tuple[str, ...], motions: tuple[str, ...]) -> Commitment:
    plain = ("id", "letter", "kind", "status", "block", "page", "action", "addressee", "strength")
    return Commitment(
        **{name: row[name] for name in plain},
        quote=Quote(Span(row["start"], row["end"]), row["quote"], _boxes(row["boxes"])),
        actor=Actor(row["actor"], row["actor_norm"], row["actor_name"]),
        deadline=_deadline(row),
        ids=ids,
        motions=motions,
        recommendation=row["recommendation"],
        headings=msgspec.json.decode(row["headings"], type=tuple[str, ...]),
        rule=row["rule"],
        confidence=row["confidence"],
    )


def _deadline(row: dict[str, Any]) -> Deadline | None:
    if row["deadline_text"] is None:
        return None
    parts = ("text", "start", "end", "edtf", "rrule", "certainty")
    return Deadline(*(row[f"deadline_{part}"] for part in parts))


def _boxes(text: str) -> tuple[Box, ...]:
    return tuple(Box(*row) for row in msgspec.json.decode(text))
