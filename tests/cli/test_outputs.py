"""Commands that write outputs: their options, and what a wrong one says."""

from __future__ import annotations

from pathlib import Path

import made_up
import pytest
from made_up import put
from typer.testing import CliRunner

from kamerstukken import pipeline
from kamerstukken.cli import app
from kamerstukken.cli._format_options import format_options
from kamerstukken.errors import BadInput


@pytest.fixture
def register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(pipeline, "STAGES", made_up.STAGES)
    letters = put(tmp_path / "in", a="Ik zal over kst-1-2 berichten.\nDe pont zal varen.", b="zal 2")
    arguments = ["run", str(letters), "--out", str(tmp_path / "out"), "-q", "--engine", "serial"]
    assert CliRunner().invoke(app, arguments).exit_code == 0
    return tmp_path / "out" / "register.sqlite"


def call(*arguments: object) -> tuple[int, str]:
    result = CliRunner().invoke(app, [str(a) for a in arguments])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.stderr


def test_report_writes_beside_the_register_what_is_selected(register: Path) -> None:
    code, said = call("report", "--register", register, "--query", "pont", "--no-pictures")
    assert code == 0
    text = (register.parent / "report.html").read_text("utf-8")
    assert "report.html (0.7 MB)" in " ".join(said.split())
    assert "De pont zal varen." in text
    assert "Ik zal over" not in text.partition('id="data"')[2].partition('"blocks"')[0]


def test_report_tells_stands_on_the_day_that_is_asked(register: Path, tmp_path: Path) -> None:
    out = tmp_path / "verslag.html"
    assert call("report", "--register", register, "--on", "2100-01-01", "--out", out)[0] == 0
    assert '"stand":"verlopen"' in out.read_text("utf-8")
    assert "stand op 1 januari 2100" in out.read_text("utf-8")
    code, said = call("report", "--register", register, "--on", "morgen")
    assert code == 2
    assert "--on morgen: not a day" in said


def test_export_writes_columns_of_ones_own(register: Path, tmp_path: Path) -> None:
    mapping = tmp_path / "bord.toml"
    mapping.write_text('file = "bord.csv"\n[columns]\nTitel = "action"\n', encoding="utf-8")
    out = tmp_path / "bord"
    assert (
        call("export", "--register", register, "--format", "csv", "--columns", mapping, "--out", out)[0] == 0
    )
    assert (out / "bord.csv").read_text("utf-8").splitlines()[0] == '"Titel"'
    code, said = call("export", "--register", register, "--columns", tmp_path / "weg.toml", "--out", out)
    assert code == 2
    assert "no mapping to read here" in said


@pytest.mark.parametrize(
    "given, options, why",
    [
        ([], {}, "none"),
        (["csv.separator=;"], {"csv": {"separator": ";"}}, "text that is no TOML stays text"),
        (["csv.separator=\\t"], {"csv": {"separator": "\t"}}, "a tab can be typed"),
        (["csv.bom=true", "csv.separator=';'"], {"csv": {"bom": True, "separator": ";"}}, "TOML values"),
        (["x.n=12", "y.n=1.5"], {"x": {"n": 12}, "y": {"n": 1.5}}, "numbers"),
        (["x.p=a=b"], {"x": {"p": "a=b"}}, "only the first = counts"),
    ],
)
def test_options_of_formats(given: list[str], options: dict[str, object], why: str) -> None:
    assert format_options(given) == options, why


@pytest.mark.parametrize("text", ["bom=true", "csv.bom", "csv=true", ""])
def test_an_option_of_another_form_is_refused(text: str) -> None:
    with pytest.raises(BadInput, match=r"write it as FORMAT\.NAME=VALUE"):
        format_options([text])
