"""The catalogue: from OData v4 and v5, from SyncFeed with tombstones, from dumps; and what it can be asked."""

from __future__ import annotations

import csv
import gzip
import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from loopback import Loopback, Reply
from world import Row, World, guid

from kamerstukken.catalogue import Catalogue
from kamerstukken.errors import BadInput, CatalogueError
from kamerstukken.sources.catalogue import Event, fetch_catalogue, fetch_dicta, read_dumps
from kamerstukken.sources.http import Client
from kamerstukken.sources.services import Via

DAY = "2026-03-0{}T10:00:00.0Z"


def stamped(n: int, **values: Any) -> Row:
    return {"Id": guid(n), "ApiGewijzigdOp": DAY.format(n % 9 + 1), "Verwijderd": False, **values}


def motie(n: int, title: str, **other: Any) -> Row:
    return stamped(
        n, Nummer=f"2026Z{n:05d}", Soort="Motie", Titel="Veren", Onderwerp=title, GestartOp="2026-02-03T00:00:00+01:00",
        Vergaderjaar="2025-2026", Volgnummer=7, Afgedaan=True, Kabinetsappreciatie="Oordeel Kamer",
        Kamerstukdossier=[{"Id": guid(500)}], VervangenDoor=[],
    ) | other  # fmt: skip


@pytest.fixture
def world() -> World:
    title = "Motie van het lid De Roodebeke over verlichting van veerstoepen"
    return World(
        {
            "Kamerstukdossier": [stamped(500, Nummer=98700, Toevoeging="XVI", Titel="Begroting Veren", Afgesloten=False)],
            "Zaak": [motie(1, title), motie(2, "Motie van de leden Quispel en Van Drempt over banken", Volgnummer=-1), stamped(3, Nummer="2026Z00003", Soort="Brief regering")],
            "ZaakActor": [stamped(11, Zaak_Id=guid(1), ActorNaam="A.B. de Roodebeke", ActorFractie="VEER", Relatie="Indiener", Persoon_Id=guid(90))],
            "Document": [
                stamped(21, DocumentNummer="2026D00021", Soort="Motie", Titel="Veren", Onderwerp=title, Datum="2026-02-03T00:00:00+01:00",
                        Volgnummer=12, Kamer=2, Zaak=[{"Id": guid(1)}], Kamerstukdossier=[{"Id": guid(500)}]),
                stamped(22, DocumentNummer="2026D00022", Soort="Brief regering", Titel=None, Onderwerp="Brief", Datum=None,
                        Volgnummer=13, Kamer=2, Zaak=[], Kamerstukdossier=[]),
            ],
            "Besluit": [
                stamped(31, BesluitSoort="Stemmen - aangehouden", BesluitTekst="Aangehouden.", Status="Besluit", GewijzigdOp=DAY.format(1), Zaak=[{"Id": guid(1)}]),
                stamped(32, BesluitSoort="Stemmen - aangenomen", BesluitTekst="Aangenomen.", Status="Besluit", GewijzigdOp=DAY.format(2), Zaak=[{"Id": guid(1)}]),
            ],
            "Persoon": [stamped(91, Achternaam="Veerman", Tussenvoegsel="de", Initialen="J.", Roepnaam="Jo", Functie=None)],
            "PersoonLoopbaan": [
                stamped(41, Persoon_Id=guid(91), Functie="Minister van Veren", Werkgever="Kabinet", OmschrijvingNl=None, Van="2025-07", TotEnMet=None),
                stamped(42, Persoon_Id=guid(91), Functie="Schipper", Werkgever="De Pont", OmschrijvingNl=None, Van="2001", TotEnMet="2025"),
            ],
            "Toezegging": [
                stamped(51, Nummer="TZ202603-001", ActiviteitNummer="2026A00001", Naam="Veerman, J. de", Functie="Minister van Veren",
                        Ministerie="Veren", Status="Openstaand", Aanmaakdatum="2026-03-03T10:00:00+01:00", DatumNakoming="0001-01-01T00:00:00Z",
                        Tekst="De minister informeert de Kamer voor de zomer over veerstoepen.", KamerbriefNakoming=[{"Id": guid(22)}]),
            ],
        }
    )  # fmt: skip


def only_motie(path: Path) -> Any:
    with Catalogue(path) as catalogue:
        return next(m for m in catalogue.moties() if m.zaaknummer == "2026Z00001")


