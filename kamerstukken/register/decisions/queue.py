"""The acts of a register as a queue for reviewers: filtered, sorted and a page at a time, also with 100,000 of them."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, Literal

import msgspec

from kamerstukken.errors import BadInput
from kamerstukken.model import Analysis, Kind, Oordeel, Status
from kamerstukken.register import database
from kamerstukken.register.decisions.conditions import (
    CONDITIONS,
    NO_DEADLINE,
    motion_pattern,
    words_for_search,
)
from kamerstukken.register.decisions.rows import Judged, judged
from kamerstukken.register.ministries import is_ministry
from kamerstukken.register.read import read_analysis
from kamerstukken.register.selection import dossier_of

if TYPE_CHECKING:
    from kamerstukken.register.store import Register

State = Literal["te doen", "nieuw", "nog eens kijken", "nagekeken", "afgewezen", "alle"]
Order = Literal["twijfel", "brief", "termijn"]

PAGE = 40
"""Rows a page: more than a screen."""

MOST_IN_LETTER = 10_000
"""Rows of one letter; the longest letters have some hundreds."""

STATES: dict[State, tuple[str, str]] = {
    "te doen": ("r.oordeel IS NULL OR r.oordeel = 'nog eens kijken'", "r.oordeel = 'nog eens kijken'"),
    "nieuw": ("r.oordeel IS NULL", "FALSE"),
    "nog eens kijken": ("r.oordeel = 'nog eens kijken'", "r.oordeel = 'nog eens kijken'"),
    "nagekeken": ("r.oordeel <> 'nog eens kijken'", "r.oordeel <> 'nog eens kijken'"),
    "afgewezen": ("r.oordeel IN ('afgewezen', 'samengevoegd')",) * 2,
    "alle": ("TRUE", "TRUE"),
}
"""What a state asks of found acts (with what stands on them as `r`), and of the acts that are reviewers' own."""

KEYS: dict[Order, tuple[str, str]] = {
    "twijfel": ("c.confidence", "r.confidence"),
    "brief": ("l.file", "l.file"),
    "termijn": ("coalesce(c.deadline_end, '~')", "coalesce(r.deadline_end, '~')"),
}
"""What an order sorts by, of found acts and of own ones; within that by letter and place. '~' sorts behind days.
A deadline that was decided otherwise keeps its row where it was found: so an index serves."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Which rows, in which order; an empty field asks nothing.

    `ministry` is a name, a part of it or an abbreviation; `dossier` '31839' or '35300-XVI'; `motion` an id or a name;
    `deadline` 'geen', or an ISO day: a deadline that ends before it; `query` words of quote or action; `letter` an id.
    """

    state: State = "te doen"
    order: Order = "twijfel"
    ministry: str = ""
    kind: str = ""
    dossier: str = ""
    motion: str = ""
    deadline: str = ""
    query: str = ""
    letter: str = ""


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One act as decided, or as found where nothing was; `after` is where the next page begins."""

    letter: str
    row: str
    oordeel: Oordeel | None
    kind: Kind
    status: Status
    action: str
    quote: str
    actor: str | None
    deadline: str | None
    page: int
    confidence: float
    reviewer: str | None
    file: str
    date: str | None
    ministry: str | None
    subject: str | None
    after: str


@dataclass(frozen=True, slots=True)
class Progress:
    """How many rows there are, and how many a person has judged (and need not look at again)."""

    total: int
    done: int

    @property
    def left(self) -> int:
        """How many remain."""
        return self.total - self.done


FOUND = """
SELECT l.id AS brief, coalesce(r.row, c.id) AS name, r.oordeel, coalesce(r.kind, c.kind), coalesce(r.status, c.status),
  coalesce(r.action, c.action), coalesce(r.quote, c.quote), iif(r.row IS NULL, c.actor_norm, r.actor_norm),
  iif(r.row IS NULL, c.deadline_end, r.deadline_end), coalesce(r.page, c.page), c.confidence,
  r.reviewer, l.file, l.date, l.ministry, l.subject, {key} AS k, c.start AS place
FROM {tables} LEFT JOIN reviews AS r ON r.letter = c.letter AND r.n = c.n
WHERE {where}
"""
BY_ACT = "commitments AS c CROSS JOIN letters AS l ON l.id = c.letter"
BY_LETTER = "letters AS l CROSS JOIN commitments AS c ON c.letter = l.id"
"""Which of the two is walked through: SQLite is told, for it keeps no statistics here."""

OWN = """
SELECT l.id AS brief, r.row AS name, r.oordeel, r.kind, r.status, r.action, r.quote, r.actor_norm, r.deadline_end, r.page,
  r.confidence, r.reviewer, l.file, l.date, l.ministry, l.subject, {key} AS k, r.start AS place
