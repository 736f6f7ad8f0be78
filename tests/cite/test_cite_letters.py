"""References over a whole letter: notes, earlier mentions, the subject's dossier, a catalogue; and real labels."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from kamerstukken.cite import cite
from kamerstukken.cite.catalogue import Motie, TableCatalogue, read_catalogue
from kamerstukken.cite.resolve.listed import motie_of_catalogue
from kamerstukken.errors import BadInput
from kamerstukken.evaluation.gold import load_folder
from kamerstukken.model import Block, Box, Citation, Document, Footnote, Metadata, PlacedText, Reference

MARK = "^"


def letter(
    *blocks: str, notes: tuple[str, ...] = (), subject: str | None = None, date: str = "2024-03-01"
) -> Document:
    """A letter; '^' in a block is where the next footnote's marker stands."""
    made: list[Block] = []
    anchors: list[tuple[int, int]] = []
    at = 0
    for n, raw in enumerate(blocks, 1):
        pieces = raw.split(MARK)
        for i in range(1, len(pieces)):
            anchors.append((at + len("".join(pieces[:i])), n))
        text = "".join(pieces)
        made.append(Block(n, "paragraph", n, at, text))
        at += len(text) + 2
    feet = []
    for n, text in enumerate(notes, 1):
        anchor, block = anchors[n - 1] if n <= len(anchors) else (None, None)
        feet.append(Footnote(str(n), 1, at, text, anchor, block))
        at += len(text) + 2
    whole = "\n\n".join([b.text for b in made] + [f.text for f in feet])
    return Document(
        "brief.pdf",
        "0" * 64,
        len(made),
        "ministry",
        Metadata(date=date, subject=subject),
        whole,
        tuple(made),
        tuple(feet),
    )


def told(citations: tuple[Citation, ...]) -> list[tuple[str, str, str, str | None]]:
    return [
        (c.where, c.reference.text, " ".join(c.reference.ids), c.reference.resolved_by) for c in citations
    ]


def test_a_motie_takes_the_number_of_the_note_at_its_marker() -> None:
    document = letter(
        "Ik voer de motie van het lid Leijten^ uit.", notes=("Kamerstukken II 2014/15, 33 683, nr. 48",)
    )
    assert told(cite(document)) == [
        ("block 1", "motie van het lid Leijten", "kst-33683-48", "footnote"),
        ("footnote 1", "Kamerstukken II 2014/15, 33 683, nr. 48", "kst-33683-48", "own words"),
    ]


def test_a_note_with_two_papers_does_not_resolve_one_motie() -> None:
    document = letter(
        "Ik voer de motie Leijten^ uit.", notes=("Kamerstuk 33 683, nr. 48 en Kamerstuk 33 683, nr. 49",)
    )
    assert told(cite(document))[0] == ("block 1", "motie Leijten", "motie:Leijten", "name")


def test_a_note_with_two_papers_resolves_two_moties_of_one_member() -> None:
    document = letter(
        "Ik reageer op twee moties van het lid El Abassi^.",
        notes=("Kst. 29 689, nr. 11 en Kst. 29 689, nr. 13",),
    )
    assert told(cite(document))[0][2] == "kst-29689-11 kst-29689-13"


def test_a_note_behind_a_letter_is_not_the_moties() -> None:
    document = letter(
        "De motie Leijten noemde ik in mijn brief van mei.^", notes=("Kamerstuk 33 683, nr. 48",)
    )
    assert told(cite(document))[0][2] == "motie:Leijten"


def test_the_note_of_the_next_motie_is_not_taken() -> None:
    document = letter(
        "De motie Leijten en de motie Minhas^ gaan over water.", notes=("Kamerstuk 36 200-XII, nr. 15",)
    )
    assert [row[2] for row in told(cite(document))[:2]] == ["motie:Leijten", "kst-36200-XII-15"]


def test_a_motie_named_once_with_number_has_it_everywhere() -> None:
    document = letter(
        "De motie Leijten vraagt veel.", "Aan de motie-Leijten (Kamerstuk 33 683, nr. 48) is voldaan."
    )
    assert told(cite(document)) == [
        ("block 1", "motie Leijten", "kst-33683-48", "named elsewhere"),
        ("block 2", "motie-Leijten (Kamerstuk 33 683, nr. 48)", "kst-33683-48", "own sentence"),
    ]


def test_two_moties_of_one_member_leave_the_third_mention_open() -> None:
    document = letter(
        "De motie Leijten (33 683, nr. 48).", "De motie Leijten (33 683, nr. 50).", "De motie Leijten."
    )
    assert told(cite(document))[2][2:] == ("motie:Leijten", "name")


def test_moties_of_two_members_are_those_of_each() -> None:
    document = letter(
        "De motie Minhas (36 200-XII, nr. 15) en de motie Van der Plas (36 200-XII, nr. 32).",
        "De moties van de leden Van der Plas en Minhas vragen hetzelfde.",
    )
    assert told(cite(document))[2][2:] == ("kst-36200-XII-32 kst-36200-XII-15", "named elsewhere")


def test_letters_named_by_date_at_a_marker_are_the_papers_of_the_note() -> None:
    document = letter(
        "Zoals gezegd in de brief van 13 december 2022^ is er tijd.",
        "Zie de Kamerbrieven van 14 oktober 2022 en 8 mei 2023.^",
        notes=("Kamerstuk 27 625, nr. 596", "Kamerstuk 29 279, nr. 736, Kamerstuk 28 741, nr. 785"),
    )
    assert told(cite(document))[:2] == [
        ("block 1", "brief van 13 december 2022", "kst-27625-596", "footnote"),
        (
            "block 2",
            "Kamerbrieven van 14 oktober 2022 en 8 mei 2023",
            "kst-29279-736 kst-28741-785",
            "footnote",
        ),
    ]


