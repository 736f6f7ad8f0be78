"""What the documentation says is so."""

from __future__ import annotations

import importlib.util
import re
import tomllib
from pathlib import Path

import pytest

from kamerstukken import __version__
from kamerstukken.cli import commands
from kamerstukken.export import formats

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
SHELL = re.compile(r"```sh\n(?P<command>.*?)\n```", re.DOTALL)
LINK = re.compile(r"\]\((?P<target>[^)#:]+)\)")


def test_the_readme_begins_with_two_commands() -> None:
    run, test = (match["command"] for match in list(SHELL.finditer(README))[:2])
    for command in (run, test):
        assert "\n" not in command
        assert command.startswith("python3 -m venv .venv && .venv/bin/pip install --quiet ")
    assert run.endswith("kamerstukken run corpus --out outputs/corpus")


def test_ci_calls_the_command_that_the_readme_gives_for_tests() -> None:
    test = [match["command"] for match in SHELL.finditer(README)][1]
    lines = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "#!/usr/bin/env bash"
    assert "set -euo pipefail" in lines
    assert test in lines


@pytest.mark.parametrize("command", commands())
def test_the_readme_knows_every_command(command: str) -> None:
    assert f"`kamerstukken {command}" in README


def test_the_page_on_outputs_is_made_from_the_contract() -> None:
    spec = importlib.util.spec_from_file_location("make_outputs", ROOT / "docs" / "make_outputs.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    page = (ROOT / "docs" / "outputs.md").read_text(encoding="utf-8")
    assert page == module.page(), "run `make docs`"


def test_the_page_on_the_register_is_made_from_its_migrations_and_leaves_no_column_out() -> None:
    spec = importlib.util.spec_from_file_location("make_register", ROOT / "docs" / "make_register.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    page = (ROOT / "docs" / "register.md").read_text(encoding="utf-8")
    assert page == module.page(), "run `make docs`"
    assert module.undescribed() == [], "say beside the column what it means"


@pytest.mark.parametrize("page", ["README.md", "docs/outputs.md", "docs/graph.md"])
def test_links_lead_somewhere(page: str) -> None:
    path = ROOT / page
    for match in LINK.finditer(path.read_text(encoding="utf-8")):
        assert (path.parent / match["target"]).exists(), match["target"]


def test_versions_agree() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == __version__


def test_every_format_says_what_it_is() -> None:
    for name, module in formats().items():
        spec = importlib.util.find_spec(module)
        assert spec and spec.origin
        first = Path(spec.origin).read_text(encoding="utf-8").splitlines()[0]
        assert first.startswith('"""') and len(first) > 20, name


def test_no_place_is_left_open_in_the_readme() -> None:
    assert "<!--" not in README
