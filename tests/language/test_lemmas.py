"""Lemmas: edits, and what the shipped table makes of words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamerstukken.language import load
from kamerstukken.language.lemmas import apply_edit, find_edit

WORD = st.text(alphabet="abdeghiklnoprstuvwzëï", min_size=1, max_size=12)


@given(WORD, WORD)
def test_an_edit_makes_the_lemma_it_was_found_from(form: str, lemma: str) -> None:
    assert apply_edit(form, find_edit(form, lemma)) == lemma


@pytest.mark.parametrize(
    ("form", "lemma", "edit"),
    [
        ("maatregelen", "maatregel", "-2+"),
        ("geïnformeerd", "informeren", "ge-2+ren"),
        ("opgelost", "oplossen", "ge-1+sen"),
        ("uitgevoerd", "uitvoeren", "ge-1+en"),
        ("loopt", "lopen", "-2+pen"),
    ],
)
def test_edits(form: str, lemma: str, edit: str) -> None:
    assert find_edit(form, lemma).startswith(edit.partition("-")[0])
    assert apply_edit(form, find_edit(form, lemma)) == lemma


LEMMAS = [
    ("geïnformeerd", "WW|vd|vrij|zonder", False, "informeren", "ï after the prefix"),
    ("geëvalueerd", "WW|vd|vrij|zonder", False, "evalueren", "ë after the prefix"),
    ("opgelost", "WW|vd|vrij|zonder", False, "oplossen", "the prefix behind a particle"),
    ("toegezegd", "WW|vd|vrij|zonder", False, "toezeggen", "doubling"),
    ("informeert", "WW|pv|tgw|met-t", False, "informeren", "a finite form"),
    ("zal", "WW|pv|tgw|ev", False, "zullen", "irregular"),
    ("maatregelen", "N|soort|mv|basis", False, "maatregel", "a plural"),
    ("moties", "N|soort|mv|basis", False, "motie", "a plural in -s"),
    ("VNG", "N|eigen|ev|basis|zijd|stan", False, "VNG", "an abbreviation stays"),
    ("GENUA", "N|eigen|ev|basis|onz|stan", False, "Genua", "a name in capitals"),
    (
        "Nederlandse",
        "ADJ|prenom|basis|met-e|stan",
        False,
        "Nederlands",
        "a capital inside the sentence stays",
    ),
    ("Belangrijke", "ADJ|prenom|basis|met-e|stan", True, "belangrijk", "the first word's capital goes"),
    ("30", "TW|hoofd|vrij", False, "30", "a number"),
    (".", "LET", False, ".", "a stop"),
    ("xyzq", "ONBEKEND", False, "xyzq", "a tag that the table does not know"),
]


@pytest.mark.parametrize(("form", "tag", "first", "lemma", "why"), LEMMAS, ids=[row[4] for row in LEMMAS])
def test_shipped_lemmas(form: str, tag: str, first: bool, lemma: str, why: str) -> None:
    assert load().get_pipe("kamerstukken_lemmas").lemma(form, tag, first) == lemma
