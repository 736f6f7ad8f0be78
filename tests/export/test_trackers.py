"""What other programs read: schemas and packages hold for the data, and calendars follow what changes."""

from __future__ import annotations

import csv
import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import docx
import frictionless
import jsonschema
import openpyxl
import pyarrow.parquet as pq
import pytest
from icalendar import Calendar
from made_up import toy

from kamerstukken.errors import BadInput
from kamerstukken.export import export
from kamerstukken.export._parts.cells import unguarded
from kamerstukken.export._parts.people import name_parts
from kamerstukken.export._stand import TITLES
from kamerstukken.export.toezegging import NO_DAY, moment
from kamerstukken.model import Analysis, Deadline
from kamerstukken.register import Register, SourceFile

LISTS = ("documents", "citations", "commitments", "motions", "failures")


def lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


@pytest.mark.parametrize("name", LISTS)
def test_every_line_fits_its_schema_and_a_bent_one_does_not(
    register: Register, tmp_path: Path, name: str
) -> None:
    export(register, tmp_path, ["jsonl", "schema"])
    schema = json.loads((tmp_path / "schema" / f"{name}.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    rows = lines(tmp_path / f"{name}.jsonl")
    assert rows
    for row in rows:
        validator.validate(row)
        for field in row:
            assert not validator.is_valid({k: v for k, v in row.items() if k != field}), field
    assert not validator.is_valid({**rows[0], next(iter(rows[0])): 3.5})


def test_the_data_package_is_valid(
    register: Register, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    export(register, tmp_path, ["datapackage"])
    monkeypatch.chdir(tmp_path)
    report = frictionless.validate("datapackage.json")
    assert report.valid, report.flatten(["type", "note"])
    assert {resource.name: resource.rows for resource in frictionless.Package("datapackage.json").resources}
    with (tmp_path / "documents.csv").open("a", encoding="utf-8") as stream:
        stream.write('"x"\n')
    assert not frictionless.validate("datapackage.json").valid


def test_parquet_has_real_types_and_all_rows(register: Register, tmp_path: Path) -> None:
    export(register, tmp_path, ["parquet", "jsonl"])
    for name in LISTS:
        assert pq.read_table(tmp_path / f"{name}.parquet").num_rows == len(lines(tmp_path / f"{name}.jsonl"))
    table = pq.read_table(tmp_path / "commitments.parquet")
    row, told = table.to_pylist()[-1], lines(tmp_path / "commitments.jsonl")[-1]
    assert row["deadline_end"] == date(2099, 6, 30)
    assert {k: v for k, v in row.items() if not isinstance(v, date)} == {
        k: v for k, v in told.items() if k not in ("deadline_end", "letter_date", "stand_on", "stand_since")
    }
    assert table.schema.field("quote").metadata[b"title"].decode() == "Citaat"


def test_the_ministries_form_has_its_four_tables(register: Register, tmp_path: Path) -> None:
    export(register, tmp_path, ["standvanzaken"])
    book = openpyxl.load_workbook(tmp_path / "standvanzaken.xlsx")
    assert book.sheetnames == [title for title, _ in TITLES.values()]
    assert [c.value for c in book.worksheets[1][1]] == [
        "Omschrijving van de toezegging", "Vindplaats", "Stand van zaken",
    ]  # fmt: skip
    motion = [c.value for c in book.worksheets[0][2]]
    assert motion[1] == "Kamerstuk 98765, nr. 3"
    assert motion[2].startswith("In behandeling. Termijn: voor 1 juli 2099 (30 juni 2099). ")
    assert motion[2].endswith("(brief van 1 maart 2099, blz. 1)")
    assert not [c for sheet in book for row in sheet for c in row if c.data_type == "f"]
    document = docx.Document(str(tmp_path / "standvanzaken.docx"))
    told = [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]
    assert motion in told
    assert [p.text for p in document.paragraphs if p.text == "Geen."] == ["Geen."] * 2


def test_promises_have_the_shape_of_the_kamers_own(register: Register, tmp_path: Path, shared: Path) -> None:
    export(register, tmp_path, ["toezegging"])
    (record, *_) = records = json.loads((tmp_path / "toezeggingen.json").read_text("utf-8"))["value"]
    metadata = ElementTree.parse(shared / "api" / "tweedekamer_odata_v4_metadata.xml")
    edm = "{http://docs.oasis-open.org/odata/ns/edm}"
    (entity,) = (e for e in metadata.iter(f"{edm}EntityType") if e.get("Name") == "Toezegging")
    properties = {p.get("Name"): p for p in entity.iter(f"{edm}Property")}
    own = {name: value for name, value in record.items() if not name.startswith("@")}
    assert own.keys() <= properties.keys()
    required = {name for name, p in properties.items() if p.get("Nullable") == "false"}
    assert all(own[name] for name in required)
    assert len({r["Id"] for r in records}) == len(records)


def test_a_promise_tells_who_what_and_when(register: Register, tmp_path: Path) -> None:
    export(register, tmp_path, ["toezegging"])
    record = json.loads((tmp_path / "toezeggingen.json").read_text("utf-8"))["value"][1]
    assert (record["Naam"], record["Initialen"], record["Tussenvoegsel"]) == ("Zwaan, A. de", "A.", "de")
    assert record["Status"] == "Openstaand"
    assert record["DatumNakoming"] == "2099-06-30T00:00:00+02:00"
    assert record["Tekst"].startswith("Ik zal u")


@pytest.mark.parametrize(
    "name, naam, why",
    [
        ("A.M. Terwiel-Boonstra", "Terwiel-Boonstra, A.M.", "initials"),
        ("drs. C. van der Zwaan", "Zwaan, C. van der", "a title, and words between"),
        ("Mona Vuurman", "Vuurman, Mona", "a first name"),
        ("ZWAAN", "ZWAAN", "nothing to take apart"),
        (None, None, "not known"),
    ],
)
def test_names_in_parts(name: str | None, naam: str | None, why: str) -> None:
    assert name_parts(name)["Naam"] == naam, why


@pytest.mark.parametrize(
    "day, told",
    [("2024-01-31", "2024-01-31T00:00:00+01:00"), (None, NO_DAY), ("2024-02-31", NO_DAY)],
)
def test_days_in_the_hague(day: str | None, told: str) -> None:
    assert moment(day) == told


# A calendar that follows


def act(analysis: Analysis, **changes: object) -> Analysis:
    (found,) = analysis.commitments
    return replace(analysis, commitments=(replace(found, **changes),))


def calendar_of(folder: Path, *letters: Analysis) -> list[dict[str, str]]:
    """The events after a register with these letters is exported into the folder."""
    path = folder / "register.sqlite"
    path.unlink(missing_ok=True)
    with Register.writable(path) as register:
        for n, letter in enumerate(letters):
            register.record(SourceFile(f"{n}", f"{n}.pdf"), letter, made_by="v1")
        export(register, folder, ["ics"])
    calendar = Calendar.from_ical((folder / "deadlines.ics").read_bytes())
    return [
        {name: event[name].to_ical().decode() for name in ("UID", "SEQUENCE", "STATUS", "DTSTART")}
        | {"alarms": str(len(event.walk("VALARM"))), "rrule": str("RRULE" in event)}
        for event in calendar.walk("VEVENT")
    ]


def moved(day: str, certainty: str = "exact", rrule: str | None = None) -> Deadline:
    return Deadline("dan", None, day, None, rrule, certainty)  # type: ignore[arg-type]


def test_a_calendar_follows_what_changes(tmp_path: Path) -> None:
    letter = toy("De pont zal varen.")
    (first,) = calendar_of(tmp_path, letter)
    assert (first["SEQUENCE"], first["STATUS"], first["DTSTART"], first["alarms"]) == (
        "0", "CONFIRMED", "20990630", "2",
    )  # fmt: skip
    before = (tmp_path / "deadlines.ics").read_bytes()
    assert calendar_of(tmp_path, letter) == [first]
    assert (tmp_path / "deadlines.ics").read_bytes() == before, "nothing changed: the same bytes"
    (later,) = calendar_of(tmp_path, act(letter, deadline=moved("2099-09-30", "vaag")))
    assert later == first | {"SEQUENCE": "1", "DTSTART": "20990930", "STATUS": "TENTATIVE", "alarms": "0"}
    (gone,) = calendar_of(tmp_path, act(letter, status="afgerond"))
    assert (gone["UID"], gone["SEQUENCE"], gone["STATUS"]) == (first["UID"], "2", "CANCELLED")
    assert calendar_of(tmp_path) == [gone], "once is enough"
    (back,) = calendar_of(tmp_path, letter)
    assert back == first | {"SEQUENCE": "3"}


@pytest.mark.parametrize(
    "deadline, events, why",
    [
        (None, 0, "no deadline"),
        (moved("2099-06-30", rrule="FREQ=YEARLY"), 1, "every year"),
        (moved("2099-06-30", rrule="FREQ=\r\nBEGIN:VALARM"), 1, "a rule that is none is left out"),
    ],
)
def test_which_deadlines_are_events(tmp_path: Path, deadline: Deadline | None, events: int, why: str) -> None:
    found = calendar_of(tmp_path, act(toy("De pont zal varen."), deadline=deadline))
    assert len(found) == events, why
    if found:
        assert found[0]["rrule"] == str(deadline is not None and deadline.rrule == "FREQ=YEARLY")


def test_text_cannot_break_out_of_an_event(tmp_path: Path) -> None:
    evil = "zal x\r\nEND:VEVENT\nBEGIN:VEVENT;,\\n\x00\x1f"
    letter = toy(evil.replace("\n", " ").replace("\r", " "))
    broken = act(letter, action=evil)
    assert len(calendar_of(tmp_path, broken)) == 1
    text = (tmp_path / "deadlines.ics").read_bytes()
    assert not re.search(rb"[\x00-\x09\x0b\x0c\x0e-\x1f]", text)
    assert text.count(b"BEGIN:VEVENT\r\n") == 1


def test_a_file_that_is_no_calendar_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "deadlines.ics").write_text("mijn aantekeningen")
    with pytest.raises(BadInput, match="no calendar that can be updated"):
        calendar_of(tmp_path, toy("zal x"))
    assert (tmp_path / "deadlines.ics").read_text() == "mijn aantekeningen"


def test_of_two_versions_of_a_letter_the_later_counts(tmp_path: Path) -> None:
    early, late = toy("De pont zal varen."), toy("De pont zal varen.\nNu echt.")
    late = replace(
        late, document=replace(late.document, metadata=replace(late.document.metadata, date="2099-04-01"))
    )
    late = act(late, deadline=moved("2099-12-31"))
    (event,) = calendar_of(tmp_path, early, late)
    assert event["DTSTART"] == "20991231"


# Columns of one's own

MAPPING = """
file = "bord.{suffix}"
[columns]
"=Titel" = "action"
Tot = "deadline_end"
Bron = "{{file}}, blz. {{page}}"
[values.action]
"+1 zal" = "To do"
"""


def mapped(register: Register, folder: Path, text: str) -> Path:
    (folder / "map.toml").write_text(text, encoding="utf-8")
    export(register, folder, ["columns"], {"columns": {"mapping": str(folder / "map.toml")}})
    return next(folder.glob("bord.*"))


def test_columns_of_ones_own_in_three_forms(register: Register, tmp_path: Path) -> None:
    rows = lines(mapped(register, tmp_path, MAPPING.format(suffix="jsonl")))
    assert rows[-1] == {"=Titel": "To do", "Tot": "2099-06-30", "Bron": "b.pdf, blz. 1"}
    (tmp_path / "bord.jsonl").unlink()
    table = mapped(register, tmp_path, MAPPING.format(suffix="csv"))
    told = list(csv.reader(table.read_text("utf-8").splitlines(keepends=True)))
    assert told[0][0] == "'=Titel"
    assert [unguarded(row[0]) for row in told[1:]] == [row["=Titel"] for row in rows]
    table.unlink()
    sheet = openpyxl.load_workbook(mapped(register, tmp_path, MAPPING.format(suffix="xlsx"))).worksheets[0]
    assert sheet.cell(2, 2).is_date
    assert not [c for row in sheet for c in row if c.data_type == "f"]


@pytest.mark.parametrize(
    "text, said",
    [
        ("file = ", "not a mapping"),
        ('file = "../bord.csv"\n[columns]\na = "action"', "a name without a folder"),
        ('file = "bord.pdf"\n[columns]\na = "action"', "ends in .csv, .xlsx, .jsonl"),
        ('file = "bord.csv"\n[columns]', "name at least one"),
        ('file = "bord.csv"\n[columns]\na = "actie"', "a: no column actie; there are action, "),
        ('file = "bord.csv"\n[columns]\na = "{action.__class__}"', "in braces only the name of a column"),
        ('file = "bord.csv"\n[columns]\na = "{action!r}"', "in braces only the name of a column"),
        ('file = "bord.csv"\n[columns]\na = "{action:>9999999}"', "in braces only the name of a column"),
        ('file = "bord.csv"\n[columns]\na = "boxes"', "no column boxes"),
        ('file = "bord.csv"\nrows = "x"\n[columns]\na = "action"', "rows = 'x': there are commitments"),
        ('file = "bord.csv"\nseparator = "|"\n[columns]\na = "action"', "there are , ; and tab"),
        ('file = "bord.csv"\n[columns]\na = "action"\n[values.x]\na = "b"', r"\[values\]: no column x"),
        ('file = "bord.csv"\nkolommen = 1\n[columns]\na = "action"', "kolommen"),
    ],
)
def test_a_mapping_that_is_not_right_says_where(
    register: Register, tmp_path: Path, text: str, said: str
) -> None:
    with pytest.raises(BadInput, match=said):
        mapped(register, tmp_path, text)
    assert not list(tmp_path.glob("bord.*"))
