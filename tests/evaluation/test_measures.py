"""The measures agree with the scorer beside the labels, and count as they say."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path

import pytest

from kamerstukken.errors import BadInput
from kamerstukken.evaluation.folds import rows, split
from kamerstukken.evaluation.gold import load_folder
from kamerstukken.evaluation.measures import Figures, measure


def test_figures_agree_with_the_scorer(shared: Path, tmp_path: Path) -> None:
    from kamerstukken.commit import commit

    path = shared / "score" / "score.py"
    spec = importlib.util.spec_from_file_location("score", path)
    assert spec and spec.loader
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    letters = load_folder(shared / "gold")
    total, documents, found = Figures(), [], []
    for labels in letters:
        mine = rows(commit(labels.document)) if labels in letters[:12] else []
        total += measure(labels, mine)
        documents.append(
            {"id": labels.document.id, "sha256": labels.document.sha256, "blocks": [], "footnotes": []}
        )
        found += [{**row, "letter": labels.document.id} for row in mine]
    for name, data in (("documents", documents), ("citations", []), ("commitments", found)):
        (tmp_path / f"{name}.jsonl").write_text("".join(json.dumps(x) + "\n" for x in data), encoding="utf-8")
    figures, _ = scorer.score(shared / "gold", tmp_path)
    mine_table = total.table()
    for name in ("items", "toezegging", "motions"):
        assert mine_table[name] == pytest.approx(figures[name]["f1"], abs=1e-4)
    for name in ("kind", "status", "deadline"):
        assert mine_table[name] == pytest.approx(figures[name], abs=1e-4)


def test_folds_hold_each_letter_once(shared: Path) -> None:
    letters = load_folder(shared / "gold")
    dealt = [x.document.sha256 for fold in split(letters, 5) for x in fold]
    assert sorted(dealt) == sorted(x.document.sha256 for x in letters)
    with pytest.raises(BadInput, match="--folds 1"):
        split(letters, 1)
