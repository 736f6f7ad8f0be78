"""JSON Schema: schema/NAME.schema.json for each list of the JSON Lines, made from the contract (draft 2020-12)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from kamerstukken.export._parts.beside import beside, folder_in
from kamerstukken.export._parts.tables import TABLES
from kamerstukken.register import Register

DRAFT = "https://json-schema.org/draft/2020-12/schema"


def write(register: Register, folder: Path) -> None:
    """Write a schema a list; each validates one line of the list's file. They say nothing of the register."""
    target = folder_in(folder, "schema")
    for name, table in TABLES.items():
        with beside(target / f"{name}.schema.json") as path:
            path.write_bytes(msgspec.json.format(msgspec.json.encode(schema_of(table.row)), indent=2) + b"\n")


def schema_of(row: type[msgspec.Struct]) -> dict[str, Any]:
    """The schema of a row. All fields are always there, and null where unknown."""
    _, parts = msgspec.json.schema_components([row], ref_template="#/$defs/{name}")
    own = parts.pop(row.__name__)
    own["required"] = list(row.__struct_fields__)
    return {"$schema": DRAFT, "title": row.__name__, **own, **({"$defs": parts} if parts else {})}
