"""Trains the weights of the commitments stage on a folder of labelled letters. Deterministic: same labels, same bytes.

    python -m pipelines.commit.train ../shared/gold ../shared/letters

Labels that can be argued (required: false) count for less; a finding there is neither right nor wrong. The second
folder holds further letters (PDF) of which single sentences are labelled in `labels.csv`: letter (first 12 digits of
its SHA-256), sentence (first 16 digits of the SHA-256 of its plain words), label ('Ta' toezegging aangekondigd, 'Ml'
maatregel lopend, 'Mf' maatregel afgerond, 'A' aanbeveling, '-' none; '?' can be argued). These were labelled once, from
the sentence alone, and count for less. Without the folder the labelled letters alone are used.
"""

from __future__ import annotations

import csv
import hashlib
import re
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
from kamerstukken.model import Letter
from kamerstukken.read import read_pages
from kamerstukken.structure import build_document

TARGET = Path(__file__).resolve().parents[2] / "kamerstukken" / "commit" / "data" / "weights.npz"
RARE = 2
"""A feature seen in fewer units than this is left out."""

ARGUED = 0.25
"""Weight of a label that can be argued."""

STRENGTH = 0.2
"""Inverse of the regularisation (scikit-learn's C)."""

SINGLE = 0.7
"""Weight of a sentence labelled by itself, against one of a whole letter."""

KINDS = {"T": "toezegging", "M": "maatregel", "A": "aanbeveling"}
STATUS = {"a": "aangekondigd", "l": "lopend", "f": "afgerond", "": "aangekondigd"}
NOT_WORD = re.compile(r"\W+")

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


def single_units(folder: Path) -> list[Row]:
    """The sentences of `labels.csv` whose letter lies in a folder, each with its label as an item."""
    with (Path(__file__).parent / "labels.csv").open(encoding="utf-8", newline="") as file:
        labels = {(r["letter"], r["sentence"]): r["label"] for r in csv.DictReader(file)}
    wanted = {letter for letter, _ in labels}
    rows: list[Row] = []
    for path in sorted(folder.glob("*.pdf")):
        letter = Letter(path.name, path.read_bytes())
        if letter.sha256[:12] in wanted:
            found = units(build_document(letter, read_pages(letter)))
            rows += [
                (u, _item(label)) for u in found if (label := labels.get((letter.sha256[:12], _key(u.text))))
            ]
    return rows


def _key(text: str) -> str:
    return hashlib.sha256(NOT_WORD.sub(" ", text.casefold()).strip().encode()).hexdigest()[:16]


def _item(label: str) -> tuple[dict[str, Any], ...]:
    if label == "-":
        return ()
    code = label.rstrip("?")
    return ({"kind": KINDS[code[0]], "status": STATUS[code[1:]], "required": label == code},)


def train(letters: Sequence[Labels], single: Sequence[Row] = ()) -> Weights:
    """Weights from labelled letters and from sentences labelled by themselves."""
    rows = [row for labels in letters for row in labelled_units(labels)]
    source = np.array([1.0] * len(rows) + [SINGLE] * len(single))
    rows += single
    vectors, matrix = _matrix([features(unit) for unit, _ in rows])
    acts = [main_item(items) for _, items in rows]
    item = np.array([a is not None for a in acts])
    weight = source * np.array([1.0 if a is None or a["required"] else ARGUED for a in acts])
    kind = np.array([a is not None and a["kind"] == "toezegging" for a in acts])
    status = np.array([a["status"] if a else "" for a in acts])
    told = np.array([a is None and bool(items) for a, (_, items) in zip(acts, rows, strict=True)])
    even = source[item]
    heads = [_fit(matrix, item, weight), _fit(matrix[item], kind[item], even)]
    heads += [_fit(matrix[item], status[item] == s, even) for s in STATUSES]
    heads.append(_fit(matrix, told, source))
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


def main(folder: str, letters: str | None = None) -> None:
    """Train on a folder of labels, and one of letters, and write the weights into the package."""
    TARGET.parent.mkdir(exist_ok=True)
    single = single_units(Path(letters)) if letters else []
    TARGET.write_bytes(train(load_folder(Path(folder)), single).to_bytes())
    print(f"{len(single)} single sentences")
    print(f"{TARGET}: {TARGET.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main(*sys.argv[1:])