@pytest.mark.parametrize("via", ["odata", "odata_v4", "syncfeed"])
def test_every_way_gives_the_same_catalogue(via: Via, client: Client, tmp_path: Path) -> None:
    path = tmp_path / "new" / "catalogue.sqlite"
    summary = fetch_catalogue(client, path, via=via)
    assert summary.problems == ()
    found = only_motie(path)
    assert (found.id, found.dossier, found.nummer) == ("kst-98700-XVI-12", "98700-XVI", 12)
    assert (found.datum, found.uitslag, found.afgedaan) == ("2026-02-03", "Stemmen - aangenomen", True)
    assert (found.appreciatie, found.leden, found.dossiertitel) == (
        "Oordeel Kamer",
        ("De Roodebeke",),
        "Begroting Veren",
    )
    with Catalogue(path) as catalogue:
        assert catalogue.counts()["zaken"] == 2, "letters are no moties"
        (minister,) = catalogue.bewindspersonen("2026-01-01")
        assert (minister["achternaam"], minister["functie"], minister["van"]) == (
            "Veerman",
            "Minister van Veren",
            "2025-07",
        )
        assert catalogue.bewindspersonen("2024-01-01") == ()
        (promise,) = catalogue.toezeggingen()
        assert (promise.nummer, promise.status, promise.termijn, promise.aangemaakt) == (
            "TZ202603-001",
            "Openstaand",
            None,
            "2026-03-03",
        )
        assert promise.brieven == (guid(22),)
        assert catalogue.titles()["dossier:98700-XVI"] == "Begroting Veren"


@pytest.mark.parametrize("via", ["odata", "syncfeed"])
def test_a_second_fetch_goes_on_from_the_mark(
    via: Via, client: Client, world: World, loopback: Loopback, tmp_path: Path
) -> None:
    path = tmp_path / "c.sqlite"
    fetch_catalogue(client, path, via=via)
    world.tables["Zaak"][0]["Afgedaan"] = False
    changed = world.tables["Zaak"][0] | {"ApiGewijzigdOp": "2026-03-09T11:00:00.0Z"}
    if via == "syncfeed":
        world.tables["Zaak"].append(changed)
    else:
        world.tables["Zaak"][0] = changed
    before = len(loopback.asked)
    summary = fetch_catalogue(client, path, via=via, only=("Zaak",))
    assert summary.rows["zaken"] == (1 if via == "syncfeed" else 2), (
        "OData gives the last one before once more"
    )
    assert only_motie(path).afgedaan is False
    asked = [a for a in loopback.asked[before:] if "metadata" not in a.path]
    assert len(asked) == 1
    assert (
        "ge 2026-03-03T10:00:00.0Z" in asked[0].params.get("$filter", "")
        or asked[0].params.get("skiptoken") == "3"
    )


@pytest.mark.parametrize("via", ["odata", "syncfeed"])
def test_a_tombstone_takes_the_row_away(via: Via, client: Client, world: World, tmp_path: Path) -> None:
    path = tmp_path / "c.sqlite"
    fetch_catalogue(client, path, via=via)
    gone = {"Id": guid(2), "Soort": None, "Nummer": None, "Verwijderd": True, "ApiGewijzigdOp": DAY.format(9)}
    if via == "odata":
        del world.tables["Zaak"][1]
    world.tables["Zaak"].append(gone)
    assert fetch_catalogue(client, path, via=via).removed == 1
    with Catalogue(path) as catalogue:
        assert [m.zaaknummer for m in catalogue.moties()] == ["2026Z00001"]


def test_a_motie_without_its_document_has_the_number_of_its_zaak(client: Client, tmp_path: Path) -> None:
    path = tmp_path / "c.sqlite"
    fetch_catalogue(client, path, only=("Kamerstukdossier", "Zaak"))
    found = only_motie(path)
    assert (found.id, found.nummer) == ("kst-98700-XVI-7", 7)


def test_a_broken_fetch_keeps_its_pages_and_goes_on(
    client: Client, world: World, loopback: Loopback, tmp_path: Path
) -> None:
    path = tmp_path / "c.sqlite"
    world.tables["Zaak"] = [motie(n, f"Motie van het lid Quispel over pont {n}") for n in range(1, 8)]
    usual = loopback.answer
    loopback.fault(
        "/v5/Zaak", lambda a: Reply(b"", 500) if a.params.get("$skip") == "4" else usual(a), times=99
    )
    summary = fetch_catalogue(client, path)
    ((name, problem),) = summary.problems
    assert name == "Zaak" and "500" in problem
    assert summary.rows["zaken"] == 4 and summary.rows["toezeggingen"] == 1, "the others went on"
    loopback.faults.clear()
    assert fetch_catalogue(client, path).problems == ()
    with Catalogue(path) as catalogue:
        assert catalogue.counts()["zaken"] == 7


