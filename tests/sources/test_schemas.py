"""Our tables against the services' own schemas and recorded answers; skipped where these are absent."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

import pytest

from kamerstukken.sources.http import Answer
from kamerstukken.sources.http.checks import parse_xml
from kamerstukken.sources.letters.koop import _entry
from kamerstukken.sources.letters.tweedekamer import letter_of
from kamerstukken.sources.mapping import fitted, load_mapping, value_of
from kamerstukken.sources.odata import EDM, properties
from kamerstukken.sources.services import load_services


class Told:
    """A client that gives one answer."""

    def __init__(self, content: bytes) -> None:
        self._content = content

    def get(self, url: str, parse: object) -> object:
        return parse(Answer(url, self._content))  # type: ignore[operator]


def test_every_field_of_v4_is_in_its_metadata(shared: Path) -> None:
    content = (shared / "api" / "tweedekamer_odata_v4_metadata.xml").read_bytes()
    has = properties(Told(content), "https://x")  # type: ignore[arg-type]
    table = load_mapping("odata_v4")
    for name, entity in table.entities.items():
        found, gone = fitted(entity, name, has)
        assert gone == (), name
        assert found.expand == entity.expand, name
        assert re.findall(r"\{?(\w+)\}? eq ", entity.filter)[:1] in ([], ["soort"], ["Soort"]), name
    document = has[table.letters.entity]
    for names in table.letters.fields.values():
        assert any(re.split(r"\[|\.", name)[0] in document for name in names), names
    assert EDM in EDM


@pytest.mark.parametrize(
    "schema",
    [
        "toezegging",
        "toezegging_2026",
        "zaak",
        "document",
        "besluit",
        "persoon",
        "persoonloopbaan",
        "kamerstukdossier",
        "zaakactor",
    ],
)
def test_every_field_of_the_feed_is_in_its_schema(schema: str, shared: Path) -> None:
    text = (shared / "api" / "syncfeed_xsd" / f"tkData-v1-0-{schema}.xsd").read_text(encoding="utf-8-sig")
    has = {name[:1].upper() + name[1:] for name in re.findall(r'xs:element name="(\w+)"', text)}
    table = load_mapping("syncfeed")
    entity = next(e for name, e in table.entities.items() if name.lower() == schema.partition("_")[0])
    missing = {
        column
        for column, names in entity.fields.items()
        if not any(re.split(r"\[|\.", name)[0] in has | {"Bijgewerkt"} for name in names)
    }
    assert missing <= {"vervangen_door", "zaken", "dossiers"}, "relations can stand at the other side"


def test_recorded_documents_become_entries(shared: Path) -> None:
    with gzip.open(shared / "api" / "odata_document_400.jsonl.gz", "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    services, table = load_services(), load_mapping("odata_v4")
    entries = [
        letter_of(row, table, services.odata_v4, "odata_v4")
        for row in rows
        if row["Soort"] in table.letters.soorten
    ]
    assert len(entries) > 30
    for entry in entries:
        assert entry and entry.document and entry.subject and entry.date and entry.media == "application/pdf"
        assert re.fullmatch(r"\d{4}-\d\d-\d\d_\d{4}D\d+_[a-z0-9-]+\.pdf", entry.file)
        assert re.fullmatch(r"ah-tk-\d{8}-\d+|\d{4}D\d+", entry.id)


def test_a_recorded_record_of_koop_becomes_an_entry(shared: Path) -> None:
    content = (shared / "api" / "koop_samples" / "sru_response_trimmed.xml").read_bytes()
    records = [e for e in parse_xml(content, "sample").iter() if e.tag.endswith("}record")]
    first, second = map(_entry, records)
    assert first and first.url.endswith(".pdf") and first.session == "2024-2025"
    assert second is None, "no PDF in it"


@pytest.mark.parametrize(
    ("moment", "day", "why"),
    [
        ("2026-10-01T00:00:00+02:00", "2026-10-01", "midnight here, in summer"),
        ("2026-12-01T00:00:00+01:00", "2026-12-01", "in winter"),
        ("2026-09-30T22:00:00Z", "2026-10-01", "the same moment in UTC"),
        ("2026-11-30T23:00:00.000Z", "2026-12-01", "in winter"),
        ("2026-03-19T17:42:13.69+01:00", "2026-03-19", "an hour of the day"),
        ("2026-03-19T17:42:13Z", "2026-03-19", "an hour of the day in UTC"),
        ("0001-01-01T00:00:00Z", None, "how the service says 'none'"),
        ("2025-07", "2025-07", "a month"),
        ("", None, "nothing"),
    ],
)
def test_moments_become_dutch_days(moment: str, day: str | None, why: str) -> None:
    assert value_of({"Datum": moment}, "datum", ["Datum"]) == day, why
