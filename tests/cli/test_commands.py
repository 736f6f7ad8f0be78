"""Commands: what they print, where, and the exit codes."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import made_up
import pytest
from made_up import put
from typer.testing import CliRunner

from kamerstukken import __version__, pipeline
from kamerstukken.cli import app, commands
from kamerstukken.cli._console import controls_shown, one_line

HEAVY = ("spacy", "pandas", "numpy", "pdfplumber", "pypdfium2", "networkx", "xlsxwriter", "rich.console")


@pytest.fixture(autouse=True)
def _toy_stages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "STAGES", made_up.STAGES)
    monkeypatch.setenv("COLUMNS", "200")


def call(*arguments: object) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, [str(a) for a in arguments])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.stdout, result.stderr


def test_run_says_what_it_did_on_standard_error(tmp_path: Path) -> None:
    letters = put(tmp_path / "in", a="Ik zal x.", b="zal 2")
    code, out, err = call("run", letters, "--out", tmp_path / "out")
    assert (code, out) == (0, "")
    assert "2 letters: 2 read (2 pages" in err
    code, _, err = call("run", letters, "--out", tmp_path / "out")
    assert code == 0
    assert "0 read" in err
    assert "2 known" in err


def test_a_failed_letter_gives_exit_code_1_and_a_line(tmp_path: Path) -> None:
    code, _, err = call("run", put(tmp_path / "in", a="zal", b=""), "--out", tmp_path / "out")
    assert code == 1
    assert "b.pdf: an empty file. Fetch it again" in err


def test_quiet_says_nothing_and_verbose_a_line_a_letter(tmp_path: Path) -> None:
    letters = put(tmp_path / "in", a="Ik zal x.", b="")
    assert call("run", letters, "--out", tmp_path / "out", "-q") == (1, "", "")
    _, _, err = call("run", letters, "--out", tmp_path / "out2", "-v")
    assert "1/2 a.pdf: 1 pages, 0 references, 1 commitments" in err
    assert "2/2 b.pdf: FAILED (read) an empty file" in err


def test_json_prints_the_manifest_alone(tmp_path: Path) -> None:
    _, out, _ = call("run", put(tmp_path / "in", a="zal"), "--out", tmp_path / "out", "--json")
    assert json.loads(out)["counts"]["read"] == 1


@pytest.mark.parametrize(
    "arguments, message",
    [
        (["run", "nergens.pdf"], "nergens.pdf: no such file or folder"),
        (["run"], "Missing argument"),
        (["run", "IN", "--engine", "gpu"], "no such engine"),
        (["run", "IN", "--recipe", "none.toml"], "no recipe to read"),
        (["run", "IN", "--language", "nl_nergens"], "no such spaCy pipeline is installed"),
        (["show", "nergens.pdf", "--register", "none.sqlite"], "no register here"),
        (["export", "--register", "none.sqlite"], "no register here"),
        (["fly"], "No such command"),
    ],
)
def test_wrong_usage_gives_exit_code_2_and_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    put(tmp_path / "IN", a="zal")
    code, out, err = call(*arguments)
    assert (code, out) == (2, "")
    assert message in err.replace("\n", " ")
    assert "Traceback" not in err


def test_interrupted_runs_say_how_to_go_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(made_up, "cite", interrupt)
    code, _, err = call("run", put(tmp_path / "in", a="zal"), "--out", tmp_path / "out")
    assert code == 130
    assert "the same command does the rest" in err


def test_show_prints_a_letter_from_its_file(tmp_path: Path) -> None:
    text = "# Veren\nIk zal u over kst-98765-3 berichten.\n^1 Een noot."
    letter = put(tmp_path, brief=text) / "brief.pdf"
    code, out, _ = call("show", letter)
    assert code == 0
    for part in ("Ministerie van Waterwegen", "kst-98765-3 berichten.[1]", "Een noot.", "Verwijzingen (1)",
                 "aangekondigd", "minister van WW", "2099-06-30", "block 2"):  # fmt: skip
        assert part in out
    _, out, _ = call("show", letter, "--short")
    assert "Een noot." not in out


def test_show_finds_a_letter_in_the_newest_register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    call("run", put(tmp_path / "in", veren="zal 1", ponten="zal 2"), "--out", "outputs/x")
    code, out, _ = call("show", "ponten", "--json")
    assert code == 0
    assert json.loads(out)["document"]["file"] == "ponten.pdf"
    code, _, err = call("show", ".pdf")
    assert code == 2
    assert "2 letters may be meant" in err
    assert call("show", "molens")[0] == 2


def test_show_of_a_letter_that_cannot_be_read(tmp_path: Path) -> None:
    code, out, err = call("show", put(tmp_path, leeg="") / "leeg.pdf")
    assert (code, out) == (1, "")
    assert "leeg.pdf: an empty file. Fetch it again" in err


def test_export_makes_formats_again(tmp_path: Path) -> None:
    call("run", put(tmp_path / "in", a="zal"), "--out", tmp_path / "out")
    register = tmp_path / "out" / "register.sqlite"
    code, _, _ = call(
        "export", "--format", "csv, graphml", "--out", tmp_path / "nieuw", "--register", register
    )
    assert code == 0
    made = {p.name for p in (tmp_path / "nieuw").iterdir()}
    assert {"commitments.csv", "motions.csv", "graph.graphml"} < made
    assert not {name for name in made if name.endswith((".jsonl", ".xlsx"))}
    assert (tmp_path / "nieuw" / "commitments.csv").read_bytes() == (
        tmp_path / "out" / "commitments.csv"
    ).read_bytes()


def test_plugins_lists_formats() -> None:
    code, out, _ = call("plugins")
    assert code == 0
    assert "graphml" in out
    assert "GraphML: graph.graphml" in out


def test_version() -> None:
    assert call("--version") == (0, f"kamerstukken {__version__}\n", "")


def test_every_command_has_help() -> None:
    for name in commands():
        code, out, _ = call(name, "--help")
        assert code == 0
        assert len(out.splitlines()) > 5, name


def test_help_imports_nothing_heavy() -> None:
    code = f"import sys, kamerstukken.cli; print([m for m in {HEAVY} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_text_from_files_cannot_steer_the_terminal() -> None:
    assert one_line("a\nb\x1b[31m\u202e") == "a b\\x1b[31m\\x202e"
    assert controls_shown("a\n\tb\x07") == "a\n\tb\\x07"


def test_export_takes_the_filters_and_refuses_what_is_none(tmp_path: Path) -> None:
    letters = put(tmp_path / "in", a="Ik zal over kst-1-2 berichten.\nDe pont zal varen.", b="zal 2")
    assert call("run", letters, "--out", tmp_path / "out", "-q")[0] == 0
    register = tmp_path / "out" / "register.sqlite"

    def kept(*options: str) -> int:
        code, _, err = call(
            "export", "--register", register, "--format", "jsonl", "--out", tmp_path / "x", *options
        )
        assert code == 0, err
        return len((tmp_path / "x" / "commitments.jsonl").read_bytes().splitlines())

    assert kept() == 3
    assert kept("--motion", "kst-1-2") == 1
    assert kept("--query", "PONT", "--kind", "toezegging,maatregel") == 1
    assert kept("--deadline-before", "2000-01-01") == 0
    assert kept("--status", "open") == 3
    assert kept("--status", "verlopen", "--on", "2100-01-01") == 3
    for option, value in (("--kind", "gerucht"), ("--status", "zoek"), ("--since", "gisteren")):
        code, _, err = call("export", "--register", register, option, value)
        assert code == 2
        assert f"{option} {value}: " in err
