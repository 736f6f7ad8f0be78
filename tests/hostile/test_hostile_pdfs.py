"""PDFs made to hurt, and PDFs changed at random: none ends a run, hangs it, or leaves a file where it should not.

Each goes through a whole run, in workers with limits. No failure may be a fault of the program: every oddity of a file
is either read past or named.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from handmade import TRAPS
from mutate import mutated

from kamerstukken.engines import Limits, parse
from kamerstukken.recipe import Recipe
from kamerstukken.run import Options, Summary, find_letters, run

ROOT = Path(__file__).resolve().parents[2]

ENDLESS = {"page tree that doubles at each level, its pages not counted"}
DEVOURING = {"form that draws itself"}
"""Traps that the reader falls into: the limits end them. Their mutants would only do the same again, one after another."""

UNREADABLE = {
    "page tree that is its own child", "page tree of a thousand levels", "page tree that doubles at each level",
    "brackets in text, 100,000 deep", "older table that is this one", "stream that unpacks to 100 MB",
    "type of ten thousand points", "type of no size", "20,000 words in one place", "40,000 lines drawn",
    "300,000 brackets and digits", "locked by a password that it does not say", "no pages", "no root", "header alone",
    "ten megabytes of nothing", "ten megabytes of openings",
} | ENDLESS | DEVOURING  # fmt: skip
"""Those that hold no text, or none that can be had."""

HARMLESS = {"plain", "embedded file", "JavaScript", "program to launch", "form of XFA", "page size, empty", "turned askew"}  # fmt: skip
"""Those whose letter reads as if the trap were not there."""


def go(tmp_path: Path, files: dict[str, bytes], limits: Limits) -> Summary:
    (tmp_path / "in").mkdir()
    for name, data in files.items():
        (tmp_path / "in" / f"{name}.pdf").write_bytes(data)
    before = set(tmp_path.rglob("*"))
    options = Options(Recipe(export=("jsonl", "csv", "graphml")), parse("processes:2", limits))
    summary = run(find_letters([tmp_path / "in"]), tmp_path / "out", options)
    strange = {p for p in set(tmp_path.rglob("*")) - before if not p.is_relative_to(tmp_path / "out")}
    assert not strange, "files outside the output folder"
    assert summary.files == len(files)
    ours = [f"{f.file}: {f.reason}" for f in summary.failures if "fault of the program" in f.reason]
    assert not ours
    return summary


@pytest.mark.slow
def test_traps_cost_only_themselves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    names = {f"{n:02}.pdf": name for n, name in enumerate(TRAPS)}
    files = {file.removesuffix(".pdf"): TRAPS[name]() for file, name in names.items()}
    summary = go(tmp_path, files, Limits(12, 700))
    failed = {names[failure.file]: failure.reason for failure in summary.failures}
    assert set(failed) == UNREADABLE
    ended = {
        name for name, r in failed.items() if r.startswith(("took longer", "needed more", "the process"))
    }
    assert ended == ENDLESS | DEVOURING
    quotes: dict[str, str] = {}
    for line in (tmp_path / "out" / "commitments.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        quotes[names[row["file"]]] = row["quote"]
    assert {
        name for name, quote in quotes.items() if quote.startswith("Ik zal de Kamer voor 1 juli")
    } >= HARMLESS


def sources() -> list[bytes]:
    """Small files that can be read: what is changed in them reaches deep."""
    made = [make() for name, make in TRAPS.items() if name not in UNREADABLE]
    corpus = sorted((ROOT / "corpus").glob("*kst*.pdf")) + sorted((ROOT / "corpus").glob("2023-06-19*.pdf"))
    assert len(corpus) == 3
    return [data for data in made if len(data) < 6000] + [path.read_bytes() for path in corpus]


@pytest.mark.parametrize(
    "first, count", [(0, 150), pytest.param(150, 5000, marks=pytest.mark.slow)], ids=["a sample", "all"]
)
def test_pdfs_changed_at_random_end_no_run(tmp_path: Path, first: int, count: int) -> None:
    made_from = sources()
    files = {f"{n:05}": mutated(n, made_from) for n in range(first, first + count)}
    summary = go(tmp_path, files, Limits(20, 700))
    read = summary.files - len(summary.failures)
    assert read > count / 5, "most mutants are refused at once: they test little"
    lost = [f.file for f in summary.failures if f.reason.startswith(("took", "needed", "the process"))]
    assert len(lost) <= count / 500, lost
