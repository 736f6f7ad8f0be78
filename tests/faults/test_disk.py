"""Disk full, folders that cannot be written, a register that another keeps busy: a clear error, and no half-written output."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import made_up
import pytest
from made_up import put

from kamerstukken import pipeline
from kamerstukken.errors import BadInput, RegisterError
from kamerstukken.recipe import Recipe
from kamerstukken.register import Register, database
from kamerstukken.run import Options, find_letters, run

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def _toy_stages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "STAGES", made_up.STAGES)


def go(letters: Path, out: Path) -> None:
    run(find_letters([letters]), out, Options(Recipe(export=("jsonl",))))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no limit on the size of files on this system")
@pytest.mark.parametrize(
    "size", [1 << 12, 1 << 18], ids=["the register finds no room", "its first letters fit"]
)
def test_a_full_disk_is_named_and_what_was_kept_is_whole(tmp_path: Path, size: int) -> None:
    """A file that may not grow fails as on a full disk; the register is the first to grow."""
    letters = put(
        tmp_path / "in", **{f"b{n:02}": "\n".join(f"zal {n} {k}" for k in range(300)) for n in range(12)}
    )
    code = (
        "import made_up, resource; made_up.install(); from kamerstukken.cli import main;"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({size}, {size})); main()"
    )
    command = [sys.executable, "-c", code, "run", letters, "--out", tmp_path / "out", "--engine", "serial"]
    paths = os.pathsep.join([str(ROOT / "tests"), str(ROOT)])
    done = subprocess.run(
        command, capture_output=True, text=True, env=os.environ | {"PYTHONPATH": paths}, timeout=120
    )
    assert done.returncode == 2, done.stderr
    assert "register.sqlite" in done.stderr
    assert "Traceback" not in done.stderr
    assert not list((tmp_path / "out").glob("*.jsonl")), "no list of a run that was not done"
    go(letters, tmp_path / "out")
    with Register(tmp_path / "out" / "register.sqlite") as register:
        assert register.counts()["letters"] == 12, "with room again the rest is done"


def test_an_output_that_cannot_be_written_leaves_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    letters = put(tmp_path / "in", a="zal 1")
    go(letters, tmp_path / "out")
    before = (tmp_path / "out" / "commitments.jsonl").read_bytes()
    put(letters, b="zal 2")

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(BadInput, match=r"cannot be written \(No space left on device\); .*make room"):
        go(letters, tmp_path / "out")
    assert (tmp_path / "out" / "commitments.jsonl").read_bytes() == before
    assert not list((tmp_path / "out").glob(".*")), "no draft is left"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    letters = put(tmp_path / "in", a="zal 1")
    (tmp_path / "out").mkdir(mode=0o500)
    with pytest.raises(
        RegisterError, match="cannot be opened; check that the folder exists and may be written"
    ):
        go(letters, tmp_path / "out")


def test_a_register_that_is_kept_busy_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    letters = put(tmp_path / "in", a="zal 1")
    go(letters, tmp_path / "out")
    put(letters, b="zal 2")
    monkeypatch.setattr(database, "PATIENCE", 0.1)
    other = sqlite3.connect(tmp_path / "out" / "register.sqlite", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(RegisterError, match="another program keeps the register busy; wait until it is done"):
        go(letters, tmp_path / "out")
    other.execute("ROLLBACK")
    other.close()
    go(letters, tmp_path / "out")


def test_a_letter_that_vanishes_while_others_are_read_is_a_failure(tmp_path: Path) -> None:
    letters = put(tmp_path / "in", a="zal 1", b="zal 2")
    corpus = find_letters([letters])
    summary = run(
        corpus,
        tmp_path / "out",
        Options(Recipe(export=("jsonl",))),
        lambda _: (letters / "b.pdf").unlink(missing_ok=True),
    )
    assert [(f.file, f.stage) for f in summary.failures] == [("b.pdf", "open")]
    assert "No such file" in summary.failures[0].reason
