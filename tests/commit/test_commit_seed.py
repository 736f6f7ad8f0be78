"""The letter that the project started from, as text: nearly all that its makers listed is found."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pytest
from commit_letters import letter

from kamerstukken.cite import cite
from kamerstukken.commit import commit

LEAST = 31
"""Of the 35 acts that any analyst would list."""


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.casefold()))


def shares_half(one: str, other: str) -> bool:
    mine, theirs = words(one), words(other)
    return 2 * (mine & theirs).total() >= min(mine.total(), theirs.total())


@pytest.mark.shared
def test_most_acts_of_the_first_letter_are_found(shared: Path) -> None:
    text = (shared / "seed/letter.txt").read_text("utf-8")
    body = text.split("Geachte voorzitter,")[1]
    parts = [piece for part in re.split(r"\n\s*\n", body) for piece in re.split(r"\n(?=• )", part.strip())]
    blocks = [
        ("item" if p.startswith("•") else "paragraph", " ".join(p.lstrip("• ").split())) for p in parts if p
    ]
    document = letter(*blocks, date="2020-04-24")
    found = [c for c in commit(document, cite(document)) if c.kind != "aanbeveling"]
    labels = [json.loads(x) for x in (shared / "seed/seed_gold.jsonl").read_text("utf-8").splitlines()]
    acts = [x for x in labels if x["required"] and x["kind"] != "aanbeveling"]
    quotes = [" ".join(span["text"] for span in act["spans"]) for act in acts]
    hits = sum(any(shares_half(quote, c.quote.text) for c in found) for quote in quotes)
    assert len(acts) == 35
    assert hits >= LEAST
    assert sum("motie:Van Nispen" in c.motions for c in found) >= 2
