"""Papers that letters of the register name, for a reviewer who looks for one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kamerstukken.register import database

if TYPE_CHECKING:
    from kamerstukken.register.store import Register


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper: `what` tells people which, `motion` whether anyone calls it a motie."""

    id: str
    what: str
    motion: bool


def papers(register: Register, words: str, *, limit: int = 20) -> tuple[Paper, ...]:
    """Papers whose id, mention or member holds all the words; moties first, then what is named most."""
    parts = words.split()
    conditions = " AND ".join(
        f"(i.id LIKE ?{n} OR c.text LIKE ?{n} OR c.indieners LIKE ?{n})" for n in range(1, len(parts) + 1)
    )
    query = (
        "SELECT i.id, max(c.text), max(c.kind = 'motie') AS motion FROM citation_ids AS i"
        " JOIN citations AS c ON c.letter = i.letter AND c.n = i.citation"
        f" WHERE {conditions or 'FALSE'} GROUP BY i.id ORDER BY motion DESC, count(*) DESC, i.id LIMIT {limit:d}"
    )
    with database.explained(register.path):
        rows = register._connection.execute(query, [f"%{part}%" for part in parts])
        return tuple(Paper(id_, text, bool(motion)) for id_, text, motion in rows)
