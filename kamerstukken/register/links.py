"""Links over letters in the register: the queue of letters to link, what they are found by, and the links themselves.

`kamerstukken.link` fills this; `graph`, `export` and commands read it. What is read comes in a fixed order.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from kamerstukken.model import Link, Span
from kamerstukken.register import database

MANY = 500
"""Ids asked for in one query."""

FIELDS = (
    'l.letter, l.type, l.how, l.block, l.page, l.start, l."end", l.quote, l.target, l.to_letter, c.quote, c.page,'
    " (SELECT id FROM commitments AS own WHERE own.letter = l.letter AND own.n = l.act),"
    " l.old, l.new, l.paper, l.confidence, l.reason, f.date"
)
SOURCE = (
    "links AS l JOIN letters AS f ON f.id = l.letter"
    " LEFT JOIN commitments AS c ON c.letter = l.to_letter AND c.n = l.to_act"
)


@dataclass(frozen=True, slots=True)
class Offer:
    """An act that later letters may mean: its number in the letter, the keys it is found by, and its profile (JSON)."""

    act: int
    keys: tuple[str, ...]
    profile: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """An earlier act that shares keys with a sentence."""

    letter: str
    act: int
    id: str
    date: str
    profile: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A link to be kept; `act` and `to_act` are numbers of acts in their letters."""

    link: Link
    act: int | None = None
    to_act: int | None = None


