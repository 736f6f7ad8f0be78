"""Rows from files, without any network: OData as JSON, JSON Lines or CSV, pages of SyncFeed, papers in XML, a table of moties.

What a file holds is told by its own words: the entity that its first line or context names, or its columns.
"""

from __future__ import annotations

import csv
import gzip
import io
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import msgspec

from kamerstukken.catalogue import Tombstone
from kamerstukken.catalogue.rows import Row
from kamerstukken.errors import BadInput, SourceError
from kamerstukken.sources import syncfeed
from kamerstukken.sources.catalogue.batch import Batch
from kamerstukken.sources.catalogue.moties_table import COLUMNS, rows_of_motie
from kamerstukken.sources.catalogue.paper import ROOT, dictum_of
from kamerstukken.sources.catalogue.services import rows_of
from kamerstukken.sources.http import Answer
from kamerstukken.sources.http.checks import parse_xml
from kamerstukken.sources.mapping import Mapping, load_mapping

MOST = 2_000_000_000
"""Bytes of a dump, unpacked: what is more is a mistake or an attack."""

ENOUGH = 0.6
"""The share of an entity's columns that a file must have to be taken for it."""

AT_ONCE = 500
"""Rows a transaction."""

FORMS = frozenset({".json", ".jsonl", ".ndjson", ".csv", ".xml"})
"""What is read of a folder, each also packed (.gz)."""

Raw = dict[str, Any]


def batches(path: Path, entity: str | None = None) -> Iterator[Batch]:
    """The rows of a dump, or of all files of a folder. `entity` names what the rows are where columns do not tell.

    Raises BadInput, naming file and remedy, where it cannot be read or told what it is.
    """
    files = sorted(p for p in path.rglob("*") if _suffix(p) in FORMS) if path.is_dir() else [path]
    for file in files:
        try:
            yield from _of_file(file, entity)
        except SourceError as error:
            raise BadInput(str(error)) from error


def _of_file(path: Path, entity: str | None) -> Iterator[Batch]:
    content = _content(path)
    if _suffix(path) == ".xml":
        yield _of_xml(path, content)
        return
    rows, named = _rows(path, content)
    first = next(rows, None)
    if first is None:
        return
    whole = _chain(first, rows)
    if entity is None and named is None and set(first) >= COLUMNS:
        for part in _parts(whole):
            yield Batch(str(path), tuple(row for raw in part for row in rows_of_motie(raw)))
        return
    table = load_mapping("odata_v5")
    name = entity or named or _told_by_columns(first, table, path)
    if name not in table.entities:
        raise BadInput(
            f"{path}: holds {name}, of which the catalogue keeps nothing; it knows {', '.join(table.entities)}"
        )
    kind = table.entities[name].row
    for part in _parts(whole):
        kept, left_out = rows_of(
            [_with_key(raw, kind) for raw in part], table.entities[name], table, str(path)
        )
        yield Batch(str(path), kept, left_out=left_out)


def _with_key(raw: Raw, kind: str) -> Raw:
    """Rows of a dump without keys get a stand-in, by their number."""
    if raw.get("Id"):
        return raw
    number = raw.get("Nummer") or raw.get("DocumentNummer") or ""
    parts = [str(part) for part in (number, raw.get("Toevoeging") if kind == "Dossier" else None) if part]
    return raw | {"Id": f"{kind.lower()}:{'-'.join(parts)}"}


def _told_by_columns(row: Raw, table: Mapping, path: Path) -> str:
    shares = {}
    for name, entity in table.entities.items():
        names = [options for options in entity.fields.values() if options and "[]" not in options[0]]
        shares[name] = sum(any(option in row for option in options) for options in names) / len(names)
    best = max(shares, key=lambda name: shares[name])
    if shares[best] < ENOUGH or sorted(shares.values())[-2] == shares[best]:
        raise BadInput(
            f"{path}: cannot tell what its rows are by their columns ({', '.join(list(row)[:8])} …); "
            f"say it with --entity ({', '.join(table.entities)})"
        )
    return best


def _rows(path: Path, content: bytes) -> tuple[Iterator[Raw], str | None]:
    """The rows of a file, and the entity that its context names."""
    suffix = _suffix(path)
    if suffix == ".csv":
        text = io.StringIO(_text(path, content), newline="")
        return iter(csv.DictReader(text)), None
    if suffix in (".jsonl", ".ndjson"):
        return _json_lines(path, content), None
    if suffix == ".json":
        return _json(path, content)
    raise BadInput(f"{path}: not a dump (.json, .jsonl, .csv, .xml, each also with .gz)")


def _json(path: Path, content: bytes) -> tuple[Iterator[Raw], str | None]:
    try:
        whole = msgspec.json.decode(content)
    except msgspec.DecodeError as error:
        raise BadInput(f"{path}: no whole JSON ({error})") from error
    context = whole.get("@odata.context", "") if isinstance(whole, dict) else ""
    rows = whole.get("value") if isinstance(whole, dict) else whole
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise BadInput(f"{path}: no rows in it (a list, or a page of OData with 'value')")
    return iter(rows), str(context).rpartition("#")[2].partition("(")[0] or None


def _json_lines(path: Path, content: bytes) -> Iterator[Raw]:
    decoder = msgspec.json.Decoder(dict[str, Any])
    for number, line in enumerate(content.splitlines(), 1):
        if line.strip():
            try:
                yield decoder.decode(line)
            except msgspec.DecodeError as error:
                raise BadInput(f"{path}, line {number}: no row in JSON ({error})") from error


def _of_xml(path: Path, content: bytes) -> Batch:
    root = parse_xml(content, str(path))
    if root.tag == ROOT:
        row = dictum_of(root)
        return Batch(str(path), (row,) if row else (), left_out=0 if row else 1)
    page = syncfeed.feed_page(Answer(str(path), content))
    table = load_mapping("syncfeed")
    names = {name.lower(): name for name in table.entities}
    kept: list[Row | Tombstone] = []
    left_out = 0
    for entry in page.rows:
        name = names.get(str(entry.get("Category", "")).lower())
        if name is None:
            left_out += 1
            continue
        rows, out = rows_of([entry], table.entities[name], table, str(path))
        kept += rows
        left_out += out
    return Batch(str(path), tuple(kept), left_out=left_out)


def _content(path: Path) -> bytes:
    try:
        if path.suffix != ".gz":
            return path.read_bytes()
        with gzip.open(path) as file:
            content = file.read(MOST + 1)
    except (OSError, EOFError) as error:
        raise BadInput(f"{path}: cannot be read ({error})") from error
    if len(content) > MOST:
        raise BadInput(f"{path}: more than {MOST:,} bytes when unpacked; split it")
    return content


def _text(path: Path, content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput(f"{path}: not in UTF-8 ({error})") from error


def _suffix(path: Path) -> str:
    return (path.with_suffix("") if path.suffix == ".gz" else path).suffix.lower()


def _chain(first: Raw, rest: Iterator[Raw]) -> Iterator[Raw]:
    yield first
    yield from rest


def _parts(rows: Iterator[Raw]) -> Iterator[list[Raw]]:
    while part := list(islice(rows, AT_ONCE)):
        yield part
