"""The main job on the sample letters, with the real stages: what the README's first command does."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kamerstukken.cli import app
from kamerstukken.register import Register

CORPUS = Path(__file__).resolve().parent.parent.parent / "corpus"

NOT_SAME = ("run.json", "register.sqlite")
"""The first knows the clock; the second is compared row by row."""


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("out")
    result = CliRunner().invoke(app, ["run", str(CORPUS), "--out", str(folder)])
    assert result.exit_code == 0, result.output
    return folder


def rows(out: Path, name: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in (out / f"{name}.jsonl").read_text("utf-8").splitlines()]


def dump(path: Path) -> dict[str, list[object]]:
    with Register(path) as register:
        return {
            "analyses": list(register.analyses()),
            "files": list(register.files()),
            "failures": list(register.failed()),
        }


def test_every_letter_is_read(out: Path) -> None:
    documents = {str(row["file"]): row for row in rows(out, "documents")}
    assert set(documents) == {path.name for path in CORPUS.glob("*.pdf")}
    assert rows(out, "failures") == []
    for name, row in documents.items():
        assert row["blocks"], name
        assert row["date"], name
        assert row["subject"], name


def test_every_list_has_rows_whose_evidence_is_on_the_page(out: Path) -> None:
    documents = {row["id"]: row for row in rows(out, "documents")}
    for row in rows(out, "commitments"):
        (block,) = [b for b in documents[row["letter"]]["blocks"] if b["n"] == row["block"]]
        assert row["quote"] in block["text"]
        assert row["boxes"], "a quote has its place on the page"
        assert row["boxes"][0]["page"] == row["page"]
        assert row["rule"]
    assert len(rows(out, "commitments")) > 50
    assert len(rows(out, "citations")) > 20


@pytest.mark.slow
def test_processes_give_the_same_bytes(out: Path, tmp_path: Path) -> None:
    arguments = ["run", str(CORPUS), "--out", str(tmp_path / "out"), "--engine", "processes:2", "-q"]
    assert CliRunner().invoke(app, arguments).exit_code == 0
    for path in out.iterdir():
        if path.name not in (*NOT_SAME, "commitments.xlsx"):  # the workbook's links lead from its folder
            assert path.read_bytes() == (tmp_path / "out" / path.name).read_bytes(), path.name
    serial, processes = dump(out / "register.sqlite"), dump(tmp_path / "out" / "register.sqlite")
    assert serial["analyses"] == processes["analyses"]
    assert serial["failures"] == processes["failures"]
