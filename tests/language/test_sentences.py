"""Sentence boundaries: a table in letter style, properties, and the labelled letters."""

from __future__ import annotations

import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kamerstukken.evaluation.gold import load_folder
from kamerstukken.language import sentence_spans
from tests.language.sentences_score import Case, boundary_f1, load_cases

CASES = load_cases()
PIECES = [
    "De Kamer",
    " ",
    ".",
    "nr.",
    "d.d.",
    "c.s.",
    "(",
    ")",
    "“",
    "”",
    "’",
    "\n",
    "\n\n",
    "\t",
    "2.1",
    "1.",
    "Ik",
    "?",
    "…",
    "é",
    "12",
    "Van",
    "jl.",
    "- ",
]


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.why)
def test_boundaries(case: Case) -> None:
    assert sorted(case.found) == sorted(case.starts)


def test_the_table_is_large_enough_and_the_splitter_good_enough() -> None:
    score, sentences = boundary_f1(CASES)
    assert sentences >= 150
    assert score >= 0.98


@given(st.one_of(st.text(max_size=200), st.lists(st.sampled_from(PIECES), max_size=60).map("".join)))
@example("")
@example(" \n\t ")
@example("….” 3) ’s")
def test_spans_are_ordered_trimmed_and_lose_nothing(text: str) -> None:
    spans = sentence_spans(text)
    for one, other in pairwise(spans):
        assert one.end <= other.start
    assert all(text[s.start : s.end] == text[s.start : s.end].strip() != "" for s in spans)
    kept = "".join(text[s.start : s.end] for s in spans)
    assert "".join(kept.split()) == "".join(text.split())


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_paragraphs_split_alone_and_together_alike(text: str) -> None:
    block = text.replace("\n", " ").strip() or "Ja."
    alone = [(s.start, s.end) for s in sentence_spans(block)]
    together = [(s.start, s.end) for s in sentence_spans(f"{block}\n\n{block}")]
    assert together[: len(alone)] == alone


@pytest.mark.parametrize(
    "hostile",
    [
        "(" * 30_000,
        ". " * 30_000,
        "a.b." * 15_000,
        "‘A" * 30_000,
        "\n- " * 20_000,
        "A" * 60_000,
        "(a" * 200 + "). " * 10_000,
    ],
)
def test_time_is_linear_on_hostile_text(hostile: str) -> None:
    start = time.perf_counter()
    sentence_spans(hostile)
    assert time.perf_counter() - start < 5


@pytest.mark.shared
def test_quotes_of_labelled_commitments_are_not_cut(shared: Path) -> None:
    cut = total = 0
    for labels in load_folder(shared / "gold"):
        blocks = {b.n: b for b in labels.document.blocks}
        for item in labels.items:
            text, quote = blocks[item["block"]].text, item["quote"]
            start = text.index(quote)
            cut += any(start < s.start < start + len(quote) for s in sentence_spans(text))
            total += 1
    assert total > 1000
    assert cut / total <= 0.02