def test_a_field_that_is_gone_stays_empty_and_is_told(client: Client, world: World, tmp_path: Path) -> None:
    world.dropped = frozenset({"Kabinetsappreciatie"})
    events: list[Event] = []
    assert fetch_catalogue(client, tmp_path / "c.sqlite", watch=events.append).problems == ()
    assert [(e.entity, e.gone) for e in events if e.gone] == [("Zaak", ("appreciatie",))]
    assert only_motie(tmp_path / "c.sqlite").appreciatie is None


def test_a_field_that_cannot_be_missed_says_which_row_to_mend(
    client: Client, world: World, tmp_path: Path
) -> None:
    world.renamed = {"Nummer": "Kenmerk"}
    problems = dict(fetch_catalogue(client, tmp_path / "c.sqlite").problems)
    assert "no Zaak.Nummer any more" in problems["Zaak"] and "[entities.Zaak.fields]" in problems["Zaak"]
    assert "Toezegging" not in problems


def test_a_value_of_another_kind_is_told_with_its_row(client: Client, world: World, tmp_path: Path) -> None:
    world.tables["Zaak"][0]["Volgnummer"] = {"nu": "een object"}
    problems = dict(fetch_catalogue(client, tmp_path / "c.sqlite").problems)
    assert guid(1) in problems["Zaak"] and "volgnummer" in problems["Zaak"]


def test_a_dry_run_asks_nothing(client: Client, loopback: Loopback, tmp_path: Path) -> None:
    events: list[Event] = []
    fetch_catalogue(client, tmp_path / "c.sqlite", dry_run=True, watch=events.append)
    assert f"{loopback.base}/v5/Zaak?$filter=Soort eq 'Motie'" in [e.address for e in events]
    assert not loopback.asked and not (tmp_path / "c.sqlite").exists()


def test_an_unknown_entity_is_told(client: Client, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="Zaken: no such entity; known are Kamerstukdossier, Zaak"):
        fetch_catalogue(client, tmp_path / "c.sqlite", only=("Zaken",))


PAPER = """<?xml version="1.0" encoding="UTF-8"?><officiele-publicatie><metadata>
<meta name="x" content="https://zoek.officielebekendmakingen.nl/kst-98700-XVI-12/metadata.xml"/></metadata><kamerstuk><stuk>
<al>De Kamer,</al><al>overwegende dat het donker is;</al><al>verzoekt de regering de <nadruk>veerstoepen</nadruk> te verlichten;</al>
<al>verzoekt de regering tevens dit te melden,</al><al>en gaat over tot de orde van de dag.</al><al>De Roodebeke</al></stuk></kamerstuk></officiele-publicatie>"""
DICTUM = "verzoekt de regering de veerstoepen te verlichten; verzoekt de regering tevens dit te melden"


def test_dicta_come_from_the_papers_once(client: Client, loopback: Loopback, tmp_path: Path) -> None:
    path = tmp_path / "c.sqlite"
    fetch_catalogue(client, path)
    loopback.fault(
        "/papers/98700-XVI/kst-98700-XVI-12/1/xml/kst-98700-XVI-12.xml",
        Reply(PAPER.encode(), kind="application/xml"),
    )
    assert fetch_dicta(client, path, 10).rows == {"dicta": 1}
    assert only_motie(path).dictum == DICTUM
    before = len(loopback.asked)
    fetch_dicta(client, path, 10)
    assert len(loopback.asked) == before, "what was looked up is not asked again"


# Dumps


def dumped(folder: Path, world: World, form: str) -> list[Path]:
    """The invented world as files."""
    files = []
    for entity, rows in world.tables.items():
        path = folder / f"{entity}.{form}"
        flat = [{k: v for k, v in row.items() if form != "csv" or not isinstance(v, list)} for row in rows]
        if form == "json":
            text = json.dumps({"@odata.context": f"https://x/$metadata#{entity}(Id)", "value": flat})
        elif form == "jsonl":
            text = "\n".join(json.dumps(row) for row in flat)
        else:
            names = list(dict.fromkeys(name for row in flat for name in row))
            with path.open("w", newline="") as file:
                writer = csv.DictWriter(file, names)
                writer.writeheader()
                writer.writerows(flat)
            text = path.read_text()
        path.unlink(missing_ok=True)
        packed = path.with_name(path.name + ".gz")
        packed.write_bytes(gzip.compress(text.encode()))
        files.append(packed)
    return files


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_a_dump_gives_the_same_as_the_service(form: str, world: World, tmp_path: Path) -> None:
    dumped(tmp_path, world, form)
    summary = read_dumps([tmp_path], tmp_path / "c.sqlite")
    assert summary.requests == 0
    assert only_motie(tmp_path / "c.sqlite").uitslag == "Stemmen - aangenomen"


