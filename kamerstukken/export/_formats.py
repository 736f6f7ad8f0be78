"""Formats found by name: our own modules first, then those that other packages announce."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import partial
from importlib.metadata import entry_points
from pathlib import Path
from types import ModuleType
from typing import Any

from kamerstukken.errors import BadInput
from kamerstukken.export._parts.standing import standing
from kamerstukken.register import Register

GROUP = "kamerstukken.export"

WITHOUT_STANDS = ("graphml", "gexf", "nodelink", "atom")
"""Formats that tell no stands: they are written letter by letter, and the stands of all acts are many."""

Write = Callable[..., None]
"""`write(register, folder)`; its keyword-only arguments are the format's options."""

Options = Mapping[str, Mapping[str, Any]]
"""Format to its options."""


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


def export(
    register: Register,
    folder: Path,
    names: Iterable[str],
    options: Options | None = None,
    *,
    on: date | None = None,
) -> None:
    """Write the register in some formats into a folder that exists; acts stand as on day `on` (the newest letter's).

    Raises BadInput for an unknown format or option, before anything is written.
    """
    names, options = list(names), options or {}
    if idle := sorted(set(options) - set(names)):
        raise BadInput(f"options for {', '.join(idle)}, which is not written; add it to the formats")
    writers = [_with_options(name, load(name), options.get(name, {})) for name in names]
    told: Register | None = None
    for name, write in zip(names, writers, strict=True):
        if name in WITHOUT_STANDS and not register.selection.status:
            write(register, folder)
            continue
        told = told or standing(register, on)
        write(told, folder)


def load(name: str) -> Write:
    """A format's `write`. Raises BadInput where there is none of that name."""
    known = formats()
    if name not in known:
        raise BadInput(f"no format {name!r}; there are {', '.join(sorted(known))}")
    module: ModuleType = importlib.import_module(known[name])
    write: Write = module.write
    return write


def _with_options(name: str, write: Write, options: Mapping[str, Any]) -> Write:
    parameters = inspect.signature(write).parameters.values()
    known = {p.name for p in parameters if p.kind is p.KEYWORD_ONLY}
    if strange := sorted(set(options) - known):
        told = ", ".join(sorted(known)) or "none"
        raise BadInput(f"format {name}: no option {', '.join(strange)}; it knows {told}")
    return partial(write, **options)
