"""Each format holds what the register holds, to the character, and the same bytes every time."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import msgspec
import networkx as nx
import openpyxl
import pytest
from made_up import toy

from kamerstukken.errors import BadInput
from kamerstukken.export import beside, export, formats
from kamerstukken.export._parts import sheets
from kamerstukken.export._parts.cells import unguarded
from kamerstukken.export._parts.sheets import COLOURS, MAX_TEXT, cell_text, real_date
from kamerstukken.model import KnownPaper, Link, Reference, Span
from kamerstukken.register import Register, Selection, SourceFile
from kamerstukken.register.links import Draft
from kamerstukken.register.lists import motions
from kamerstukken.register.rows import CitationRow, CommitmentRow, DocumentRow, FailureRow, MotionRow


def quotes(register: Register) -> list[str]:
    return [c.quote.text for a in register.analyses() for c in a.commitments]


def test_json_lines_follow_the_contract(register: Register, tmp_path: Path) -> None:
    export(register, tmp_path, ["jsonl"])
    for name, row in (
        ("documents", DocumentRow),
        ("citations", CitationRow),
        ("commitments", CommitmentRow),
        ("motions", MotionRow),
        ("failures", FailureRow),
    ):
        lines = (tmp_path / f"{name}.jsonl").read_bytes().splitlines()
        assert lines
        for line in lines:
            msgspec.json.decode(line, type=row)
            assert list(json.loads(line)) == list(row.__struct_fields__)


def test_a_footnote_tells_the_six_words_before_its_marker(register: Register, tmp_path: Path) -> None:
    export(register, tmp_path, ["jsonl"])
    (_, row) = (json.loads(line) for line in (tmp_path / "documents.jsonl").read_text("utf-8").splitlines())
    assert row["footnotes"] == [
        {
            "marker": "1",
            "page": 1,
            "text": "Noot.",
            "start": row["footnotes"][0]["start"],
            "anchor": 57,
            "anchor_block": 2,
            "anchor_before": "voor de zomer over kst-98765-3 berichten.",
        }
    ]


def test_offsets_of_rows_fit_the_text_that_their_blocks_and_notes_give(
    register: Register, tmp_path: Path
) -> None:
    export(register, tmp_path, ["jsonl"])
    for name in ("citations", "commitments"):
        for line in (tmp_path / f"{name}.jsonl").read_text("utf-8").splitlines():
            row = json.loads(line)
            document = register.analysis(row["letter"]).document
            assert document.text[row["start"] : row["end"]] == row.get("quote", row.get("text"))


def test_csv_comes_back_to_the_character(register: Register, tmp_path: Path) -> None:
    export(register, tmp_path, ["csv"])
    with (tmp_path / "commitments.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [unguarded(row["quote"]) for row in rows] == quotes(register)
    assert all(not cell.startswith(tuple("=+-@\t\r")) for row in rows for cell in row.values())
    assert rows[0]["deadline_end"] == "2099-06-30"
    assert rows[0]["confidence"] == "0.75"


def test_the_workbook_comes_back_to_the_character_without_formulas(
    register: Register, tmp_path: Path
) -> None:
    export(register, tmp_path, ["xlsx"])
    book = openpyxl.load_workbook(tmp_path / "commitments.xlsx")
    assert book.sheetnames == [
        "Toezeggingen en maatregelen", "Moties", "Verwijzingen", "Brieven", "Niet gelezen", "Legenda",
    ]  # fmt: skip
    for sheet in book:
        assert not [cell.coordinate for row in sheet for cell in row if cell.data_type == "f"]
    sheet = book.worksheets[0]
    heads = [cell.value for cell in sheet[1]]
    at = heads.index("Citaat")
    read = [row[at].value for row in sheet.iter_rows(min_row=2)]
    # The format writes a control character as '_x0007_' and what looks like one as '_x005F_x0041_'.
    assert [openpyxl.utils.escape.unescape(text) for text in read] == quotes(register)
    row = dict(zip(heads, sheet[2], strict=True))
    assert row["Termijn tot en met"].value == datetime(2099, 6, 30)
    assert row["Kamerstukken"].hyperlink.target == "https://zoek.officielebekendmakingen.nl/kst-98765-4.html"
    assert row["Pagina"].hyperlink.target.replace("\\", "/") == "in/8"
    assert row["Pagina"].hyperlink.location == "page=1"
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:AE5"


def test_a_list_that_is_too_long_for_a_sheet_goes_on_in_the_next(
    register: Register, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheets, "MAX_ROWS", 2)
    export(register, tmp_path, ["xlsx"])
    book = openpyxl.load_workbook(tmp_path / "commitments.xlsx")
    one, two = book["Toezeggingen en maatregelen"], book["Toezeggingen en maatregelen (2)"]
    assert [cell.value for cell in one[1]] == [cell.value for cell in two[1]]
    assert one.max_row + two.max_row - 2 == len(quotes(register))
    assert two.auto_filter.ref == "A1:AE3"


def test_the_graph_opens_in_networkx(register: Register, tmp_path: Path) -> None:
    export(register, tmp_path, ["graphml"])
    graph = nx.read_graphml(tmp_path / "graph.graphml")
    types = {values["type"] for *_, values in graph.edges(data=True)}
    assert types == {"cites", "contains", "spawned", "signs", "sends", "does"}
    spawned = [(a, v["quote"]) for a, _, v in graph.edges(data=True) if v["type"] == "spawned"]
    assert ("kst-98765-3", "Ik zal u voor de zomer over kst-98765-3 berichten.") in spawned
    assert graph.nodes["kst-98765-3"]["type"] == "motie", "an act was tied to it as a motion"
    assert all(values["label"] for _, values in graph.nodes(data=True))


def test_the_same_register_gives_the_same_bytes(register: Register, tmp_path: Path) -> None:
    names = [name for name in formats() if name != "columns"]  # needs a mapping; see test_columns
    outs = [tmp_path / "x", tmp_path / "y"]
    for out in outs:
        out.mkdir()
        export(register, out, names)
        export(register, out, names)  # also over what lies there
    one, other = ({p.relative_to(out): p.read_bytes() for p in out.rglob("*") if p.is_file()} for out in outs)
    assert one == other
    assert len(one) >= len(names)


def test_an_empty_register_gives_empty_lists(tmp_path: Path) -> None:
    with Register.writable(tmp_path / "r.sqlite") as register:
        export(register, tmp_path, [name for name in formats() if name != "columns"])
    assert (tmp_path / "documents.jsonl").read_bytes() == b""
    assert openpyxl.load_workbook(tmp_path / "commitments.xlsx").worksheets[0].max_row == 1


def test_an_unknown_format_is_refused_before_anything_is_written(register: Register, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"no format 'pdf'; there are .*csv, .*graphml, .*jsonl"):
        export(register, tmp_path, ["jsonl", "pdf"])
    assert not (tmp_path / "documents.jsonl").exists()


@pytest.mark.parametrize(
    "options, said",
    [
        ({"csv": {"quote": "x"}}, "format csv: no option quote; it knows bom, separator"),
        ({"xlsx": {"bom": True}}, "options for xlsx, which is not written"),
        ({"csv": {"separator": "|"}}, "there are , ; and tab"),
    ],
)
def test_a_strange_option_is_refused(
    register: Register, tmp_path: Path, options: dict[str, dict[str, object]], said: str
) -> None:
    with pytest.raises(BadInput, match=said):
        export(register, tmp_path, ["csv"], options)


def test_a_dutch_excel_gets_its_own_csv(register: Register, tmp_path: Path) -> None:
    export(register, tmp_path, ["csv"], {"csv": {"separator": ";", "bom": True}})
    data = (tmp_path / "commitments.csv").read_bytes()
    assert data.startswith(b'\xef\xbb\xbf"id";"letter";')
    rows = list(csv.DictReader(data.decode("utf-8-sig").splitlines(keepends=True), delimiter=";"))
    assert [unguarded(row["quote"]) for row in rows] == quotes(register)


def test_motions_stand_with_their_acts_and_without(tmp_path: Path) -> None:
    register = Register.writable(tmp_path / "r.sqlite")
    motion = Reference("motie", 0, 9, "kst-1-2", ("kst-1-2",), indieners=("Haspelaar",))
    letter = toy("Niets kst-1-2.\nDe pont zal over kst-3-4 varen.")
    citation = replace(letter.citations[0], reference=motion)
    register.record(SourceFile("a", "a.pdf"), replace(letter, citations=(citation,)), made_by="v1")
    one, two = motions(register)
    assert (one.motion, one.indieners, one.commitment, one.last) == (
        "kst-1-2",
        ("Haspelaar",),
        None,
        "2099-03-01",
    )
    assert (two.motion, two.action, two.page) == ("kst-3-4", "De pont zal over kst-3-4 varen"[:30], 1)
    assert [m.motion for m in motions(register.select(Selection(motion="3-4")))] == ["kst-3-4"]


def test_a_write_that_fails_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("oud")
    with pytest.raises(ZeroDivisionError), beside(path) as draft:
        draft.write_text("half")
        1 / 0  # noqa: B018
    assert path.read_text() == "oud"
    assert [p.name for p in tmp_path.iterdir()] == ["x.csv"]
    with pytest.raises(BadInput, match="cannot be written"), beside(tmp_path / "none" / "x") as draft:
        draft.write_text("x")


@pytest.mark.parametrize(
    "text, day", [("2019-02-28", True), ("2019-02-30", False), ("1899-12-31", False), ("zomer", False)]
)
def test_only_days_that_a_spreadsheet_knows_become_dates(text: str, day: bool) -> None:
    assert (real_date(text) is not None) is day


def test_text_that_no_cell_can_hold_is_cut_and_says_so() -> None:
    assert cell_text("x" * 40_000) == "x" * (MAX_TEXT - 1) + "…"
    assert cell_text("a\ud800b\uffff") == "a\ufffdb\ufffd"


def luminance(colour: str) -> float:
    channels = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("status", COLOURS)
def test_colours_can_be_read(status: str) -> None:
    dark, light = sorted(luminance(colour) for colour in COLOURS[status])
    assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_lists_tell_how_acts_stand_on_a_day_and_can_be_asked_for_it(
    register: Register, tmp_path: Path
) -> None:
    def stands(on: date | None, *status: str) -> list[tuple[str, str]]:
        chosen = register.select(Selection(status=status))
        export(chosen, tmp_path, ["jsonl"], on=on)
        lines = (tmp_path / "commitments.jsonl").read_text("utf-8").splitlines()
        return [(row["stand"], row["stand_on"]) for row in map(json.loads, lines)]

    assert set(stands(None)) == {("open", "2099-03-01")}, "the day of the newest letter"
    assert set(stands(date(2099, 7, 1))) == {("verlopen", "2099-07-01")}
    assert stands(date(2099, 7, 1), "open") == []
    assert len(stands(date(2099, 7, 1), "verlopen", "voldaan")) == len(quotes(register))
    assert len(stands(None, "aangekondigd")) == len(quotes(register)), "as the letter tells it"


def test_what_the_kamers_records_say_of_a_motion_stands_beside_it(register: Register, tmp_path: Path) -> None:
    paper = KnownPaper("kst-98765-3", "=Motie over veren", None, "Aangenomen", "Oordeel Kamer", True)
    register.records.replace([paper], [])
    export(register, tmp_path, ["xlsx", "standvanzaken"])
    sheet = openpyxl.load_workbook(tmp_path / "commitments.xlsx")["Moties"]
    heads = [cell.value for cell in sheet[1]]
    row = dict(zip(heads, (cell.value for cell in sheet[2]), strict=True))
    assert (row["Titel"], row["Stemming"], row["Afgedaan"]) == ("=Motie over veren", "Aangenomen", "ja")
    done = openpyxl.load_workbook(tmp_path / "standvanzaken.xlsx")["Afgeronde moties"]
    assert done["A2"].value == "Motie\n=Motie over veren"
    assert done["A2"].data_type == "s"


def test_a_motion_is_done_from_the_day_of_the_letter_that_says_so(register: Register, tmp_path: Path) -> None:
    letter = register.letter_ids()[0]
    for how, settled in (("deels", False), ("nakoming", True)):
        link = Link(letter, "settles", how, 1, 1, Span(0, 3), "zal", "kst-98765-3")  # type: ignore[arg-type]
        with register.links.writing():
            register.links.replace(letter, [Draft(link)])
        for day, known in (("2099-03-01", settled), ("2099-02-28", False)):
            export(register, tmp_path, ["jsonl"], on=date.fromisoformat(day))
            lines = (tmp_path / "motions.jsonl").read_text("utf-8").splitlines()
            (row,) = (r for r in map(json.loads, lines) if r["motion"] == "kst-98765-3")
            assert (row["settled"] == "2099-03-01") is known, (how, day)
