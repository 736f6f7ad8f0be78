"""What the stages log of a letter is shown wherever it was read, with the letter's name."""

from __future__ import annotations

import logging
from pathlib import Path

import made_up
import pytest
from made_up import put

from kamerstukken import pipeline
from kamerstukken.engines import Engine, Limits, parse
from kamerstukken.engines.processes import processes
from kamerstukken.recipe import Recipe
from kamerstukken.run import Options, find_letters, run
from kamerstukken.run.said import MOST

ENGINES = {"serial": lambda: parse("serial"), "processes": lambda: processes(2, Limits(60), made_up.install)}


@pytest.fixture(autouse=True)
def _toy_stages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "STAGES", made_up.STAGES)


def logged(
    tmp_path: Path, engine: Engine, caplog: pytest.LogCaptureFixture, level: int
) -> list[logging.LogRecord]:
    letters = put(tmp_path / "in", a="WARN WARN", b="zal 1", c="WARN" * (MOST + 50), d="BOOM")
    with caplog.at_level(level, "kamerstukken"):
        run(find_letters([letters]), tmp_path / "out", Options(Recipe(export=("jsonl",)), engine))
    return [record for record in caplog.records if record.name.startswith("kamerstukken")]


@pytest.mark.parametrize("engine", ENGINES)
def test_warnings_of_a_worker_are_shown(
    tmp_path: Path, engine: str, caplog: pytest.LogCaptureFixture
) -> None:
    records = logged(tmp_path, ENGINES[engine](), caplog, logging.WARNING)
    of_a = [r for r in records if r.__dict__["file"] == "a.pdf"]
    assert [r.getMessage() for r in of_a] == ["a.pdf: page 1 is odd", "a.pdf: page 2 is odd"]
    assert {(r.name, r.levelno) for r in of_a} == {("kamerstukken.read.toy", logging.WARNING)}
    assert sum(r.__dict__["file"] == "c.pdf" for r in records) == MOST, (
        "a broken letter does not flood the log"
    )


@pytest.mark.parametrize("engine", ENGINES)
def test_nobody_listens(tmp_path: Path, engine: str, caplog: pytest.LogCaptureFixture) -> None:
    assert logged(tmp_path, ENGINES[engine](), caplog, logging.ERROR) == []


@pytest.mark.parametrize("engine", ENGINES)
def test_the_traceback_of_a_failure(tmp_path: Path, engine: str, caplog: pytest.LogCaptureFixture) -> None:
    (failed,) = [
        r for r in logged(tmp_path, ENGINES[engine](), caplog, logging.DEBUG) if "failed" in r.message
    ]
    assert "RuntimeError: boom" in failed.getMessage()
    assert failed.getMessage().startswith("d.pdf: ")


def test_what_is_of_no_letter_goes_where_it_went(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    logged(tmp_path, parse("serial"), caplog, logging.WARNING)
    caplog.clear()
    with caplog.at_level(logging.WARNING, "kamerstukken"):
        logging.getLogger("kamerstukken.report").warning("by itself")
    assert [r.getMessage() for r in caplog.records] == ["by itself"]
