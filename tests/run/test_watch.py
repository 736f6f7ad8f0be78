"""Letters that arrive are read once they are whole; those that leave are forgotten; a stop is a clean one."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from made_up import put
from watchfiles import Change

from kamerstukken.run.arrivals import Arrivals

ROOT = Path(__file__).resolve().parents[2]


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


def names(arrivals: Arrivals) -> list[str] | None:
    batch = arrivals.ready()
    return None if batch is None else [file.name for file in batch.files]


def test_a_file_is_waited_for_while_it_grows(tmp_path: Path) -> None:
    clock = Clock()
    coming = Arrivals(tmp_path, 2.0, clock)
    put(tmp_path, a="zal", b="half")
    coming.note(Change.added, tmp_path / "a.pdf")
    coming.note(Change.added, tmp_path / "b.pdf")
    assert names(coming) is None, "just come"
    clock.now += 1.5
    put(tmp_path, b="half and more")
    assert names(coming) is None, "b has grown: it is looked at from here on"
    clock.now += 1
    assert names(coming) == ["a.pdf"]
    clock.now += 1.5
    assert names(coming) == ["b.pdf"]
    clock.now += 9
    assert names(coming) is None, "each is handed on once"


def test_what_is_gone_again_is_not_waited_for(tmp_path: Path) -> None:
    clock = Clock()
    coming = Arrivals(put(tmp_path, a="zal"), 2.0, clock)
    coming.note(Change.added, tmp_path / "a.pdf")
    (tmp_path / "a.pdf").unlink()
    clock.now += 5
    assert names(coming) is None


def test_after_a_file_is_gone_the_whole_folder_is_looked_at(tmp_path: Path) -> None:
    clock = Clock()
    coming = Arrivals(put(tmp_path, a="zal", b="zal b"), 2.0, clock)
    coming.note(Change.deleted, tmp_path / "c.pdf")
    batch = coming.ready()
    assert batch is not None
    assert [file.name for file in batch.files] == ["a.pdf", "b.pdf"]
    assert batch.folders == (tmp_path,)


def test_other_files_are_no_letters(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    coming = Arrivals(tmp_path, 0.0, Clock())
    coming.note(Change.added, tmp_path / "a.txt")
    assert coming.ready() is None


def until(true: Callable[[], bool], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it does not come"
        time.sleep(0.1)


def files_in(out: Path) -> set[str]:
    path = out / "documents.jsonl"
    return (
        {json.loads(line)["file"] for line in path.read_text("utf-8").splitlines()}
        if path.exists()
        else set()
    )


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="no SIGTERM there")
@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_watching_a_folder(tmp_path: Path, how: signal.Signals) -> None:
    folder = put(tmp_path / "in", a="zal 1")
    code = "import made_up; made_up.install(); from kamerstukken.cli import main; main()"
    command = [
        sys.executable,
        "-c",
        code,
        "watch",
        folder,
        "--out",
        tmp_path / "out",
        "--settle",
        "0.5",
        "--log-json",
        "--engine",
        "serial",
    ]
    paths = os.pathsep.join([str(ROOT / "tests"), str(ROOT)])
    watching = subprocess.Popen(
        command, stderr=subprocess.PIPE, text=True, env=os.environ | {"PYTHONPATH": paths}
    )
    try:
        until(lambda: files_in(tmp_path / "out") == {"a.pdf"})
        put(folder / "2098", b="zal 2")
        until(lambda: files_in(tmp_path / "out") == {"a.pdf", "2098/b.pdf"})
        (folder / "a.pdf").unlink()
        until(lambda: files_in(tmp_path / "out") == {"2098/b.pdf"})
        put(folder, leeg="")
        until(lambda: "leeg.pdf" in (tmp_path / "out" / "failures.jsonl").read_text("utf-8"))
    finally:
        watching.send_signal(how)
    _, log = watching.communicate(timeout=30)
    assert watching.returncode == 0, log
    lines = [json.loads(line) for line in log.splitlines()]
    letters = {line["file"]: line for line in lines if line["message"] == "letter"}
    assert letters["a.pdf"]["outcome"] == "read"
    assert letters["a.pdf"]["level"] == "INFO"
    assert letters["leeg.pdf"] | {"time": "", "seconds": 0} == {
        "time": "", "level": "WARNING", "logger": "kamerstukken.run", "message": "letter", "file": "leeg.pdf", "seconds": 0,
        "outcome": "failed", "stage": "read", "reason": "an empty file. Fetch it again",
    }  # fmt: skip
    assert [line["read"] for line in lines if line["message"] == "summary"][:2] == [1, 1]


@pytest.mark.slow
def test_a_run_logged_as_json_ends_with_a_summary(tmp_path: Path) -> None:
    letters = put(tmp_path / "in", a="zal 1", boem="BOOM")
    code = "import made_up; made_up.install(); from kamerstukken.cli import main; main()"
    command = [
        sys.executable,
        "-c",
        code,
        "run",
        letters,
        "--out",
        tmp_path / "out",
        "--log-json",
        "--engine",
        "serial",
    ]
    paths = os.pathsep.join([str(ROOT / "tests"), str(ROOT)])
    done = subprocess.run(
        command, capture_output=True, text=True, env=os.environ | {"PYTHONPATH": paths}, timeout=120
    )
    assert (done.returncode, done.stdout) == (1, "")
    last = json.loads(done.stderr.splitlines()[-1])
    assert last["message"] == "summary"
    assert (last["files"], last["read"], last["failed"]) == (2, 2, 1)
    assert last["failures"][0]["reason"].startswith("RuntimeError: boom")
    assert {letter["file"] for letter in last["slowest"]} == {"a.pdf", "boem.pdf"}


def test_a_folder_that_comes_brings_its_letters(tmp_path: Path) -> None:
    clock = Clock()
    coming = Arrivals(tmp_path, 2.0, clock)
    put(tmp_path / "2098" / "maart", a="zal")
    coming.note(Change.added, tmp_path / "2098")
    clock.now += 3
    assert names(coming) == ["2098/maart/a.pdf"]
