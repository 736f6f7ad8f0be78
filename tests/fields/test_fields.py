"""What is said of an act: action, actor, firmness, addressee. Tables of invented sentences, each with its reason."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from act_letters import TWO, act_in, action_and_actor, letter
from hypothesis import given, settings
from hypothesis import strategies as st

from kamerstukken.commit.fields.action import plain
from kamerstukken.commit.fields.action.hanging import hanging_summary, subject_above
from kamerstukken.commit.fields.addressee import addressee
from kamerstukken.commit.fields.strength import strength

CASES = Path(__file__).parent.parent / "cases" / "fields"


def cases(name: str) -> list[dict[str, str]]:
    found: list[dict[str, str]] = tomllib.loads((CASES / name).read_text("utf-8"))["case"]
    return found


@pytest.mark.parametrize("case", cases("acts.toml"), ids=lambda c: c["text"][:60])
def test_action_and_actor(case: dict[str, str]) -> None:
    act = act_in(letter(("paragraph", case["text"])), case["text"])
    action, who = action_and_actor(act)
    assert action == case["action"], case["why"]
    assert (who.norm or "") == case["actor"], case["why"]


@pytest.mark.parametrize("case", cases("strength.toml"), ids=lambda c: c["text"][:60])
def test_strength(case: dict[str, str]) -> None:
    act = act_in(letter(("paragraph", case["text"])), case.get("act", case["text"]))
    assert strength(act) == case["strength"], case["why"]


def test_the_heading_stands_for_what_an_act_only_points_at() -> None:
    document = letter(("heading", "2.3 Havens"), ("paragraph", "Ik zal dit onderzoeken."))
    assert action_and_actor(act_in(document, "Ik zal dit onderzoeken."))[0] == "Dit onderzoeken (Havens)"


def test_a_heading_that_says_nothing_is_not_named() -> None:
    document = letter(("heading", "Tot slot"), ("paragraph", "Ik zal dit onderzoeken."))
    assert action_and_actor(act_in(document, "Ik zal dit onderzoeken."))[0] == "Dit onderzoeken"


@pytest.mark.parametrize(
    ("text", "norm", "why"),
    [
        ("Wij sturen u het rapport.", "minister van VWS en staatssecretaris van Financiën", "both sign"),
        ("De staatssecretaris stuurt u het rapport.", "staatssecretaris van Financiën", "the one of that role"),
        ("De minister van Defensie en ik sturen u het rapport.", "minister van Defensie en minister van VWS", "another and the first who signs"),
    ],
)  # fmt: skip
def test_two_signatures(text: str, norm: str, why: str) -> None:
    assert action_and_actor(act_in(letter(("paragraph", text), signed=TWO), text))[1].norm == norm, why


def test_an_abbreviation_that_the_letter_introduces_is_written_out() -> None:
    document = letter(
        ("paragraph", "De Nationaal Veerman (hierna: NV) schreef mij."),
        ("paragraph", "De NV keurt de steigers."),
    )
    who = action_and_actor(act_in(document, "De NV keurt de steigers."))[1]
    assert (who.text, who.norm) == ("De NV", "Nationaal Veerman")


@pytest.mark.parametrize(
    ("text", "to", "expected", "why"),
    [
        ("Ik informeer u in mei.", "De voorzitter van de Tweede Kamer", "Tweede Kamer", "'u' is who the letter is sent to"),
        ("Ik informeer u in mei.", "De voorzitter van de Eerste Kamer", "Eerste Kamer", "the other chamber"),
        ("Ik informeer beide Kamers.", "De voorzitter van de Tweede Kamer", "Eerste en Tweede Kamer", "both"),
        ("Ik stuur de Eerste Kamer een brief.", "De voorzitter van de Tweede Kamer", "Eerste Kamer", "named outright"),
        ("Ik pas de regeling aan.", "De voorzitter van de Tweede Kamer", None, "nobody is told"),
    ],
)  # fmt: skip
def test_addressee(text: str, to: str, expected: str | None, why: str) -> None:
    assert addressee(act_in(letter(("paragraph", text), addressee=to), text)) == expected, why


@pytest.mark.parametrize(
    ("text", "promised", "expected", "why"),
    [
        ("Voortgangsrapportage veren\tQ3", True, "Aan de Kamer sturen: Voortgangsrapportage veren", "a paper in a planning table"),
        ("Verbreding haven\tQ3", True, "Verbreding haven", "no paper"),
        ("Voortgangsrapportage veren", False, "Voortgangsrapportage veren", "not promised"),
        ("• de regeling verlengen;", False, "De regeling verlengen", "without bullet and sign"),
        ("een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien", False, "Een twee drie vier vijf zes zeven acht negen tien elf twaalf …", "cut between words"),
    ],
)  # fmt: skip
def test_plain(text: str, promised: bool, expected: str, why: str) -> None:
    assert plain(text, promised=promised) == expected, why


@settings(max_examples=30, deadline=None)
@given(st.text(alphabet="abcdeik zal wordt de Kamer, informeren () ‘’ 2024.", min_size=1, max_size=120))
def test_any_clause_has_fields(text: str) -> None:
    """Whatever the words, the fields can be said, and a summary stays short."""
    if not text.strip():
        return
    act = act_in(letter(("paragraph", text)), text)
    action, who = action_and_actor(act)
    assert len(action.split()) <= 30
    assert who.text is None or who.text in text or who.text in act.sentence_text
    assert strength(act) in ("hard", "zwak", "voorwaardelijk")


@pytest.mark.parametrize(
    ("item", "action", "why"),
    [
        ("een handreiking voor kleine gemeenten opstel;", "Handreiking voor kleine gemeenten opstellen", "a verb that looks like a noun"),
        ("de regeling verleng;", "Regeling verlengen", "without article and sign"),
        ("een nieuwe haven voor alle veerponten;", "", "a noun closes it"),
    ],
)  # fmt: skip
def test_an_item_that_hangs_on_its_subject(item: str, action: str, why: str) -> None:
    document = letter(("paragraph", "Concreet betekent dit dat ik:"), ("item", item))
    act = act_in(document, item)
    assert hanging_summary(act) == action, why
    assert action_and_actor(act)[1].norm == "minister van VWS"


def test_an_item_under_another_line_hangs_on_nobody() -> None:
    document = letter(("paragraph", "De stand van zaken:"), ("item", "de regeling is verlengd;"))
    assert subject_above(act_in(document, "de regeling is verlengd;")) is None
