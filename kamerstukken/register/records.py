"""What the Kamer's records say, kept in the register: titles and votes of papers, oral toezeggingen and their letters.

A run with a catalogue fills this; lists, graph and commands read it and need no catalogue.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from kamerstukken.model import KnownPaper, OralPromise
from kamerstukken.register import database

ORAL = "number, status, made, due, office, text, letter, how, act, confidence, reason"


class Records:
    """The Kamer's records in one register."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path

    def replace(self, papers: Iterable[KnownPaper], oral: Iterable[OralPromise]) -> None:
        """Keep these in place of all that was kept before: one transaction."""
        rows = [(p.id, p.title, p.date, p.outcome, p.appreciation, p.settled) for p in papers]
        promises = [
            (
                o.number,
                o.letter,
                o.act,
                o.how,
                o.status,
                o.made,
                o.due,
                o.office,
                o.text,
                o.confidence,
                o.reason,
            )
            for o in oral
        ]
        with database.transaction(self._connection, self._path):
            self._connection.execute("DELETE FROM known_papers")
            self._connection.execute("DELETE FROM oral_promises")
            self._connection.executemany(
                "INSERT OR REPLACE INTO known_papers VALUES (?, ?, ?, ?, ?, ?)", rows
            )
            places = ", ".join("?" * 11)
            self._connection.executemany(f"INSERT OR IGNORE INTO oral_promises VALUES ({places})", promises)

    def papers(self) -> dict[str, KnownPaper]:
        """All papers of which a title is known, by id."""
        with database.explained(self._path):
            rows = self._connection.execute("SELECT * FROM known_papers ORDER BY id").fetchall()
        return {row[0]: _paper(row) for row in rows}

    def paper(self, id_: str) -> KnownPaper | None:
        """What is known of one paper."""
        with database.explained(self._path):
            row = self._connection.execute("SELECT * FROM known_papers WHERE id = ?", (id_,)).fetchone()
        return _paper(row) if row else None

    def cited(self) -> tuple[str, ...]:
        """The ids of all papers that letters name, and of the letters' own papers."""
        query = "SELECT id FROM citation_ids UNION SELECT id FROM commitment_ids ORDER BY id"
        with database.explained(self._path):
            return tuple(row[0] for row in self._connection.execute(query))

    def oral(self) -> tuple[OralPromise, ...]:
        """All oral toezeggingen with a letter, by number, the surest first."""
        return self._oral("1 = 1")

    def oral_of(self, letter: str) -> tuple[OralPromise, ...]:
        """Those that one letter has to do with."""
        return self._oral("letter = ?", letter)

    def letters_by_number(self) -> dict[str, str]:
        """From the Kamer's numbers of letters (document, zaaknummers) to their ids."""
        query = (
            "SELECT document, id FROM letters WHERE document IS NOT NULL"
            " UNION SELECT value, letters.id FROM letters, json_each(letters.zaaknummers)"
        )
        with database.explained(self._path):
            return dict(self._connection.execute(query).fetchall())

    def _oral(self, condition: str, *arguments: object) -> tuple[OralPromise, ...]:
        query = f"SELECT {ORAL} FROM oral_promises WHERE {condition} ORDER BY number, confidence DESC, letter, act"
        with database.explained(self._path):
            return tuple(OralPromise(*row) for row in self._connection.execute(query, arguments))


def _paper(row: tuple[Any, ...]) -> KnownPaper:
    id_, title, day, outcome, appreciation, settled = row
    return KnownPaper(id_, title, day, outcome, appreciation, None if settled is None else bool(settled))
