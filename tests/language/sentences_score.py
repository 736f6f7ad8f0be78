"""Boundaries found against boundaries marked, for the tests and the model card."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from kamerstukken.language.sentences import sentence_spans

CASES = Path(__file__).resolve().parent.parent / "cases" / "language" / "sentences.toml"
MARK = "¦"


@dataclass(frozen=True)
class Case:
    why: str
    text: str
    starts: frozenset[int]

    @property
    def found(self) -> frozenset[int]:
        return frozenset(span.start for span in sentence_spans(self.text)) - {0}


def load_cases() -> list[Case]:
    return [_case(row) for row in tomllib.loads(CASES.read_text(encoding="utf-8"))["case"]]


def _case(row: dict[str, str]) -> Case:
    pieces = row["text"].split(MARK)
    starts, at = set(), 0
    for piece in pieces[:-1]:
        at += len(piece)
        starts.add(at)
    return Case(row["why"], "".join(pieces), frozenset(starts))


def boundary_f1(cases: list[Case]) -> tuple[float, int]:
    """F1 over the boundaries inside the texts (the first start of a text is no merit), and the number of sentences."""
    right = sum(len(c.starts & c.found) for c in cases)
    marked = sum(len(c.starts) for c in cases)
    found = sum(len(c.found) for c in cases)
    return 2 * right / (marked + found), marked + len(cases)