class Links:
    """The links of one register."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path
        self._all_wait: bool | None = None

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One transaction."""
        self._all_wait = None
        with database.transaction(self._connection, self._path):
            yield

    # What linking needs; each call inside `writing`

    def without_keys(self, most: int) -> tuple[str, ...]:
        """Some letters whose keys are not known yet."""
        return self._column("SELECT letter FROM link_queue WHERE known = 0 ORDER BY letter LIMIT ?", most)

    def waiting(self, most: int) -> tuple[str, ...]:
        """Some letters whose links must be made; their keys are known."""
        return self._column("SELECT letter FROM link_queue WHERE known = 1 ORDER BY letter LIMIT ?", most)

    def offer(self, letter: str, date: str, keys: Iterable[str], offers: Sequence[Offer]) -> None:
        """Keep what a letter is found by and asks by; it and later letters with one of these keys wait for links."""
        rows = {(key, date, letter, offer.act) for offer in offers for key in offer.keys}
        rows |= {(key, date, letter, 0) for key in keys}
        profiles = [(letter, offer.act, date, offer.profile) for offer in offers]
        self._connection.executemany("INSERT OR IGNORE INTO link_keys VALUES (?, ?, ?, ?)", sorted(rows))
        self._connection.executemany("INSERT OR REPLACE INTO link_acts VALUES (?, ?, ?, ?)", profiles)
        self._connection.execute("INSERT OR REPLACE INTO link_queue VALUES (?, 1)", (letter,))
        if (
            self._everything_waits()
        ):  # a register that is being filled: no one is left to call, however many share a key
            return
        self._connection.executemany(
            "INSERT OR IGNORE INTO link_queue SELECT DISTINCT letter, 1 FROM link_keys"
            " WHERE key = ? AND date >= ? AND letter <> ?",
            [(key, date, letter) for key in sorted({row[0] for row in rows})],
        )

    def _everything_waits(self) -> bool:
        """Whether all letters are in the queue; asked once a transaction, in which only `replace` makes it shorter."""
        if self._all_wait is None:
            query = "SELECT (SELECT count(*) FROM letters) = (SELECT count(*) FROM link_queue)"
            self._all_wait = bool(self._connection.execute(query).fetchone()[0])
        return self._all_wait

    def candidates(self, keys: Sequence[str], before: str, most: int) -> tuple[Candidate, ...]:
        """Acts of earlier letters that share a key: the `most` youngest of each key."""
        found: set[tuple[str, int]] = set()
        for key in keys:
            query = "SELECT letter, act FROM link_keys WHERE key = ? AND date < ? AND act > 0 ORDER BY date DESC, letter, act LIMIT ?"
            found.update(self._connection.execute(query, (key, before, most)))
        query = "SELECT letter, act, id, date, profile FROM link_acts JOIN commitments USING (letter) WHERE n = act AND letter = ? AND act = ?"
        rows = (self._connection.execute(query, pair).fetchone() for pair in sorted(found))
        return tuple(Candidate(*row) for row in rows if row)

    def replace(self, letter: str, drafts: Sequence[Draft]) -> None:
        """Keep a letter's links in place of those it had; it waits no more."""
        self._connection.execute("DELETE FROM links WHERE letter = ?", (letter,))
        marks = ", ".join("?" * 18)
        self._connection.executemany(
            f"INSERT INTO links VALUES ({marks})", [_row(n, draft) for n, draft in enumerate(drafts, 1)]
        )
        self._connection.execute("DELETE FROM link_queue WHERE letter = ?", (letter,))
        self._all_wait = False

    # What comes out

    def stale(self) -> int:
        """How many letters wait to be linked."""
        with database.explained(self._path):
            return int(self._connection.execute("SELECT count(*) FROM link_queue").fetchone()[0])

    def all(self) -> Iterator[Link]:
        """Every link, by letter (in corpus order) and place; one at a time."""
        return self._links(f"SELECT {FIELDS} FROM {SOURCE} ORDER BY f.file, l.letter, l.n")

    def of_letters(self, letters: Iterable[str]) -> tuple[Link, ...]:
        """What these letters say."""
        return self._many(f"SELECT {FIELDS} FROM {SOURCE} WHERE l.letter IN (%s)", letters)

    def to(self, targets: Iterable[str]) -> tuple[Link, ...]:
        """What is said of these acts, motions or letters, by their ids."""
        return self._many(f"SELECT {FIELDS} FROM {SOURCE} WHERE l.target IN (%s)", targets)

    def by_acts(self, acts: Iterable[str]) -> tuple[Link, ...]:
        """What these acts, by their ids, say of earlier ones."""
        return self._many(
            f"SELECT {FIELDS} FROM commitments AS own JOIN links AS l ON l.letter = own.letter AND l.act = own.n"
            " JOIN letters AS f ON f.id = l.letter"
            " LEFT JOIN commitments AS c ON c.letter = l.to_letter AND c.n = l.to_act WHERE own.id IN (%s)",
            acts,
        )

    def _many(self, query: str, ids: Iterable[str]) -> tuple[Link, ...]:
        wanted = sorted(set(ids))
        found: list[Link] = []
        for at in range(0, len(wanted), MANY):
            part = wanted[at : at + MANY]
            found += self._links(query % ", ".join("?" * len(part)), *part)
        return tuple(sorted(found, key=lambda k: (k.date or "", k.letter, k.span, k.type, k.to)))

    def _links(self, query: str, *arguments: object) -> Iterator[Link]:
        with database.explained(self._path):
            for row in self._connection.execute(query, arguments):
                yield _link(row)

    def _column(self, query: str, *arguments: object) -> tuple[str, ...]:
        return tuple(row[0] for row in self._connection.execute(query, arguments))


def _link(row: Sequence[object]) -> Link:
    (
        letter,
        type_,
        how,
        block,
        page,
        start,
        end,
        quote,
        to,
        to_letter,
        to_quote,
        to_page,
        act,
        old,
        new,
        paper,
        sure,
        why,
        day,
    ) = row
    return Link(
        letter=letter, type=type_, how=how, block=block, page=page, span=Span(start, end), quote=quote, to=to,  # type: ignore[arg-type]
        to_letter=to_letter, to_quote=to_quote, to_page=to_page, act=act, old=old, new=new,  # type: ignore[arg-type]
        paper=paper, confidence=sure, reason=why, date=day,  # type: ignore[arg-type]
    )  # fmt: skip


def _row(n: int, draft: Draft) -> tuple[object, ...]:
    k = draft.link
    return (
        k.letter, n, k.type, k.how, draft.act, k.block, k.page, k.span.start, k.span.end, k.quote, k.to,
        k.to_letter, draft.to_act, k.old, k.new, k.paper, round(k.confidence, 3), k.reason,
    )  # fmt: skip
