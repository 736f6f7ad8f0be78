"""The pipeline that ships in the package, and another in its place."""

from __future__ import annotations

import csv
import time
from pathlib import Path

import numpy as np
import pytest
from spacy.language import Language
from spacy.tokens import Doc, Token

from kamerstukken.errors import BadInput
from kamerstukken.language import load, parse, sentence_spans
from kamerstukken.language.labels import relabel
from kamerstukken.language.load import load_folder

PACKED = Path(__file__).resolve().parents[2] / "kamerstukken" / "language" / "nl"


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load()


def root(doc: Doc) -> Token:
    return next(t for t in doc if t.dep_ == "ROOT")


def test_made_once_a_process(nlp: Language) -> None:
    start = time.perf_counter()
    assert load() is nlp
    assert load(None) is nlp
    assert load("nl_kamerstukken") is nlp
    assert time.perf_counter() - start < 0.01


def test_loads_fast_and_is_small() -> None:
    start = time.process_time()
    load_folder(PACKED)
    assert time.process_time() - start < 1.5
    assert sum(p.stat().st_size for p in PACKED.rglob("*")) < 12_000_000


def test_holds_no_words_of_the_treebanks(nlp: Language) -> None:
    assert len((PACKED / "vocab" / "strings.json").read_text(encoding="utf-8")) < 60_000
    assert nlp.meta["name"] == "kamerstukken"
    assert nlp.meta["version"]


def test_its_sentences_are_those_of_the_splitter(nlp: Language) -> None:
    text = "De motie van het lid Van Nispen c.s. (nr. 30) is d.d. 3 juni jl. besproken. Zij wordt uitgevoerd ¦ o.a. door de VNG.\n\nStand van zaken\nDaarnaast volgt een brief."
    assert [s.text.strip() for s in nlp(text).sents] == [text[s.start : s.end] for s in sentence_spans(text)]


def test_a_commitment_is_understood(nlp: Language) -> None:
    doc = nlp("Ik zal uw Kamer voor de zomer informeren over de voortgang.")
    verb = root(doc)
    assert (verb.lemma_, verb.pos_) == ("informeren", "VERB")
    assert {c.text: c.dep_ for c in verb.children if c.dep_ in ("nsubj", "aux", "obj")} == {
        "Ik": "nsubj",
        "zal": "aux",
        "Kamer": "obj",
    }
    assert doc[1].morph.get("VerbForm") == ["Fin"]


def test_passive_and_participle(nlp: Language) -> None:
    doc = nlp("Uw Kamer wordt hierover in het najaar nader geïnformeerd.")
    assert root(doc).lemma_ == "informeren"
    assert any(t.dep_ == "aux:pass" for t in doc)
    assert doc[1].dep_ == "nsubj:pass"


def test_parse_keeps_order_and_takes_empty_texts(nlp: Language) -> None:
    texts = ["Dat klopt.", "", "Het kabinet onderzoekt dit. Ik kom hierop terug."]
    docs = list(parse(texts))
    assert [d.text for d in docs] == texts
    assert len(list(docs[2].sents)) == 2


def test_same_text_same_parse_alone_and_in_a_batch(nlp: Language) -> None:
    texts = [
        "De minister start in 2024 een onderzoek.",
        "Wij pakken dit samen met de politie aan.",
        "Er komt een meldpunt.",
    ]
    together = [[(t.dep_, t.head.i, t.tag_) for t in d] for d in parse(texts)]
    assert together == [[(t.dep_, t.head.i, t.tag_) for t in nlp(text)] for text in texts]


def test_a_pipeline_that_is_not_installed() -> None:
    with pytest.raises(BadInput, match="nl_nergens_te_vinden"):
        load("nl_nergens_te_vinden")


def test_a_pipeline_of_another_language(tmp_path: Path) -> None:
    import spacy

    spacy.blank("en").to_disk(tmp_path / "en")
    with pytest.raises(BadInput, match="not a Dutch pipeline"):
        load(str(tmp_path / "en"))


def test_another_pipeline_takes_our_sentences_and_labels(tmp_path: Path) -> None:
    """A pipeline with other labels and its own sentence splitter, as older Dutch ones are."""
    import spacy
    from spacy.training import Example

    other = spacy.blank("nl")
    other.add_pipe("senter")
    tagger, parser = other.add_pipe("tagger"), other.add_pipe("parser")
    words = ["Dat", "wordt", "gedaan"]
    annotated = {
        "words": words,
        "tags": ["VNW", "WW|pv|tgw", "WW|vd"],
        "heads": [2, 2, 2],
        "deps": ["nsubjpass", "auxpass", "ROOT"],
        "sent_starts": [1, -1, -1],
    }
    example = Example.from_dict(other.make_doc("Dat wordt gedaan"), annotated)
    for label in ("VNW", "WW|pv|tgw", "WW|vd"):
        tagger.add_label(label)
    for label in ("nsubjpass", "auxpass"):
        parser.add_label(label)
    optimizer = other.initialize(lambda: [example])
    for _ in range(3):
        other.update([example], sgd=optimizer)
    other.to_disk(tmp_path / "nl_other")
    doc = load(str(tmp_path / "nl_other"))("Dat wordt gedaan. Dat wordt o.a. gedaan.")
    assert [s.text for s in doc.sents] == ["Dat wordt gedaan.", "Dat wordt o.a. gedaan."]
    assert {t.dep_ for t in doc} <= {"nsubj:pass", "aux:pass", "ROOT", "dep", ""}


