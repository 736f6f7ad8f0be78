"""Plain text to references: all kinds, the best of what overlaps, then what the text itself resolves."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache
from importlib.metadata import entry_points

from kamerstukken.cite import kinds as kinds_here
from kamerstukken.cite.resolve.beside import number_beside
from kamerstukken.cite.resolve.short import short_forms
from kamerstukken.errors import BadInput
from kamerstukken.model import Reference

Finder = Callable[[str], Iterable[Reference]]

GROUP = "kamerstukken.cite"


def kinds() -> tuple[str, ...]:
    """The names of all kinds: ours by name, then those that other packages announce as entry points."""
    ours = sorted(m.name for m in pkgutil.iter_modules(kinds_here.__path__) if not m.name.startswith("_"))
    others = sorted(entry.name for entry in entry_points(group=GROUP) if entry.name not in ours)
    return (*ours, *others)


def finder(name: str) -> Finder:
    """The function `find` of a kind. Raises BadInput where no such kind exists or its module has no `find`."""
    if any(m.name == name for m in pkgutil.iter_modules(kinds_here.__path__)):
        module = importlib.import_module(f"{kinds_here.__name__}.{name}")
    else:
        entries = [entry for entry in entry_points(group=GROUP) if entry.name == name]
        if not entries:
            raise BadInput(f"{name}: no such kind of reference; known are {', '.join(kinds())}")
        module = entries[0].load()
    find: Finder | None = getattr(module, "find", None)
    if find is None:
        raise BadInput(f"{name}: its module {module.__name__} has no function `find(text)`")
    return find


@cache
def all_finders() -> tuple[Finder, ...]:
    """One function a kind; looked up once a process."""
    return tuple(finder(name) for name in kinds())


def cite_text(text: str) -> list[Reference]:
    """All references in a plain text, sorted by offset, none overlapping; short forms and named moties resolved within it.

    `ids` is empty where the text does not say which paper is meant.
    """
    return list(short_forms(number_beside(text, find_all(text))))


def find_all(text: str, finders: Iterable[Finder] | None = None) -> tuple[Reference, ...]:
    """References of all kinds, sorted, none overlapping: the longest wins, then the one that starts first."""
    found = [reference for find in finders or all_finders() for reference in find(text)]
    return tuple(_without_overlaps(found))


def _without_overlaps(found: list[Reference]) -> Iterator[Reference]:
    found.sort(key=lambda r: (r.start, -r.end))
    kept: Reference | None = None
    for reference in found:
        if kept is None or reference.start >= kept.end:
            if kept:
                yield kept
            kept = reference
        else:
            kept = _better(kept, reference)
    if kept:
        yield kept


def _better(kept: Reference, other: Reference) -> Reference:
    """The longer one; 'motie (34000 IV, nr. 14) van de leden X' takes the ids of the paper that stands within."""
    if other.end - other.start > kept.end - kept.start:
        return other
    if kept.indieners and not kept.ids and other.end <= kept.end:
        ids = other.ids or ((other.number,) if other.number else ())
        return replace(kept, ids=ids, resolved_by="own words" if ids else None)
    return kept
