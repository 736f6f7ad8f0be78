"""A mapping file (TOML): which table a tracker wants, with which columns, called what."""

from __future__ import annotations

import string
from pathlib import Path
from typing import Any

import msgspec

from kamerstukken.errors import BadInput
from kamerstukken.export._parts.cells import plain
from kamerstukken.export._parts.tables import TABLES, flat_columns

SUFFIXES = (".csv", ".xlsx", ".jsonl")
SEPARATORS = (",", ";", "\t")


class Wanted(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a mapping file says. `columns`: heading to a column of ours, or to text with columns in braces.

    `values`: column of ours to what takes the place of some of its values.
    """

    file: str
    columns: dict[str, str]
    rows: str = "commitments"
    separator: str = ","
    bom: bool = False
    values: dict[str, dict[str, str]] = {}

    def cells(self, row: msgspec.Struct) -> list[Any]:
        """The values of a row under the headings: text, numbers or None."""
        return [self._cell(row, source) for source in self.columns.values()]

    def _cell(self, row: msgspec.Struct, source: str) -> Any:
        if "{" not in source:
            return self._value(row, source)
        names = _names(source)
        shown = {name: self._value(row, name) for name in names}
        return source.format_map({name: "" if value is None else value for name, value in shown.items()})

    def _value(self, row: msgspec.Struct, name: str) -> Any:
        value = plain(getattr(row, name))
        return self.values.get(name, {}).get(str(value), value)


def load_mapping(path: Path) -> Wanted:
    """Read and check a mapping. Raises BadInput, naming the file, the place and what there is to choose from."""
    try:
        wanted = msgspec.toml.decode(path.read_bytes(), type=Wanted)
    except OSError as error:
        raise BadInput(f"{path}: no mapping to read here ({error.strerror})") from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise BadInput(f"{path}: not a mapping ({error}); docs/exports.md shows the form") from error
    if problem := _problem(wanted):
        raise BadInput(f"{path}: {problem}")
    return wanted


def _problem(wanted: Wanted) -> str | None:
    if Path(wanted.file).name != wanted.file or not wanted.file.endswith(SUFFIXES):
        return f"file = {wanted.file!r}: a name without a folder that ends in {', '.join(SUFFIXES)}"
    if wanted.rows not in TABLES:
        return f"rows = {wanted.rows!r}: there are {', '.join(TABLES)}"
    if wanted.separator not in SEPARATORS:
        return f"separator = {wanted.separator!r}: there are , ; and tab"
    if not wanted.columns:
        return "[columns] is empty; name at least one"
    known = {column.name for column in flat_columns(TABLES[wanted.rows].row)}
    return _problem_in_columns(wanted, known)


def _problem_in_columns(wanted: Wanted, known: set[str]) -> str | None:
    choice = ", ".join(sorted(known))
    for heading, source in wanted.columns.items():
        try:
            names = _names(source) if "{" in source else [source]
        except ValueError as error:
            return f"[columns] {heading} = {source!r}: {error}"
        if strange := [name for name in names if name not in known]:
            return f"[columns] {heading}: no column {', '.join(strange)}; there are {choice}"
    if strange := sorted(set(wanted.values) - known):
        return f"[values]: no column {', '.join(strange)}; there are {choice}"
    return None


def _names(source: str) -> list[str]:
    """The columns in a text. Raises ValueError for anything in braces that is more than a name ('{a.b}', '{a!r}')."""
    names = []
    for _, name, form, conversion in string.Formatter().parse(source):
        if name is None:
            continue
        if form or conversion or not name.isidentifier():
            raise ValueError("in braces only the name of a column")
        names.append(name)
    return names
