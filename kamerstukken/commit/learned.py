"""Stage 5, the trained part. Features of units to probabilities, by weights that ship in the package.

Three linear models over one vocabulary, evaluated with NumPy: is it an item, which kind, which status. How they
were trained, and on what: `pipelines/commit/`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import Any

import numpy as np

from kamerstukken.commit.features import Features

HEADS = ("item", "toezegging", "aangekondigd", "lopend", "afgerond", "aanbeveling")
"""The columns of the weights: an act or not; toezegging rather than maatregel; its status; a recommendation."""

STATUSES = ("aangekondigd", "lopend", "afgerond")


@dataclass(frozen=True, slots=True)
class Opinion:
    """What the trained part makes of a unit, as probabilities."""

    item: float
    toezegging: float
    status: dict[str, float]
    aanbeveling: float


@dataclass(frozen=True, slots=True)
class Weights:
    """A vocabulary, and for each head a column of weights and a bias. `shape` bends raw scores to calibrated ones."""

    vocabulary: dict[str, int]
    matrix: Any
    bias: Any
    slope: float = 1.0
    offset: float = 0.0

    def opinion(self, found: Features) -> Opinion:
        """The probabilities for one unit."""
        known = [(self.vocabulary[name], value) for name, value in found.items() if name in self.vocabulary]
        rows = np.array([row for row, _ in known], dtype=np.int64)
        values = np.array([value for _, value in known], dtype=np.float64)
        scores = values @ self.matrix[rows].astype(np.float64) + self.bias
        item = _logistic(self.slope * scores[0] + self.offset)
        status = np.exp(scores[2:5] - scores[2:5].max())
        shares = dict(zip(STATUSES, (float(s) for s in status / status.sum()), strict=True))
        return Opinion(item, _logistic(scores[1]), shares, _logistic(scores[5]))

    def to_bytes(self) -> bytes:
        """The weights as a compressed NumPy archive, the same bytes for the same weights."""
        names = sorted(self.vocabulary, key=self.vocabulary.__getitem__)
        buffer = BytesIO()
        np.savez_compressed(
            buffer,
            names=np.frombuffer(json.dumps(names, ensure_ascii=False).encode(), dtype=np.uint8),
            matrix=self.matrix.astype(np.float16),
            bias=self.bias,
            shape=np.array([self.slope, self.offset]),
        )
        return buffer.getvalue()


def read_weights(data: bytes) -> Weights:
    """Weights from the bytes of `Weights.to_bytes`."""
    with np.load(BytesIO(data), allow_pickle=False) as archive:
        names = json.loads(archive["names"].tobytes().decode())
        slope, offset = (float(x) for x in archive["shape"])
        return Weights(
            {name: n for n, name in enumerate(names)}, archive["matrix"], archive["bias"], slope, offset
        )


@cache
def shipped() -> Weights:
    """The weights in the package, read once a process."""
    return read_weights((files(__package__) / "data" / "weights.npz").read_bytes())


def opinions(found: Iterable[Features], weights: Weights | None = None) -> list[Opinion]:
    """The probabilities for units, in order; by the shipped weights unless others are given."""
    chosen = weights or shipped()
    return [chosen.opinion(one) for one in found]


def _logistic(x: float) -> float:
    return float(1.0 / (1.0 + np.exp(-np.clip(x, -30.0, 30.0))))
