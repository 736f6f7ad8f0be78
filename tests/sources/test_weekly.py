"""The way of docs/fetch.md, from nothing to a list: its commands are run as they stand there, over the loopback server."""

from __future__ import annotations

import json
import re
import shlex
import tomllib
from pathlib import Path

import pytest
from loopback import Loopback
from typer.testing import CliRunner
from world import World, guid, letter

from kamerstukken.cli import app
from kamerstukken.sources.mapping import Mapping, load_mapping
from kamerstukken.sources.services import load_services

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "fetch.md").read_text(encoding="utf-8")
LETTERS = (
    "2023-06-19_kamerbrief-uitstel-onderzoek-nachtdienst.pdf",
    "2023-11-23_kamerbrief-uitkomsten-onderzoek-nachtdienst.pdf",
)


def commands() -> list[list[str]]:
    """The five commands, without the installation."""
    block = re.search(r"in five commands\n\n```sh\n(.*?)```", PAGE, re.DOTALL)
    assert block
    lines = [shlex.split(line) for line in block[1].splitlines()]
    assert len(lines) == 5 and lines[0][:4] == ["python3", "-m", "pip", "install"]
    return [line[1:] for line in lines[1:]]


def week(folder: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Run them all; gives what they told."""
    monkeypatch.chdir(folder)
    told = ""
    for arguments in commands():
        result = CliRunner().invoke(app, arguments)
        assert result.exit_code == 0, (arguments, result.stderr, result.exception)
        told += result.stderr
    return told


@pytest.mark.slow
def test_from_nothing_to_a_weekly_list(
    world: World, loopback: Loopback, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = tmp_path / "mirror.toml"
    settings.write_text(
        "[manners]\npause = 0.0\n"
        + "".join(
            f'[{via}]\naddress = "{loopback.base}/{place}"\n'
            for via, place in (("odata", "v5"), ("koop", "sru"))
        )
    )
    for name, value in (("SERVICES", str(settings)), ("ENGINE", "serial")):
        monkeypatch.setenv(f"KAMERSTUKKEN_{name}", value)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    both = [letter(n, Datum=f"2026-10-0{n}T00:00:00+02:00") for n in (1, 2)]
    world.pdfs = {guid(n): (ROOT / "corpus" / name).read_bytes() for n, name in enumerate(LETTERS, 1)}
    empty = ("Kamerstukdossier", "Zaak", "ZaakActor", "Besluit", "Persoon", "PersoonLoopbaan", "Toezegging")
    world.tables = {"Document": both[:1]} | {name: [full_row(name)] for name in empty}
    told = week(tmp_path, monkeypatch)
    assert "1 letters: 1 new" in told and "1 letters: 1 read" in told
    assert "1 letters print something else than their manifest says" in told, (
        "its date is that of another year"
    )
    world.tables["Document"] = both
    told = week(tmp_path, monkeypatch)
    assert "2 letters: 1 new" in told and "2 letters: 1 read" in told
    rows = [json.loads(line) for line in (tmp_path / "lijst" / "documents.jsonl").read_text().splitlines()]
    assert [row["document"] for row in rows] == ["2026D00001", "2026D00002"]
    assert all("number" in row["from_manifest"] and row["dossiers"] == ["98765"] for row in rows)
    assert (tmp_path / "lijst" / "commitments.xlsx").is_file() and (
        tmp_path / "lijst" / "report.html"
    ).is_file()


def full_row(entity: str) -> dict[str, object]:
    """A removed row with all names that the mapping table knows: the service has them, and nothing to tell."""
    table = load_mapping("odata_v5")
    names = {name.partition("[")[0] for names in table.entities[entity].fields.values() for name in names}
    return {"Id": guid(1), "ApiGewijzigdOp": "2026-01-01T00:00:00Z", "Verwijderd": True} | dict.fromkeys(
        sorted(names)
    )


def test_every_example_of_settings_is_one(tmp_path: Path) -> None:
    settings, mapping = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)
    (tmp_path / "a.toml").write_text(settings)
    assert load_services(tmp_path / "a.toml").odata.address == "https://mirror.example.org/OData/v5"
    (tmp_path / "b.toml").write_text(mapping)
    assert load_mapping(str(tmp_path / "b.toml")).entities["Zaak"].fields["appreciatie"] == (
        "Appreciatie",
        "Kabinetsappreciatie",
    )


@pytest.mark.parametrize("name", ["odata_v4", "odata_v5", "syncfeed"])
def test_every_mapping_table_of_ours_is_one(name: str) -> None:
    assert isinstance(load_mapping(name), Mapping)


def test_every_setting_says_what_it_means() -> None:
    text = (ROOT / "kamerstukken" / "sources" / "services.toml").read_text(encoding="utf-8")
    manners = text.partition("[manners]")[2].partition("\n[")[0].strip().splitlines()
    assert len(manners) == len(tomllib.loads(text)["manners"])
    assert all("# " in line for line in manners)


def test_links_of_the_page_lead_somewhere() -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", PAGE):
        assert (ROOT / "docs" / target).exists(), target
