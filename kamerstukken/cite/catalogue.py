"""A catalogue of moties: what resolution asks of one, and one that is a table in a file."""

from __future__ import annotations

import csv
import gzip
import io
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Protocol

from kamerstukken.catalogue import Catalogue as Stored
from kamerstukken.catalogue import MotieRow
from kamerstukken.catalogue.database import is_sqlite
from kamerstukken.cite.kinds.motie import find
from kamerstukken.errors import BadInput


@dataclass(frozen=True, slots=True)
class Motie:
    """One motie of a catalogue. `date` is ISO 8601 where known, `title` 'Motie van het lid X over …', `accepted` the vote."""

    id: str
    title: str
    indieners: tuple[str, ...]
    date: str | None = None
    accepted: bool | None = None


class Catalogue(Protocol):
    """What resolution needs of any catalogue."""

    def motions(self, indieners: Sequence[str], before: str | None = None) -> Sequence[Motie]:
        """All moties by exactly these members (in any order, as written), submitted not later than `before`."""
        ...

    def related(self, indieners: Sequence[str], before: str | None = None) -> Sequence[Motie]:
        """Moties by these members among others, or with fuller names: letters leave out and shorten names."""
        ...


@dataclass(frozen=True)
class TableCatalogue:
    """Moties held in memory, looked up by the set of their members, and by each of them."""

    moties: tuple[Motie, ...]

    def motions(self, indieners: Sequence[str], before: str | None = None) -> Sequence[Motie]:
        """All moties by these members; those without a date are never too late."""
        return _in_time(self._by_members.get(_key(indieners), ()), before)

    def related(self, indieners: Sequence[str], before: str | None = None) -> Sequence[Motie]:
        """Moties that have all the last names ('Jansen' is 'Daniëlle Jansen'), but not those of `motions`."""
        exact, last = _key(indieners), {_last(name) for name in indieners}
        found = self._by_last_name.get(min(last), ()) if last else ()
        wider = [m for m in found if _key(m.indieners) != exact and last <= {_last(n) for n in m.indieners}]
        return _in_time(wider, before)

    @cached_property
    def _by_members(self) -> dict[frozenset[str], list[Motie]]:
        table: dict[frozenset[str], list[Motie]] = defaultdict(list)
        for motie in self.moties:
            table[_key(motie.indieners)].append(motie)
        return dict(table)

    @cached_property
    def _by_last_name(self) -> dict[str, list[Motie]]:
        table: dict[str, list[Motie]] = defaultdict(list)
        for motie in self.moties:
            for name in motie.indieners:
                table[_last(name)].append(motie)
        return dict(table)


def _in_time(moties: Sequence[Motie], before: str | None) -> list[Motie]:
    return [m for m in moties if not (before and m.date and m.date > before)]


def _key(names: Iterable[str]) -> frozenset[str]:
    return frozenset(name.casefold() for name in names)


def _last(name: str) -> str:
    """The last word of a name: first names and particles are left out as letters please."""
    return name.casefold().split()[-1]


def read_catalogue(path: Path) -> TableCatalogue:
    """Read a catalogue that `kamerstukken fetch catalogue` made, or a CSV (also .csv.gz) with columns parlid (or id)
    and title, and date where known.

    Members are read from the title. Raises BadInput, naming the file, where a column is missing, and CatalogueError
    where an SQLite file is no catalogue.
    """
    if is_sqlite(path):
        with Stored(path) as stored:
            return TableCatalogue(tuple(_of_row(row) for row in stored.moties()))
    try:
        data = path.read_bytes()
        text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8")
    except (OSError, UnicodeDecodeError, EOFError) as error:
        raise BadInput(f"{path}: no catalogue to read here ({error}); it must be CSV in UTF-8") from error
    rows = csv.DictReader(io.StringIO(text))
    columns = set(rows.fieldnames or ())
    if "title" not in columns or not columns & {"parlid", "id"}:
        raise BadInput(
            f"{path}: needs the columns parlid (or id) and title, has {', '.join(sorted(columns))}"
        )
    return TableCatalogue(tuple(_motie(row) for row in rows))


def _of_row(row: MotieRow) -> Motie:
    accepted = "aangenomen" in row.uitslag.lower() if row.uitslag else None
    return Motie(row.id, row.titel, row.leden, row.datum, accepted)


def _motie(row: dict[str, str]) -> Motie:
    id = row.get("parlid") or row.get("id") or ""
    return Motie(id, row["title"] or "", indieners(row["title"] or ""), row.get("date") or None)


def indieners(title: str) -> tuple[str, ...]:
    """The members that a motie's title names: 'Motie van de leden Kröger en Van Nispen over …'."""
    named = next(iter(find(title)), None)
    return named.indieners if named else ()
