"""Rows of one entity from a service, page by page from a mark on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kamerstukken.catalogue import Tombstone
from kamerstukken.catalogue.rows import Row
from kamerstukken.sources import odata, syncfeed
from kamerstukken.sources.catalogue.batch import Batch
from kamerstukken.sources.http import Client
from kamerstukken.sources.mapping import Entity, Properties, first_of, fitted, row_of
from kamerstukken.sources.mapping import Mapping as Table
from kamerstukken.sources.services import Service


def from_odata(
    client: Client, service: Service, table: Table, name: str, has: Properties, mark: str | None
) -> Iterator[Batch]:
    """Rows changed since the mark, in the order of change. Raises SourceError; see mapping.fitted."""
    entity, _ = fitted(table.entities[name], name, has)
    changed = first_of(table.changed, has[name])
    soort = first_of(table.soort, has[name]) or "Soort"
    meant, gone = entity.filter.format(soort=soort), first_of(table.deleted, has[name])
    if mark and meant and gone:  # a removed row has lost what the filter asks for
        meant = f"{meant} or {gone} eq true"
    where = [meant, f"{changed} ge {mark}" if changed and mark else ""]
    params = odata.query(where, entity.expand, changed)
    for page in odata.pages(client, f"{service.address}/{name}", params):
        moments = [str(row[changed]) for row in page.rows if changed and row.get(changed)]
        yield _batch(
            page.address, page.rows, entity, table, source_of(service, name), max(moments, default=None)
        )


def from_syncfeed(
    client: Client, service: Service, table: Table, name: str, mark: str | None
) -> Iterator[Batch]:
    """Rows behind the token, also those that were removed."""
    for page in syncfeed.feed(client, service.address, name, mark):
        yield _batch(
            page.address, page.rows, table.entities[name], table, source_of(service, name), page.token
        )


def source_of(service: Service, name: str) -> str:
    """What a mark belongs to."""
    return f"{service.address} {name}"


def rows_of(
    raws: Iterable[Mapping[str, Any]], entity: Entity, table: Table, where: str
) -> tuple[tuple[Row | Tombstone, ...], int]:
    """Our rows, and how many were left out."""
    made = [row_of(raw, entity, table, where) for raw in raws]
    rows = tuple(row for row in made if row is not None)
    return rows, len(made) - len(rows)


def _batch(
    address: str,
    raws: tuple[dict[str, Any], ...],
    entity: Entity,
    table: Table,
    source: str,
    mark: str | None,
) -> Batch:
    rows, left_out = rows_of(raws, entity, table, address)
    return Batch(address, rows, source, mark, left_out)
