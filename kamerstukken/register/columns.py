"""The columns of a list, told by its row: names, Dutch headings, meanings and types in words."""

from __future__ import annotations

from typing import Any, Literal, get_args, get_type_hints

import msgspec
from msgspec import Struct


class Column(msgspec.Struct, frozen=True):
    """One column: its name, Dutch heading, meaning, and its type in words ('text', 'date', 'list of text', …)."""

    name: str
    title: str
    description: str
    type: str
    nullable: bool
    choices: tuple[str, ...] = ()


def columns(row: type[Struct]) -> tuple[Column, ...]:
    """The columns of a list, in order."""
    return tuple(_column(name, hint) for name, hint in get_type_hints(row, include_extras=True).items())


PLAIN = {str: "text", int: "integer", float: "number", bool: "yes or no"}


def _column(name: str, hint: Any) -> Column:
    bare, meta = get_args(hint)
    options = [option for option in get_args(bare) if option is not type(None)]
    nullable = type(None) in get_args(bare)
    kind = options[0] if nullable else bare
    is_date = (meta.extra_json_schema or {}).get("format") == "date"
    choices = get_args(kind) if getattr(kind, "__origin__", None) is Literal else ()
    return Column(
        name, meta.title, meta.description, "date" if is_date else _type_name(kind), nullable, choices
    )


def _type_name(kind: Any) -> str:
    if kind in PLAIN:
        return PLAIN[kind]
    inner = get_args(kind)
    if getattr(kind, "__origin__", None) is Literal:
        return "one of"
    if inner:
        return f"list of {_type_name(inner[0])}"
    return str(kind.__name__.removesuffix("Row").lower())
