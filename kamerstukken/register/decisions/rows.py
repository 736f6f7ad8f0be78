"""Decisions as rows of the register. Every function runs inside the caller's transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import msgspec

from kamerstukken.model import Analysis, Commitment, Decision, Review
from kamerstukken.register.decisions.fold import Standing, fold
from kamerstukken.register.decisions.place import Placed, find, place
from kamerstukken.register.read import document_of, read_analysis, rows_of

COLUMNS = "id, at, reviewer, verb, key, letter, file, was, now, why, base, beside, undoes"
JSON = ("was", "now", "base", "beside")


def insert_decision(connection: sqlite3.Connection, decision: Decision) -> None:
    """Add a decision; one with its id must not be there."""
    values = [getattr(decision, name) for name in COLUMNS.split(", ")]
    texts = [v if v is None or isinstance(v, str) else msgspec.json.encode(v).decode() for v in values]
    connection.execute(f"INSERT INTO decisions ({COLUMNS}) VALUES ({', '.join('?' * len(texts))})", texts)


def select_decisions(
    connection: sqlite3.Connection, where: str = "TRUE", *arguments: object
) -> Iterator[Decision]:
    """Decisions in the order they were made."""
    names = COLUMNS.split(", ")
    query = f"SELECT {COLUMNS} FROM decisions WHERE {where} ORDER BY at, id"
    for row in connection.execute(query, arguments):
        values: dict[str, Any] = dict(zip(names, row, strict=True))
        for name in JSON:
            values[name] = msgspec.json.decode(values[name])
        yield msgspec.convert(values, Decision)


def standings(connection: sqlite3.Connection, letter: str) -> dict[str, Standing]:
    """What stands on the acts of a letter in the register, by their ids."""
    known = "key IN (SELECT key FROM letter_keys WHERE letter = ?)"
    return fold(select_decisions(connection, known, letter))


def letters_of(connection: sqlite3.Connection, key: str) -> tuple[str, ...]:
    """The letters of the register that a key means: one, or more versions of it."""
    query = "SELECT letter FROM letter_keys WHERE key = ? ORDER BY letter"
    return tuple(row[0] for row in connection.execute(query, (key,)))


def keys_of(connection: sqlite3.Connection, *sha256: str | None) -> frozenset[str]:
    """By which keys some letters are known, told by their bytes."""
    query = "SELECT key FROM letter_keys JOIN letters ON letters.id = letter WHERE sha256 = ?"
    return frozenset(row[0] for bytes_ in sha256 for row in connection.execute(query, (bytes_,)))


def recall(connection: sqlite3.Connection, analysis: Analysis, keys: Iterable[str]) -> None:
    """Let a letter that was just recorded find its decisions again.

    `keys` are those of the letters whose place it takes: a corrected letter can have another kenmerk or date. Such
    a key is taken over where words that were decided under it stand in the new letter.
    """
    document = analysis.document
    own = {document.key} | {key for key in keys if _speaks_of(connection, key, document.text)}
    _insert_keys(connection, document.id, own)
    settle(connection, analysis)


def _speaks_of(connection: sqlite3.Connection, key: str, text: str) -> bool:
    standing = fold(select_decisions(connection, "key = ?", key)).values()
    return any(find(text, one.act.quote.text) for one in standing)


WITHOUT_KEY = "FROM letters WHERE id NOT IN (SELECT letter FROM letter_keys)"


def lacks_keys(connection: sqlite3.Connection) -> bool:
    """Whether letters were recorded before keys were kept."""
    return connection.execute(f"SELECT 1 {WITHOUT_KEY} LIMIT 1").fetchone() is not None


def complete_keys(connection: sqlite3.Connection) -> None:
    """Give a key to letters that were recorded before keys were kept."""
    for row in rows_of(connection, f"SELECT * {WITHOUT_KEY}"):
        _insert_keys(connection, row["id"], {document_of(row).key})


def _insert_keys(connection: sqlite3.Connection, letter: str, keys: Iterable[str]) -> None:
    connection.executemany("INSERT OR IGNORE INTO letter_keys VALUES (?, ?)", [(letter, key) for key in keys])


def settle(connection: sqlite3.Connection, analysis: Analysis) -> None:
    """Make the letter's `reviews` anew. `analysis` is what was found, not what was decided."""
    letter = analysis.document.id
    connection.execute("DELETE FROM reviews WHERE letter = ?", (letter,))
    for placed in place(analysis, standings(connection, letter).values()):
        if placed.stands or placed.n or not _lives_elsewhere(connection, placed):
            row = _review_row(placed)
            connection.execute(f"INSERT INTO reviews VALUES ({', '.join('?' * len(row))})", row)


def settle_keys(connection: sqlite3.Connection, keys: Iterable[str]) -> None:
    """`settle` every letter that is known by one of these keys and was decided on."""
    for key in sorted(keys):
        if connection.execute("SELECT 1 FROM decisions WHERE key = ? LIMIT 1", (key,)).fetchone():
            for letter in letters_of(connection, key):
                if found := read_analysis(connection, letter):
                    settle(connection, found)


def _lives_elsewhere(connection: sqlite3.Connection, placed: Placed) -> bool:
    """Whether words that are not in this letter were decided on in another version of it that is still here."""
    query = "SELECT 1 FROM letters WHERE id = ?"
    made_in = placed.standing.decision.letter
    return made_in != placed.act.letter and connection.execute(query, (made_in,)).fetchone() is not None


def _review_row(placed: Placed) -> tuple[object, ...]:
    standing, act = placed.standing, placed.act
    oordeel = standing.oordeel if placed.stands else "nog eens kijken"
    decision = standing.decision
    return (
        act.letter, standing.row, placed.n, oordeel, int(standing.stays and placed.stands), decision.id,
        decision.reviewer, decision.at, decision.why, act.kind, act.status, act.action, act.quote.text, act.page,
        act.quote.span.start, act.actor.norm, act.deadline.end if act.deadline else None, act.confidence,
        msgspec.json.encode(act).decode(),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Judged:
    """An act of a letter as it is now: decided, or as `found` where nobody judged it.

    `found` is None for a reviewer's own act; `listed` is false where it was taken away, or its words are gone.
    """

    act: Commitment
    found: Commitment | None
    listed: bool = True

    @property
    def review(self) -> Review | None:
        """What a person said of it."""
        return self.act.review


def judged(connection: sqlite3.Connection, found: Analysis) -> tuple[Judged, ...]:
    """All acts of a letter in reading order, those that were taken away too."""
    query = "SELECT n, listed, oordeel, reviewer, at, note, decision, act FROM reviews WHERE letter = ?"
    rows = connection.execute(query, (found.document.id,)).fetchall()
    acts = found.commitments
    replaced = {n for n, *_ in rows}
    untouched = [Judged(act, act) for n, act in enumerate(acts, 1) if n not in replaced]
    own = [
        Judged(_reviewed(act, Review(*review)), acts[n - 1] if n else None, bool(listed))
        for n, listed, *review, act in rows
    ]
    if not own:
        return tuple(untouched)
    return tuple(sorted([*untouched, *own], key=lambda one: (one.act.quote.span, one.act.id)))


def decided(connection: sqlite3.Connection, found: Analysis) -> Analysis:
    """The letter as decided: what reviewers changed is changed, added is there, and taken away is not.

    Every act that a person has seen carries its `review`; the others are as found.
    """
    return replace(found, commitments=tuple(one.act for one in judged(connection, found) if one.listed))


def _reviewed(text: str, review: Review) -> Commitment:
    return replace(msgspec.json.decode(text, type=Commitment), review=review)
