"""The example of the documentation, installed from outside the package; and the command on texts."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kamerstukken import cite_text
from kamerstukken.cite.found import finder
from kamerstukken.cli import app
from kamerstukken.errors import BadInput

PAGE = (Path(__file__).resolve().parent.parent.parent / "docs" / "cite.md").read_text(encoding="utf-8")
EXAMPLE = re.search(r"```python\n# bwb_references\.py\n(.*?)```", PAGE, re.DOTALL)
ENTRY = re.search(r'```toml\n\[project\.entry-points\."([\w.]+)"\]\n(.*?)```', PAGE, re.DOTALL)
FIRST = re.search(
    r"```python\n(from kamerstukken import cite_text.*?)```\n\n```text\n(.*?)```", PAGE, re.DOTALL
)


def install(folder: Path) -> None:
    """What an installer does, without one: the module, and the metadata that announces it."""
    assert EXAMPLE and ENTRY
    (folder / "bwb_references.py").write_text(EXAMPLE[1], encoding="utf-8")
    info = folder / "bwb_references-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: bwb-references\nVersion: 1.0\n", encoding="utf-8"
    )
    (info / "entry_points.txt").write_text(f"[{ENTRY[1]}]\n{ENTRY[2].replace(chr(34), '')}", encoding="utf-8")


def run(*arguments: str, path: Path, text: str = "") -> str:
    environment = os.environ | {"PYTHONPATH": str(path)}
    command = [sys.executable, "-m", "kamerstukken", *arguments]
    done = subprocess.run(
        command, input=text, capture_output=True, text=True, env=environment, check=True, encoding="utf-8"
    )
    return done.stdout


def test_the_documented_kind_is_found_once_installed(tmp_path: Path) -> None:
    text = "Zie BWBR0005537 en Kamerstuk 34 843, nr. 30."
    before = [
        json.loads(line)["kind"] for line in run("cite", "-", "--json", path=tmp_path, text=text).splitlines()
    ]
    install(tmp_path)
    after = [json.loads(line) for line in run("cite", "-", "--json", path=tmp_path, text=text).splitlines()]
    assert before == ["kamerstuk"]
    assert [(row["kind"], row["ids"]) for row in after] == [
        ("bwb", ["BWBR0005537"]),
        ("kamerstuk", ["kst-34843-30"]),
    ]
    assert re.search(r"bwb .*Laws by their number", run("plugins", path=tmp_path))


def test_the_first_example_prints_what_the_page_says(capsys: pytest.CaptureFixture[str]) -> None:
    assert FIRST
    exec(FIRST[1], {})
    assert capsys.readouterr().out == FIRST[2]


def test_an_unknown_kind_is_named_with_the_known_ones() -> None:
    with pytest.raises(BadInput, match="no such kind of reference; known are aanhangsel, amendement"):
        finder("sprookje")


def test_the_command_marks_references(tmp_path: Path) -> None:
    path = tmp_path / "brief.txt"
    path.write_text("De motie Leijten, zie Kamerstuk 34 843, nr. 30.", encoding="utf-8")
    done = CliRunner().invoke(app, ["cite", str(path), "--format", "marked"])
    marked = "De [motie Leijten](kst-34843-30), zie [Kamerstuk 34 843, nr. 30](kst-34843-30)."
    assert (done.exit_code, done.stdout.strip()) == (0, marked)


def test_the_command_prints_a_table() -> None:
    done = CliRunner().invoke(app, ["cite", "-"], input="Zie Stb. 2018, 247.")
    assert done.exit_code == 0
    assert re.search(r"4\s+stb\s+stb-2018-247\s+own words\s+Stb\. 2018, 247", done.stdout)


@pytest.mark.parametrize(
    ("data", "says"),
    [(None, "cannot be read"), (b"\xff\xfe\x00", "byte 1 is not UTF-8"), (b"%PDF-1.7 broken", "brief")],
)
def test_the_command_refuses_with_file_and_remedy(tmp_path: Path, data: bytes | None, says: str) -> None:
    path = tmp_path / "brief.bin"
    if data is not None:
        path.write_bytes(data)
    done = CliRunner().invoke(app, ["cite", str(path)])
    assert done.exit_code == 2
    assert says in done.output and "brief.bin" in done.output


def test_no_reference_gives_no_line() -> None:
    assert cite_text("") == []
    assert CliRunner().invoke(app, ["cite", "-", "--json"], input="Niets.").stdout == ""
