"""Bounds: figures on labelled sentences, and work that grows no faster than the text, however hostile."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kamerstukken import cite_text

HOSTILE = (
    "1234567890", "3", "nr. ", "34 843, ", "(", "(34843", "Kamerstukken II ", "2017-2018, ", "motie Van ", "moties van de leden ",
    "motie Leijten ", "Van der ", "artikel 3, ", "artikel 3 en 4 en ", "artikel 1 van de Wet aa ", "idem ", "Aanhangsel ", "1/2 ",
    "Handelingen II 2016/17, ", "34843, nr. 1 t/m 200 ", "Kamerstuk 34843, nr. 1, ", "de leden Aa hebben ", "\n", "34\u00a0", "COM(",
)  # fmt: skip

SHORT = 12_000
GROWTH = 12
"""Four times the text may take up to twelve times as long: a loaded machine doubles a time, quadratic work gives sixteen."""


def seconds(text: str) -> float:
    began = time.process_time()
    cite_text(text)
    return time.process_time() - began


@pytest.mark.parametrize("unit", HOSTILE)
def test_work_grows_with_the_text(unit: str) -> None:
    text = unit * (4 * SHORT // len(unit))
    short, long = (min(seconds(text[:n]) for _ in range(2)) for n in (SHORT, len(text)))
    assert long <= GROWTH * max(short, 0.003)


def test_a_megabyte_of_each_comes_to_an_end() -> None:
    for unit in ("1", "nr. ", "34 843, ", "("):
        assert seconds(unit * (1_000_000 // len(unit))) < 120


def test_figures_on_labelled_sentences(shared: Path) -> None:
    score, cases = shared / "score" / "score_citations.py", shared / "citations" / "cases.jsonl"
    run = subprocess.run(
        [sys.executable, str(score), str(cases), "--json"], capture_output=True, text=True, check=True
    )
    figures = json.loads(run.stdout)
    assert figures["kamerstuk"]["f1"] >= 0.98
    assert figures["motie"]["f1"] >= 0.95
    assert figures["other"]["f1"] >= 0.97
    assert figures["spans"] >= 0.98
