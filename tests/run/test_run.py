"""A run reads what is new or changed, loses nothing, and gives the same bytes whichever way it went."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import made_up
import pytest
from made_up import put

from kamerstukken import pipeline
from kamerstukken.engines import Limits, parse
from kamerstukken.engines.processes import processes
from kamerstukken.errors import BadInput
from kamerstukken.model import Analysis, Failure, Letter
from kamerstukken.recipe import Recipe
from kamerstukken.register import Register
from kamerstukken.run import Options, Step, Summary, find_letters, run

FILES = {
    "documents.jsonl", "citations.jsonl", "commitments.jsonl", "failures.jsonl", "run.json",
    "motions.jsonl", "commitments.csv", "motions.csv", "citations.csv", "documents.csv", "failures.csv", "commitments.xlsx", "graph.graphml", "register.sqlite",
}  # fmt: skip

QUICK = Recipe(export=("jsonl",))


@pytest.fixture(autouse=True)
def _toy_stages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "STAGES", made_up.STAGES)


def go(letters: Path | list[Path], out: Path, **options: object) -> Summary:
    named = letters if isinstance(letters, list) else [letters]
    return run(find_letters(named), out, Options(**{"recipe": QUICK, **options}))


def rows(out: Path, name: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in (out / f"{name}.jsonl").read_text("utf-8").splitlines()]


def contents(out: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in out.iterdir() if p.name not in ("run.json", "register.sqlite")}


def test_a_run_writes_every_file_and_no_other(tmp_path: Path) -> None:
    summary = go(put(tmp_path / "in", a="Ik zal x.\n", b="", c="BOOM"), tmp_path / "out", recipe=Recipe())
    assert {p.name for p in (tmp_path / "out").iterdir()} == FILES
    assert (summary.files, summary.read, summary.pages) == (3, 3, 1)
    assert [(f["file"], f["stage"]) for f in rows(tmp_path / "out", "failures")] == [
        ("b.pdf", "read"),
        ("c.pdf", "read"),
    ]
    manifest = json.loads((tmp_path / "out" / "run.json").read_text("utf-8"))
    assert manifest["counts"] == {
        "files": 3,
        "read": 3,
        "known": 0,
        "failures": 2,
        "disagreeing": 0,
        "pages_read": 1,
    }
    assert manifest["register"]["commitments"] == 1
    assert {"kamerstukken", "python", "spacy"} <= set(manifest["versions"])


def test_a_second_run_reads_nothing_and_writes_the_same(tmp_path: Path) -> None:
    letters = put(tmp_path / "in", a="zal 1", b="", c="zal 3")
    go(letters, tmp_path / "out", recipe=Recipe())
    before = contents(tmp_path / "out")
    summary = go(letters, tmp_path / "out", recipe=Recipe())
    assert summary.read == 0
    assert len(summary.failures) == 1, "known failures still count"
    assert contents(tmp_path / "out") == before


def test_only_what_is_new_or_changed_is_read(tmp_path: Path) -> None:
    letters = put(tmp_path / "in", a="zal 1", b="zal 2")
    go(letters, tmp_path / "out")
    put(letters, b="zal anders", c="zal 3")
    seen: list[str] = []

    def watch(step: Step) -> None:
        if step.outcome is not None:
            seen.append(step.file.name)

    run(find_letters([letters]), tmp_path / "out", Options(QUICK), watch)
    assert seen == ["b.pdf", "c.pdf"]
    assert [r["quote"] for r in rows(tmp_path / "out", "commitments")] == ["zal 1", "zal anders", "zal 3"]


def test_another_recipe_reads_again_and_another_format_does_not(tmp_path: Path) -> None:
    letters = put(tmp_path / "in", a="zal 1")
    go(letters, tmp_path / "out")
    assert go(letters, tmp_path / "out", recipe=Recipe(export=("csv",))).read == 0
    assert go(letters, tmp_path / "out", recipe=Recipe(read={"dpi": 300})).read == 1


def test_again_and_retry(tmp_path: Path) -> None:
    letters = put(tmp_path / "in", a="zal 1", b="")
    go(letters, tmp_path / "out")
    assert go(letters, tmp_path / "out", retry=True).read == 1
    assert go(letters, tmp_path / "out", again=True).read == 2


def test_the_order_in_which_letters_came_does_not_matter(tmp_path: Path) -> None:
    letters = put(tmp_path / "in", a="zal 1 kst-98765-1", b="", c="zal 3")
    go(letters, tmp_path / "one", recipe=Recipe())
    for name in ("c", "b", "a"):
        go(letters / f"{name}.pdf", tmp_path / "two", recipe=Recipe())
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_a_letter_that_is_gone_from_a_named_folder_is_forgotten_others_stay(tmp_path: Path) -> None:
    one = put(tmp_path / "een", a="zal 1", b="zal 2")
    two = put(tmp_path / "twee", c="zal 3")
    go([one, two], tmp_path / "out")
    (one / "a.pdf").unlink()
    (two / "c.pdf").unlink()
    go(one, tmp_path / "out")
    assert [r["file"] for r in rows(tmp_path / "out", "documents")] == ["b.pdf", "c.pdf"]


def test_the_same_bytes_in_two_files_are_read_once(tmp_path: Path) -> None:
    summary = go(put(tmp_path / "in", a="zal 1", b="zal 1"), tmp_path / "out")
    assert (summary.files, summary.read) == (2, 1)
    (row,) = rows(tmp_path / "out", "documents")
    assert (row["file"], row["files"]) == ("a.pdf", ["a.pdf", "b.pdf"])


def test_a_faulty_file_twice_gives_two_rows(tmp_path: Path) -> None:
    summary = go(put(tmp_path / "in", a="", b=""), tmp_path / "out")
    assert [f["file"] for f in rows(tmp_path / "out", "failures")] == ["a.pdf", "b.pdf"]
    assert len(summary.failures) == 2


def test_equal_names_in_different_folders_are_told_apart(tmp_path: Path) -> None:
    one, two = put(tmp_path / "in" / "2098", brief="zal 1"), put(tmp_path / "in" / "2099", brief="zal 2")
    go([one, two], tmp_path / "out")
    assert [r["file"] for r in rows(tmp_path / "out", "documents")] == ["2098/brief.pdf", "2099/brief.pdf"]
    go(tmp_path / "in", tmp_path / "uit")
    assert [r["file"] for r in rows(tmp_path / "uit", "documents")] == ["2098/brief.pdf", "2099/brief.pdf"]


HOSTILE = [
    "line\nend.pdf", "'single\" and double.pdf", "=HYPERLINK(1).pdf", "📄 ünï.pdf", "-rf.pdf", "%2e%2e%2f.pdf",
    "x" * 251 + ".pdf", "\x1b[31mred.pdf", "a#page=2?b.pdf", "con:aux|.pdf", " .pdf", b"caf\xe9.pdf",
]  # fmt: skip


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="these systems do not allow such names")
def test_hostile_names_are_safe_in_every_output(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for n, name in enumerate(HOSTILE):
        text = f"zal {n}" if n % 2 else ""
        Path(os.fsdecode(bytes(os.fsencode(tmp_path / "in")) + b"/" + os.fsencode(name))).write_text(
            text + f"{n}" * (n % 2)
        )
    summary = go(tmp_path / "in", tmp_path / "out", recipe=Recipe())
    assert summary.files == len(HOSTILE)
    names = {str(r["file"]) for table in ("documents", "failures") for r in rows(tmp_path / "out", table)}
    assert names == {n for n in HOSTILE if isinstance(n, str)} | {"caf\\xe9.pdf"}
    assert go(tmp_path / "in", tmp_path / "out").read == 0, "found again under their names"
    assert {p.name for p in (tmp_path / "out").iterdir()} == FILES


def test_a_file_that_cannot_be_opened_is_a_failure(tmp_path: Path) -> None:
    letters = put(tmp_path / "in", a="zal 1")
    (letters / "weg.pdf").symlink_to(tmp_path / "nergens.pdf")
    summary = go(letters, tmp_path / "out")
    (failure,) = summary.failures
    assert (failure.file, failure.stage) == ("weg.pdf", "open")
    assert "No such file" in failure.reason
    assert len(rows(tmp_path / "out", "documents")) == 1


def test_a_file_that_changes_while_it_is_read_is_a_failure(tmp_path: Path) -> None:
    letters = put(tmp_path / "in", a="zal 1", b="zal 2")
    corpus = find_letters([letters])

    def watch(step: Step) -> None:
        put(letters, b="zal iets anders")

    summary = run(corpus, tmp_path / "out", Options(QUICK), watch)
    assert [(f.file, f.stage) for f in summary.failures] == [("b.pdf", "open")]
    assert go(letters, tmp_path / "out").failures == (), "the next run reads it"


def test_an_interrupted_run_goes_on_where_it_was(tmp_path: Path) -> None:
    letters = put(tmp_path / "in", **{name: f"zal {name}" for name in "abcd"})
    go(letters, tmp_path / "whole", recipe=Recipe())

    def stop(step: Step) -> None:
        if step.file.name == "b.pdf":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(find_letters([letters]), tmp_path / "out", Options(), stop)
    with Register(tmp_path / "out" / "register.sqlite") as register:
        assert register.counts()["letters"] == 2
    assert go(letters, tmp_path / "out", recipe=Recipe()).read == 2
    assert contents(tmp_path / "out") == contents(tmp_path / "whole")


def test_a_register_elsewhere_collects(tmp_path: Path) -> None:
    store = tmp_path / "all.sqlite"
    go(put(tmp_path / "een", a="zal 1"), tmp_path / "out1", register=store)
    go(put(tmp_path / "twee", b="zal 2"), tmp_path / "out2", register=store)
    assert len(rows(tmp_path / "out2", "documents")) == 2
    assert not (tmp_path / "out2" / "register.sqlite").exists()


def test_an_output_that_cannot_be_a_folder_is_explained(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("x")
    with pytest.raises(BadInput, match="cannot be made a folder"):
        go(put(tmp_path / "in", a="zal 1"), tmp_path / "out")


def test_options_that_no_stage_has_are_refused_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"\[read\] has no option speed; it knows dpi"):
        go(put(tmp_path / "in", a="zal 1"), tmp_path / "out", recipe=Recipe(read={"speed": 9}))
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    "text, stage, reason", [("", "read", "an empty file. Fetch it again"), ("BOOM", "read", "RuntimeError: boom")]
)  # fmt: skip
def test_analyse_never_raises(text: str, stage: str, reason: str) -> None:
    outcome = pipeline.analyse(Letter("x.pdf", text.encode()))
    assert isinstance(outcome, Failure)
    assert outcome.stage == stage
    assert outcome.reason.startswith(reason)


def test_analyse_names_the_stage_that_failed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(made_up, "cite", lambda document: 1 / 0)
    outcome = pipeline.analyse(Letter("x.pdf", b"zal"))
    assert isinstance(outcome, Failure)
    assert (outcome.stage, "ZeroDivisionError" in outcome.reason) == ("cite", True)
    monkeypatch.undo()
    monkeypatch.setattr(pipeline, "STAGES", made_up.STAGES)
    assert isinstance(pipeline.analyse(Letter("x.pdf", b"zal")), Analysis)


@pytest.mark.parametrize("spec", ["", "serial:2", "processes:0", "processes:x", "threads", "dask://x"])
def test_unknown_engines_are_refused(spec: str) -> None:
    with pytest.raises(BadInput, match="no such engine"):
        parse(spec)


PROCESSES = processes(2, Limits(20), made_up.install)


@pytest.mark.slow
def test_processes_give_the_same_bytes_and_a_dying_worker_costs_one_letter(tmp_path: Path) -> None:
    texts = {f"b{n:02}": f"zal {n} kst-98765-{n}" for n in range(12)}
    letters = put(tmp_path / "in", **texts)
    go(letters, tmp_path / "serial", recipe=Recipe())
    go(letters, tmp_path / "processes", recipe=Recipe(), engine=PROCESSES)
    assert contents(tmp_path / "serial") == contents(tmp_path / "processes")
    put(letters, b03="DIE", b07="DIE too", b12="zal 12", b13="zal 13")
    summary = go(letters, tmp_path / "processes", engine=PROCESSES)
    assert [f.file for f in summary.failures] == ["b03.pdf", "b07.pdf"]
    assert all("died" in f.reason for f in summary.failures)
    assert len(rows(tmp_path / "processes", "documents")) == 12