FROM reviews AS r JOIN letters AS l ON l.id = r.letter
WHERE r.n IS NULL AND {where}
"""
BEHIND = "(k, brief, place, name) > (:k, :brief, :place, :name)"
IN_ORDER = "ORDER BY k, brief, place, name LIMIT :limit"


class Queue:
    """Pages of rows, and how far the reviewers are."""

    def __init__(self, register: Register) -> None:
        self._connection: sqlite3.Connection = register._connection
        self._path = register.path

    def page(self, asked: Asked, *, after: str = "", limit: int = PAGE) -> tuple[QueueRow, ...]:
        """The first rows of what is asked, or those behind the row whose `after` is given."""
        arguments = self._arguments(asked) | {"limit": limit} | _behind(after)
        arms = []
        for n, arm in enumerate((FOUND, OWN)):
            where = [STATES[asked.state][n], *self._conditions(asked, n), *([BEHIND] if after else [])]
            key = f"+{KEYS[asked.order][n]}" if _picks(asked) else KEYS[asked.order][n]
            filled = arm.format(key=key, where=_all(where), tables=_tables(asked))
            arms.append(f"SELECT * FROM ({filled} {IN_ORDER})")
        with database.explained(self._path):
            query = f"{' UNION ALL '.join(arms)} {IN_ORDER}"
            return tuple(map(_row, self._connection.execute(query, arguments)))

    def progress(self, asked: Asked | None = None) -> Progress:
        """How far the reviewers are with all rows, or with what is asked whatever its state."""
        asked = asked or Asked()
        arguments = self._arguments(asked)
        total = done = 0
        with database.explained(self._path):
            for n, arm in enumerate((FOUND, OWN)):
                where = self._conditions(asked, n)
                tables = arm[arm.index("FROM") :].format(where=_all(where), tables=_tables(asked))
                judged = f"count(CASE WHEN {STATES['nagekeken'][n]} THEN 1 END)"
                query = f"SELECT count(*), {judged} {tables if where or n else COUNTED}"
                found = self._connection.execute(query, arguments).fetchone()
                total, done = total + found[0], done + found[1]
        return Progress(total, done)

    def find(self, row: str, letter: str = "") -> str | None:
        """The letter that holds a row: the one meant where it does, else another with that row; None without any."""
        query = (
            "SELECT letter FROM (SELECT letter FROM commitments WHERE id = :row UNION"
            " SELECT letter FROM reviews WHERE row = :row) ORDER BY letter <> :letter, letter"
        )
        with database.explained(self._path):
            found = self._connection.execute(query, {"row": row, "letter": letter}).fetchone()
            return found[0] if found else None

    def letter(self, letter: str) -> tuple[Analysis, tuple[Judged, ...]]:
        """A letter as found, and all its acts as they are now. Raises BadInput where there is none."""
        with database.explained(self._path):
            found = read_analysis(self._connection, letter)
            if found is None:
                raise BadInput("deze brief staat niet (meer) in het register; laad de lijst opnieuw")
            return found, judged(self._connection, found)

    def row(self, letter: str, row: str) -> QueueRow | None:
        """One row as the queue shows it, whatever is asked."""
        rows = self.page(Asked(state="alle", order="brief", letter=letter), limit=MOST_IN_LETTER)
        return next((one for one in rows if one.row == row), None)

    def ministries(self) -> tuple[str, ...]:
        """The ministries of all letters, as printed."""
        query = "SELECT DISTINCT ministry FROM letters WHERE ministry IS NOT NULL ORDER BY ministry"
        with database.explained(self._path):
            return tuple(row[0] for row in self._connection.execute(query))

    def _conditions(self, asked: Asked, n: int) -> list[str]:
        """The conditions on found acts (n 0) or own ones (n 1), but for the state."""
        asks = {f.name: getattr(asked, f.name) for f in fields(asked)}
        conditions = [CONDITIONS[name][n] for name in CONDITIONS if asks[name] and name != "deadline"]
        if asked.deadline:
            conditions.append(NO_DEADLINE[n] if asked.deadline == "geen" else CONDITIONS["deadline"][n])
        return conditions

    def _arguments(self, asked: Asked) -> dict[str, object]:
        meant = [m for m in self.ministries() if is_ministry(asked.ministry, m)] if asked.ministry else []
        return {
            "ministries": msgspec.json.encode(meant).decode(),
            "kind": asked.kind,
            "dossier": dossier_of(asked.dossier),
            "motion": motion_pattern(asked.motion),
            "deadline": asked.deadline,
            "words": words_for_search(asked.query),
            "part": f"%{asked.query.strip()}%",
            "letter": asked.letter,
        }


COUNTED = "FROM commitments AS c LEFT JOIN reviews AS r ON r.letter = c.letter AND r.n = c.n"
"""Enough to count all found acts."""


def _tables(asked: Asked) -> str:
    by_letter = asked.order == "brief" or asked.letter or asked.ministry
    return BY_LETTER if by_letter and not (asked.dossier or asked.motion or asked.query) else BY_ACT


def _picks(asked: Asked) -> bool:
    """Whether few rows may be meant: then all that fit are sorted; the plus keeps SQLite from going through all rows
    in order, each with a jump through the file."""
    return any((asked.kind, asked.dossier, asked.motion, asked.deadline, asked.query))


def _all(conditions: list[str]) -> str:
    return " AND ".join(f"({condition})" for condition in conditions) or "TRUE"


def _row(row: tuple[Any, ...]) -> QueueRow:
    *values, key, place = row
    letter, name = values[:2]
    return QueueRow(*values, msgspec.json.encode([key, letter, place, name]).decode())  # type: ignore[call-arg]


def _behind(after: str) -> dict[str, object]:
    """Raises BadInput where the text is not some row's `after`."""
    if not after:
        return {}
    try:
        key, letter, place, name = msgspec.json.decode(after, type=tuple[str | float, str, int, str])
    except msgspec.MsgspecError as error:
        raise BadInput("deze plaats in de lijst bestaat niet meer; laad de lijst opnieuw") from error
    return {"k": key, "brief": letter, "place": place, "name": name}
