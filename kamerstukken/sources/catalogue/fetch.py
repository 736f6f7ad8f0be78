"""Fetch the catalogue: entity after entity, page after page, each page one transaction with how far it got."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from kamerstukken.catalogue import Catalogue, Tombstone
from kamerstukken.catalogue.rows import ROWS, Dictum
from kamerstukken.cite.catalogue import indieners
from kamerstukken.errors import BadInput, SourceError
from kamerstukken.sources import odata
from kamerstukken.sources.catalogue.batch import Batch
from kamerstukken.sources.catalogue.dump import batches
from kamerstukken.sources.catalogue.paper import dictum_of
from kamerstukken.sources.catalogue.services import from_odata, from_syncfeed, source_of
from kamerstukken.sources.http import Client
from kamerstukken.sources.http.checks import xml_of
from kamerstukken.sources.mapping import Mapping, fitted, load_mapping
from kamerstukken.sources.services import Service, Via

FEED: frozenset[Via] = frozenset({"syncfeed"})


@dataclass(frozen=True, slots=True)
class Event:
    """A page that went in, or (`would`) the address that would be asked. `gone` are fields that the service has no more."""

    entity: str
    address: str
    rows: int = 0
    removed: int = 0
    left_out: int = 0
    would: bool = False
    gone: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Summary:
    """Rows that went in and were removed, by table; what could not be had; what is now in the catalogue."""

    rows: dict[str, int] = field(default_factory=dict)
    removed: int = 0
    left_out: int = 0
    requests: int = 0
    problems: tuple[tuple[str, str], ...] = ()
    holds: dict[str, int] = field(default_factory=dict)


Watch = Callable[[Event], None]


def fetch_catalogue(
    client: Client,
    path: Path,
    *,
    via: Via = "odata",
    only: tuple[str, ...] = (),
    again: bool = False,
    dry_run: bool = False,
    watch: Watch = lambda event: None,
) -> Summary:
    """Bring a catalogue up to date from a service; `only` names entities, `again` reads all anew, not only what changed.

    An entity that cannot be had is told in the summary and the others are read; what went in stays. Raises BadInput for a
    wrong name and CatalogueError for the file.
    """
    service = client.services.service(via)
    table = load_mapping(service.mapping)
    names = _names(table, only)
    if dry_run:
        return _would(client, path, service, table, names, via, again, watch)
    tally = _Tally()
    with _open(path) as catalogue:
        for name in names:
            try:
                mark = None if again else catalogue.mark(source_of(service, name))
                for batch in _from(client, service, table, name, via, mark, watch):
                    watch(tally.add(catalogue, name, batch))
            except SourceError as error:
                tally.problems.append((name, str(error)))
        return tally.summary(catalogue, client.requests)


def _names(table: Mapping, only: tuple[str, ...]) -> tuple[str, ...]:
    if strange := sorted(set(only) - table.entities.keys()):
        raise BadInput(f"--only {', '.join(strange)}: no such entity; known are {', '.join(table.entities)}")
    return only or tuple(table.entities)


def _from(
    client: Client, service: Service, table: Mapping, name: str, via: Via, mark: str | None, watch: Watch
) -> Iterator[Batch]:
    if via in FEED:
        return from_syncfeed(client, service, table, name, mark)
    has = odata.properties(client, service.address)
    _, gone = fitted(table.entities[name], name, has)
    if gone:
        watch(Event(name, service.address, gone=gone))
    return from_odata(client, service, table, name, has, mark)


def _would(
    client: Client,
    path: Path,
    service: Service,
    table: Mapping,
    names: tuple[str, ...],
    via: Via,
    again: bool,
    watch: Watch,
) -> Summary:
    """What would be asked, without asking."""
    marks: dict[str, str | None] = {}
    if path.is_file() and not again:
        with Catalogue(path) as catalogue:
            marks = {name: catalogue.mark(source_of(service, name)) for name in names}
    for name in names:
        mark = marks.get(name)
        if via in FEED:
            address = f"{service.address}/Feed?category={name}" + (f"&skiptoken={mark}" if mark else "")
        else:
            changed = f"{table.changed[0]} ge {mark}" if mark else ""
            where = odata.query([table.entities[name].filter.format(soort=table.soort[0]), changed], (), None)
            address = f"{service.address}/{name}" + "".join(f"?{key}={value}" for key, value in where.items())
        watch(Event(name, address, would=True))
    return Summary()


def read_dumps(
    files: Iterable[Path], path: Path, *, entity: str | None = None, watch: Watch = lambda event: None
) -> Summary:
    """Bring a catalogue up to date from dump files and folders, without any network. Raises BadInput, CatalogueError."""
    tally = _Tally()
    with _open(path) as catalogue:
        for file in files:
            if not file.exists():
                raise BadInput(f"{file}: no such file or folder")
            for batch in batches(file, entity):
                watch(tally.add(catalogue, Path(batch.address).name, batch))
        return tally.summary(catalogue, 0)


def fetch_dicta(client: Client, path: Path, most: int, watch: Watch = lambda event: None) -> Summary:
    """Ask KOOP what moties ask of whom no dictum is known, the latest first, `most` of them."""
    tally = _Tally()
    with _open(path) as catalogue:
        for id_ in catalogue.without_dictum(most):
            address = paper_address(client, id_)
            try:
                row = client.get(address, lambda answer: dictum_of(xml_of(answer)))
            except SourceError as error:
                tally.problems.append((id_, str(error)))
                continue
            batch = Batch(address, (row or Dictum(id_, ""),))
            watch(tally.add(catalogue, "Dictum", batch))
        return tally.summary(catalogue, client.requests)


def paper_address(client: Client, id_: str) -> str:
    """Where the XML of a Kamerstuk lies: …/kst/36600-XVI/kst-36600-XVI-12/1/xml/kst-36600-XVI-12.xml."""
    dossier = id_.removeprefix("kst-").rpartition("-")[0]
    return f"{client.services.koop.papers}/{dossier}/{id_}/1/xml/{id_}.xml"


def _open(path: Path) -> Catalogue:
    try:
        path.absolute().parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BadInput(f"{path}: its folder cannot be made ({error.strerror}); name another --to") from error
    return Catalogue.writable(path)


class _Tally:
    """What went in so far."""

    def __init__(self) -> None:
        self.rows: dict[str, int] = {}
        self.removed = self.left_out = 0
        self.problems: list[tuple[str, str]] = []

    def add(self, catalogue: Catalogue, name: str, batch: Batch) -> Event:
        """Put a page into the catalogue and count it."""
        catalogue.add(batch.rows, source=batch.source, mark=batch.mark, members=indieners)
        removed = sum(isinstance(row, Tombstone) for row in batch.rows)
        for row in batch.rows:
            table = ROWS[row.entity].TABLE if isinstance(row, Tombstone) else row.TABLE
            self.rows[table] = self.rows.get(table, 0) + (not isinstance(row, Tombstone))
        self.removed += removed
        self.left_out += batch.left_out
        return Event(name, batch.address, len(batch.rows) - removed, removed, batch.left_out)

    def summary(self, catalogue: Catalogue, requests: int) -> Summary:
        return Summary(
            self.rows, self.removed, self.left_out, requests, tuple(self.problems), catalogue.counts()
        )
