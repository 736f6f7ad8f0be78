"""A page of rows on its way into the catalogue."""

from __future__ import annotations

from dataclasses import dataclass

from kamerstukken.catalogue import Tombstone
from kamerstukken.catalogue.rows import Row


@dataclass(frozen=True, slots=True)
class Batch:
    """Rows of one page. `source` names what is read on from `mark` the next time; no mark for a dump.

    `left_out` counts rows that are not kept (of another kind, or placeholders without content).
    """

    address: str
    rows: tuple[Row | Tombstone, ...]
    source: str = ""
    mark: str | None = None
    left_out: int = 0
