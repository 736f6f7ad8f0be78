"""No cell can become a formula, and every text comes back."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamerstukken.export._parts.cells import as_text, guarded, plain, unguarded

NASTY = st.text(alphabet="ab'=+-@\uff1d;,\t\n\r|\" 1", max_size=20)
STARTS = tuple("=+-@\uff1d\uff0b\uff0d\uff20")


@pytest.mark.parametrize(
    "text, cell, why",
    [
        ("=1+1", "'=1+1", "a formula"),
        ("-10%", "'-10%", "a sign that computes"),
        ("@SUM(A1)", "'@SUM(A1)", "Lotus' way to write a formula"),
        ("\t=1", "'\t'=1", "a blank that some programs drop"),
        ("a;=1+1", "a;'=1+1", "a new cell where ; separates, as in a Dutch Excel"),
        ("rij\n-eind", "rij\n'-eind", "a new row for a reader that does not know quotes"),
        ("Veren, - zoals gezegd - varen", "Veren, - zoals gezegd - varen", "a dash in prose stands behind a blank"),
        ("2019-2020", "2019-2020", "a sign inside a word computes nothing"),
        ("'s-Gravenhage", "'s-Gravenhage", "an apostrophe of the language"),
        ("'=1", "''=1", "an apostrophe that was there is kept"),
        ("", "", "nothing"),
    ],
)  # fmt: skip
def test_guard(text: str, cell: str, why: str) -> None:
    assert guarded(text) == cell, why
    assert unguarded(cell) == text, why


@given(NASTY | st.text())
def test_every_text_comes_back(text: str) -> None:
    assert unguarded(guarded(text)) == text


@given(NASTY)
def test_no_part_begins_with_a_sign(text: str) -> None:
    cell = guarded(text)
    assert not cell.startswith((*STARTS, "\t", "\r"))
    for part in re.split("[;,|\t\n\r]", cell)[1:]:
        assert not part.removeprefix('"').startswith(STARTS)


@pytest.mark.parametrize(
    "value, shown, written, why",
    [
        (None, None, "", "not known"),
        (True, "ja", "true", "Dutch for people, JSON's word for programs"),
        (False, "nee", "false", "the same"),
        (("=a", "b"), "=a; b", "'=a; b", "a list in one cell"),
        (0.5, 0.5, "0.5", "a number"),
    ],
)
def test_values_in_cells(value: object, shown: object, written: str, why: str) -> None:
    assert (plain(value), as_text(value)) == (shown, written), why
