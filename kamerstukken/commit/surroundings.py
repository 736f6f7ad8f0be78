"""Stage 5, the place of a unit among the others. What was made of each unit by itself to the chance it has in its letter.

Acts come together: in the rows of a planning table, the items of one list, the last section of a letter. So a unit that
stands among acts is more likely one, and a unit alone in a letter that only tells is less.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import numpy as np

from kamerstukken.commit.units import Unit

OUTSIDE = -2.0
"""The score of the neighbour that the first and the last unit of a letter lack."""

HIGH = 0.9
"""The quantile that says how sure the surest acts of a letter are."""

NAMES = (
    "own", "before", "after", "block mean", "block highest", "alone in block", "list mean", "in a list",
    "letter mean", "letter high", "row", "item", "row's list mean", "length of letter",
)  # fmt: skip
"""The columns of `surroundings`."""


def surroundings(units: Sequence[Unit], scores: Sequence[float]) -> Any:
    """What stands around each unit of one letter, from the units' own scores (log odds): an array, a row a unit, a column a name of `NAMES`."""
    own = np.asarray(scores, dtype=np.float64)
    if not len(own):
        return np.zeros((0, len(NAMES)))
    blocks = _groups([unit.block.n for unit in units])
    lists = _groups([_list_of(unit) for unit in units])
    letter = (float(own.mean()), float(np.quantile(own, HIGH)))
    padded = np.concatenate([[OUTSIDE], own, [OUTSIDE]])
    rows = []
    for n, unit in enumerate(units):
        beside = own[[m for m in blocks[unit.block.n] if m != n]]
        listed = own[[m for m in lists[_list_of(unit)] if m != n]] if _list_of(unit) else own[:0]
        mean = float(listed.mean()) if listed.size else 0.0
        row, item = unit.block.kind == "table", unit.block.kind == "item"
        rows.append(
            (
                own[n],
                padded[n],
                padded[n + 2],
                beside.mean() if beside.size else 0.0,
                beside.max() if beside.size else 0.0,
                not beside.size,
                mean,
                listed.size > 0,
                *letter,
                row,
                item,
                row * mean,
                np.log(len(own)),
            )
        )
    return np.asarray(rows, dtype=np.float64)


def _list_of(unit: Unit) -> tuple[str, str, str] | None:
    """What the items of one list, and the rows of one table, have in common; None for other text."""
    kind = unit.block.kind
    return (kind, unit.heading, unit.lead_in) if kind in ("item", "table") else None


def _groups(keys: Sequence[Any]) -> dict[Any, list[int]]:
    found: dict[Any, list[int]] = defaultdict(list)
    for n, key in enumerate(keys):
        found[key].append(n)
    return found
