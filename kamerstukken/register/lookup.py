"""Questions to the register that an index answers: no question reads all letters. Answers come in a fixed order."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from kamerstukken.register import database

MANY = 500
"""Ids asked for in one query."""

PAPER = "kst-"

HEAD = "letters.id, file, letters.date, subject, ministry, signatories, layout, number, dossiers"


@dataclass(frozen=True, slots=True)
class Head:
    """A letter without its text. `names` and `roles` are those of who signed, as printed."""

    id: str
    file: str
    date: str | None
    subject: str | None
    ministry: str | None
    layout: str
    number: str | None
    dossiers: tuple[str, ...]
    names: tuple[str, ...]
    roles: tuple[str, ...]

    @property
    def paper(self) -> str | None:
        """The id that a letter was published under: its dossier and its number, printed or known from its manifest."""
        if self.layout == "aanhangsel" or not self.number or not self.dossiers:
            return None
        return f"kst-{self.dossiers[0]}-{self.number}"


class Lookup:
    """Questions to one register."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path

    def heads(self, letters: Iterable[str]) -> tuple[Head, ...]:
        """The heads of some letters, by date and file name."""
        return tuple(
            sorted(self._many(f"SELECT {HEAD} FROM letters WHERE id IN (%s)", letters), key=_in_time)
        )

    def newest_day(self) -> str | None:
        """The date of the newest letter (ISO), None where no letter has one."""
        return self._column("SELECT max(date) FROM letters")[0]

    def letters_of(self, day: str) -> tuple[Head, ...]:
        """The letters of a day (ISO)."""
        return self._heads(f"SELECT {HEAD} FROM letters WHERE date = ?", day)

    def youngest_day(self) -> str | None:
        """The date of the youngest letter."""
        return next(iter(self._column("SELECT max(date) FROM letters")), None)

    def with_kenmerk(self, kenmerk: str) -> tuple[Head, ...]:
        """The letters with this reference of their own, blanks and capitals aside."""
        return self._heads(f"SELECT {HEAD} FROM letters WHERE lower(replace(kenmerk, ' ', '')) = ?", kenmerk)

    def published_as(self, paper: str) -> tuple[Head, ...]:
        """The letters that bear this number, printed or known from a manifest ('kst-98765-21')."""
        dossier, _, number = paper.removeprefix(PAPER).rpartition("-")
        found = self._heads(
            f"SELECT {HEAD} FROM letter_dossiers JOIN letters ON letters.id = letter_dossiers.letter"
            " WHERE dossier = ? AND number = ?",
            dossier, number,
        )  # fmt: skip
        return tuple(head for head in found if head.paper == paper)

    def in_dossier(self, dossier: str) -> tuple[Head, ...]:
        """The letters that bear a dossier's number; '35300' means its chapters ('35300-XVI') too."""
        return self._heads(
            f"SELECT DISTINCT {HEAD} FROM letter_dossiers JOIN letters ON letters.id = letter_dossiers.letter"
            " WHERE dossier = ?1 OR dossier >= ?1 || '-' AND dossier < ?1 || '.'",
            dossier,
        )

    def papers_of(self, dossier: str) -> tuple[str, ...]:
        """The papers of a dossier that letters name, its own id among them."""
        query = "SELECT DISTINCT id FROM citation_ids WHERE id = 'dossier:' || ?1 OR id >= 'kst-' || ?1 || '-' AND id < 'kst-' || ?1 || '.' ORDER BY id"
        return self._column(query, dossier)

    def motions_by(self, names: Sequence[str]) -> tuple[tuple[str, int], ...]:
        """The motions that letters name after all of these members, with how often; the most named first."""
        query = (
            "SELECT i.id, count(*) AS times FROM citation_names AS m JOIN citation_ids AS i USING (letter, citation) WHERE m.name = ?"
            " GROUP BY i.id"
        )
        with database.explained(self._path):
            counts = [dict(self._connection.execute(query, (name,)).fetchall()) for name in names]
        common = set.intersection(*map(set, counts)) if counts else set()
        return tuple(sorted(((id_, counts[0][id_]) for id_ in common), key=lambda row: (-row[1], row[0])))

    def called(self, paper: str) -> str | None:
        """What letters call a motion most: 'motie-Van Kolderveen c.s.'."""
        query = (
            "SELECT c.text FROM citation_ids AS i JOIN citations AS c ON c.letter = i.letter AND c.n = i.citation"
            " WHERE i.id = ? AND c.kind = 'motie' AND length(c.text) < 120 GROUP BY c.text ORDER BY count(*) DESC, c.text LIMIT 1"
        )
        return next(iter(self._column(query, paper)), None)

    def office(self, words: str) -> str | None:
        """An office or a body as acts have it, whatever its capitals ('Minister van IENW')."""
        query = "SELECT actor_norm FROM commitments WHERE actor_norm = ? COLLATE NOCASE LIMIT 1"
        return next(iter(self._column(query, words)), None)

    def _column(self, query: str, *arguments: object) -> tuple[str, ...]:
        with database.explained(self._path):
            return tuple(row[0] for row in self._connection.execute(query, arguments))

    def _many(self, query: str, ids: Iterable[str]) -> Iterator[Head]:
        wanted = sorted(set(ids))
        for at in range(0, len(wanted), MANY):
            part = wanted[at : at + MANY]
            yield from self._heads(query % ", ".join("?" * len(part)), *part)

    def _heads(self, query: str, *arguments: object) -> tuple[Head, ...]:
        with database.explained(self._path):
            found = [_head(row) for row in self._connection.execute(query, arguments)]
        return tuple(sorted(found, key=_in_time))


def _in_time(head: Head) -> tuple[str, str, str]:
    return head.date or "", head.file, head.id


def _head(row: tuple[str, ...]) -> Head:
    id_, file, date, subject, ministry, signatories, layout, number, dossiers = row
    signed = msgspec.json.decode(signatories)
    return Head(
        id_, file, date, subject, ministry, layout, number, tuple(msgspec.json.decode(dossiers)),
        tuple(s["name"] for s in signed if s["name"]), tuple(s["role"] for s in signed if s["role"]),
    )  # fmt: skip
