"""A run with manifests beside the letters: they fill what is not printed, never what is, and differences are told."""

from __future__ import annotations

import hashlib
import json
from dataclasses import fields
from pathlib import Path

import made_up
import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_up import put
from typer.testing import CliRunner

from kamerstukken import pipeline
from kamerstukken.cli import app
from kamerstukken.errors import BadInput
from kamerstukken.graph import build_graph
from kamerstukken.model import Metadata, Signatory
from kamerstukken.register import Register
from kamerstukken.run import find_letters, run
from kamerstukken.run.disagree import disagreements
from kamerstukken.sources.manifest import Entry


@pytest.fixture(autouse=True)
def _toy_stages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "STAGES", made_up.STAGES)


def entry(path: Path, **other: object) -> Entry:
    data = path.read_bytes()
    said: dict[str, object] = {
        "key": path.name, "id": "kst-98765-41", "source": "odata", "url": "https://x", "file": path.name, "document": "2026D00001",
        "sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data), "kamerstuk": "kst-98765-41", "date": "2026-10-01",
        "subject": "Voortgang veerpont", "ministry": "Ministerie van Financiën", "session": "2026-2027", "dossiers": ("98765",),
        "number": "41", "kenmerk": "VEER-1", "zaaknummers": ("2026Z00001",), "signatories": (("J. de Veerman", "minister van Financiën"),),
    }  # fmt: skip
    return Entry(**(said | other))  # type: ignore[arg-type]


def manifest(folder: Path, *entries: Entry) -> None:
    (folder / "manifest.jsonl").write_bytes(b"".join(msgspec.json.encode(e) + b"\n" for e in entries))


def only_document(out: Path) -> dict[str, object]:
    (line,) = (out / "documents.jsonl").read_text().splitlines()
    row: dict[str, object] = json.loads(line)
    return row


def test_what_a_letter_does_not_print_comes_from_its_manifest(tmp_path: Path) -> None:
    letters = put(tmp_path / "in", a="Ik zal x.")
    manifest(letters, entry(letters / "a.pdf"))
    run(find_letters([letters]), tmp_path / "out")
    row = only_document(tmp_path / "out")
    assert (row["document"], row["zaaknummers"], row["dossiers"], row["number"]) == (
        "2026D00001",
        ["2026Z00001"],
        ["98765"],
        "41",
    )
    assert {"document", "zaaknummers", "number"} <= set(row["from_manifest"])  # type: ignore[call-overload]
    with Register(tmp_path / "out" / "register.sqlite") as register:
        graph = build_graph(register)
        assert ("kst-98765-41" in graph) and any(d["type"] == "is" for *_, d in graph.edges(data=True))
        assert register.lookup.published_as("kst-98765-41")


def test_a_manifest_that_says_something_new_has_the_letter_read_again(tmp_path: Path) -> None:
    letters, out = put(tmp_path / "in", a="Ik zal x."), tmp_path / "out"
    assert run(find_letters([letters]), out).read == 1
    ids = (out / "commitments.jsonl").read_text().splitlines()
    manifest(letters, entry(letters / "a.pdf"))
    assert run(find_letters([letters]), out).read == 1
    assert run(find_letters([letters]), out).read == 0
    again = (out / "commitments.jsonl").read_text().splitlines()
    assert [json.loads(a)["id"] for a in again] == [json.loads(i)["id"] for i in ids], (
        "ids rest on what is printed"
    )


def test_a_manifest_of_another_file_is_not_believed(tmp_path: Path) -> None:
    letters = put(tmp_path / "in", a="Ik zal x.")
    manifest(letters, entry(letters / "a.pdf", bytes=7), entry(letters / "a.pdf", file="b.pdf", key="b"))
    run(find_letters([letters]), tmp_path / "out")
    assert only_document(tmp_path / "out")["from_manifest"] == []


