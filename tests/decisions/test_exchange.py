"""Decisions as files come back as they went out, and a workbook gives what its reader wrote, with a report."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import openpyxl
import pytest
from label_form import Letter
from made_up import toy
from typer.testing import CliRunner

from kamerstukken.cli import app
from kamerstukken.errors import BadInput
from kamerstukken.evaluation.gold import load_labels
from kamerstukken.evaluation.measures import measure
from kamerstukken.export import export
from kamerstukken.export._parts import sheets as _sheets
from kamerstukken.model import Commitment, Deadline
from kamerstukken.register import Register, SourceFile
from kamerstukken.register.decisions import Decisions, Step
from kamerstukken.review.exchange.judged import take_rows
from kamerstukken.review.exchange.workbook import Filled, filled_rows
from kamerstukken.review.fields import FIELDS, changed, values

TEXT = "# Veren\nIk zal u berichten over kst-98765-3.\n^1 Zie kst-98765-4.\nDe dienst zal varen.\nDe kade zal groeien."


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with Register.writable(tmp_path / "register.sqlite") as register:
        register.record(SourceFile("brief.pdf", "brief.pdf"), toy(TEXT), made_by="v1")
        yield register


def acts(register: Register) -> tuple[Commitment, ...]:
    return register.analysis(register.letter_ids()[0]).commitments


def run(*arguments: object, code: int = 0) -> str:
    result = CliRunner().invoke(app, ["decisions", *map(str, arguments)])
    assert result.exit_code == code, result.output
    return result.output


def row(act: Commitment, **cells: str) -> Filled:
    at = act.review.at if act.review else ""
    return Filled("rij 2", {"id": act.id, "letter": act.letter, "reviewed_at": at, **values(act), **cells})


WRITTEN = [
    ("akkoord", "", "accept", "the word itself"),
    ("Goed.", "", "accept", "another word, a capital and a full stop"),
    ("fout", "is een feit", "reject", "with a remark"),
    ("geen toezegging", "", "reject", "several words"),
    ("anders", "", "edit", "nothing changed yet: a note that it was looked at"),
    ("misschien", "", "niet begrepen", "no judgement"),
    ("x", "", "niet begrepen", "yes to one, no to another"),
    ("samengevoegd", "", "kan niet in een werkmap", "needs two rows"),
    ("", "let op", "zonder oordeel", "a remark alone"),
    ("", "", None, "nothing filled in"),
]


@pytest.mark.parametrize(("said", "remark", "comes", "why"), WRITTEN)
def test_what_people_write_is_understood_or_reported(
    register: Register, said: str, remark: str, comes: str | None, why: str
) -> None:
    report = take_rows(register, [row(acts(register)[0], review=said, remark=remark)], "Anna")
    decisions = list(Decisions(register).all())
    if comes in ("accept", "reject", "edit"):
        assert [(d.verb, d.why or "", d.reviewer) for d in decisions] == [(comes, remark, "Anna")], why
    else:
        assert decisions == []
        assert comes in report.left[0] if comes else report.left == (), why


def test_changed_cells_are_taken_where_the_reader_says_so(register: Register) -> None:
    act = acts(register)[0]
    cells = {"status": "lopend", "deadline_end": "2099-09-30", "motions": "kst-98765-8; kst-98765-9"}
    assert take_rows(register, [row(act, review="anders", **cells)], "Anna").taken["edit"] == 1
    now = acts(register)[0]
    assert (now.status, now.motions) == ("lopend", ("kst-98765-8", "kst-98765-9"))
    assert now.deadline and (now.deadline.end, now.deadline.edtf) == ("2099-09-30", "../2099-09-30")
    (wrong,) = take_rows(register, [row(now, review="anders", status="klaar")], "Anna").left
    assert wrong == "rij 2: Status: 'klaar' kan niet; kies aangekondigd, lopend, afgerond"


def test_a_row_judged_meanwhile_is_left(register: Register) -> None:
    before = row(acts(register)[0], review="akkoord")
    take_rows(register, [row(acts(register)[0], review="fout")], "Bram")
    assert "afgewezen" in take_rows(register, [before], "Anna").left[0]
    before = row(acts(register)[0], review="fout")
    take_rows(register, [row(acts(register)[0], review="akkoord")], "Bram")
    assert "Bram heeft hierover intussen 'akkoord' gezegd" in take_rows(register, [before], "Anna").left[0]


def test_the_workbook_goes_round(register: Register, tmp_path: Path) -> None:
    export(register, tmp_path, ["xlsx"])
    path = tmp_path / "commitments.xlsx"
    fill(path, {2: ("akkoord", ""), 3: ("fout", "een feit"), 4: ("wie weet", "")})
    out = run("import", path, "--register", register.path, "--reviewer", "Anna", code=1)
    assert "taken 1 accept, 1 reject; 0 unchanged; 1 not taken" in out
    assert "Toezeggingen en maatregelen, rij 4: Oordeel 'wie weet' niet begrepen" in out
    assert [(a.review.oordeel if a.review else None) for a in acts(register)] == ["akkoord", None]
    export(register, tmp_path, ["xlsx"])
    out = run("import", path, "--register", register.path)
    assert "taken nothing; 1 unchanged; 0 not taken" in out, "the same workbook again changes nothing"


def test_a_list_over_two_sheets_is_read_whole(
    register: Register, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_sheets, "MAX_ROWS", 2)
    export(register, tmp_path, ["xlsx"])
    found = filled_rows(tmp_path / "commitments.xlsx")
    assert [row.cells["id"] for row in found] == [act.id for act in acts(register)]


def fill(path: Path, said: dict[int, tuple[str, str]]) -> None:
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    names = [cell.value for cell in sheet[1]]
    for n, words in said.items():
        for name, word in zip(("Oordeel", "Opmerking"), words, strict=True):
            sheet.cell(n, names.index(name) + 1, word)
    book.save(path)


BROKEN: list[tuple[bytes, str]] = [
    (b"", "not a workbook"),
    (b"%PDF-1.4", "not a workbook"),
]


@pytest.mark.parametrize(("data", "message"), BROKEN)
def test_what_is_no_workbook_says_so(tmp_path: Path, data: bytes, message: str) -> None:
    path = tmp_path / "x.xlsx"
    path.write_bytes(data)
    with pytest.raises(BadInput, match=message):
        filled_rows(path)


def test_a_workbook_of_something_else_says_so(tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    with zipfile.ZipFile(path, "w") as parts:
        parts.writestr("a", "b")
    with pytest.raises(BadInput, match="cannot be read as a workbook"):
        filled_rows(path)
    book = openpyxl.Workbook()
    book.active.append(["Id", "Naam"])  # type: ignore[union-attr]
    book.save(path)
    with pytest.raises(BadInput, match="no sheet has the columns"):
        filled_rows(path)


def test_decisions_go_round_as_lines(register: Register, tmp_path: Path) -> None:
    take_rows(
        register, [row(acts(register)[0], review="akkoord"), row(acts(register)[1], review="fout")], "Anna"
    )
    path = tmp_path / "decisions.jsonl"
    run("export", path, "--register", register.path)
    assert len(path.read_text("utf-8").splitlines()) == 2
    with Register.writable(tmp_path / "other.sqlite") as other:
        other.record(SourceFile("brief.pdf", "brief.pdf"), toy(TEXT), made_by="v2")
    assert "2 new, 0 known" in run("import", path, "--register", tmp_path / "other.sqlite")
    assert "0 new, 2 known" in run("import", path, "--register", tmp_path / "other.sqlite")
    with Register(tmp_path / "other.sqlite") as other:
        assert acts(other) == acts(register)


def test_a_broken_line_is_named(register: Register, tmp_path: Path) -> None:
    path = tmp_path / "decisions.jsonl"
    path.write_text('\n{"id": 1}\n', encoding="utf-8")
    assert "line 2: not a decision" in run("import", path, "--register", register.path, code=2)
    assert "no register here" in run("import", path, "--register", tmp_path / "no.sqlite", code=2)
    assert not (tmp_path / "no.sqlite").exists()


def test_a_reviewed_letter_becomes_labels(register: Register, tmp_path: Path) -> None:
    one, two, three = acts(register)
    take_rows(register, [row(one, review="akkoord"), row(two, review="fout")], "Anna")
    assert "1 rows are not judged yet" in run("gold", tmp_path / "gold", "--register", register.path)
    step = Step("edit", three.letter, "Anna", (three.id,), (replace(three, status="lopend"),), "let op")
    Decisions(register).decide(step)
    run("gold", tmp_path / "gold", "--register", register.path)
    (path,) = (tmp_path / "gold").iterdir()
    label = json.loads(path.read_bytes())
    msgspec.convert(label | {"metadata": label["metadata"] | {"addressee": "x"}}, Letter)
    assert [(i["quote"], i["status"], i["note"]) for i in label["items"]] == [
        (one.quote.text, "aangekondigd", ""), (three.quote.text, "lopend", "let op")
    ]  # fmt: skip
    labels = load_labels(path)
    assert labels.document.text == register.analysis(one.letter).document.text
    rows: list[dict[str, Any]] = [
        {
            "quote": a.quote.text,
            "kind": a.kind,
            "status": a.status,
            "motions": a.motions,
            "deadline_end": "2099-06-30",
        }
        for a in register.analysis(one.letter, as_found=True).commitments
    ]
    figures = measure(labels, rows).table()
    assert figures["recall"] == 1.0
    assert figures["precision"] == pytest.approx(2 / 3), "the rejected row counts as wrong"


CHANGES = [
    ({"action": " Kamer   berichten "}, {"action": "Kamer berichten"}, "blanks are one"),
    ({"actor_norm": ""}, {"actor_norm": ""}, "emptied"),
    (
        {"deadline_text": "", "deadline_end": ""},
        {"deadline_text": "", "deadline_end": ""},
        "no deadline at all",
    ),
    ({"motions": "kst-1-9"}, {"motions": "kst-1-9", "ids": "kst-1-9"}, "another motion in place of the old"),
    ({"motions": ""}, {"motions": "", "ids": ""}, "the motion was the only paper"),
    ({"ids": "kst-98765-3, dossier:98765"}, {"ids": "kst-98765-3; dossier:98765"}, "commas do too"),
]


@pytest.mark.parametrize(("given", "becomes", "why"), CHANGES)
def test_fields_change_as_asked_and_others_stay(
    given: dict[str, str], becomes: dict[str, str], why: str
) -> None:
    act = toy(TEXT).commitments[0]
    assert values(changed(act, given)) == values(act) | becomes, why
    assert changed(act, values(act)) == act, (
        "the same values change nothing, not even what the form does not show"
    )


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"kind": "belofte"}, "Soort: 'belofte' kan niet"),
        ({"deadline_end": "1 juli"}, "geen dag"),
        ({"deadline_end": "20990701"}, "geen dag"),
        ({"deadline_start": "2099-12-31"}, "ligt na"),
        ({"action": " "}, "vul in"),
    ],
)
def test_impossible_values_are_refused(given: dict[str, str], message: str) -> None:
    with pytest.raises(BadInput, match=message):
        changed(toy(TEXT).commitments[0], given)


def test_fine_notation_of_a_moment_stays_until_its_days_change() -> None:
    act = replace(
        toy(TEXT).commitments[0], deadline=Deadline("zomer 2099", "2099-06-21", "2099-09-20", "2099-22")
    )
    assert changed(act, {"deadline_text": "de zomer"}).deadline == replace(act.deadline, text="de zomer")  # type: ignore[type-var]
    assert changed(act, {"deadline_end": "2099-06-21"}).deadline == Deadline(
        "zomer 2099", "2099-06-21", "2099-06-21", "2099-06-21"
    )


def test_every_field_has_its_place_in_the_contract() -> None:
    from kamerstukken.register.rows import CommitmentRow

    assert {field.name for field in FIELDS} <= set(CommitmentRow.__struct_fields__)
