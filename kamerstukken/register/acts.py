"""Acts and mentions by index: one act with its letter, the acts that rest on a paper, where a paper is named."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from heapq import merge
from pathlib import Path
from typing import Any

import msgspec

from kamerstukken.model import Commitment, Deadline, Kind, Status
from kamerstukken.register import database
from kamerstukken.register.decisions.heads import DecidedAct, moved_acts, own_acts

BEFORE_ALL = 1_000_000_000
"""More than any letter has characters."""

MANY = 500
"""Ids asked for in one query."""

ACT = (
    "c.id, c.letter, c.n, coalesce(r.kind, c.kind), coalesce(r.status, c.status), coalesce(r.action, c.action), c.quote,"
    " c.block, c.page, coalesce(r.actor_norm, c.actor_norm), c.actor_name, c.deadline_text, c.deadline_start,"
    " CASE WHEN r.row IS NULL THEN c.deadline_end ELSE r.deadline_end END, c.confidence, l.date, l.file, l.ministry, l.subject"
)
ACTS = (
    "commitments AS c JOIN letters AS l ON l.id = c.letter"
    " LEFT JOIN reviews AS r ON r.letter = c.letter AND r.n = c.n"
)
LISTED = "coalesce(r.listed, 1)"
"""False for an act that a reviewer took away."""


@dataclass(frozen=True, slots=True)
class ActHead:
    """An act with what its letter's head says, as reviewers decided. `date`, `file`, `ministry`, `subject` are the letter's."""

    id: str
    letter: str
    n: int
    kind: Kind
    status: Status
    action: str
    quote: str
    block: int
    page: int
    actor: str | None
    name: str | None
    deadline_text: str | None
    deadline_start: str | None
    deadline_end: str | None
    confidence: float
    date: str | None
    file: str
    ministry: str | None
    subject: str | None


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where a letter names a paper: `start` and `end` in the letter's text."""

    letter: str
    id: str
    kind: str
    text: str
    where: str
    page: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A block or a note with its words; `at` is the offset in them of what was asked for, or of its note's marker."""

    where: str
    text: str
    at: int


