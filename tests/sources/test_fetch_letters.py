"""Letters from the services: found, downloaded, written up; and what is new the next time."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
from loopback import Asked, Fault, Loopback, Reply
from world import PDF, World, guid, letter, record

from kamerstukken.errors import BadInput
from kamerstukken.sources.http import Client
from kamerstukken.sources.letters import Event, Wanted, fetch_letters
from kamerstukken.sources.manifest import Manifest, read_entries
from kamerstukken.sources.services import Via

OCTOBER = Wanted("2026-10-01")


def test_letters_come_with_what_the_service_says_of_them(client: Client, tmp_path: Path) -> None:
    summary = fetch_letters(client, OCTOBER, tmp_path / "in")
    assert (summary.new, summary.failed, summary.stopped) == (5, 0, None)
    entry = read_entries(tmp_path / "in" / "manifest.jsonl")[0]
    assert entry.file == "2026-10-01_2026D00001_voortgang-veerpont-1.pdf"
    assert (tmp_path / "in" / entry.file).read_bytes() == PDF
    assert entry.sha256 == hashlib.sha256(PDF).hexdigest()
    assert (entry.id, entry.kamerstuk, entry.document) == ("kst-98765-41", "kst-98765-41", "2026D00001")
    assert (entry.date, entry.subject, entry.session) == ("2026-10-01", "Voortgang veerpont 1", "2026-2027")
    assert entry.ministry == "Ministerie van Infrastructuur en Waterstaat"
    assert (entry.dossiers, entry.number, entry.zaaknummers) == (("98765",), "41", ("2026Z00001",))
    assert entry.source == "odata" and entry.url.endswith(f"/v5/Document({guid(1)})/resource")


def test_a_second_fetch_asks_only_for_what_is_newer(
    client: Client, world: World, loopback: Loopback, tmp_path: Path
) -> None:
    fetch_letters(client, OCTOBER, tmp_path)
    before = len(loopback.asked)
    world.tables["Document"].append(letter(9))
    summary = fetch_letters(client, OCTOBER, tmp_path)
    assert (summary.new, summary.same, summary.failed) == (1, 1, 0)
    asked = loopback.asked[before:]
    question, _removed = [a for a in asked if a.path == "/v5/Document"]
    assert "ApiGewijzigdOp ge 2026-10-05T10:00:00.0000000Z" in question.params["$filter"]
    assert [a.path for a in asked if a.path.endswith("/resource")] == [f"/v5/Document({guid(9)})/resource"]


def test_a_letter_that_the_service_removes_stays_and_is_told(
    client: Client, world: World, tmp_path: Path
) -> None:
    fetch_letters(client, OCTOBER, tmp_path)
    gone = {"Id": guid(2), "Verwijderd": True, "Soort": None, "ApiGewijzigdOp": "2026-11-01T00:00:00.0Z"}
    world.tables["Document"][1] = letter(2) | gone
    assert fetch_letters(client, OCTOBER, tmp_path).withdrawn == 1
    (entry,) = [e for e in read_entries(tmp_path / "manifest.jsonl") if e.withdrawn]
    assert entry.key == guid(2) and (tmp_path / entry.file).is_file()


def test_a_changed_letter_takes_the_place_of_the_old_one(
    client: Client, world: World, tmp_path: Path
) -> None:
    fetch_letters(client, OCTOBER, tmp_path)
    world.tables["Document"][0] |= {"ApiGewijzigdOp": "2026-11-01T00:00:00.0Z", "Onderwerp": "Gerectificeerd"}
    world.pdfs[guid(1)] = PDF + b"rectificatie"
    summary = fetch_letters(client, OCTOBER, tmp_path)
    assert summary.changed == 1
    entry = next(e for e in read_entries(tmp_path / "manifest.jsonl") if e.key == guid(1))
    assert entry.subject == "Gerectificeerd" and entry.file.endswith("veerpont-1.pdf")
    assert (tmp_path / entry.file).read_bytes() == PDF + b"rectificatie"


def test_a_change_of_what_is_said_alone_downloads_nothing(
    client: Client, world: World, loopback: Loopback, tmp_path: Path
) -> None:
    fetch_letters(client, OCTOBER, tmp_path)
    world.tables["Document"][0] |= {"ApiGewijzigdOp": "2026-11-01T00:00:00.0Z", "KenmerkAfzender": "VEER-99"}
    assert fetch_letters(client, OCTOBER, tmp_path).changed == 0
    assert (
        "if-none-match" in next(a for a in reversed(loopback.asked) if a.path.endswith("/resource")).headers
    )
    assert next(e for e in read_entries(tmp_path / "manifest.jsonl") if e.key == guid(1)).kenmerk == "VEER-99"


@pytest.mark.parametrize(
    ("wanted", "numbers", "why"),
    [
        (Wanted("2026-10-04", "2026-10-31"), [4, 5, 6, 7], "since is inclusive"),
        (Wanted("2026-10-01", "2026-10-02"), [1, 2], "until is inclusive"),
        (
            Wanted("2026-12-01", "2026-12-01"),
            [9],
            "a day in winter, which begins an hour later than in summer",
        ),
        (Wanted("2026-10-01", query="veerpont 3"), [3], "words of the subject"),
        (Wanted("2026-10-01", query="d'r pont"), [6], "a quote in the question does not end it"),
        (Wanted("2026-10-01", "2026-10-31", ministries=("Financiën",)), [7], "a ministry by name"),
        (
            Wanted("2026-10-01", "2026-10-31", ministries=("FIN", "VWS")),
            [7],
            "a ministry by abbreviation, any of several",
        ),
        (Wanted("2026-10-01", dossiers=("98700",)), [7], "a dossier means all its chapters"),
        (Wanted("2026-10-01", dossiers=("98700-IX",)), [7], "a chapter"),
        (Wanted("2026-10-01", dossiers=("98700-XVI",)), [], "another chapter of the same number"),
        (Wanted("2026-10-01", kinds=("Brief lid / fractie",)), [8], "a kind of one's own"),
    ],
)
@pytest.mark.parametrize("via", ["odata", "odata_v4"])
def test_only_what_is_wanted_is_fetched(
    wanted: Wanted, numbers: list[int], why: str, via: Via, client: Client, world: World, tmp_path: Path
) -> None:
    actor = {"ActorNaam": "P. Enning", "Functie": "minister van Financiën", "Relatie": "Eerste ondertekenaar"}
    chapter = [{"Id": guid(501), "Nummer": 98700, "Toevoeging": "IX", "Titel": "Begroting"}]
    world.tables["Document"] += [
        letter(6, Onderwerp="Over d'r pont"),
        letter(7, DocumentActor=[actor], Kamerstukdossier=chapter),
        letter(8, Soort="Brief lid / fractie"),
        letter(9, Datum="2026-12-01T00:00:00+01:00"),
        letter(10, Datum="2026-11-30T00:00:00+01:00"),
    ]
    fetch_letters(client, wanted, tmp_path, via=via)
    assert [int(e.key[-3:]) for e in read_entries(tmp_path / "manifest.jsonl")] == numbers, why


def test_a_dry_run_says_addresses_and_writes_nothing(
    client: Client, loopback: Loopback, tmp_path: Path
) -> None:
    events: list[Event] = []
    summary = fetch_letters(client, OCTOBER, tmp_path / "in", dry_run=True, watch=events.append)
    assert summary.would == 5 and not (tmp_path / "in").exists()
    assert (
        next(e.detail for e in events if e.what == "would")
        == f"{loopback.base}/v5/Document({guid(1)})/resource"
    )
    assert not any(path.endswith("/resource") for path in loopback.paths())


def test_a_letter_that_failed_is_tried_again(client: Client, loopback: Loopback, tmp_path: Path) -> None:
    loopback.fault(guid(2), Reply(b"kapot", 500), times=99)
    summary = fetch_letters(client, OCTOBER, tmp_path)
    assert (summary.new, summary.failed) == (4, 1)
    assert summary.problems[0][0] == "kst-98765-42" and "500" in summary.problems[0][1]
    loopback.faults.clear()
    assert fetch_letters(client, OCTOBER, tmp_path).new == 1
    assert all(e.sha256 and not e.problem for e in read_entries(tmp_path / "manifest.jsonl"))


def test_v5_with_renamed_and_dropped_attributes_is_read_by_the_table(
    client: Client, world: World, tmp_path: Path
) -> None:
    table = tmp_path / "eigen.toml"
    table.write_text(
        'base = "odata_v5"\nchanged = ["GewijzigdOp2"]\n[letters.fields]\nnummer = ["Stuknummer", "DocumentNummer"]\n'
    )
    world.renamed = {"DocumentNummer": "Stuknummer", "ApiGewijzigdOp": "GewijzigdOp2"}
    world.dropped = frozenset({"KenmerkAfzender", "Vergaderjaar"})
    service = msgspec.structs.replace(client.services.odata, mapping=str(table))
    client.services = msgspec.structs.replace(client.services, odata=service)
    assert fetch_letters(client, OCTOBER, tmp_path / "in").new == 5
    entry = read_entries(tmp_path / "in" / "manifest.jsonl")[0]
    assert (entry.document, entry.kenmerk, entry.session) == ("2026D00001", None, None)
    assert entry.changed == "2026-10-01T10:00:00.0000000Z"


def test_a_letter_that_is_no_pdf_is_told_once_and_is_no_failure(
    client: Client, world: World, loopback: Loopback, tmp_path: Path
) -> None:
    world.tables["Document"] = [letter(1), letter(2, ContentType="application/msword")]
    summary = fetch_letters(client, OCTOBER, tmp_path)
    assert (summary.new, summary.no_pdf, summary.failed) == (1, 1, 0)
    entry = next(e for e in read_entries(tmp_path / "manifest.jsonl") if e.key == guid(2))
    assert entry.problem == "the service has it as application/msword, not as PDF" and entry.sha256 is None
    assert not any(guid(2) in path for path in loopback.paths())


def test_a_mirror_that_hands_on_the_services_own_addresses_is_asked_itself(
    client: Client, loopback: Loopback, tmp_path: Path
) -> None:
    usual = loopback.answer

    def verbatim(asked: Asked) -> Reply:
        reply = usual(asked)
        return replace(
            reply,
            body=reply.body.replace(loopback.base.encode(), b"https://gegevensmagazijn.example/odata"),
            headers={},
        )

    loopback.fault("/v5/Document", verbatim, times=99)
    for n in range(1, 6):
        loopback.faults.insert(0, Fault(f"({guid(n)})/resource", usual, 99))
    assert fetch_letters(client, OCTOBER, tmp_path).new == 5


def test_answers_to_questions_have_the_id_of_an_aanhangsel(
    client: Client, world: World, tmp_path: Path
) -> None:
    world.tables["Document"] = [
        letter(1, Soort="Antwoord schriftelijke vragen", Volgnummer=-1, Aanhangselnummer="262700017")
    ]
    fetch_letters(client, OCTOBER, tmp_path)
    (entry,) = read_entries(tmp_path / "manifest.jsonl")
    assert (entry.id, entry.kamerstuk, entry.number) == ("ah-tk-20262027-17", None, "17")


def test_the_feed_goes_on_from_its_token_and_tells_what_is_withdrawn(
    client: Client, world: World, loopback: Loopback, tmp_path: Path
) -> None:
    world.tables["Zaak"] = [{"Id": guid(1000 + n), "Nummer": f"2026Z{n:05d}"} for n in range(1, 10)]
    world.tables["Kamerstukdossier"] = [
        {"Id": guid(500), "Nummer": 98765, "Toevoeging": None, "Titel": "Veren"}
    ]
    world.tables["Document"].append({"Id": guid(77), "Verwijderd": True})
    assert fetch_letters(client, OCTOBER, tmp_path, via="syncfeed").new == 5
    entry = read_entries(tmp_path / "manifest.jsonl")[0]
    assert (entry.id, entry.zaaknummers, entry.dossiers) == ("kst-98765-41", ("2026Z00001",), ("98765",))
    assert entry.url == f"{loopback.base}/sync/Resources/{guid(1)}"
    world.tables["Document"] += [{"Id": guid(3), "Verwijderd": True}, letter(9)]
    before = len(loopback.asked)
    summary = fetch_letters(client, OCTOBER, tmp_path, via="syncfeed")
    assert (summary.new, summary.withdrawn) == (1, 1)
    assert loopback.asked[before].params["skiptoken"] == "6"
    gone = next(e for e in read_entries(tmp_path / "manifest.jsonl") if e.withdrawn)
    assert gone.key == guid(3) and (tmp_path / gone.file).is_file()


def test_koop_gives_letters_with_their_official_id(
    client: Client, world: World, loopback: Loopback, tmp_path: Path
) -> None:
    world.records = [
        record("kst-98765-41", "Brief over ponten & veren", "2026-10-02"),
        record("kst-98700-XVI-7", "Brief over vlonders", "2026-10-03"),
        record("kst-98765-43", "Zonder PDF", "2026-10-04", pdf=False),
    ]
    assert fetch_letters(client, OCTOBER, tmp_path, via="koop").new == 2
    one, two = read_entries(tmp_path / "manifest.jsonl")
    assert (one.id, one.dossiers, one.number, one.subject) == (
        "kst-98765-41",
        ("98765",),
        "41",
        "Brief over ponten & veren",
    )
    assert (two.dossiers, two.number, two.date) == (("98700-XVI",), "7", "2026-10-03")
    query = loopback.asked[0].params["query"]
    assert "dt.date>=2026-10-01" in query and 'w.subrubriek=="Brief regering"' in query
    fetch_letters(client, OCTOBER, tmp_path, via="koop")
    assert "dt.modified>=2026-10-04" in loopback.asked[-1].params["query"]


def test_a_torn_last_line_of_the_manifest_costs_that_line_alone(client: Client, tmp_path: Path) -> None:
    fetch_letters(client, OCTOBER, tmp_path)
    path = tmp_path / "manifest.jsonl"
    path.write_bytes(path.read_bytes()[:-40])
    assert len(read_entries(path)) == 4
    Manifest(tmp_path).keep(read_entries(path)[0])
    assert len(read_entries(path)) == 4, "the torn line is gone, the new one stands on its own"


def test_a_spoiled_manifest_names_its_line(tmp_path: Path) -> None:
    (tmp_path / "manifest.jsonl").write_text('{"key": 1}\n{}\n')
    with pytest.raises(BadInput, match=r"manifest\.jsonl, line 1"):
        read_entries(tmp_path / "manifest.jsonl")
