"""Stage 5, the trained part. Features of units to opinions, by weights that ship in the package.

Three linear models, evaluated with NumPy. `words` looks at every unit and says which ones are worth a parse; `grammar`
looks at words and parse: an act or not, which kind and status, or a recommendation; `place` weighs that against what stands
around. How they were trained, and on what: `pipelines/commit/`.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import Any

import numpy as np

from kamerstukken.commit.features import Features
from kamerstukken.model import Kind, Status

SORTS: tuple[tuple[Kind, Status], ...] = (
    ("maatregel", "aangekondigd"),
    ("maatregel", "lopend"),
    ("maatregel", "afgerond"),
    ("toezegging", "aangekondigd"),
    ("toezegging", "lopend"),
    ("toezegging", "afgerond"),
)
"""What an act can be: kind and status are told together, since they hang together."""

HEADS = ("item", *(f"{kind} {status}" for kind, status in SORTS), "aanbeveling")
"""The columns of `Weights.grammar`."""


@dataclass(frozen=True, slots=True)
class Linear:
    """Named features to scores (log odds): for each feature a row of weights, a column a head, and each head's bias."""

    vocabulary: dict[str, int]
    matrix: Any
    bias: Any

    def scores(self, found: Features) -> Any:
        """A score a head; features that the vocabulary lacks count for nothing."""
        row_of = self.vocabulary.get
        known = [(row, value) for name, value in found.items() if (row := row_of(name)) is not None]
        rows, values = zip(*known, strict=True) if known else ((), ())
        return np.array(values) @ self.matrix[list(rows)] + self.bias


@dataclass(frozen=True, slots=True)
class Weights:
    """The three models; `place` holds a weight a column of `surroundings` and, last, the bias."""

    words: Linear
    grammar: Linear
    place: Any

    def to_bytes(self) -> bytes:
        """The weights as a compressed NumPy archive, the same bytes for the same weights."""
        parts: dict[str, Any] = {"place": self.place}
        for name, model in (("words", self.words), ("grammar", self.grammar)):
            names = sorted(model.vocabulary, key=model.vocabulary.__getitem__)
            parts[f"{name}_names"] = np.frombuffer(
                json.dumps(names, ensure_ascii=False).encode(), dtype=np.uint8
            )
            parts[f"{name}_matrix"] = model.matrix.astype(np.float16)
            parts[f"{name}_bias"] = model.bias
        buffer = BytesIO()
        np.savez_compressed(buffer, **parts)
        return buffer.getvalue()


def read_weights(data: bytes) -> Weights:
    """Weights from the bytes of `Weights.to_bytes`."""
    with np.load(BytesIO(data), allow_pickle=False) as archive:
        return Weights(_linear(archive, "words"), _linear(archive, "grammar"), archive["place"])


def _linear(archive: Any, name: str) -> Linear:
    names = json.loads(archive[f"{name}_names"].tobytes().decode())
    vocabulary = {name: n for n, name in enumerate(names)}
    return Linear(vocabulary, archive[f"{name}_matrix"].astype(np.float64), archive[f"{name}_bias"])


@cache
def shipped() -> Weights:
    """The weights in the package, read once a process."""
    return read_weights((files(__package__) / "data" / "weights.npz").read_bytes())


@dataclass(frozen=True, slots=True)
class Opinion:
    """What the trained part makes of a unit by itself: the score (log odds) of being an act, its sort, and the chance (0..1) of being a recommendation."""

    score: float
    kind: Kind
    status: Status
    aanbeveling: float


def opinion(scores: Iterable[float], ruled_out: Collection[Status] = ()) -> Opinion:
    """The scores of `HEADS` in words; the status is none of those `ruled_out`."""
    item, *sorts, aanbeveling = scores
    _, (kind, status) = max(
        (score, sort) for score, sort in zip(sorts, SORTS, strict=True) if sort[1] not in ruled_out
    )
    return Opinion(float(item), kind, status, chance(aanbeveling))


def chance(score: float) -> float:
    """Log odds as a chance, 0..1."""
    return float(1.0 / (1.0 + np.exp(-np.clip(score, -30.0, 30.0))))
