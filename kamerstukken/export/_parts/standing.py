"""How acts stand on a day, put to a register before it is written: once for all formats."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

import msgspec

from kamerstukken.link import each_status
from kamerstukken.model import Stand
from kamerstukken.register import Register


def standing(register: Register, on: date | None = None) -> Register:
    """The register with the stand of every act on a day; None: that of the newest letter, so that no clock takes part.

    A register that has stands already, or no dated letter, comes back as it is.
    """
    newest = register.lookup.newest_day()
    day = on or (date.fromisoformat(newest) if newest else None)
    if day is None or register.stands_on is not None:
        return register
    ids = (act.id for act in register.acts.all())
    return register.standing(Stored(each_status(register, day, ids)), day.isoformat())


class Stored(Mapping[str, Stand]):
    """Stands by act id in a file without a name, gone with this object: those of a large register do not fit in memory."""

    def __init__(self, stands: Iterable[tuple[str, Stand]]) -> None:
        self._connection = sqlite3.connect("")
        self._connection.execute("CREATE TABLE stands (act TEXT PRIMARY KEY, stand BLOB) WITHOUT ROWID")
        rows = ((act, msgspec.json.encode(stand)) for act, stand in stands)
        self._connection.executemany("INSERT INTO stands VALUES (?, ?)", rows)

    def __getitem__(self, act: str) -> Stand:
        row = self._connection.execute("SELECT stand FROM stands WHERE act = ?", (act,)).fetchone()
        if row is None:
            raise KeyError(act)
        return msgspec.json.decode(row[0], type=Stand)

    def __iter__(self) -> Iterator[str]:
        return (act for (act,) in self._connection.execute("SELECT act FROM stands ORDER BY act"))

    def __len__(self) -> int:
        return int(self._connection.execute("SELECT count(*) FROM stands").fetchone()[0])
