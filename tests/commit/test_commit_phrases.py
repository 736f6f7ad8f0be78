"""Sentences in letter style: what the stage takes each for, and into which clauses it parts them."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from commit_letters import letter

from kamerstukken.commit import commit
from kamerstukken.commit.clauses import clauses
from kamerstukken.language import load
from kamerstukken.model import Document

FOLDER = Path(__file__).parent.parent / "cases/commit"
KINDS = {"none": set(), "act": {"toezegging", "maatregel"}}


def cases(*names: str) -> list[Any]:
    """The cases of some tables; one with `known` is a weakness that we know of, and must keep failing until it is mended."""
    found = [
        case for name in names for case in tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))["case"]
    ]
    marks = [
        [pytest.mark.xfail(reason=case["known"], strict=True)] if "known" in case else [] for case in found
    ]
    return [pytest.param(c, id=c["text"][:70], marks=m) for c, m in zip(found, marks, strict=True)]


def written(case: dict[str, str]) -> Document:
    """The case's sentence in a letter of its own, under its heading and lead-in."""
    above = [("heading", case["heading"])] if "heading" in case else []
    above += [("paragraph", case["lead"])] if "lead" in case else []
    return letter(*above, (case.get("kind", "paragraph"), case["text"]))


@pytest.mark.parametrize("case", cases("sentences", "promises", "measures", "none", "pairs"))
def test_what_a_sentence_is_taken_for(case: dict[str, str]) -> None:
    document = written(case)
    block = document.blocks[-1].n
    kinds = {c.kind for c in commit(document) if c.block == block}
    allowed = KINDS.get(case["take"], {case["take"]})
    assert kinds <= allowed, case["why"]
    assert kinds or not allowed, case["why"]


@pytest.mark.parametrize("case", cases("clauses"))
def test_one_act_a_clause(case: dict[str, Any]) -> None:
    text = case["text"]
    found = [text[span.start : span.end].rstrip(".") for span in clauses(load()(text))]
    assert found == case["parts"], case["why"]


@pytest.mark.parametrize("case", cases("status"))
def test_how_far_an_act_is(case: dict[str, str]) -> None:
    assert {c.status for c in commit(written(case))} == {case["status"]}, case["why"]
