"""Trains the weights of the commitments stage on a folder of labelled letters. Deterministic: same labels, same bytes.

    python -m pipelines.commit.train ../shared/gold ../shared/letters

Labels that can be argued (required: false) count for less; a finding there is neither right nor wrong. The second
folder holds further letters (PDF) of which single sentences are labelled (`single.py`). Without it the labelled
letters alone are used.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from kamerstukken.commit.course import COURSE
from kamerstukken.commit.decide import CREDIBLE, WORTH_A_PARSE, parsed
from kamerstukken.commit.features import Features, features
from kamerstukken.commit.learned import SORTS, Linear, Weights, chance
from kamerstukken.commit.surroundings import surroundings
from kamerstukken.commit.units import Unit, units
from kamerstukken.evaluation.gold import Labels, load_folder
from kamerstukken.language import parse
from pipelines.commit.single import single_units

TARGET = Path(__file__).resolve().parents[2] / "kamerstukken" / "commit" / "data" / "weights.npz"
RARE = 2
"""A feature seen in fewer units than this is left out."""

ARGUED, ARGUED_SORT = 0.25, 0.6
"""Weight of a label that can be argued: whether it is an act, and of which sort."""

SINGLE, SINGLE_SORT = 0.7, 0.35
"""Weight of a sentence labelled by itself, against one of a whole letter: whether it is an act, and of which sort."""

STRENGTH, STRENGTH_PLACE = 0.2, 0.3
"""Inverse of the regularisation (scikit-learn's C): of the models of units, and of that of their place."""

INNER = 5
"""Folds over letters in which the scores are made that the model of places learns from: a score of a unit it was trained on flatters."""

Items = tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Sample:
    """A unit with its labels and features; `letter` is its letter's SHA-256, '' where only single sentences of it are labelled."""

    unit: Unit
    items: Items
    words: Features
    all: Features
    letter: str

    @property
    def act(self) -> dict[str, Any] | None:
        """The item that the unit stands for: a required one first, never a recommendation."""
        acts = [i for i in self.items if i["kind"] != "aanbeveling"]
        return max(acts, key=lambda i: bool(i["required"]), default=None)


def prepare(letters: Sequence[Labels], single: Path | None = None) -> tuple[Sample, ...]:
    """All labelled units, of whole letters and, from a folder of PDFs, single ones, with their features: made once, trained on often."""
    rows = [(u, items, x.document.sha256) for x in letters for u, items in labelled_units(x)]
    rows += [(u, items, "") for u, items in single_units(single)] if single else []
    trees = parse(unit.text for unit, *_ in rows)
    return tuple(
        Sample(unit, items, words := features(unit), parsed(unit, words, tree), letter)
        for (unit, items, letter), tree in zip(rows, trees, strict=True)
    )


def labelled_units(labels: Labels) -> list[tuple[Unit, Items]]:
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


def train(material: Sequence[Sample], without: Collection[str] = ()) -> Weights:
    """Weights from all samples but those of some letters (SHA-256)."""
    samples = [s for s in material if s.letter not in without]
    words, grammar_ = (_matrix([getattr(s, part) for s in samples]) for part in ("words", "all"))
    truth = _Truth(samples)
    acts = truth.act
    plain = without_course(*grammar_)
    heads = [_fit(plain, acts, truth.weight)]
    heads += [
        _fit(grammar_[1][acts], truth.sort[acts] == n, truth.sort_weight[acts]) for n in range(len(SORTS))
    ]
    heads.append(_fit(plain, truth.told, truth.source))
    first = _fit(words[1], acts, truth.weight)
    place = _place(samples, truth, words[1], plain)
    return Weights(_linear(words[0], [first]), _linear(grammar_[0], heads), place)


class _Truth:
    """The labels of samples as arrays, a value a sample."""

    def __init__(self, samples: Sequence[Sample]) -> None:
        acts = [s.act for s in samples]
        required = np.array([a is None or bool(a["required"]) for a in acts])
        single = np.array([not s.letter for s in samples])
        self.act = np.array([a is not None for a in acts])
        self.sort = np.array([SORTS.index((a["kind"], a["status"])) if a else -1 for a in acts])
        self.told = np.array([a is None and bool(s.items) for a, s in zip(acts, samples, strict=True)])
        self.source = np.where(single, SINGLE, 1.0)
        self.weight = self.source * np.where(required, 1.0, ARGUED)
        self.sort_weight = np.where(single, SINGLE_SORT, 1.0) * np.where(required, 1.0, ARGUED_SORT)


def _place(samples: Sequence[Sample], truth: _Truth, words: Any, grammar_: Any) -> Any:
    """The weights of a unit's surroundings, learned from scores that each letter got from the others."""
    letters = sorted({s.letter for s in samples if s.letter})
    own = np.array([s.letter for s in samples])
    scores = np.zeros(len(samples))
    for fold in (letters[n::INNER] for n in range(INNER)):
        held = np.isin(own, fold)
        first = _fit(words[~held], truth.act[~held], truth.weight[~held]).decision_function(words[held])
        second = _fit(grammar_[~held], truth.act[~held], truth.weight[~held]).decision_function(
            grammar_[held]
        )
        worth = np.array([chance(score) >= WORTH_A_PARSE for score in first])
        scores[held] = np.clip(np.where(worth, second, first), -CREDIBLE, CREDIBLE)
    rows = [np.flatnonzero(own == letter) for letter in letters]
    columns = np.vstack([surroundings([samples[n].unit for n in of], scores[of]) for of in rows])
    of_all = np.concatenate(rows)
    scaler = StandardScaler().fit(columns)
    model = LogisticRegression(C=STRENGTH_PLACE, max_iter=1000).fit(
        scaler.transform(columns), truth.act[of_all], sample_weight=truth.weight[of_all]
    )
    slopes = model.coef_[0] / scaler.scale_
    return np.append(slopes, model.intercept_[0] - slopes @ scaler.mean_)


def _matrix(found: list[Features]) -> tuple[DictVectorizer, Any]:
    seen = Counter(name for one in found for name in one)
    kept = [{n: v for n, v in one.items() if seen[n] >= RARE} for one in found]
    vectors = DictVectorizer()
    matrix = vectors.fit_transform(kept).tocsr()
    matrix.indices, matrix.indptr = matrix.indices.astype(np.int32), matrix.indptr.astype(np.int32)
    return vectors, matrix  # liblinear wants narrow indices


def without_course(vectors: DictVectorizer, matrix: Any) -> Any:
    """The matrix with the features of `course` blank: they tell of which sort an act is, and not whether it is one."""
    kept = [not name.startswith(COURSE) for name in vectors.feature_names_]
    return matrix.multiply(np.array(kept, dtype=np.float64)).tocsr()


def _fit(matrix: Any, truth: Any, weight: Any) -> LogisticRegression:
    return LogisticRegression(C=STRENGTH, solver="liblinear", max_iter=300).fit(
        matrix, truth, sample_weight=weight
    )


def _linear(vectors: DictVectorizer, heads: Sequence[LogisticRegression]) -> Linear:
    columns = np.stack([h.coef_[0] for h in heads], axis=1)
    bias = np.array([h.intercept_[0] for h in heads])
    return Linear({n: i for i, n in enumerate(vectors.feature_names_)}, columns, bias)


def main(folder: str, letters: str | None = None) -> None:
    """Train on a folder of labels, and one of letters, and write the weights into the package."""
    TARGET.parent.mkdir(exist_ok=True)
    material = prepare(load_folder(Path(folder)), Path(letters) if letters else None)
    TARGET.write_bytes(train(material).to_bytes())
    print(f"{sum(not s.letter for s in material)} single sentences of {len(material)}")
    print(f"{TARGET}: {TARGET.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main(*sys.argv[1:])
