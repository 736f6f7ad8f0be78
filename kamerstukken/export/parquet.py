"""Parquet: commitments, motions, citations, documents and failures, with dates as dates and lists as lists.

Needs pyarrow: `pip install 'kamerstukken[parquet]'`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

import msgspec

from kamerstukken.errors import BadInput
from kamerstukken.export._beside import beside
from kamerstukken.export._tables import TABLES
from kamerstukken.register import Register
from kamerstukken.register.rows import Column, columns

BATCH = 1_000
"""Rows that are held in memory at once; each batch is a row group."""


def write(register: Register, folder: Path) -> None:
    """Write one file a list. Raises BadInput where pyarrow is not installed."""
    try:
        import pyarrow.parquet as pq
    except ImportError as error:
        raise BadInput(
            "parquet: pyarrow is not installed; pip install 'kamerstukken[parquet]' brings it"
        ) from error
    for name, table in TABLES.items():
        schema = arrow_schema(table.row)
        with (
            beside(folder / f"{name}.parquet") as path,
            pq.ParquetWriter(path, schema, compression="zstd") as out,
        ):
            for group in _groups(table.rows(register)):
                out.write_table(_arrow_table(group, schema))


def arrow_schema(row: type[msgspec.Struct]) -> Any:
    """The columns of a list as Arrow types, each with its Dutch heading and its meaning."""
    import pyarrow as pa

    return pa.schema(
        [
            pa.field(c.name, _type(c), c.nullable, metadata={"title": c.title, "description": c.description})
            for c in columns(row)
        ]
    )


def _type(column: Column) -> Any:
    import pyarrow as pa

    text, number, places = pa.string(), pa.int64(), pa.float64()
    plain = {"integer": number, "number": places, "date": pa.date32(), "yes or no": pa.bool_()}
    box = {"page": number, "x0": places, "top": places, "x1": places, "bottom": places}
    signatory = {"name": text, "role": text}
    block = {"n": number, "kind": text, "page": number, "text": text, "start": number, "level": number}
    note = {
        "marker": text, "page": number, "text": text, "start": number, "anchor": number, "anchor_block": number,
        "anchor_before": text,
    }  # fmt: skip
    records = {"box": box, "signatory": signatory, "block": block, "footnote": note}
    lists = {f"list of {name}": pa.list_(pa.struct(list(parts.items()))) for name, parts in records.items()}
    return (plain | lists | {"list of text": pa.list_(text)}).get(column.type, text)


def _groups(rows: Iterator[msgspec.Struct]) -> Iterator[list[dict[str, Any]]]:
    while group := list(islice(rows, BATCH)):
        yield [msgspec.to_builtins(row) for row in group]


def _arrow_table(rows: list[dict[str, Any]], schema: Any) -> Any:
    import pyarrow as pa

    for field in schema:
        if field.type == pa.date32():
            for row in rows:
                row[field.name] = _day(row[field.name])
    return pa.Table.from_pylist(rows, schema=schema)


def _day(text: str | None) -> date | None:
    """A date, None where the letter wrote one that is none."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None
