"""Commitments: sentences in letter style, and what holds for every row."""

from __future__ import annotations

from pathlib import Path

from commit_letters import letter
from hypothesis import given, settings
from hypothesis import strategies as st

from kamerstukken.commit import commit
from kamerstukken.commit.fields.ident import identifiers
from kamerstukken.commit.units import units
from kamerstukken.evaluation.gold import load_folder


def test_fields_of_a_promise() -> None:
    (row,) = commit(letter(("paragraph", "Ik zal uw Kamer voor 1 juli 2024 informeren over de voortgang.")))
    assert (row.actor.text, row.actor.norm) == ("Ik", "minister van VWS")
    assert row.addressee == "Tweede Kamer"
    assert row.deadline is not None and row.deadline.end == "2024-06-30"
    assert "informeren" in row.action
    assert row.rule and row.strength == "hard"


def test_the_lead_in_reaches_its_items() -> None:
    document = letter(
        ("paragraph", "Concreet betekent dit dat ik:"),
        ("item", "de regeling verleng;"),
        ("paragraph", "Tot slot."),
    )
    lead_ins = [u.lead_in for u in units(document)]
    assert lead_ins == ["", "Concreet betekent dit dat ik:", ""]


def test_an_answer_read_as_a_question_is_still_read() -> None:
    document = letter(("question", "Bent u bereid dit te doen?"), ("question", "Ik zal dit onderzoeken."))
    assert [u.text for u in units(document)] == ["Ik zal dit onderzoeken."]


def test_names_tell_equal_quotes_apart_and_do_not_hang_on_the_file() -> None:
    one = letter(("paragraph", "x"))
    names = identifiers(one, ("Ik zal.", "Ik zal.", "Wij."))
    assert len(set(names)) == 3
    assert names == identifiers(one, ("Ik  zal!", "ik zal", "wij"))


@settings(max_examples=25, deadline=None)
@given(st.lists(st.text(max_size=120), min_size=1, max_size=4))
def test_every_quote_is_verbatim(texts: list[str]) -> None:
    document = letter(*(("paragraph", t) for t in texts))
    for row in commit(document):
        span = row.quote.span
        assert document.text[span.start : span.end] == row.quote.text
        assert 0 <= row.confidence <= 1


def test_commit_twice_is_the_same(shared: Path) -> None:
    document = load_folder(shared / "gold")[0].document
    assert commit(document) == commit(document)
