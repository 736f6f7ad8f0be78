"""Days as letters write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamerstukken.structure.metadata.dates import MONTHS, day_in, is_day

DAYS = [
    ("7 januari 2015", "2015-01-07", "the usual form"),
    ("Den Haag, 23 augustus 2024", "2024-08-23", "a place before it"),
    ("1 mrt. 2016", "2016-03-01", "a month cut short that does not begin its name"),
    ("12 SEPT 2019", "2019-09-12", "stamped in capitals"),
    ("5mei 2015", "2015-05-05", "a blank lost by the text layer"),
    ("05-04-2023", "2023-04-05", "figures"),
    ("5/4/2023", "2023-04-05", "figures with strokes"),
    ("2023-04-05", "2023-04-05", "as in a register"),
    ("31 februari 2020", None, "a day that does not exist"),
    ("2015-0000158565", None, "a kenmerk"),
    ("33900-10/2015D01413", None, "a reference"),
    ("mei 2020", None, "a month is no day"),
    ("", None, "nothing filled in"),
]


@pytest.mark.parametrize(("text", "iso", "why"), DAYS)
def test_day_in(text: str, iso: str | None, why: str) -> None:
    assert day_in(text) == iso, why


@given(st.dates(min_value=date(1995, 1, 1), max_value=date(2060, 12, 31)))
def test_every_day_is_read_back_in_words_and_figures(day: date) -> None:
    assert day_in(f"Datum {day.day} {MONTHS[day.month - 1]} {day.year}") == day.isoformat()
    assert day_in(f"{day.day:02}-{day.month:02}-{day.year}") == day.isoformat()


def test_a_day_within_a_sentence_is_no_day_alone() -> None:
    assert is_day("'s-Gravenhage, 5 mei 2015")
    assert not is_day("In mijn brief van 5 mei 2015 schreef ik")
