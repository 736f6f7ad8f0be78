"""Every phrasing of the tables gives its references, and what looks like one gives none."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from kamerstukken import cite_text

FOLDER = Path(__file__).parent.parent / "cases" / "cite"


def cases(name: str) -> list[dict[str, Any]]:
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))["case"]


POSITIVE = [case for name in ("kamerstuk", "motie", "andere") for case in cases(name)]
NEGATIVE = cases("geen")


@pytest.mark.parametrize("case", POSITIVE, ids=lambda c: c["text"])
def test_found(case: dict[str, Any]) -> None:
    found = cite_text(case["text"])
    assert [r.text for r in found] == case["found"], case["why"]
    assert [id for r in found for id in r.ids] == case["ids"], case["why"]
    first = found[0]
    assert first.kind == case.get("kind", "kamerstuk"), case["why"]
    for field in ("chamber", "session", "pages", "number"):
        if field in case:
            assert getattr(first, field) == case[field], case["why"]
    assert list(first.indieners) == case.get("indieners", []), case["why"]
    assert first.resolved_by == case.get("by", "own words" if first.ids else None), case["why"]


@pytest.mark.parametrize("case", NEGATIVE, ids=lambda c: c["text"])
def test_nothing_found(case: dict[str, Any]) -> None:
    assert cite_text(case["text"]) == [], case["why"]


def test_tables_are_without_doubles() -> None:
    texts = [case["text"] for case in (*POSITIVE, *NEGATIVE)]
    assert len(texts) == len(set(texts)) >= 90
    assert all(case["why"] for case in (*POSITIVE, *NEGATIVE))
