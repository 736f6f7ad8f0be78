"""What the page on deadlines shows is what comes out."""

from __future__ import annotations

import doctest
from pathlib import Path

import kamerstukken.commit.deadline

PAGE = Path(__file__).resolve().parent.parent.parent / "docs" / "deadlines.md"


def test_the_page_runs() -> None:
    text = PAGE.read_text(encoding="utf-8").replace("```", "\n")
    test = doctest.DocTestParser().get_doctest(text, {}, "deadlines.md", str(PAGE), 0)
    runner = doctest.DocTestRunner()
    runner.run(test)
    assert runner.summarize().attempted >= 4
    assert runner.summarize().failed == 0


def test_the_module_runs() -> None:
    assert doctest.testmod(kamerstukken.commit.deadline).failed == 0