def test_a_spoiled_manifest_stops_before_any_letter_is_read(tmp_path: Path) -> None:
    letters = put(tmp_path / "in", a="Ik zal x.")
    (letters / "manifest.jsonl").write_text("kapot\n{}\n")
    with pytest.raises(BadInput, match="line 1"):
        find_letters([letters])


def test_differences_are_told_and_what_is_printed_stays(tmp_path: Path) -> None:
    letters, out = put(tmp_path / "in", a="Ik zal x."), tmp_path / "out"
    plain = CliRunner().invoke(app, ["run", str(letters), "--out", str(out), "--engine", "serial"])
    printed = only_document(out)["date"]
    assert printed and "manifest" not in plain.stderr and not (out / "disagreements.jsonl").exists()
    manifest(letters, entry(letters / "a.pdf", date="1999-01-01", withdrawn=True))
    told = CliRunner().invoke(app, ["run", str(letters), "--out", str(out), "--engine", "serial"])
    assert "1 letters print something else than their manifest says: see disagreements.jsonl" in told.stderr
    rows = [json.loads(line) for line in (out / "disagreements.jsonl").read_text().splitlines()]
    by_field = {row["field"]: row for row in rows}
    assert (by_field["date"]["printed"], by_field["date"]["manifest"]) == (printed, "1999-01-01")
    assert "withdrawn" in by_field
    assert only_document(out)["date"] == printed


SAME = [
    ("subject", "Kamerbrief over de voortgang van de veerpont", "Voortgang veerpont", "services shorten"),
    (
        "ministry",
        "Ministerie van VWS",
        "Ministerie van Volksgezondheid, Welzijn en Sport",
        "one ministry, two names",
    ),
    ("kenmerk", "2026-0000123", "2026-0000123 BZK", "one is within the other"),
    ("dossiers", ("98765", "98700"), ("98700",), "one dossier is enough"),
]
APART = [
    ("date", "2026-10-01", "2026-10-02", "a day is a day"),
    ("subject", "Verlichting van veerstoepen", "Voortgang woningbouw", "another letter"),
    ("ministry", "Ministerie van Financiën", "Ministerie van Defensie", "another ministry"),
    ("dossiers", ("98765",), ("98700",), "another dossier"),
    ("session", "2025-2026", "2026-2027", "another session"),
]


@pytest.mark.parametrize(
    ("field", "ours", "theirs", "why", "apart"), [(*c, False) for c in SAME] + [(*c, True) for c in APART]
)
def test_what_counts_as_the_same(
    field: str, ours: object, theirs: object, why: str, apart: bool, tmp_path: Path
) -> None:
    (tmp_path / "a.pdf").write_bytes(b"x")
    said = entry(tmp_path / "a.pdf", **{field: theirs})
    found = list(disagreements(Metadata(**{field: ours}), said))  # type: ignore[arg-type]
    assert [f for f, *_ in found] == ([field] if apart else []), why


def test_a_number_of_an_official_paper_is_held_against_the_manifest(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"x")
    said = entry(tmp_path / "a.pdf", number="42")
    assert list(disagreements(Metadata(number="41"), said)) == [("number", "41", "42")]


texts = st.none() | st.text("ab", min_size=1, max_size=2)
some = st.builds(
    Metadata, date=texts, subject=texts, ministry=texts, kenmerk=texts, number=texts, document=texts,
    dossiers=st.lists(st.text("12", min_size=1, max_size=2), max_size=2).map(tuple),
    signatories=st.lists(st.builds(Signatory, texts, texts), max_size=1).map(tuple),
)  # fmt: skip


@given(some, some)
def test_filling_adds_and_never_changes(printed: Metadata, known: Metadata) -> None:
    both = printed.filled(known)
    for name in (f.name for f in fields(Metadata) if f.name != "from_manifest"):
        ours, theirs = getattr(printed, name), getattr(known, name)
        assert getattr(both, name) == (ours or theirs or ours)
        assert (name in both.from_manifest) == (not ours and bool(theirs))
    assert both.printed == printed
    assert printed.filled(None) is printed