def test_ours_can_be_saved_and_loaded_again(nlp: Language, tmp_path: Path) -> None:
    text = "Ik informeer uw Kamer o.a. over de motie d.d. 3 juni jl. Zij wordt uitgevoerd."
    nlp.to_disk(tmp_path / "saved")
    again = load(str(tmp_path / "saved"))
    kept = [(t.text, t.lemma_, t.tag_, str(t.morph), t.dep_, t.head.i, t.is_sent_start) for t in nlp(text)]
    assert [
        (t.text, t.lemma_, t.tag_, str(t.morph), t.dep_, t.head.i, t.is_sent_start) for t in again(text)
    ] == kept


def test_a_quick_network_takes_over_saved_weights(nlp: Language) -> None:
    docs = [nlp.make_doc("Ik informeer uw Kamer.")]
    blank = load_folder(PACKED)
    network = blank.get_pipe("tok2vec").model
    before = network.predict(docs)[0].copy()
    changed = network.layers[0].copy()
    for node in changed.walk():
        for name in node.param_names:
            node.set_param(name, node.get_param(name) * 0.5)
    network.from_bytes(changed.to_bytes())
    after = network.predict(docs)[0]
    assert not np.allclose(after, before)
    assert np.allclose(after, changed.predict(docs)[0], atol=1e-4)


def test_labels_of_other_pipelines_become_ours(nlp: Language) -> None:
    doc = Doc(
        nlp.vocab,
        words=["Dat", "wordt", "gedaan"],
        tags=["VNW|aanw", "WW|pv|tgw|met-t", "WW|vd|vrij|zonder"],
        deps=["nsubjpass", "auxpass", "ROOT"],
        heads=[2, 2, 2],
    )
    relabel(doc)
    assert [t.dep_ for t in doc] == ["nsubj:pass", "aux:pass", "ROOT"]
    assert [t.morph.get("VerbForm") for t in doc] == [[], ["Fin"], ["Part"]]


@pytest.mark.parametrize(
    ("words", "heads", "deps", "lemmas", "expected", "why"),
    [
        ("Wij nemen dit over", [1, 1, 1, 1], ["nsubj", "ROOT", "obj", "prt"], ["wij", "over_nemen", "dit", "over"], "nemen", "its particle stands apart"),
        ("Dat wij dit overnemen", [3, 3, 3, 3], ["mark", "nsubj", "obj", "ROOT"], ["dat", "wij", "dit", "over_nemen"], "overnemen", "it does not"),
        ("Wij nemen dit over", [1, 1, 1, 1], ["nsubj", "ROOT", "obj", "prt"], ["", "", "", ""], "nemen", "a pipeline without lemmas"),
    ],
)  # fmt: skip
def test_lemmas_of_other_pipelines_become_ours(
    nlp: Language, words: str, heads: list[int], deps: list[str], lemmas: list[str], expected: str, why: str
) -> None:
    doc = relabel(Doc(nlp.vocab, words=words.split(), heads=heads, deps=deps, lemmas=lemmas))
    assert root(doc).lemma_ == expected, why


def test_a_tag_alone_gives_the_part_of_speech(nlp: Language) -> None:
    tags = ["LID|bep", "N|eigen|ev", "N|soort|ev", "WW|pv|tgw", "VG|onder", "LET"]
    doc = relabel(Doc(nlp.vocab, words=["de", "NS", "brief", "komt", "dat", "."], tags=tags))
    assert [t.pos_ for t in doc] == ["DET", "PROPN", "NOUN", "VERB", "SCONJ", "PUNCT"]


@pytest.mark.shared
def test_thirty_commitments(shared: Path, nlp: Language) -> None:
    with (shared / "treebank" / "verbs.tsv").open(encoding="utf-8") as lines:
        rows = [row for row in csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE) if len(row) == 5]
    finite = subject = passive = 0
    for text, verb, who, _, voice in rows:
        doc = nlp(text)
        finite += any(t.text == verb and "Fin" in t.morph.get("VerbForm") for t in doc)
        subject += any(t.text == who and t.dep_.startswith("nsubj") for t in doc)
        passive += (voice == "1") == any(t.dep_ == "aux:pass" for t in root(doc).children)
    assert len(rows) == 30
    assert (finite, passive) >= (29, 29)
    assert subject >= 26
