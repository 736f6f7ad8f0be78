"""The parts of the commitments stage by themselves: lexicon, features of the parse, surroundings, weights, clauses."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from commit_letters import letter
from hypothesis import given, settings
from hypothesis import strategies as st

from kamerstukken.commit import commit
from kamerstukken.commit.clauses import clauses
from kamerstukken.commit.grammar import grammar
from kamerstukken.commit.learned import HEADS, chance, read_weights, shipped
from kamerstukken.commit.lexicon import noun_classes, verb_classes
from kamerstukken.commit.surroundings import NAMES, surroundings
from kamerstukken.commit.units import units
from kamerstukken.language import load

WORDS = ["ik", "zal", "en", "de", "Kamer", "informeren", "waarna", "is", "regeling", "besloten", "niet", "."]


@pytest.mark.parametrize(
    ("lemma", "classes", "why"),
    [
        ("verkennen", ("onderzoeken",), "a verb of the lists"),
        ("voort_zetten", ("uitvoeren",), "a separable verb in two pieces"),
        ("publiceren", ("maken",), "one class"),
        ("versterken", ("veranderen",), "one class"),
        ("kikkeren", (), "no class"),
    ],
)
def test_verbs_have_classes(lemma: str, classes: tuple[str, ...], why: str) -> None:
    assert verb_classes(lemma) == classes, why


@pytest.mark.parametrize(
    ("lemma", "classes", "why"),
    [
        ("programma", ("instrument",), "a noun of the lists"),
        ("stimuleringsprogramma", ("instrument",), "a compound goes by its end"),
        ("vervolgonderzoek", ("studie",), "in the lists itself"),
        ("el", (), "too short for the end of a compound"),
        ("xx", (), "shorter than any head"),
    ],
)
def test_nouns_have_classes(lemma: str, classes: tuple[str, ...], why: str) -> None:
    assert noun_classes(lemma) == classes, why


@pytest.mark.parametrize(
    ("one", "other", "names", "why"),
    [
        (
            "Ik informeer uw Kamer.",
            "De Inspectie informeert scholen.",
            ("Rsc:ik",),
            "the subject tells who promises",
        ),
        (
            "De regeling is onderzocht.",
            "De regeling wordt onderzocht.",
            ("Rt:Preszijn",),
            "the helper tells what is done",
        ),
        ("Ik ga dit verkennen.", "Ik zie dit.", ("Xvc:onderzoeken",), "the verb behind gaan is the act"),
    ],
)
def test_the_parse_tells_apart_what_words_do_not(
    one: str, other: str, names: tuple[str, ...], why: str
) -> None:
    mine, theirs = grammar(load()(one)), grammar(load()(other))
    assert all(name in mine and name not in theirs for name in names), why


def test_nothing_is_said_of_an_empty_parse() -> None:
    assert grammar(load()("")) == {}


def test_what_stands_around_a_unit() -> None:
    document = letter(
        ("paragraph", "Ik zal dit doen. Het is een feit."),
        ("paragraph", "Het komende jaar zal ik:"),
        ("item", "een loket openen;"),
        ("item", "een regeling treffen."),
    )
    found = units(document)
    columns = surroundings(found, [2.0, -2.0, -1.0, 3.0, 1.0])
    rows = [dict(zip(NAMES, row, strict=True)) for row in columns]
    assert [row["own"] for row in rows] == [2.0, -2.0, -1.0, 3.0, 1.0]
    assert (rows[0]["after"], rows[0]["block mean"], rows[0]["in a list"]) == (-2.0, -2.0, 0.0)
    assert (rows[3]["list mean"], rows[4]["list mean"], rows[3]["item"]) == (1.0, 3.0, 1.0)
    assert rows[2]["alone in block"] == 1.0
    assert {row["letter mean"] for row in rows} == {np.mean([2.0, -2.0, -1.0, 3.0, 1.0])}


def test_a_letter_without_a_unit_has_no_surroundings() -> None:
    assert surroundings([], []).shape == (0, len(NAMES))


def test_weights_are_the_same_after_a_round_trip() -> None:
    weights = shipped()
    assert read_weights(weights.to_bytes()).to_bytes() == weights.to_bytes()
    assert weights.grammar.matrix.shape == (len(weights.grammar.vocabulary), len(HEADS))
    assert weights.place.shape == (len(NAMES) + 1,)


@given(st.floats(-1e6, 1e6))
def test_a_chance_is_a_chance(score: float) -> None:
    assert 0.0 < chance(score) < 1.0
    assert chance(score) + chance(-score) == pytest.approx(1.0)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=24))
def test_clauses_lie_in_the_text_in_order(words: list[str]) -> None:
    text = " ".join(words)
    found = clauses(load()(text))
    edges = [offset for span in found for offset in (span.start, span.end)]
    assert edges == sorted(edges) and edges[0] >= 0 and edges[-1] <= len(text)


def test_a_higher_threshold_keeps_a_part_of_the_same() -> None:
    document = letter(
        ("paragraph", "Ik zal uw Kamer voor de zomer informeren. Het overleg loopt. Dat is een goede zaak."),
        ("paragraph", "De regeling is verlengd. Wij blijven dit volgen. Het aantal is gestegen."),
    )
    kept = [{c.quote.span for c in commit(document, threshold=at)} for at in (0.1, 0.4, 0.7, 1.0)]
    assert kept[0] > kept[3] == set()
    assert all(more >= less for more, less in itertools.pairwise(kept))


def test_two_acts_of_one_sentence_are_two_rows() -> None:
    document = letter(
        ("paragraph", "De proef loopt tot eind 2025 en ik zal in 2026 de resultaten met uw Kamer delen.")
    )
    rows = commit(document)
    assert [row.quote.text for row in rows] == [
        "De proef loopt tot eind 2025",
        "ik zal in 2026 de resultaten met uw Kamer delen.",
    ]
    assert [row.kind for row in rows] == ["maatregel", "toezegging"]
    assert len({row.id for row in rows}) == 2
