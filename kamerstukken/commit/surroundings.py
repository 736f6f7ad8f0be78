"""Stage 5, the place of a unit among the others. What was made of each unit by itself to the chance it has in its letter.

Acts come together: in the rows of a planning table, the items of one list, the last section of a letter. So a unit that
stands among acts is more likely one, and a unit alone in a letter that only tells is less.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
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
    blocks = _groups([unit.block.n for unit in units], own)
    lists = _groups([_list_of(unit) for unit in units], own)
    letter = (own.mean(), np.quantile(own, HIGH), np.log(len(own)))
    padded = np.concatenate([[OUTSIDE], own, [OUTSIDE]])
    return np.asarray(
        [
            _row(unit, padded[n : n + 3], blocks[unit.block.n], lists[_list_of(unit)], letter)
            for n, unit in enumerate(units)
        ]
    )


def _row(
    unit: Unit, near: Any, block: _Group, listed: _Group, letter: tuple[float, float, float]
) -> tuple[float, ...]:
    """The columns of one unit; `near` holds the scores before it, its own and after it."""
    before, own, after = near
    in_list = _list_of(unit) is not None and listed.count > 1
    mean = listed.mean_without(own) if in_list else 0.0
    row, item = unit.block.kind == "table", unit.block.kind == "item"
    alone = block.count == 1
    beside = (0.0, 0.0) if alone else (block.mean_without(own), block.highest_without(own))
    average, high, length = letter
    return (own, before, after, *beside, alone, mean, in_list, average, high, row, item, row * mean, length)


@dataclass(frozen=True, slots=True)
class _Group:
    """Scores of units that belong together, so that each is told of the others without going through them."""

    count: int
    total: float
    highest: float
    second: float

    def mean_without(self, own: float) -> float:
        return (self.total - own) / (self.count - 1)

    def highest_without(self, own: float) -> float:
        return self.second if own == self.highest else self.highest


def _list_of(unit: Unit) -> tuple[str, str, str] | None:
    """What the items of one list, and the rows of one table, have in common; None for other text."""
    kind = unit.block.kind
    return (kind, unit.heading, unit.lead_in) if kind in ("item", "table") else None


def _groups(keys: Sequence[Any], scores: Any) -> dict[Any, _Group]:
    held: dict[Any, list[float]] = defaultdict(list)
    for key, score in zip(keys, scores, strict=True):
        held[key].append(float(score))
    return {key: _group(found) for key, found in held.items()}


def _group(scores: list[float]) -> _Group:
    ordered = sorted(scores)
    return _Group(len(scores), sum(scores), highest=ordered[-1], second=ordered[-2:][0])
