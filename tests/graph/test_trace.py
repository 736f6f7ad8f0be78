"""A trace answers what a motion led to, as a value, on the terminal, as a page, a picture and a graph."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import networkx as nx
import pytest
from labelled import chain, fill, ids_at, letters
from typer.testing import CliRunner

from kamerstukken.cli import app
from kamerstukken.errors import BadInput
from kamerstukken.graph import GraphStream, build_graph, graph_of, subjects, trace
from kamerstukken.graph.files import write_graph
from kamerstukken.graph.page import page
from kamerstukken.graph.spawned import led_to
from kamerstukken.register import Register

DAY = date(2024, 10, 1)
SPAWNED = [edge for edge in chain()["edges"] if edge["type"] == "spawned"]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("trace") / "register.sqlite"
    fill(path, letters()).close()
    return path


@pytest.fixture
def register(path: Path) -> Register:
    return Register(path)


def run(*arguments: str) -> str:
    result = CliRunner().invoke(app, list(arguments))
    assert result.exit_code == 0, result.output
    return result.stdout


@pytest.mark.parametrize(
    ("words", "id_", "type_", "why"),
    [
        ("kst-98765-8", "kst-98765-8", "motie", "by its id"),
        ("98765-8", "kst-98765-8", "motie", "as people type it"),
        ("98 765, nr. 8", "kst-98765-8", "motie", "as letters write it"),
        ("motie-Van Kolderveen c.s.", "kst-98765-8", "motie", "by its name; only one motion of hers"),
        ("98765", "dossier:98765", "dossier", "a dossier's number"),
        ("dossier 98 765", "dossier:98765", "dossier", "with its word and a blank"),
        ("kst-98765-12", "kst-98765-12", "kamerstuk", "a paper that is no motion"),
        ("Minister van IENW", "bewindspersoon:minister van IenW", "bewindspersoon", "whatever its capitals"),
        ("uitstel-onderzoek", None, "brief", "a part of a letter's file name"),
    ],
)  # fmt: skip
def test_a_subject_is_known_by_any_of_its_names(
    register: Register, words: str, id_: str | None, type_: str, why: str
) -> None:
    (found,) = subjects(register, words)
    assert found.type == type_, why
    assert id_ is None or found.id == id_, why


def test_a_name_with_more_motions_is_asked_back_and_one_without_is_an_error(path: Path) -> None:
    several = CliRunner().invoke(app, ["trace", "motie-Haspelaar", "--register", str(path)])
    assert several.exit_code == 2
    assert "kst-98765-9" in several.output
    nothing = CliRunner().invoke(app, ["trace", "motie-Niemand", "--register", str(path)])
    assert nothing.exit_code == 2
    assert "no motion" in nothing.output


@pytest.mark.parametrize("motion", ["kst-98765-8", "kst-98765-9"])
def test_a_trace_holds_every_labelled_act_of_a_motion_with_its_evidence(
    register: Register, motion: str
) -> None:
    found = trace(register, subjects(register, motion)[0], DAY)
    acts = {line.act.id: line for line in found.acts if line.act}
    for edge in (e for e in SPAWNED if e["from"] == motion):
        (id_,) = ids_at(register, edge["to"])
        line = acts[id_]
        assert motion in line.about
        assert line.stand is not None
        assert line.page >= 1
        assert line.quote
    (settles,) = found.settled
    assert settles.date == {"kst-98765-8": "2023-11-23", "kst-98765-9": "2024-09-17"}[motion]
    assert [s.letter.date for s in found.steps] == sorted(str(s.letter.date) for s in found.steps)


def test_a_trace_follows_a_promise_through_letters_that_do_not_name_the_motion(register: Register) -> None:
    """The slip of 19 June names no motion; it moves a promise that rests on one."""
    found = trace(register, subjects(register, "kst-98765-8")[0], DAY)
    (slip,) = [k for k in found.links if k.is_slip]
    assert (slip.date, slip.old, slip.new) == ("2023-06-19", "2023-06-20", "2023-11-30")


def test_a_trace_knows_nothing_after_its_day(register: Register) -> None:
    found = trace(register, subjects(register, "kst-98765-8")[0], date(2023, 7, 1))
    assert [s.letter.date for s in found.steps] == ["2023-03-14", "2023-06-19"]
    assert found.settled == ()


def test_the_false_friend_is_in_no_trace_of_the_motion(register: Register) -> None:
    found = trace(register, subjects(register, "kst-98765-8")[0], DAY)
    assert not [s for s in found.steps if "sociale-veiligheid" in s.letter.file]


def test_no_more_letters_than_asked_and_the_rest_is_counted(register: Register) -> None:
    subject = subjects(register, "98765")[0]
    whole, short = trace(register, subject, DAY), trace(register, subject, DAY, limit=2)
    assert len(short.steps) == 2
    assert short.left_out == len(whole.steps) - 2 or short.left_out >= 0
    assert short.steps[-1].letter == whole.steps[-1].letter


def test_the_terminal_shows_the_tree(path: Path) -> None:
    text = run("trace", "kst-98765-8", "--register", str(path), "--on", DAY.isoformat())
    lines = text.splitlines()
    assert "afgedaan 2023-11-23" in lines[0]
    assert any("verzet van 2023-06-20 naar 2023-11-30 (uitstel)" in line for line in lines)
    assert any("p1 “Hiermee beschouw ik de motie-Van Kolderveen c.s." in line for line in lines)
    assert all("…" not in line for line in lines), "a pipe gets whole lines"


def test_json_is_json_and_a_page_stands_by_itself(path: Path, tmp_path: Path) -> None:
    html = tmp_path / "trace.html"
    text = run(
        "trace",
        "kst-98765-9",
        "--register",
        str(path),
        "--on",
        DAY.isoformat(),
        "--json",
        "--html",
        str(html),
    )
    assert json.loads(text)["subject"]["id"] == "kst-98765-9"
    written = html.read_text("utf-8")
    assert "Met het toezenden van het overzicht" in written
    assert "http" not in written.replace("http-equiv", "")


def test_a_page_escapes_what_letters_say(register: Register) -> None:
    found = trace(register, subjects(register, "kst-98765-8")[0], DAY)
    line = found.steps[0].lines[0]
    hostile = type(line)(line.what, 1, line.where, "<script>alert(1)</script>", ("<b>",))
    step = type(found.steps[0])(found.steps[0].letter, (hostile,))
    text = page(type(found)(found.subject, found.on, (step,)))
    assert "<script>" not in text
    assert "&lt;script&gt;" in text


@pytest.mark.parametrize("ending", ["svg", "png"])
def test_the_same_trace_gives_the_same_picture(register: Register, tmp_path: Path, ending: str) -> None:
    found = trace(register, subjects(register, "kst-98765-8")[0], DAY)
    files = [tmp_path / f"{n}.{ending}" for n in (1, 2)]
    for file in files:
        write_graph(register, found, file)
    assert files[0].read_bytes() == files[1].read_bytes()
    if ending == "svg":
        words = " ".join(ElementTree.parse(files[0]).getroot().itertext())
        assert "kst-98765-8" in words
        assert "[voldaan]" in words


def test_a_neighbourhood_is_a_graph_with_stands_and_evidence(register: Register, tmp_path: Path) -> None:
    found = trace(register, subjects(register, "kst-98765-8")[0], DAY)
    graph = graph_of(register, found)
    assert graph.nodes["kst-98765-8"]["type"] == "motie"
    assert {"spawned", "contains", "settles", "follows"} <= {v["type"] for *_, v in graph.edges(data=True)}
    assert any(v.get("stand") == "voldaan" for _, v in graph.nodes(data=True))
    for ending in ("graphml", "gexf", "json"):
        write_graph(register, found, tmp_path / f"g.{ending}")
    assert len(nx.read_graphml(tmp_path / "g.graphml")) == len(graph)
    with pytest.raises(BadInput, match="cannot make that"):
        write_graph(register, found, tmp_path / "g.docx")


def test_every_edge_of_the_whole_graph_says_where_it_was_read(register: Register) -> None:
    graph = build_graph(register)
    kinds = {v["type"] for *_, v in graph.edges(data=True)}
    assert kinds == {
        "cites", "contains", "spawned", "basis", "settles", "follows", "answers", "points", "is", "in", "signs", "sends", "does",
    }  # fmt: skip
    for source, target, values in graph.edges(data=True):
        assert values["letter"] in graph, (source, target)
        assert values["where"], (source, target)
        assert values["page"] >= 1, (source, target)
    types = {v["type"] for _, v in graph.nodes(data=True)}
    assert types == {
        "brief", "kamerstuk", "motie", "dossier", "toezegging", "maatregel", "aanbeveling", "bewindspersoon", "ministerie",
    }  # fmt: skip


def test_the_labelled_spawned_edges_are_in_the_graph(register: Register) -> None:
    graph = build_graph(register)
    for edge in SPAWNED:
        (id_,) = ids_at(register, edge["to"])
        values = [
            v for v in graph.get_edge_data(edge["from"], id_, default={}).values() if v["type"] == "spawned"
        ]
        assert edge["to"]["quote"] in values[0]["quote"] or values[0]["quote"] in edge["to"]["quote"]


@pytest.mark.parametrize(
    ("quote", "least", "most", "why"),
    [
        ("Ter uitvoering van de motie-Van Kolderveen c.s. laat ik", 0.9, 1.0, "named in the sentence"),
        (
            "Ik informeer uw Kamer voor de zomer over de uitkomsten van dit onderzoek.",
            0.5,
            0.8,
            "named before it",
        ),
    ],
)
def test_a_spawned_edge_says_how_sure_it_is(
    register: Register, quote: str, least: float, most: float, why: str
) -> None:
    graph = build_graph(register)
    edges = [v for a, _, v in graph.edges(data=True) if v["type"] == "spawned" and a == "kst-98765-8"]
    (values,) = [v for v in edges if v["quote"].startswith(quote)]
    assert least <= values["confidence"] <= most, why
    assert values["reason"]


def test_a_stream_names_each_node_once_and_no_edge_without_its_ends(register: Register) -> None:
    stream = GraphStream(register)
    ids = [node.id for node in stream.nodes()]
    assert len(ids) == len(set(ids))
    assert all(edge.source in ids and edge.target in ids for edge in stream.edges())


@pytest.mark.parametrize(
    ("sure", "act", "leads", "why"),
    [
        (0.95, 0.6, True, "in the act's own words"),
        (0.95, 0.4, False, "it may be no act at all"),
        (0.7, 0.9, True, "in the paragraph of what is surely an act"),
        (0.7, 0.6, False, "in the paragraph of what may be one"),
        (0.4, 0.99, False, "a sentence that only tells of the motion"),
    ],
)
def test_a_motion_near_an_act_did_not_always_lead_to_it(
    sure: float, act: float, leads: bool, why: str
) -> None:
    some = next(act for analysis in letters() for act in analysis.commitments)
    assert led_to(sure, replace(some, confidence=act)) is leads, why
