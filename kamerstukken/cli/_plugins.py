"""What is plugged in: modules of our own rooms and of other packages, told by the first line of their docstring."""

from __future__ import annotations

import ast
import importlib.machinery
import importlib.util
import pkgutil
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import entry_points
from pathlib import Path

ROOMS = {
    "cite": "kamerstukken.cite.kinds",
    "commit": "kamerstukken.commit.rules",
    "export": "kamerstukken.export",
}
"""Room to the package whose modules are its plug-ins. The entry-point group is kamerstukken.ROOM."""


@dataclass(frozen=True, slots=True)
class Plugin:
    """A module that a room found; `origin` is the distribution that brings it."""

    room: str
    name: str
    help: str
    origin: str


def all_plugins() -> Iterator[Plugin]:
    """Our own first, then those of other packages; nothing is imported but the packages they lie in."""
    for room, package in ROOMS.items():
        for name in _modules(package):
            yield Plugin(room, name, _help(f"{package}.{name}"), "kamerstukken")
        for entry in sorted(entry_points(group=f"kamerstukken.{room}")):
            origin = entry.dist.name if entry.dist else "?"
            yield Plugin(room, entry.name, _help(entry.module), origin)


def _modules(package: str) -> list[str]:
    spec = _spec(package)
    places = list(spec.submodule_search_locations or ()) if spec else []
    return [found.name for found in pkgutil.iter_modules(places) if not found.name.startswith("_")]


def _help(module: str) -> str:
    """The first line of a module's docstring, read from its source."""
    spec = _spec(module)
    if spec is None or not spec.origin or not spec.origin.endswith(".py"):
        return "cannot be found" if spec is None else ""
    tree = ast.parse(Path(spec.origin).read_text(encoding="utf-8"))
    return (ast.get_docstring(tree) or "").partition("\n")[0]


def _spec(module: str) -> importlib.machinery.ModuleSpec | None:
    try:
        return importlib.util.find_spec(module)
    except ModuleNotFoundError:
        return None
