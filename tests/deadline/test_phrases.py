"""Every phrasing of the table comes to its days."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kamerstukken.commit.deadline import parse_deadline
from kamerstukken.commit.deadline.grammar import moments

CASES = tomllib.loads(
    (Path(__file__).parent.parent / "cases" / "deadline" / "phrases.toml").read_text(encoding="utf-8")
)["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c['text']} ({c['date']})")
def test_phrase(case: dict[str, Any]) -> None:
    deadline = parse_deadline(case["text"], case["date"])
    if case.get("none"):
        assert deadline is None, case["why"]
        return
    assert deadline is not None, case["why"]
    assert (deadline.start, deadline.end) == (case.get("start"), case.get("end")), case["why"]
    assert deadline.certainty == case.get("certainty", "exact"), case["why"]
    assert deadline.rrule == case.get("rrule"), case["why"]


def test_table_is_large_and_without_doubles() -> None:
    assert len(CASES) >= 150
    assert len({(c["text"], c["date"]) for c in CASES}) == len(CASES)


def test_a_name_is_no_season() -> None:
    day = date(2020, 4, 24)
    assert moments("de commissies (Samson, Deetman, De Winter) adviseerden", day) == ()
    assert [m.deadline.text for m in moments("De winter van 2020 begint", day)] == ["De winter van 2020"]