class Acts:
    """Acts and mentions of one register."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path

    def get(self, ids: Iterable[str]) -> tuple[ActHead, ...]:
        """The acts with these ids, by date; two versions of a letter may both hold an act."""
        wanted = set(ids)
        found = self._each(f"SELECT {ACT} FROM {ACTS} WHERE {LISTED} AND c.id IN (%s)", wanted)
        return _in_time((*found, *(head for head in self._own() if head.id in wanted)))

    def all(self) -> Iterator[ActHead]:
        """Every act, in corpus order, one at a time."""
        query = f"SELECT {ACT} FROM {ACTS} WHERE {LISTED} ORDER BY l.file, l.id, c.n"
        with database.explained(self._path):
            found = (ActHead(*row) for row in self._connection.execute(query))
            yield from merge(found, self._own(), key=lambda head: (head.file, head.letter, head.n))

    def of_letters(self, letters: Iterable[str]) -> tuple[ActHead, ...]:
        """All acts of some letters."""
        wanted = set(letters)
        found = self._each(f"SELECT {ACT} FROM {ACTS} WHERE {LISTED} AND c.letter IN (%s)", wanted)
        return _in_time((*found, *(head for head in self._own() if head.letter in wanted)))

    def resting_on(
        self, papers: Iterable[str], *, as_motion: bool = False
    ) -> tuple[tuple[str, ActHead], ...]:
        """The acts that rest on these papers, each with the paper; only as a motion where asked."""
        role = "motion" if as_motion else "source"
        query = (
            f"SELECT i.id, {ACT} FROM commitment_ids AS i JOIN commitments AS c ON c.letter = i.letter AND c.n = i.commitment"
            f" JOIN letters AS l ON l.id = c.letter LEFT JOIN reviews AS r ON r.letter = c.letter AND r.n = c.n"
            f" WHERE {LISTED} AND i.role = '{role}' AND i.id IN (%s)"
        )
        wanted = set(papers)
        moved = moved_acts(self._connection)
        rows = {(row[0], ActHead(*row[1:])) for row in self._rows(query, wanted) if row[2:4] not in moved}
        rows |= {
            (paper, head)
            for head, act in self._decided(moved)
            for paper in (act.motions if as_motion else act.ids)
            if paper in wanted
        }
        return tuple(sorted(rows, key=lambda r: (r[1].date or "", r[1].file, r[1].n, r[0])))

    def motions_of(self, acts: Iterable[ActHead]) -> dict[tuple[str, int], tuple[str, ...]]:
        """The motions that acts rest on, by letter and number."""
        wanted = list(acts)
        query = "SELECT letter, commitment, id FROM commitment_ids WHERE role = 'motion' AND letter IN (%s) ORDER BY letter, commitment, n"
        found: dict[tuple[str, int], tuple[str, ...]] = {}
        for letter, n, id_ in self._rows(query, (a.letter for a in wanted)):
            found[letter, n] = (*found.get((letter, n), ()), id_)
        found |= {
            (head.letter, head.n): act.motions for head, act in self._decided(moved_acts(self._connection))
        }
        return {(a.letter, a.n): found.get((a.letter, a.n), ()) for a in wanted}

    def by_office(self, office: str, limit: int = -1) -> tuple[str, ...]:
        """Ids of the acts of an office ('minister van IenW') or a person, the youngest letter first; at most `limit` of the letters' own."""
        query = f"SELECT c.id FROM {ACTS} WHERE {LISTED} AND c.actor_norm = ?1 COLLATE NOCASE ORDER BY l.date DESC, c.letter, c.n LIMIT ?2"
        own = (head.id for head in self._own() if (head.actor or "").casefold() == office.casefold())
        with database.explained(self._path):
            return (*(row[0] for row in self._connection.execute(query, (office, limit))), *own)

    def due_before(self, day: str) -> tuple[ActHead, ...]:
        """Acts whose moment ends before a day (ISO)."""
        found = self._asked(f"SELECT {ACT} FROM {ACTS} WHERE {LISTED} AND c.deadline_end < ?", day)
        decided = (head for head, _ in self._decided(moved_acts(self._connection)))
        return _in_time(h for h in {*found, *decided} if h.deadline_end is not None and h.deadline_end < day)

    def touched_between(self, since: str, until: str) -> tuple[str, ...]:
        """Ids of acts that something was said of after `since` up to `until`, or whose last day fell then."""
        query = (
            "SELECT c.id FROM letters AS l JOIN commitments AS c ON c.letter = l.id WHERE l.date > ?1 AND l.date <= ?2"
            " UNION SELECT k.target FROM letters AS l JOIN links AS k ON k.letter = l.id WHERE l.date > ?1 AND l.date <= ?2"
            " UNION SELECT id FROM commitments WHERE deadline_end >= ?1 AND deadline_end < ?2 ORDER BY 1"
        )
        with database.explained(self._path):
            ids = [row[0] for row in self._connection.execute(query, (since, until))]
        ids += [
            head.id
            for head, _ in self._decided(moved_acts(self._connection))
            if since < (head.date or "") <= until or since <= (head.deadline_end or "") < until
        ]
        return tuple(dict.fromkeys((*ids, *self._repeated(ids))))

    def _repeated(self, ids: Iterable[str]) -> Iterator[str]:
        """Acts that these repeat or whose place these took: what is said of one holds for the other."""
        query = (
            "SELECT k.target FROM commitments AS c JOIN links AS k ON k.letter = c.letter AND k.act = c.n"
            " WHERE k.type = 'follows' AND c.id IN (%s)"
        )
        return (row[0] for row in self._rows(query, ids))

    def without_papers(self) -> tuple[ActHead, ...]:
        """Acts that rest on no paper."""
        found = self._asked(
            f"SELECT {ACT} FROM {ACTS} WHERE {LISTED} AND NOT EXISTS"
            " (SELECT 1 FROM commitment_ids AS i WHERE i.letter = c.letter AND i.commitment = c.n)"
        )
        moved = moved_acts(self._connection)
        bare = (head for head, act in self._decided(moved) if not act.ids)
        return _in_time((*(head for head in found if (head.letter, head.n) not in moved), *bare))

    def motions_without_acts(
        self, dossier: str = ""
    ) -> tuple[tuple[str, int, str | None, str | None, tuple[str, ...]], ...]:
        """Motions that letters name and no act rests on: id, letters, first and last day, members; the latest first."""
        query = (
            "SELECT i.id, count(DISTINCT i.letter), min(l.date), max(l.date), max(c.indieners) FROM citations AS c"
            " JOIN citation_ids AS i ON i.letter = c.letter AND i.citation = c.n JOIN letters AS l ON l.id = c.letter"
            " WHERE c.kind = 'motie' AND (?1 = '' OR i.id >= 'kst-' || ?1 || '-' AND i.id < 'kst-' || ?1 || '.')"
            " AND NOT EXISTS (SELECT 1 FROM commitment_ids AS a WHERE a.id = i.id AND a.role = 'motion')"
            " GROUP BY i.id ORDER BY max(l.date) DESC, i.id"
        )
        with database.explained(self._path):
            rows = self._connection.execute(query, (dossier,)).fetchall()
        led = {motion for _, act in self._decided(moved_acts(self._connection)) for motion in act.motions}
        return tuple(
            (i, n, first, last, tuple(msgspec.json.decode(names)))
            for i, n, first, last, names in rows
            if i not in led
        )

    def _own(self) -> tuple[ActHead, ...]:
        """The acts that reviewers added."""
        with database.explained(self._path):
            return tuple(map(_head, own_acts(self._connection)))

    def _decided(self, moved: Mapping[tuple[str, int], Commitment]) -> Iterator[tuple[ActHead, Commitment]]:
        """The acts that reviewers added or changed, with all that they decided."""
        with database.explained(self._path):
            yield from ((_head(one), one.act) for one in own_acts(self._connection))
        letters = {letter for letter, _ in moved}
        for head in self._each(f"SELECT {ACT} FROM {ACTS} WHERE {LISTED} AND c.letter IN (%s)", letters):
            if (head.letter, head.n) in moved:
                yield head, moved[head.letter, head.n]

    def _asked(self, query: str, *arguments: object) -> tuple[ActHead, ...]:
        with database.explained(self._path):
            return _in_time(ActHead(*row) for row in self._connection.execute(query, arguments).fetchall())

    def mentions(self, papers: Iterable[str]) -> tuple[Mention, ...]:
        """Where letters name these papers, by letter and place."""
        query = (
            'SELECT c.letter, i.id, c.kind, c.text, c."where", c.page, c.start, c."end" FROM citation_ids AS i'
            " JOIN citations AS c ON c.letter = i.letter AND c.n = i.citation WHERE i.id IN (%s)"
        )
        found = (Mention(*row) for row in self._rows(query, papers))
        return tuple(sorted(found, key=lambda m: (m.letter, m.start, m.id)))

    def passage(self, letter: str, where: str, offset: int) -> Passage | None:
        """The block that holds an offset; for a footnote the block that its marker stands in, else the note."""
        with database.explained(self._path):
            anchor = offset
            if where.startswith("footnote"):
                note = self._connection.execute(
                    "SELECT anchor, start, text FROM footnotes WHERE letter = ? AND start <= ? ORDER BY start DESC LIMIT 1",
                    (letter, offset),
                ).fetchone()
                if note and note[0] is None:
                    return Passage(where, note[2], offset - note[1])
                anchor = note[0] - 1 if note else offset
            row = self._connection.execute(
                "SELECT n, start, text FROM blocks WHERE letter = ? AND start <= ? ORDER BY n DESC LIMIT 1",
                (letter, anchor),
            ).fetchone()
        return Passage(f"block {row[0]}", row[2], anchor - row[1]) if row else None

    def _each(self, query: str, ids: Iterable[str]) -> Iterator[ActHead]:
        return (ActHead(*row) for row in self._rows(query, ids))

    def _rows(self, query: str, ids: Iterable[str]) -> Iterator[tuple[Any, ...]]:
        wanted = sorted(set(ids))
        with database.explained(self._path):
            for at in range(0, len(wanted), MANY):
                part = wanted[at : at + MANY]
                yield from self._connection.execute(query % ", ".join("?" * len(part)), part).fetchall()


def _head(one: DecidedAct) -> ActHead:
    """Its number is below zero, and in the order of its place: no found act has it."""
    act, moment = one.act, one.act.deadline or Deadline("")
    return ActHead(
        act.id, act.letter, act.quote.span.start - BEFORE_ALL, act.kind, act.status, act.action, act.quote.text, act.block,
        act.page, act.actor.norm, act.actor.name, moment.text or None, moment.start, moment.end, act.confidence,
        one.date, one.file, one.ministry, one.subject,
    )  # fmt: skip


def _in_time(acts: Iterable[ActHead]) -> tuple[ActHead, ...]:
    return tuple(sorted(acts, key=lambda a: (a.date or "", a.file, a.letter, a.n)))