def test_columns_tell_what_a_csv_holds(world: World, tmp_path: Path) -> None:
    files = dumped(tmp_path, world, "csv")
    holds = read_dumps(files, tmp_path / "c.sqlite").holds
    assert {k: v for k, v in holds.items() if v} == {
        "dossiers": 1, "zaken": 3, "indieners": 1, "stukken": 2, "besluiten": 2, "personen": 1, "loopbanen": 2,
        "toezeggingen": 1, "moties": 2, "bewindspersonen": 1,
    }  # fmt: skip


MOTIES = "parlid,dossier,nr,title,dossiertitel,indiener,date,dictum,zaaknummer,appreciatie,afgedaan\n"
LINE = 'kst-98700-XVI-12,98700XVI,12,Motie van het lid De Roodebeke over verlichting,,,2026-02-03,"verzoekt de regering te verlichten,",2026Z00001,Ontraden,True\n'


@pytest.mark.parametrize("first", ["table", "service"])
def test_a_table_of_moties_and_the_service_meet_in_one_row(
    first: str, client: Client, tmp_path: Path
) -> None:
    table = tmp_path / "moties.csv"
    table.write_text(MOTIES + LINE)
    path = tmp_path / "c.sqlite"
    steps = [lambda: read_dumps([table], path), lambda: fetch_catalogue(client, path)]
    for step in steps if first == "table" else reversed(steps):
        step()
    with Catalogue(path) as catalogue:
        assert [m.zaaknummer for m in catalogue.moties()] == ["2026Z00002", "2026Z00001"]
    found = only_motie(path)
    assert (found.id, found.uitslag, found.dictum) == (
        "kst-98700-XVI-12",
        "Stemmen - aangenomen",
        "verzoekt de regering te verlichten,",
    )
    assert found.appreciatie == "Oordeel Kamer", "what the service says holds"


@pytest.mark.parametrize(
    ("name", "content", "message", "why"),
    [
        ("a.csv", b"wat,dan,ook\n1,2,3\n", "cannot tell what its rows are", "columns of nothing"),
        ("a.jsonl", b'{"Id": 1}\nkapot\n', "cannot tell", "a first line that tells nothing"),
        ("a.json", b'{"value": 3}', "no rows in it", "no list"),
        ("a.json", b"[1, 2", "no whole JSON", "cut off"),
        ("a.csv", b"\xff\xfe", "not in UTF-8", "another encoding"),
        ("a.csv.gz", b"no gzip", "cannot be read", "not packed"),
        ("a.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a/>', "entities", "tricks"),
        ("a.docx", b"PK", "not a dump", "another form"),
        (
            "a.json",
            b'{"@odata.context": "x#Zaal", "value": [{"Id": "1"}]}',
            "holds Zaal",
            "an entity without use",
        ),
    ],
)
def test_a_dump_that_is_none_is_told(
    name: str, content: bytes, message: str, why: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(BadInput, match=message) as error:
        read_dumps([tmp_path / name], tmp_path / "c.sqlite")
    assert name in str(error.value), why


# The file


def test_other_files_are_not_taken_for_a_catalogue(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match="fetch catalogue"):
        Catalogue(tmp_path / "none.sqlite")
    other = tmp_path / "other.sqlite"
    connection = sqlite3.connect(other)
    connection.execute("CREATE TABLE t (x)")
    connection.close()
    for write in (True, False):
        with pytest.raises(CatalogueError, match="no catalogue of this package"):
            Catalogue(other, write=write)
    (tmp_path / "text").write_text("geen database " * 200)
    with pytest.raises(CatalogueError, match="cannot be used"):
        Catalogue.writable(tmp_path / "text")


def test_a_newer_catalogue_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "c.sqlite"
    Catalogue.writable(path).close()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(CatalogueError, match="newer kamerstukken"):
        Catalogue(path)
