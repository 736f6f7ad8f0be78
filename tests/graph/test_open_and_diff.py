"""What is not kept, what is missing, and what changed."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from labelled import fill, letters
from typer.testing import CliRunner

from kamerstukken.cli import app

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("open") / "register.sqlite"
    fill(path, letters()).close()
    return path


def rows(*arguments: str) -> list[dict[str, object]]:
    result = CliRunner().invoke(app, [*arguments, "--json"])
    assert result.exit_code == 0, result.output
    found: list[dict[str, object]] = json.loads(result.stdout)
    return found


def quotes(found: list[dict[str, object]]) -> list[str]:
    return [str(row["act"]["quote"]) for row in found]  # type: ignore[index]


SAFETY = "Ik informeer uw Kamer uiterlijk 30 november 2023 over de uitkomsten van dit onderzoek naar de veiligheidsbeleving."
TRAVEL = "De uitkomsten stuur ik uw Kamer, zoals eerder gemeld, in het eerste kwartaal van 2024 toe."


@pytest.mark.parametrize(
    ("arguments", "holds", "lacks", "why"),
    [
        (["--before", "2024-01-01", "--on", "2023-12-15"], [SAFETY], [TRAVEL], "its day came before"),
        (["--before", "2023-11-30", "--on", "2023-12-15"], [], [SAFETY], "before is exclusive"),
        (["--before", "2024-06-01", "--on", "2024-02-20"], [SAFETY, TRAVEL], [], "both wait"),
        (["--before", "2024-06-01", "--on", "2024-10-01"], [SAFETY], [TRAVEL], "one was kept in September"),
        (["--before", "2024-06-01", "--on", "2024-02-20", "--ministry", "IenW"], [SAFETY], [], "of that ministry"),
        (["--before", "2024-06-01", "--on", "2024-02-20", "--ministry", "BZK"], [], [SAFETY, TRAVEL], "of another"),
        (["--before", "2024-06-01", "--on", "2024-02-20", "--dossier", "98765"], [TRAVEL], [SAFETY], "only one rests on a paper of it"),
        (["--on", "2024-02-20", "--stand", "verlopen"], [SAFETY], [TRAVEL], "only what is overdue"),
    ],
)  # fmt: skip
def test_open_lists_what_is_not_kept(
    path: Path, arguments: list[str], holds: list[str], lacks: list[str], why: str
) -> None:
    found = quotes(rows("open", "--register", str(path), *arguments))
    assert all(quote in found for quote in holds), why
    assert not [quote for quote in lacks if quote in found], why


def test_a_promise_that_was_repeated_is_listed_once(path: Path) -> None:
    found = rows("open", "--register", str(path), "--on", "2024-02-20", "--before", "2024-06-01")
    (row,) = [r for r in found if r["act"]["quote"] == TRAVEL]  # type: ignore[index]
    assert row["said"] == 3
    assert not [q for q in quotes(found) if q.startswith("Zoals toegezegd ontvangt uw Kamer")]


def test_motions_without_action_and_actions_without_source(path: Path) -> None:
    motions = {row["id"] for row in rows("open", "--register", str(path), "--gap", "motions")}
    assert motions == {"motie:Tjalkema"}
    sources = rows("open", "--register", str(path), "--gap", "sources", "--ministry", "IenW")
    assert SAFETY in {row["quote"] for row in sources}
    assert not [row for row in sources if row["quote"] == TRAVEL], "it rests on a motion"


def test_the_list_for_people_has_quote_and_page(path: Path) -> None:
    result = CliRunner().invoke(
        app, ["open", "--register", str(path), "--on", "2024-02-20", "--before", "2024-01-01"]
    )
    assert SAFETY in result.stdout
    assert " p1 " in result.stdout


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["open", "--gap", "nothing"], "there are promises"),
        (["open", "--stand", "half"], "there are open"),
        (["open", "--gap", "motions", "--ministry", "IenW"], "only --dossier"),
        (["open", "--before", "soon"], "not a day"),
        (["diff"], "give two runs"),
        (["diff", "--since", "yesterday"], "not a day"),
    ],
)
def test_wrong_usage_is_told(path: Path, arguments: list[str], says: str) -> None:
    result = CliRunner().invoke(app, [*arguments, "--register", str(path)])
    assert result.exit_code == 2
    assert says in result.output


def test_diff_since_a_day(path: Path) -> None:
    found = rows("diff", "--register", str(path), "--since", "2023-11-01", "--on", "2024-03-01")
    by_what: dict[str, set[str]] = {}
    for row in found:
        by_what.setdefault(str(row["what"]), set()).add(str(row["act"]["quote"]))  # type: ignore[index]
    assert (
        "Op 1 april 2024 start op de verbinding Kreekerdam – Veenmonde een proef met een nachtdienst."
        in by_what["nieuw"]
    )
    assert (
        "In het najaar van 2023 publiceer ik een subsidieregeling voor de verduurzaming van veerponten."
        in by_what["gewijzigd"]
    )
    assert any(
        "uiterlijk 30 november 2023 over de uitkomsten van het onderzoek naar een nachtdienst" in q
        for q in by_what["voldaan"]
    )
    assert any("handreiking voor kleine gemeenten opstel" in q for q in by_what["vervallen"])
    assert SAFETY in by_what["gewijzigd"], "its day passed: overdue"


def test_nothing_changes_between_a_day_and_itself(path: Path) -> None:
    assert rows("diff", "--register", str(path), "--since", "2024-03-01", "--on", "2024-03-01") == []


def test_diff_of_two_runs_and_its_feed(path: Path, tmp_path: Path) -> None:
    early = tmp_path / "early" / "register.sqlite"
    early.parent.mkdir()
    fill(early, tuple(a for a in letters() if (a.document.metadata.date or "") < "2024-02-01")).close()
    feed = tmp_path / "changes.atom"
    found = rows("diff", str(early.parent), str(path), "--on", "2024-10-01", "--feed", str(feed))
    whats = {row["what"] for row in found}
    assert whats == {"nieuw", "gewijzigd", "voldaan", "vervallen"}
    back = rows("diff", str(path), str(early), "--on", "2024-10-01")
    assert any(row["what"] == "vervallen" and row["after"] is None for row in back), (
        "what is gone from the register"
    )
    root = ElementTree.parse(feed).getroot()
    entries = root.findall(f"{ATOM}entry")
    assert len(entries) == len(found)
    assert len({e.findtext(f"{ATOM}id") for e in entries}) == len(entries)
    for field in ("id", "title", "updated"):
        assert root.findtext(f"{ATOM}{field}")
        assert all(e.findtext(f"{ATOM}{field}") for e in entries)


def test_the_export_atom_has_the_same_bytes_each_time(path: Path, tmp_path: Path) -> None:
    outs = []
    for name in ("one", "two"):
        result = CliRunner().invoke(
            app,
            [
                "export",
                "--format",
                "atom,gexf,nodelink",
                "--register",
                str(path),
                "--out",
                str(tmp_path / name),
            ],
        )
        assert result.exit_code == 0, result.output
        outs.append({p.name: p.read_bytes() for p in (tmp_path / name).iterdir()})
    assert outs[0] == outs[1]
    assert set(outs[0]) == {"changes.atom", "graph.gexf", "graph.json"}
    assert b"urn:kamerstukken:" in outs[0]["changes.atom"]
