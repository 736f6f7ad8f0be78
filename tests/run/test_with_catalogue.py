"""A run with a catalogue: titles and votes in lists and graph, and letters that have to do with oral toezeggingen."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import made_up
import msgspec
import networkx as nx
import pytest
from made_up import put
from typer.testing import CliRunner

from kamerstukken import pipeline
from kamerstukken.catalogue import Catalogue
from kamerstukken.catalogue.rows import Besluit, Dossier, Row, Stuk, Toezegging, Zaak
from kamerstukken.cli import app
from kamerstukken.model import OralPromise
from kamerstukken.register import Register
from kamerstukken.run import find_letters
from kamerstukken.sources.manifest import Entry

ACT = (
    "De minister zal de veerstoepen langs de rivier van verlichting voorzien naar aanleiding van kst-98765-12"
)
OTHER = "De minister zal de dienstregeling van het pontje publiceren"


@pytest.fixture(autouse=True)
def _toy_stages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "STAGES", made_up.STAGES)


def promise(text: str, **other: object) -> Toezegging:
    said: dict[str, object] = {
        "guid": "t", "nummer": "TZ209901-001", "tekst": text, "functie": "Minister van Waterwegen", "status": "Openstaand",
        "aangemaakt": "2099-01-15", "termijn": "2099-06-30",
    }  # fmt: skip
    return Toezegging(**(said | other))  # type: ignore[arg-type]


MOTIE = (
    Dossier(guid="d", nummer=98765, titel="Veren"),
    Zaak(guid="z", nummer="2099Z00001", soort="Motie", onderwerp="Motie van het lid Quispel over licht", appreciatie="Ontraden", afgedaan=False),
    Stuk(guid="s", soort="Motie", onderwerp="Motie van het lid Quispel over licht", volgnummer=12, zaken=("z",), dossiers=("d",)),
    Besluit(guid="b", soort="Stemmen - aangenomen", zaken=("z",)),
)  # fmt: skip


def ran(tmp_path: Path, *rows: Row, letter: str = f"{ACT}\n{OTHER}") -> Path:
    """The output folder of a run over one letter with a catalogue of these rows."""
    letters, path = put(tmp_path / "in", a=letter), tmp_path / "catalogue.sqlite"
    with Catalogue.writable(path) as catalogue:
        catalogue.add(rows)
    out = tmp_path / "out"
    arguments = ["run", str(letters), "--out", str(out), "--catalogue", str(path), "--engine", "serial"]
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 0, result.stderr
    return out


def oral(out: Path) -> tuple[OralPromise, ...]:
    with Register(out / "register.sqlite") as register:
        return register.records.oral()


def test_titles_and_votes_stand_in_lists_and_graph(tmp_path: Path) -> None:
    out = ran(tmp_path, *MOTIE)
    (row,) = [json.loads(line) for line in (out / "motions.jsonl").read_text().splitlines()]
    assert (row["motion"], row["title"]) == ("kst-98765-12", "Motie van het lid Quispel over licht")
    assert (row["outcome"], row["appreciation"], row["afgedaan"]) == (
        "Stemmen - aangenomen",
        "Ontraden",
        False,
    )
    graph = nx.read_graphml(out / "graph.graphml")
    assert graph.nodes["kst-98765-12"]["label"] == "kst-98765-12: Motie van het lid Quispel over licht"
    assert graph.nodes["kst-98765-12"]["outcome"] == "Stemmen - aangenomen"


CASES = [
    (promise("De minister voorziet de veerstoepen langs de rivier van verlichting."), "woorden", "says the same, same ministry, later"),
    (promise("De minister voorziet de veerstoepen van verlichting.", functie="Minister van Financiën"), None, "another ministry"),
    (promise("De minister voorziet de veerstoepen langs de rivier van verlichting.", aangemaakt="2099-04-01"), None, "promised after the letter"),
    (promise("De minister voorziet de veerstoepen langs de rivier van verlichting.", aangemaakt="2094-04-01"), None, "promised five years before"),
    (promise("De minister stuurt een brief over sluizen in kanalen."), None, "of something else"),
    (promise("Iets heel anders.", brieven=("2099D00007",)), "brief", "the Kamer names the letter by its document"),
    (promise("Iets heel anders.", brieven=("2099Z00007",)), "brief", "or by its zaak"),
    (promise("Iets heel anders.", brieven=("2099D99999",)), None, "or another one"),
]  # fmt: skip


@pytest.mark.parametrize(("toezegging", "how", "why"), CASES, ids=[why for *_, why in CASES])
def test_which_letter_has_to_do_with_an_oral_promise(
    toezegging: Toezegging, how: str | None, why: str, tmp_path: Path
) -> None:
    data = f"{ACT}\n{OTHER}".encode()
    folder = tmp_path / "in"
    folder.mkdir()
    entry = Entry(
        key="k", id="i", source="odata", url="u", file="a.pdf", sha256=hashlib.sha256(data).hexdigest(), bytes=len(data),
        document="2099D00007", zaaknummers=("2099Z00007",),
    )  # fmt: skip
    (folder / "manifest.jsonl").write_bytes(msgspec.json.encode(entry) + b"\n")
    out = ran(tmp_path, toezegging)
    found = oral(out)
    assert [o.how for o in found] == ([how] if how else []), why
    rows = [json.loads(line) for line in (out / "toezeggingen_kamer.jsonl").read_text().splitlines()]
    assert [row["number"] for row in rows] == [o.number for o in found]
    if how == "woorden":
        assert found[0].act and found[0].reason.startswith("zelfde ministerie, later, en samen: ")
        assert (found[0].status, found[0].due) == ("Openstaand", "2099-06-30")


def test_two_acts_that_say_it_equally_well_give_nothing(tmp_path: Path) -> None:
    toezegging = promise("De minister voorziet de veerstoepen langs de rivier van verlichting.")
    assert oral(ran(tmp_path, toezegging, letter=f"{ACT}\n{ACT} ook")) == ()


def test_a_run_without_a_catalogue_keeps_what_one_with_it_knew(tmp_path: Path) -> None:
    out = ran(tmp_path, *MOTIE)
    CliRunner().invoke(app, ["run", str(tmp_path / "in"), "--out", str(out), "--engine", "serial"])
    with Register(out / "register.sqlite") as register:
        assert register.records.papers()["kst-98765-12"].outcome == "Stemmen - aangenomen"


def test_a_catalogue_that_is_not_there_is_told_before_any_letter_is_read(tmp_path: Path) -> None:
    letters = put(tmp_path / "in", a=ACT)
    result = CliRunner().invoke(
        app, ["run", str(letters), "--out", str(tmp_path / "out"), "--catalogue", "nergens.sqlite"]
    )
    assert result.exit_code == 2
    assert "nergens.sqlite: no catalogue here; `kamerstukken fetch catalogue" in result.stderr
    assert not (tmp_path / "out").exists()


def test_watching_with_a_catalogue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    letters, path, out = put(tmp_path / "in", a=ACT), tmp_path / "catalogue.sqlite", tmp_path / "out"
    with Catalogue.writable(path) as catalogue:
        catalogue.add(MOTIE)
    monkeypatch.setattr("kamerstukken.run.arrivals.arrivals", lambda folder, **_: [find_letters([folder])])
    monkeypatch.setattr("signal.signal", lambda *_: None)
    arguments = ["watch", str(letters), "--out", str(out), "--catalogue", str(path), "--engine", "serial"]
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 0, result.stderr
    (row,) = [json.loads(line) for line in (out / "motions.jsonl").read_text().splitlines()]
    assert row["title"] == "Motie van het lid Quispel over licht"
