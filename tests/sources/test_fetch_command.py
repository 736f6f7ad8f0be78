"""The command: what it tells on the way and at the end, in words and in JSON, and its exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from loopback import Loopback, Reply
from typer.testing import CliRunner
from world import World, guid

from kamerstukken.cli import app


@pytest.fixture
def settings(loopback: Loopback, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of settings that makes the loopback server the mirror of all services."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("COLUMNS", "250")
    path = tmp_path / "mirror.toml"
    ways = {"odata": "v5", "odata_v4": "v4", "syncfeed": "sync", "koop": "sru"}
    tables = "".join(f'[{via}]\naddress = "{loopback.base}/{place}"\n' for via, place in ways.items())
    path.write_text(
        'contact = "analist@example.org"\n[manners]\npause = 0.0\nattempts = 2\nfirst_wait = 0.0\n' + tables
    )
    return path


def call(*arguments: object) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, ["fetch", *(str(a) for a in arguments)])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.stdout, result.stderr


def test_letters_are_told_and_counted(settings: Path, loopback: Loopback, tmp_path: Path) -> None:
    to = tmp_path / "brieven"
    asked = ("letters", "--since", "2026-10-01", "--to", to, "--services", settings)
    code, out, err = call(*asked, "--dry-run")
    assert (code, out) == (0, "")
    assert f"asks   {loopback.base}/v5/Document?" in err
    assert "would fetch 2026-10-01_2026D00001_voortgang-veerpont-1.pdf <- " in err
    assert "5 letters found: 5 would be fetched, 0 are here. Nothing was written." in err
    loopback.fault(f"({guid(3)})/resource", Reply(b"PK", kind="application/pdf"))
    code, out, err = call(*asked)
    assert code == 1
    assert "5 letters: 4 new, 0 changed (0.1 MB), 0 as before, 1 failed, 0 withdrawn" in err
    assert "kst-98765-43: " in err and "no PDF: begins with b'PK'" in err
    code, out, err = call(*asked, "--json", "--quiet")
    assert (code, err) == (0, "")
    assert json.loads(out)["new"] == 1
    assert loopback.asked[-1].headers["user-agent"].endswith("(analist@example.org)")


def test_a_service_that_is_down_is_told_with_what_to_do(
    settings: Path, loopback: Loopback, tmp_path: Path
) -> None:
    loopback.fault("/v5/", Reply(b"", 503), times=99)
    code, _, err = call("letters", "--since", "2026-10-01", "--to", tmp_path / "in", "--services", settings)
    assert code == 1
    assert "Stopped early: " in err and "503" in err and "the same command goes on from there" in err


def test_the_catalogue_is_told_and_counted(settings: Path, world: World, tmp_path: Path) -> None:
    world.tables = {
        "Zaak": [
            {
                "Id": guid(1),
                "Nummer": "2026Z1",
                "Soort": "Motie",
                "Onderwerp": "Motie van het lid Quispel over een bel",
                "Verwijderd": False,
            }
        ]
    }
    to = tmp_path / "catalogue.sqlite"
    code, _, err = call("catalogue", "--to", to, "--only", "Zaak", "--services", settings, "--dry-run")
    assert code == 0 and "would ask http://127.0.0.1" in err and "Nothing was asked or written." in err
    code, _, err = call("catalogue", "--to", to, "--services", settings)
    assert code == 1
    assert "1 zaken; 0 removed" in err and "holds 1 moties" in err
    assert "Document: the service has no Document any more; mend [entities.Document]" in err
    assert "Zaak: the service has no " in err and "appreciatie" in err
    code, out, err = call("catalogue", "--to", to, "--only", "Zaak", "--services", settings, "--json", "-q")
    assert code == 0 and json.loads(out)["holds"]["moties"] == 1 and err == ""


def test_a_catalogue_from_dumps_needs_no_service(tmp_path: Path, loopback: Loopback, settings: Path) -> None:
    dump = tmp_path / "moties.csv"
    dump.write_text("parlid,dossier,nr,title\nkst-98700-1,98700,1,Motie van het lid Quispel over een bel\n")
    code, _, err = call("catalogue", "--from", dump, "--to", tmp_path / "c.sqlite")
    assert code == 0 and "holds 1 moties, 1 dossiers" in err
    assert not loopback.asked


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ("letters", "--since", "2026-10-01", "--to", "x", "--via", "fax"),
            "--via fax: no such way; known are odata, odata_v4, syncfeed, koop",
        ),
        (("catalogue", "--via", "koop"), "KOOP has no catalogue"),
        (("catalogue", "--from", "nergens.csv", "--to", "x.sqlite"), "nergens.csv: no such file"),
        (
            ("letters", "--since", "2026-10-01", "--to", "x", "--services", "geen.toml"),
            "geen.toml: no settings to read",
        ),
    ],
)
def test_wrong_usage_is_told(
    arguments: tuple[str, ...], message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    code, _, err = call(*arguments)
    assert code == 2 and message in err


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[manners]\npauze = 1\n", "unknown field `pauze`"),
        ("[manners]\npause = 'lang'\n", "`manners.pause`|manners.pause"),
        ("[manners\n", "not settings"),
    ],
)
def test_settings_that_are_none_are_told(text: str, message: str, tmp_path: Path) -> None:
    import re

    path = tmp_path / "eigen.toml"
    path.write_text(text)
    code, _, err = call("letters", "--since", "2026-10-01", "--to", tmp_path / "in", "--services", path)
    assert code == 2 and "eigen.toml" in err and re.search(message, err)
