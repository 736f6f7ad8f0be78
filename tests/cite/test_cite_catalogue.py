"""A motie by name and the one motie of a catalogue that is meant; also over the subjects of real letters."""

from __future__ import annotations

import csv
import gzip
import re
from dataclasses import replace
from pathlib import Path

import pytest

from kamerstukken.catalogue import Catalogue
from kamerstukken.catalogue.rows import Besluit, Dossier, Stuk, Zaak
from kamerstukken.cite import cite, cite_text
from kamerstukken.cite.catalogue import Motie, TableCatalogue, indieners, read_catalogue
from kamerstukken.cite.resolve.listed import motie_of_catalogue
from kamerstukken.errors import BadInput
from kamerstukken.model import Block, Document, Metadata, Reference

BELLS = "over bellen op alle veerponten in de winter"


def motie(n: int, title: str, day: str = "2026-01-10", *, accepted: bool | None = None) -> Motie:
    return Motie(f"kst-98765-{n}", title, indieners(title), day, accepted)


def resolved(text: str, moties: tuple[Motie, ...], day: str = "2026-02-01") -> list[tuple[str, ...]]:
    """The ids of every motie that a text names, resolved against a catalogue."""
    document = Document(
        "x", "0" * 64, 1, "ministry", Metadata(date=day), text, (Block(1, "paragraph", 1, 0, text),)
    )
    named = [r for r in cite_text(text) if r.kind == "motie" and r.indieners]
    return [r.ids for r in motie_of_catalogue(document, named, TableCatalogue(moties))]


PLAIN = motie(1, f"Motie van het lid Quispel {BELLS}")
CHANGED = motie(2, f"Gewijzigde motie van het lid Quispel {BELLS} (t.v.v. 98765-1)", "2026-01-12")
FURTHER = motie(3, f"Nader gewijzigde motie van het lid Quispel {BELLS} (t.v.v. 98765-2)", "2026-02-05")
JOINT = motie(
    4, "Motie van de leden Quispel en Van Drempt over verlichting van alle veerstoepen langs de rivier"
)
FULL = motie(5, "Motie van het lid Anne Drempt over een reddingsboei op elke steiger")

CASES = [
    (f"de motie van het lid Quispel {BELLS}", (PLAIN, JOINT), ["kst-98765-1"], "the title tells which"),
    (f"de motie van het lid Quispel {BELLS}", (PLAIN, CHANGED), [], "two versions, no vote known: doubt gives nothing"),
    (f"de motie van het lid Quispel {BELLS}", (PLAIN, replace(CHANGED, accepted=True)), ["kst-98765-2"], "the version that was accepted"),
    (f"de gewijzigde motie van het lid Quispel {BELLS}", (PLAIN, CHANGED), ["kst-98765-2"], "gewijzigde: the changed one"),
    (f"de nader gewijzigde motie van het lid Quispel {BELLS}", (PLAIN, CHANGED, FURTHER), ["kst-98765-3"], "registered four days after the letter"),
    (f"de motie van het lid Quispel {BELLS}", (replace(PLAIN, date="2026-02-05"),), [], "but one that was not changed cannot be later"),
    ("de motie van het lid Quispel over verlichting van alle veerstoepen langs de rivier", (PLAIN, JOINT), ["kst-98765-4"], "a submitter left out"),
    ("de motie van het lid Quispel over verlichting", (PLAIN, JOINT), [], "a submitter left out and too little said"),
    ("de motie van de leden Quispel en Baars over verlichting van alle veerstoepen langs de rivier", (JOINT,), [], "one who did not submit it"),
    ("de motie van het lid Drempt over een reddingsboei op elke steiger", (FULL,), ["kst-98765-5"], "a first name left out"),
    ("de motie van het lid Quispel over oud ijs", (PLAIN, JOINT), [], "no title fits"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "moties", "ids", "why"), CASES, ids=[why for *_, why in CASES])
def test_exactly_one_or_nothing(text: str, moties: tuple[Motie, ...], ids: list[str], why: str) -> None:
    assert [id_ for found in resolved(text, moties) for id_ in found] == ids, why


def test_a_catalogue_of_fetch_is_read_as_a_table_is(tmp_path: Path) -> None:
    path = tmp_path / "catalogue.sqlite"
    title = f"Motie van het lid Quispel {BELLS}"
    with Catalogue.writable(path) as catalogue:
        rows = (
            Dossier(guid="d", nummer=98765),
            Zaak(guid="z", nummer="2026Z00001", soort="Motie", onderwerp=title, gestart="2026-01-10"),
            Stuk(guid="s", soort="Motie", onderwerp=title, volgnummer=1, zaken=("z",), dossiers=("d",)),
            Besluit(guid="b", soort="Stemmen - verworpen", gewijzigd="2026-01-20", zaken=("z",)),
        )
        catalogue.add(rows, members=indieners)
    assert read_catalogue(path).moties == (replace(PLAIN, accepted=False),)
    text = f"de motie van het lid Quispel {BELLS}"
    document = Document(
        "x", "0" * 64, 1, "ministry", Metadata(date="2026-02-01"), text, (Block(1, "paragraph", 1, 0, text),)
    )
    (citation,) = cite(document, catalogue=str(path))
    assert (citation.reference.ids, citation.reference.resolved_by) == (("kst-98765-1",), "catalogue")


def test_a_catalogue_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="nergens"):
        read_catalogue(tmp_path / "nergens.csv")


# Subjects of real letters

NUMBER = re.compile(r"\((?:t\.v\.v\. )?(?:TK|Kamerst[^()]*|kst[^()]*|\d[^()]*)\)")


def test_motions_named_in_the_subjects_of_real_letters(shared: Path) -> None:
    """Their own numbers taken away, so that member and subject alone must tell. Measured: 215 right, 2 wrong, 16 none."""
    path = shared / "motions" / "motions.csv.gz"
    catalogue = read_catalogue(path)
    held = {m.id for m in catalogue.moties}
    counts = {"right": 0, "wrong": 0, "none": 0}
    with gzip.open(shared / "motions" / "zaak_brief_regering_about_motie.csv.gz", "rt") as file:
        rows = [row for row in csv.DictReader(file) if row["GestartOp"][:4] in ("2024", "2025", "2026")]
    for row in rows:
        subject = " ".join(row["Onderwerp"].split())
        numbered = [r for r in cite_text(subject) if _names_one(r)]
        bare = NUMBER.sub("", subject)
        named = [r for r in cite_text(bare) if r.kind == "motie" and r.indieners and not r.ids]
        if len(numbered) == len(named) == 1 and numbered[0].ids[0] in held:
            (found,) = resolved_in(bare, row["GestartOp"][:10], named, catalogue)
            counts["none" if not found else "right" if found == numbered[0].ids else "wrong"] += 1
    assert counts["right"] >= 205 and counts["wrong"] <= 3, counts


def _names_one(reference: Reference) -> bool:
    return reference.kind == "motie" and bool(reference.indieners) and len(reference.ids) == 1


def resolved_in(
    text: str, day: str, named: list[Reference], catalogue: TableCatalogue
) -> list[tuple[str, ...]]:
    document = Document(
        "x", "0" * 64, 1, "ministry", Metadata(date=day), text, (Block(1, "paragraph", 1, 0, text),)
    )
    return [r.ids for r in motie_of_catalogue(document, named, catalogue)]
