"""The training recipe's reading and rewriting of treebanks, on an invented sentence."""

from __future__ import annotations

import gzip
import random
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import DocBin
from spacy.vocab import Vocab

from pipelines.language import compare, lemmas, train, treebank
from pipelines.language.evaluate import blocks_of

VOCAB = Vocab()

CONLLU = """# newdoc id = 1
1\tZij\tzij\tPRON\tVNW|pers\tCase=Nom|PronType=Prs\t2\tnsubj\t_\t_
2\tzei\tzeggen\tVERB\tWW|pv|verl|ev\tMood=Ind|VerbForm=Fin\t0\troot\t_\tSpaceAfter=No
3\t:\t:\tPUNCT\tLET\t_\t6\tpunct\t_\t_
4\t"\t"\tPUNCT\tLET\t_\t6\tpunct\t_\tSpaceAfter=No
5\tHet\thet\tPRON\tVNW|pers\t_\t6\tnsubj\t_\t_
6\tkomt\tkomen\tVERB\tWW|pv|tgw|met-t\tVerbForm=Fin\t2\tccomp\t_\tSpaceAfter=No
7\t"\t"\tPUNCT\tLET\t_\t6\tpunct\t_\tSpaceAfter=No
8\t.\t.\tPUNCT\tLET\t_\t2\tpunct\t_\t_

"""


@pytest.fixture
def sentence(tmp_path: Path) -> treebank.Sentence:
    path = tmp_path / "a.conllu"
    path.write_text(CONLLU, encoding="utf-8")
    ((found,),) = treebank.read(path)
    return found


def test_reading_leaves_disputed_features_out(sentence: treebank.Sentence) -> None:
    assert [row.morph for row in sentence][:2] == ["Case=Nom", "VerbForm=Fin"]
    assert treebank.as_doc([sentence], VOCAB).text.strip() == 'Zij zei: "Het komt".'


@settings(deadline=None, max_examples=50)
@given(seed=st.integers(0, 10_000), rate=st.sampled_from([0.0, 0.5, 1.0]))
def test_letter_style_keeps_a_tree_with_one_root(seed: int, rate: float) -> None:
    rows = tuple(
        treebank.Row(word, word, "X", "LET", "", head, dep, True)
        for word, head, dep in [
            ("Zij", 1, "nsubj"),
            ("zei", 1, "root"),
            ('"', 3, "punct"),
            ("ja", 1, "ccomp"),
            ('"', 3, "punct"),
            (".", 1, "punct"),
        ]
    )
    styled = treebank.in_letter_style(rows, random.Random(seed), rate)
    assert sum(row.dep == "root" for row in styled) == 1
    for at, row in enumerate(styled):
        steps = 0
        while styled[at].dep != "root":
            at, steps = styled[at].head, steps + 1
            assert steps <= len(styled), "a circle"
        assert 0 <= row.head < len(styled)
    doc = treebank.as_doc([styled], VOCAB)
    assert len(list(doc.sents)) == 1


def test_lemmas_are_learned_by_ending() -> None:
    def row(word: str, lemma: str) -> treebank.Row:
        return treebank.Row(word, lemma, "NOUN", "N|soort|mv|basis", "", 0, "root", True)

    table = lemmas.learn(
        [row("fietsen", "fiets"), row("boten", "boot"), row("koeien", "koe"), row("dingen", "ding")]
    )
    edits = table["N|soort|mv|basis"]
    assert edits[""] == "-2+"
    assert len(edits) < 12, "endings that say nothing new are left out"


def test_headings_and_items_stand_apart_in_blocks() -> None:
    def sentence(text: str) -> treebank.Sentence:
        words = text.split()
        return tuple(
            treebank.Row(w, w, "X", "LET", "", 0, "root" if not n else "dep", True)
            for n, w in enumerate(words)
        )

    gold = treebank.as_doc(
        [sentence(t) for t in ("Zie ook :", "De kust", "Het regent .", "( Soms . )", "Bronnen")], VOCAB
    )
    found = [gold.text[b.start : b.end].strip() for b in blocks_of(gold)]
    assert found == ["Zie ook :", "De kust", "Het regent . ( Soms . ) Bronnen"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A treebank of one sentence, in parts."""
    for part in ("train", "dev"):
        (tmp_path / f"{part}.conllu.gz").write_bytes(gzip.compress(CONLLU.encode()))
    return tmp_path


@pytest.mark.parametrize("rate", [None, 1.0])
def test_letter_style_is_put_on_or_left_off(folder: Path, rate: float | None) -> None:
    train.prepare(folder, folder / "work", rate=rate)
    (doc,) = DocBin().from_disk(folder / "work" / "train.spacy").get_docs(VOCAB)
    (dev,) = DocBin().from_disk(folder / "work" / "dev.spacy").get_docs(VOCAB)
    assert dev.text.strip() == 'Zij zei: "Het komt".'
    assert (doc.text.strip() == dev.text.strip()) == (rate is None)


def test_every_try_changes_something_that_the_network_has(folder: Path) -> None:
    train.prepare(folder, folder / "work")
    tries = tomllib.loads(compare.TRIES.read_text(encoding="utf-8"))
    ships = train.config_for(folder / "work", steps=1, overrides={}).to_str()
    for name, row in tries.items():
        changed = train.config_for(folder / "work", steps=1, overrides=row.get("set", {})).to_str()
        assert (changed != ships) == ("set" in row), name


@pytest.mark.parametrize(("size", "expected"), [(1, [1, 2, 3]), (2, [3, 3]), (4, [6]), (9, [6])])
def test_documents_are_joined(sentence: treebank.Sentence, size: int, expected: list[int]) -> None:
    documents = [(sentence,) * count for count in (1, 2, 3)]
    assert [len(d) for d in treebank.joined(documents, size)] == expected
