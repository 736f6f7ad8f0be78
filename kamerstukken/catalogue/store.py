"""The catalogue: rows go in page by page with the source's mark, one transaction each; questions come out."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Self

from kamerstukken.catalogue import database
from kamerstukken.catalogue.moties import MotieRow
from kamerstukken.catalogue.rows import ROWS, Dossier, Row, Toezegging, Zaak

Members = Callable[[str], Sequence[str]]
"""From a motie's title to the members that it names."""

MOTIE_COLUMNS = tuple(field.name for field in fields(MotieRow) if field.name != "leden")


@dataclass(frozen=True, slots=True)
class Tombstone:
    """A row that the service has removed."""

    entity: str
    guid: str


class Catalogue:
    """A catalogue opened for reading; `Catalogue.writable(path)` makes one where there is none.

    Raises CatalogueError where the file is missing, damaged, no catalogue or of another version.
    """

    def __init__(self, path: Path | str, *, write: bool = False) -> None:
        self.path = Path(path)
        self._connection = database.connect(self.path, write=write)

    @classmethod
    def writable(cls, path: Path | str) -> Self:
        """Open for writing; its folder must exist."""
        return cls(path, write=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    # What goes in

    def add(
        self,
        rows: Iterable[Row | Tombstone],
        *,
        source: str = "",
        mark: str | None = None,
        members: Members = lambda title: (),
    ) -> None:
        """Keep a page of rows and how far its source is read: all or nothing. `members` reads a motie's title."""
        with database.transaction(self._connection, self.path):
            for row in rows:
                if isinstance(row, Tombstone):
                    self._remove(ROWS[row.entity], row.guid)
                elif not self._is_known_by_key(row):
                    self._put(row, members)
            if mark is not None:
                self._run("INSERT OR REPLACE INTO marks VALUES (?, ?)", source, mark)

    def mark(self, source: str) -> str | None:
        """How far a source has been read; None where it never was."""
        row = self._one("SELECT mark FROM marks WHERE source = ?", source)
        return str(row[0]) if row else None

    def forget_mark(self, source: str) -> None:
        """Let a source be read from its beginning."""
        with database.transaction(self._connection, self.path):
            self._run("DELETE FROM marks WHERE source = ?", source)

    def _put(self, row: Row, members: Members) -> None:
        values = {f: getattr(row, f) for f in row.__struct_fields__ if f not in row.LINKS}
        names, places = ", ".join(values), ", ".join("?" * len(values))
        changes = ", ".join(f"{name} = excluded.{name}" for name in values if name != "guid")
        self._run(
            f"INSERT INTO {row.TABLE} ({names}) VALUES ({places}) ON CONFLICT (guid) DO UPDATE SET {changes}",
            *values.values(),
        )
        for field, (table, own, other) in row.LINKS.items():
            self._run(f"DELETE FROM {table} WHERE {own} = ?", row.guid)
            pairs = [(row.guid, related) for related in dict.fromkeys(getattr(row, field))]
            self._connection.executemany(f"INSERT INTO {table} ({own}, {other}) VALUES (?, ?)", pairs)
        if isinstance(row, Zaak):
            self._put_members(row, members)
        self._drop_stand_in(row)

    def _put_members(self, zaak: Zaak, members: Members) -> None:
        self._run("DELETE FROM motie_leden WHERE zaak = ?", zaak.guid)
        named = enumerate(members(zaak.onderwerp or ""), 1)
        self._connection.executemany(
            "INSERT INTO motie_leden VALUES (?, ?, ?)", [(zaak.guid, n, name) for n, name in named]
        )

    def _remove(self, kind: type[Row], guid: str) -> None:
        self._run(f"DELETE FROM {kind.TABLE} WHERE guid = ?", guid)
        for table, own, _ in kind.LINKS.values():
            self._run(f"DELETE FROM {table} WHERE {own} = ?", guid)

    def _is_known_by_key(self, row: Row) -> bool:
        """Whether a row of a dump without keys is there already with its real key."""
        if isinstance(row, Zaak | Toezegging) and ":" in row.guid:
            query = f"SELECT 1 FROM {row.TABLE} WHERE nummer = ? AND guid NOT LIKE '%:%'"
            return self._one(query, row.nummer) is not None
        if isinstance(row, Dossier) and ":" in row.guid:
            query = "SELECT 1 FROM dossiers WHERE nummer = ? AND toevoeging IS ? AND guid NOT LIKE '%:%'"
            return self._one(query, row.nummer, row.toevoeging) is not None
        return False

    def _drop_stand_in(self, row: Row) -> None:
        """What a dump without keys gave makes room for the row with its real key."""
        if isinstance(row, Zaak | Toezegging) and ":" not in row.guid:
            self._remove(type(row), f"{type(row).__name__.lower()}:{row.nummer}")
        elif isinstance(row, Dossier) and ":" not in row.guid:
            stand_in = f"dossier:{row.nummer}" + (f"-{row.toevoeging}" if row.toevoeging else "")
            self._run("UPDATE OR IGNORE stuk_dossiers SET dossier = ? WHERE dossier = ?", row.guid, stand_in)
            self._remove(Dossier, stand_in)

    # What comes out

    def counts(self) -> dict[str, int]:
        """How much it holds, by table."""
        with database.explained(self.path):
            tables = [cls.TABLE for cls in ROWS.values()] + ["moties", "bewindspersonen"]
            return {
                name: int(self._connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0])
                for name in tables
            }

    def moties(self) -> tuple[MotieRow, ...]:
        """All moties, by id."""
        with database.explained(self.path):
            leden = self._members()
            columns = ", ".join(MOTIE_COLUMNS)
            query = f"SELECT {columns}, zaak FROM moties LEFT JOIN dicta ON dicta.guid = moties.id ORDER BY id, zaak"
            return tuple(_motie(row, leden) for row in self._connection.execute(query))

    def toezeggingen(self) -> tuple[Toezegging, ...]:
        """The register's toezeggingen, by number; `brieven` hold document numbers where the catalogue knows them."""
        columns = [f for f in Toezegging.__struct_fields__ if f != "brieven"]
        query = f"SELECT {', '.join(columns)} FROM toezeggingen ORDER BY nummer, guid"
        letters = (
            "SELECT coalesce(s.nummer, t.brief) FROM toezegging_brieven t LEFT JOIN stukken s ON s.guid = t.brief"
            " WHERE t.toezegging = ? ORDER BY 1"
        )
        with database.explained(self.path):
            return tuple(
                Toezegging(
                    **dict(zip(columns, row, strict=True)),
                    brieven=tuple(r[0] for r in self._connection.execute(letters, (row[0],))),
                )
                for row in self._connection.execute(query).fetchall()
            )

    def titles(self) -> dict[str, str]:
        """Titles by id: of moties ('kst-34843-30') and of dossiers ('dossier:34843')."""
        with database.explained(self.path):
            dossiers = self._connection.execute(
                "SELECT 'dossier:' || nummer || coalesce('-' || nullif(toevoeging, ''), ''), titel FROM dossiers"
                " WHERE titel IS NOT NULL ORDER BY 1"
            )
            moties = self._connection.execute(
                "SELECT id, titel FROM moties WHERE titel IS NOT NULL ORDER BY id"
            )
            return dict(dossiers.fetchall()) | dict(moties.fetchall())

    def bewindspersonen(self, day: str | None = None) -> tuple[dict[str, str | None], ...]:
        """Ministers and staatssecretarissen with office and period; those in office on an ISO `day` where one is named."""
        query = "SELECT * FROM bewindspersonen"
        if day:
            query += " WHERE (van IS NULL OR van <= :day) AND (tot IS NULL OR tot >= :day)"
        with database.explained(self.path):
            cursor = self._connection.execute(
                query + " ORDER BY achternaam, van, functie", {"day": day} if day else {}
            )
            names = [column[0] for column in cursor.description]
            return tuple(dict(zip(names, row, strict=True)) for row in cursor)

    def dossier_number(self, guid: str) -> str | None:
        """'36600-XVI' for the service's key of a dossier."""
        query = "SELECT nummer || coalesce('-' || nullif(toevoeging, ''), '') FROM dossiers WHERE guid = ?"
        row = self._one(query, guid)
        return str(row[0]) if row else None

    def _members(self) -> dict[str, tuple[str, ...]]:
        leden: dict[str, tuple[str, ...]] = {}
        for zaak, naam in self._connection.execute("SELECT zaak, naam FROM motie_leden ORDER BY zaak, n"):
            leden[zaak] = (*leden.get(zaak, ()), naam)
        return leden

    def _run(self, query: str, *arguments: object) -> None:
        self._connection.execute(query, arguments)

    def _one(self, query: str, *arguments: object) -> tuple[Any, ...] | None:
        row: tuple[Any, ...] | None = self._connection.execute(query, arguments).fetchone()
        return row


def _motie(row: sqlite3.Row | tuple[Any, ...], leden: dict[str, tuple[str, ...]]) -> MotieRow:
    *values, zaak = row
    said: dict[str, Any] = dict(zip(MOTIE_COLUMNS, values, strict=True))
    said["afgedaan"] = None if said["afgedaan"] is None else bool(said["afgedaan"])
    return MotieRow(**said, leden=leden.get(zaak, ()))