def test_a_number_alone_takes_the_dossier_of_the_subject() -> None:
    document = letter("Het amendement op stuk nr. 12 ontraad ik.", subject="Wetsvoorstel proeftuinen (36179)")
    assert told(cite(document)) == [("block 1", "nr. 12", "kst-36179-12", "dossier of the subject")]


def test_a_number_alone_without_any_dossier_stays_open() -> None:
    assert told(cite(letter("Het amendement op stuk nr. 12 ontraad ik."))) == [
        ("block 1", "nr. 12", "", None)
    ]


def test_pointing_words_are_added_where_asked_for() -> None:
    document = letter("De motie Leijten (33 683, nr. 48) is van mei. Deze motie voer ik uit.")
    assert len(cite(document)) == 1
    assert told(cite(document, pointing_words=True))[1] == (
        "block 1",
        "Deze motie",
        "kst-33683-48",
        "motie named before",
    )


def test_pointing_words_behind_two_moties_mean_nothing() -> None:
    document = letter("De motie Leijten en de motie Minhas zijn van mei. Deze motie voer ik uit.")
    assert len(cite(document, pointing_words=True)) == 2


def test_numbers_of_the_administration_are_ids_in_a_letter() -> None:
    assert told(cite(letter("uw brief met kenmerk 2014Z22951")))[0][2:] == ("2014Z22951", "own words")


def test_a_citation_has_its_place_boxes_and_address() -> None:
    document = letter("Zie Kamerstuk 33 683, nr. 48.")
    box = Box(2, 10, 20, 90, 30)
    placed = Document(
        **{f: getattr(document, f) for f in document.__slots__} | {"placed": (PlacedText(4, 28, box),)}
    )
    (citation,) = cite(placed)
    assert (citation.letter, citation.page, citation.boxes) == ("0" * 12, 2, (box,))
    assert citation.url == "https://zoek.officielebekendmakingen.nl/kst-33683-48.html"


SOLAR = Motie(
    "kst-1-1", "Motie van het lid Kröger over zonnepanelen op daken van scholen", ("Kröger",), "2023-01-01"
)
WIND = Motie("kst-1-2", "Motie van het lid Kröger over windmolens langs de kust", ("Kröger",), "2023-01-01")
CHANGED = Motie(
    "kst-1-3",
    "Gewijzigde motie van het lid Kröger over zonnepanelen op daken van scholen",
    ("Kröger",),
    "2023-02-01",
)


@pytest.mark.parametrize(
    ("text", "moties", "ids"),
    [
        ("de motie van het lid Kröger over zonnepanelen op daken van scholen", (SOLAR, WIND), ("kst-1-1",)),
        ("de motie van het lid Kröger over stikstof", (SOLAR, WIND), ()),  # no title fits
        (
            "de motie van het lid Kröger over zonnepanelen op daken van scholen",
            (SOLAR, CHANGED),
            (),
        ),  # two fit
        (
            "de gewijzigde motie van het lid Kröger over zonnepanelen op daken van scholen",
            (SOLAR, CHANGED),
            ("kst-1-3",),
        ),
        (
            "de motie van het lid Leijten over zonnepanelen op daken van scholen",
            (SOLAR,),
            (),
        ),  # another member
    ],
)
def test_a_catalogue_gives_exactly_one_or_nothing(
    text: str, moties: tuple[Motie, ...], ids: tuple[str, ...]
) -> None:
    document = letter(text)
    found: list[Reference] = [c.reference for c in cite(document)]
    open_ = [Reference(r.kind, r.start, r.end, r.text, indieners=r.indieners) for r in found]
    (motie,) = motie_of_catalogue(document, open_, TableCatalogue(moties))
    assert (motie.ids, motie.resolved_by) == (ids, "catalogue" if ids else None)


def test_a_motie_later_than_the_letter_is_no_candidate() -> None:
    assert TableCatalogue((SOLAR,)).motions(["Kröger"], before="2022-12-31") == []


def test_a_catalogue_is_read_from_a_table(tmp_path: Path) -> None:
    table = tmp_path / "moties.csv"
    table.write_text(
        "parlid,title,date\nkst-1-1,Motie van het lid Kröger over zonnepanelen op daken,2023-01-01\n",
        encoding="utf-8",
    )
    document = letter("de motie van het lid Kröger over zonnepanelen op daken")
    assert cite(document, catalogue=str(table))[0].reference.ids == ("kst-1-1",)
    assert read_catalogue(table).moties[0].indieners == ("Kröger",)


def test_a_table_without_the_columns_is_refused(tmp_path: Path) -> None:
    table = tmp_path / "moties.csv"
    table.write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(BadInput, match=r"moties\.csv: needs the columns"):
        read_catalogue(table)


COMPARED = ("kst-", "ah-", "h-", "dossier:")


def test_labelled_letters(shared: Path) -> None:
    right = found = labelled = 0
    for labels in load_folder(shared / "gold"):
        want = Counter(
            (c["where"].split()[0], i) for c in labels.citations for i in c["ids"] if i.startswith(COMPARED)
        )
        got = Counter(
            (c.where.split()[0], i)
            for c in cite(labels.document)
            for i in c.reference.ids
            if i.startswith(COMPARED)
        )
        right, found, labelled = right + (want & got).total(), found + got.total(), labelled + want.total()
    assert 2 * right / (found + labelled) >= 0.96
