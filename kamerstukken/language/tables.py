"""The room 'language', its tables in `data/`: words by kind (TOML), rows with their source (CSV)."""

from __future__ import annotations

import csv
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of a CSV table, by column."""
    return tuple(csv.DictReader(_text(name).splitlines()))


@cache
def lists(name: str) -> dict[str, Any]:
    """The lists of a TOML table, by key."""
    return tomllib.loads(_text(name))


def _text(name: str) -> str:
    return (files(__package__) / "data" / name).read_text(encoding="utf-8")
