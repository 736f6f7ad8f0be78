"""Formats found by name: our own modules first, then those that other packages announce."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable
from importlib.metadata import entry_points
from pathlib import Path
from types import ModuleType

from kamerstukken.errors import BadInput
from kamerstukken.register import Register

GROUP = "kamerstukken.export"

Write = Callable[[Register, Path], None]


def formats() -> dict[str, str]:
    """Name of each format to the module that writes it; nothing is imported."""
    ours = {
        found.name: f"{GROUP}.{found.name}"
        for found in pkgutil.iter_modules([str(Path(__file__).parent)])
        if not found.name.startswith("_")
    }
    return {entry.name: entry.value for entry in sorted(entry_points(group=GROUP))} | dict(
        sorted(ours.items())
    )


def export(register: Register, folder: Path, names: Iterable[str]) -> None:
    """Write the register in some formats into a folder that exists. Raises BadInput for an unknown format."""
    for write in [load(name) for name in names]:  # all names are right before anything is written
        write(register, folder)


def load(name: str) -> Write:
    """A format's `write`. Raises BadInput where there is none of that name."""
    known = formats()
    if name not in known:
        raise BadInput(f"no format {name!r}; there are {', '.join(sorted(known))}")
    module: ModuleType = importlib.import_module(known[name])
    write: Write = module.write
    return write
