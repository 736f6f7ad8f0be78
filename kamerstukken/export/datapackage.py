"""Frictionless Data Package: datapackage.json around the CSVs, with the type and meaning of every column."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import msgspec

from kamerstukken.export import csv
from kamerstukken.export._parts.beside import beside
from kamerstukken.export._parts.tables import TABLES, Table, flat_columns
from kamerstukken.register import Register
from kamerstukken.register.columns import Column

NAME = "kamerstukken"
TYPES = {"integer": "integer", "number": "number", "date": "date", "yes or no": "boolean"}

GUARD = (
    "Cells of text that could start a formula have an apostrophe before the sign; take one apostrophe away to have the"
    " text. Lists are joined by '; '."
)

KEYS = {"documents": ("id",)}
"""A letter is in the package once. An act can stand in two versions of one letter, so its id is no key."""

LETTER = {"fields": ["letter"], "reference": {"resource": "documents", "fields": ["id"]}}


def write(register: Register, folder: Path) -> None:
    """Write the CSVs (comma, no BOM) and datapackage.json beside them."""
    csv.write(register, folder)
    package = {
        "profile": "tabular-data-package",
        "name": NAME,
        "title": "Toezeggingen, maatregelen en verwijzingen uit brieven aan de Kamer",
        "description": GUARD,
        "resources": [_resource(name, table, folder) for name, table in TABLES.items()],
    }
    with beside(folder / "datapackage.json") as path:
        path.write_bytes(msgspec.json.format(msgspec.json.encode(package), indent=2) + b"\n")


def _resource(name: str, table: Table, folder: Path) -> dict[str, Any]:
    data = (folder / f"{name}.csv").read_bytes()
    return {
        "profile": "tabular-data-resource",
        "name": name,
        "path": f"{name}.csv",
        "title": table.title,
        "description": " ".join((table.row.__doc__ or "").split()),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
        "dialect": {"delimiter": ",", "quoteChar": '"', "doubleQuote": True, "header": True},
        "schema": _schema(name, table),
    }


def _schema(name: str, table: Table) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": [_field(c) for c in flat_columns(table.row)], "missingValues": [""]}
    if key := KEYS.get(name):
        schema["primaryKey"] = list(key)
    if "letter" in table.row.__struct_fields__:
        schema["foreignKeys"] = [LETTER]
    return schema


def _field(column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {"enum": list(column.choices)} if column.choices else {}
    if not column.nullable and column.type != "list of text" and column.type in TYPES:
        constraints["required"] = True
    field = {
        "name": column.name,
        "title": column.title,
        "description": column.description,
        "type": TYPES.get(column.type, "string"),
    }
    return field | ({"constraints": constraints} if constraints else {})
