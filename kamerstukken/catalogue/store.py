"""The catalogue: rows go in page by page with the source's mark, one transaction each; questions come out."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Self

from kamerstukken.catalogue import database
from kamerstukken.catalogue.moties import MotieRow
from kamerstukken.catalogue.rows import ROWS, Row, Toezegging
from kamerstukken.catalogue.write import Members, put, remove

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
                    remove(self._connection, ROWS[row.entity], row.guid)
                else:
                    put(self._connection, row, members)
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

    def without_dictum(self, most: int) -> tuple[str, ...]:
        """Ids of moties whose dictum was never looked up, the latest first."""
        query = (
            "SELECT id FROM moties LEFT JOIN dicta ON dicta.guid = moties.id"
            " WHERE id LIKE 'kst-%' AND dicta.guid IS NULL ORDER BY datum DESC, id LIMIT ?"
        )
        with database.explained(self.path):
            return tuple(row[0] for row in self._connection.execute(query, (most,)))

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
