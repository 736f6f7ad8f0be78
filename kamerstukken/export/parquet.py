"""Parquet: commitments, motions, citations, documents and failures, with dates as dates and lists as lists.

Needs pyarrow: `pip install 'kamerstukken[parquet]'`.
"""

from __future__ import annotations

from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import Any, Self

import msgspec

from kamerstukken.errors import BadInput
from kamerstukken.export._parts.beside import beside
from kamerstukken.export._parts.tables import TABLES, pour
from kamerstukken.register import Register
from kamerstukken.register.columns import Column, columns

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
    with ExitStack() as stack:
        drafts = {name: stack.enter_context(beside(folder / f"{name}.parquet")) for name in TABLES}
        with ExitStack() as files:
            groups = {
                name: files.enter_context(_Groups(pq.ParquetWriter, path, arrow_schema(TABLES[name].row)))
                for name, path in drafts.items()
            }
            pour(register, {name: group.add for name, group in groups.items()})


class _Groups:
    """A file that is written a group of rows at a time."""

    def __init__(self, writer: Any, path: Path, schema: Any) -> None:
        self._writer = writer(path, schema, compression="zstd")
        self._schema = schema
        self._rows: list[dict[str, Any]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._flush()
        self._writer.close()

    def add(self, row: msgspec.Struct) -> None:
        """Take a row."""
        self._rows.append(msgspec.to_builtins(row))
        if len(self._rows) == BATCH:
            self._flush()

    def _flush(self) -> None:
        if self._rows:
            self._writer.write_table(_arrow_table(self._rows, self._schema))
            self._rows = []


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
