"""Rows into the catalogue. Every function runs inside the caller's transaction.

A dump without the service's keys gives stand-ins ('zaak:2025Z01234'). Whichever comes first, the row with the real
key holds, and what points to the stand-in points to it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence

from kamerstukken.catalogue.rows import Dossier, Row, Toezegging, Zaak

Members = Callable[[str], Sequence[str]]
"""From a motie's title to the members that it names."""

POINTING = (
    ("stuk_zaken", "zaak"),
    ("besluit_zaken", "zaak"),
    ("zaak_vervangingen", "door"),
    ("zaak_dossiers", "dossier"),
    ("stuk_dossiers", "dossier"),
)
"""Tables and columns that hold keys which may be stand-ins."""


def put(connection: sqlite3.Connection, row: Row, members: Members) -> None:
    """Add a row, or replace the one with its key; a stand-in makes room for what it stands for."""
    if ":" in row.guid and _real_key(connection, row.guid) != row.guid:
        return
    _put_values(connection, row)
    _put_links(connection, row)
    if isinstance(row, Zaak):
        _put_members(connection, row, members)
    stand_in = _stand_in(row)
    if stand_in and stand_in != row.guid:
        _replace_stand_in(connection, row, stand_in)


def remove(connection: sqlite3.Connection, kind: type[Row], guid: str) -> None:
    """Take a row out, and what it points to."""
    connection.execute(f"DELETE FROM {kind.TABLE} WHERE guid = ?", (guid,))
    connection.execute("DELETE FROM keys WHERE guid = ?", (guid,))
    for table, own, _ in kind.LINKS.values():
        connection.execute(f"DELETE FROM {table} WHERE {own} = ?", (guid,))


def _put_values(connection: sqlite3.Connection, row: Row) -> None:
    values = {field: getattr(row, field) for field in row.__struct_fields__ if field not in row.LINKS}
    names, places = ", ".join(values), ", ".join("?" * len(values))
    changes = ", ".join(f"{name} = excluded.{name}" for name in values if name != "guid")
    query = f"INSERT INTO {row.TABLE} ({names}) VALUES ({places}) ON CONFLICT (guid) DO UPDATE SET {changes}"
    connection.execute(query, tuple(values.values()))


def _put_links(connection: sqlite3.Connection, row: Row) -> None:
    for field, (table, own, other) in row.LINKS.items():
        related = dict.fromkeys(_real_key(connection, key) for key in getattr(row, field))
        connection.execute(f"DELETE FROM {table} WHERE {own} = ?", (row.guid,))
        pairs = [(row.guid, key) for key in related]
        connection.executemany(f"INSERT INTO {table} ({own}, {other}) VALUES (?, ?)", pairs)


def _put_members(connection: sqlite3.Connection, zaak: Zaak, members: Members) -> None:
    connection.execute("DELETE FROM motie_leden WHERE zaak = ?", (zaak.guid,))
    named = [(zaak.guid, n, name) for n, name in enumerate(members(zaak.onderwerp or ""), 1)]
    connection.executemany("INSERT INTO motie_leden VALUES (?, ?, ?)", named)


def _stand_in(row: Row) -> str | None:
    """The key that a dump without keys gives such a row."""
    if isinstance(row, Dossier):
        return f"dossier:{row.nummer}" + (f"-{row.toevoeging}" if row.toevoeging else "")
    if isinstance(row, Zaak | Toezegging) and row.nummer:
        return f"{type(row).__name__.lower()}:{row.nummer}"
    return None


def _real_key(connection: sqlite3.Connection, key: str) -> str:
    if ":" not in key:
        return key
    found = connection.execute("SELECT guid FROM keys WHERE stand_in = ?", (key,)).fetchone()
    return str(found[0]) if found else key


def _replace_stand_in(connection: sqlite3.Connection, row: Row, stand_in: str) -> None:
    connection.execute("INSERT OR REPLACE INTO keys VALUES (?, ?)", (stand_in, row.guid))
    for table, column in POINTING:
        connection.execute(
            f"UPDATE OR REPLACE {table} SET {column} = ? WHERE {column} = ?", (row.guid, stand_in)
        )
    connection.execute(f"DELETE FROM {row.TABLE} WHERE guid = ?", (stand_in,))
    for table, own, _ in row.LINKS.values():
        connection.execute(f"DELETE FROM {table} WHERE {own} = ?", (stand_in,))
