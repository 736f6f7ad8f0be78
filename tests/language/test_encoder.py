"""The network at run time: the same vectors as spaCy's own way through it, whatever the documents."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from kamerstukken.language import encoder, load
from kamerstukken.language.encoder import Encoder, quicken
from kamerstukken.language.load import load_folder

PACKED = Path(__file__).resolve().parents[2] / "kamerstukken" / "language" / "nl"
SPACY = load_folder(PACKED).get_pipe("tok2vec").model.layers[0]  # type: ignore[attr-defined]
"""The trained network as spaCy runs it."""

WORDS = ["Ik", "informeer", "uw", "Kamer", "d.d.", "2023", "(", ")", "’s", "geïnformeerd", "XVI", "-", "\n"]


def docs(*texts: list[str]) -> list[Doc]:
    vocab = load().vocab
    return [Doc(vocab, words=words) for words in texts]


def same(ours: list[np.ndarray], theirs: list[np.ndarray]) -> bool:
    pairs = zip(ours, theirs, strict=True)
    return all(a.shape == b.shape and np.allclose(a, b, atol=1e-4) for a, b in pairs)


@settings(deadline=None, max_examples=40)
@given(
    st.lists(
        st.lists(st.sampled_from(WORDS) | st.text(min_size=1, max_size=8), max_size=30),
        min_size=1,
        max_size=6,
    )
)
def test_vectors_are_those_of_spacy(texts: list[list[str]]) -> None:
    found = docs(*texts)
    assert same(Encoder(SPACY)(found), SPACY.predict(found))


@pytest.mark.parametrize(
    ("texts", "why"),
    [
        ([WORDS * 50], "more rows than go at a time"),
        ([[f"woord{n}" for n in range(80)]], "more new words than are remembered"),
        ([["Ja"], [], ["Nee"]], "an empty document between two"),
        ([[], []], "nothing at all"),
        ([["Ja", "."]] * 200, "the same document many times"),
    ],
)
def test_edges(texts: list[list[str]], why: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoder, "REMEMBERED", 20)
    found = docs(*texts)
    assert same(Encoder(SPACY)(found), SPACY.predict(found)), why


def test_what_is_remembered_stays_right_when_forgotten_between(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoder, "REMEMBERED", 20)
    ours = Encoder(SPACY)
    for start in range(0, 120, 7):
        found = docs([f"woord{n}" for n in range(start, start + 12)], ["Ik", "informeer", "uw", "Kamer"])
        assert same(ours(found), SPACY.predict(found)), start


def test_it_only_predicts() -> None:
    with pytest.raises(RuntimeError, match="only predicts"):
        quicken(SPACY)(docs(["Ja"]), is_train=True)


def test_the_shipped_pipeline_runs_it() -> None:
    assert load().get_pipe("tok2vec").model.name == "kamerstukken_tok2vec"
