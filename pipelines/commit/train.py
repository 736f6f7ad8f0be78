"""Trains the weights of the commitments stage on a folder of labelled letters. Deterministic: same labels, same bytes.

    python -m pipelines.commit.train ../shared/gold

Labels that can be argued (required: false) count for less; a finding there is neither right nor wrong.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from kamerstukken.commit.features import Features, features
from kamerstukken.commit.learned import STATUSES, Weights
from kamerstukken.commit.units import Unit, units
from kamerstukken.evaluation.gold import Labels, load_folder

TARGET = Path(__file__).resolve().parents[2] / "kamerstukken" / "commit" / "data" / "weights.npz"
RARE = 2
"""A feature seen in fewer units than this is left out."""

ARGUED = 0.35
"""Weight of a label that can be argued."""

STRENGTH = 0.1
"""Inverse of the regularisation (scikit-learn's C)."""

Row = tuple[Unit, tuple[dict[str, Any], ...]]


def labelled_units(labels: Labels) -> list[Row]:
    """Units of a letter, each with the labelled items whose quote lies most in it."""
    found = units(labels.document)
    blocks = {b.n: b for b in labels.document.blocks}
    held: list[list[dict[str, Any]]] = [[] for _ in found]
    for item in labels.items:
        block = blocks[item["block"]]
        start = block.start + max(0, block.text.find(item["quote"]))
        end = start + len(item["quote"])
        shares = [min(u.span.end, end) - max(u.span.start, start) for u in found]
        if shares and max(shares) > 0:
            held[int(np.argmax(shares))].append(item)
    return list(zip(found, map(tuple, held), strict=True))


def main_item(items: Sequence[dict[str, Any]]) -> dict[str, Any] | None:
    """The item that a unit stands for: a required one first, never a recommendation."""
    acts = [i for i in items if i["kind"] != "aanbeveling"]
    return max(acts, key=lambda i: bool(i["required"]), default=None)


def train(letters: Sequence[Labels]) -> Weights:
    """Weights from labelled letters."""
    rows = [row for labels in letters for row in labelled_units(labels)]
    found = [features(unit) for unit, _ in rows]
    vectors, matrix = _matrix(found)
    acts = [main_item(items) for _, items in rows]
    item = np.array([a is not None for a in acts])
    weight = np.array([1.0 if a is None or a["required"] else ARGUED for a in acts])
    kind = np.array([a is not None and a["kind"] == "toezegging" for a in acts])
    status = np.array([a["status"] if a else "" for a in acts])
    told = np.array(
        [
            a is None and any(i["kind"] == "aanbeveling" for i in items)
            for a, (_, items) in zip(acts, rows, strict=True)
        ]
    )
    heads = [_fit(matrix, item, weight), _fit(matrix[item], kind[item], weight[item])]
    heads += [_fit(matrix[item], status[item] == s, weight[item]) for s in STATUSES]
    heads.append(_fit(matrix, told, np.ones(len(rows))))
    columns = np.stack([h.coef_[0] for h in heads], axis=1)
    bias = np.array([h.intercept_[0] for h in heads])
    return Weights({n: i for i, n in enumerate(vectors.feature_names_)}, columns, bias)


def _matrix(found: list[Features]) -> tuple[DictVectorizer, Any]:
    seen = Counter(name for one in found for name in one)
    kept = [{n: v for n, v in one.items() if seen[n] >= RARE} for one in found]
    vectors = DictVectorizer()
    return vectors, vectors.fit_transform(kept)


def _fit(matrix: Any, truth: Any, weight: Any) -> LogisticRegression:
    return LogisticRegression(C=STRENGTH, max_iter=3000).fit(matrix, truth, sample_weight=weight)


def main(folder: str) -> None:
    """Train on a folder and write the weights into the package."""
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_bytes(train(load_folder(Path(folder))).to_bytes())
    print(f"{TARGET}: {TARGET.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main(*sys.argv[1:])
