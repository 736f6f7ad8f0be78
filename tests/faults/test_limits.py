"""A letter that hangs, eats memory or kills its worker costs only itself, and its failure says what it did."""

from __future__ import annotations

import os
import signal
import sys
from concurrent.futures import BrokenExecutor, Executor, Future
from pathlib import Path

import made_up
import pytest
from made_up import put

from kamerstukken import pipeline
from kamerstukken.engines import Engine, Limits, parse
from kamerstukken.engines.processes import processes
from kamerstukken.errors import BadInput, EngineError
from kamerstukken.recipe import Recipe
from kamerstukken.run import Options, Summary, find_letters, run

QUICK = Recipe(export=("jsonl",))


def go(letters: Path, out: Path, engine: Engine) -> Summary:
    return run(find_letters([letters]), out, Options(QUICK, engine))


def die_by_signal() -> None:
    """A worker in which a toy letter that dies does so as a crash in C does."""
    made_up.install()
    os._exit = lambda _: os.kill(os.getpid(), signal.SIGSEGV)  # type: ignore[assignment, return-value]


def fail() -> None:
    raise RuntimeError("this worker cannot start")


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="memory is refused to a process on Linux alone")
def test_a_letter_over_its_limits_costs_only_itself(tmp_path: Path) -> None:
    bad = {"b1": "HANG", "b2": "EAT", "b3": "GULP", "b4": "DIE", "b5": "BOOM"}
    letters = put(tmp_path / "in", **bad, **{f"a{n}": f"zal {n}" for n in range(6)}, c="zal c")
    summary = go(letters, tmp_path / "out", processes(2, Limits(3, 512), made_up.install))
    reasons = {failure.file: failure.reason for failure in summary.failures}
    assert {name: reasons[f"{name}.pdf"].partition(" (")[0].partition(". ")[0] for name in bad} == {
        "b1": "took longer than 3 s and was stopped",
        "b2": "needed more than 512 MB of memory and was stopped",
        "b3": "needed more than 512 MB of memory and was stopped",
        "b4": "the process that read it died",
        "b5": "RuntimeError: boom",
    }
    assert "--time-limit allows more" in reasons["b1.pdf"]
    assert "exit code 1" in reasons["b4.pdf"]
    assert summary.read == 12
    assert summary.pages == 7


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="no signals there")
def test_a_crash_is_named_by_its_signal(tmp_path: Path) -> None:
    letters = put(tmp_path / "in", a="DIE", b="zal")
    (failure,) = go(letters, tmp_path / "out", processes(1, Limits(20), die_by_signal)).failures
    assert failure.reason.startswith("the process that read it died (SIGSEGV)")


@pytest.mark.slow
@pytest.mark.parametrize("count", [1, 9])
def test_workers_that_cannot_start_end_the_run_with_advice(tmp_path: Path, count: int) -> None:
    letters = put(tmp_path / "in", **{f"a{n}": f"zal {n}" for n in range(count)})
    with pytest.raises(EngineError, match="its workers end before they read a letter; try --engine serial"):
        go(letters, tmp_path / "out", processes(2, Limits(20), fail))


@pytest.mark.parametrize(
    "limits, message",
    [
        ((0, 600), "--time-limit 0"),
        ((float("nan"), 600), "--time-limit nan"),
        ((5, 100), "--memory-limit 100"),
    ],
)
def test_limits_that_let_no_letter_through_are_refused(limits: tuple[float, int], message: str) -> None:
    with pytest.raises(BadInput, match=message):
        Limits(*limits)


def test_no_more_workers_than_letters() -> None:
    with parse("processes:8").executor(2) as executor:
        assert executor._pool._context.workers == 2  # type: ignore[attr-defined]


class LosesLetters(Executor):
    """An executor that breaks, or never answers, on letters with a word in their name."""

    def __init__(self, broken: str = "-", silent: str = "-") -> None:
        self.broken, self.silent = broken, silent

    def submit(self, fn, /, *args, **kwargs):  # type: ignore[no-untyped-def]
        future: Future[object] = Future()
        if self.broken in args[0].file.name:
            future.set_exception(BrokenExecutor("gone"))
        elif self.silent not in args[0].file.name:
            future.set_result(fn(*args, **kwargs))
        return future


@pytest.mark.parametrize("fault", ["broken", "silent"], ids=["its pool breaks", "it never comes back"])
def test_a_letter_that_the_pool_loses_is_tried_alone_and_then_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    monkeypatch.setattr(pipeline, "STAGES", made_up.STAGES)
    engine = Engine("loses", 2, lambda _: LosesLetters(**{fault: "weg"}), lambda _: None, patience=0.05)
    letters = put(tmp_path / "in", a="zal 1", weg="zal 2", z="zal 3")
    (failure,) = go(letters, tmp_path / "out", engine).failures
    assert failure.file == "weg.pdf"
    assert "nothing came back from it" in failure.reason
