"""Letterheads, colophons and signatures, set by hand in the layouts that ministries use."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from metadata_sheets import LEFT, MARGIN, VALUE, Line, block, line, sheet

from kamerstukken.model import Metadata, Signatory
from kamerstukken.structure.metadata import layout_of, metadata_of

BODY = "In deze brief informeer ik uw Kamer over de voortgang van het programma."


def read(*lines: Line) -> Metadata:
    page, placed = sheet(*lines)
    return metadata_of((page,), (placed,))


def head(*, date: str = "7 januari 2015", subject: str = "Voortgang", postbus: str = "20011") -> list[Line]:
    return [
        line(LEFT, 135, f"> Retouradres Postbus {postbus} 2500 EA Den Haag", size=6.5),
        *block(
            LEFT,
            155,
            "Aan de Voorzitter van de Tweede Kamer",
            "der Staten-Generaal",
            "Postbus 20018",
            "2500 EA DEN HAAG",
        ),
        line(LEFT, 290, "Datum"),
        line(VALUE, 290, date),
        line(LEFT, 302, "Betreft"),
        line(VALUE, 302, subject),
    ]


def test_the_usual_letter() -> None:
    found = read(
        *head(),
        line(MARGIN, 155, "Ons kenmerk", bold=True),
        line(MARGIN, 165, "2015-0000123456"),
        line(MARGIN, 185, "Uw kenmerk", bold=True),
        line(MARGIN, 195, "2015Z01234/2015D05678"),
        line(LEFT, 360, BODY),
        line(LEFT, 400, "De minister van Binnenlandse Zaken en Koninkrijksrelaties,"),
        line(LEFT, 460, "dr. A.B. Voorbeeld"),
    )
    assert found == Metadata(
        date="2015-01-07",
        subject="Voortgang",
        ministry="Ministerie van Binnenlandse Zaken en Koninkrijksrelaties",
        kenmerk="2015-0000123456",
        uw_kenmerk="2015Z01234/2015D05678",
        addressee="Aan de Voorzitter van de Tweede Kamer der Staten-Generaal",
        signatories=(
            Signatory("dr. A.B. Voorbeeld", "De minister van Binnenlandse Zaken en Koninkrijksrelaties"),
        ),
    )


def test_an_empty_label_takes_nothing_from_its_neighbours() -> None:
    found = read(
        *head(),
        line(MARGIN, 155, "Kenmerk", bold=True),
        line(MARGIN, 164, "2015-0000123456"),
        line(MARGIN, 174, "Uw kenmerk", bold=True),
        line(MARGIN, 184, "Bijlage(n)", bold=True),
        line(MARGIN, 194, "2"),
    )
    assert (found.kenmerk, found.uw_kenmerk) == ("2015-0000123456", None)


def test_the_note_under_the_kenmerk_is_not_part_of_it() -> None:
    found = read(
        *head(),
        line(MARGIN, 155, "Ons kenmerk", bold=True),
        *block(MARGIN, 164, "4424339", "Bij beantwoording de datum", "en ons kenmerk vermelden.", lead=10),
    )
    assert found.kenmerk == "4424339"


@pytest.mark.parametrize(
    ("lines", "kenmerk", "why"),
    [
        (["minbuza.2019-5113-22"], "minbuza.2019-5113-22", "begins in lower case"),
        (["DGKE / 27069691"], "DGKE / 27069691", "blanks around the stroke"),
        (["IENW/BSK-2023/", "33017"], "IENW/BSK-2023/33017", "broken over two lines"),
        (["brief van 3 april"], None, "a description, no reference"),
        (["3 mei 2015"], None, "a day"),
    ],
)
def test_kenmerk(lines: list[str], kenmerk: str | None, why: str) -> None:
    column = [line(MARGIN, 155, "Onze referentie", bold=True), *block(MARGIN, 165, *lines, lead=10)]
    assert read(*head(), *column).kenmerk == kenmerk, why


def test_the_date_of_the_letter_that_is_answered_is_not_this_letters_date() -> None:
    found = read(
        line(MARGIN, 155, "Uw brief", bold=True),
        line(MARGIN, 164, "3 april 2014"),
        line(MARGIN, 175, "Uw referentie", bold=True),
        line(MARGIN, 184, "2014Z06031"),
        *head(),
    )
    assert (found.date, found.uw_kenmerk) == ("2015-01-07", "2014Z06031")


@pytest.mark.parametrize(
    ("lines", "subject", "why"),
    [
        (
            [line(LEFT, 302, "Betreft Advies over een wet")],
            "Advies over een wet",
            "label and value close together",
        ),
        ([line(LEFT, 302, "Onderwerp: Advies over een wet")], "Advies over een wet", "a colon"),
        (
            [
                line(LEFT, 302, "Betreft"),
                *block(VALUE, 302, "Reactie op het rapport over", "de toekomst van de eilanden"),
            ],
            "Reactie op het rapport over de toekomst van de eilanden",
            "two lines, indented",
        ),
        (
            [
                line(LEFT, 302, "Betreft"),
                line(VALUE, 302, "Brief inzake gevolgen"),
                line(LEFT, 314, "van bezuinigingen op zorg"),
            ],
            "Brief inzake gevolgen van bezuinigingen op zorg",
            "the second line under the label",
        ),
        (
            [line(LEFT, 302, "Onderwerp", bold=True), *block(LEFT, 313, "Verslag van de reis")],
            "Verslag van de reis",
            "the value under its label",
        ),
        (
            [
                line(LEFT, 302, "Betreft"),
                *block(VALUE, 302, "Stand van zaken beleids-", "doorlichting en OCW-", "en VWS-cijfers"),
            ],
            "Stand van zaken beleidsdoorlichting en OCW- en VWS-cijfers",
            "a broken word is mended, a shared part is kept",
        ),
        (
            [
                line(LEFT, 302, "Betreft"),
                line(VALUE, 302, "Waterbeleid"),
                line(LEFT, 313, "Geachte voorzitter,"),
            ],
            "Waterbeleid",
            "the salutation right under it",
        ),
        (
            [line(LEFT, 302, "B etreft"), line(VALUE, 302, "Waterbeleid")],
            "Waterbeleid",
            "a label split by its kerning",
        ),
    ],
)
def test_subject(lines: list[Line], subject: str, why: str) -> None:
    found = read(line(LEFT, 290, "Datum"), line(VALUE, 290, "7 januari 2015"), *lines, line(LEFT, 380, BODY))
    assert found.subject == subject, why


def test_a_dossier_named_by_the_subject() -> None:
    assert read(*head(subject="Stand van zaken Kamerdossier 33 900")).dossiers == ("33900",)


def columns(top: float, *cells: tuple[float, str]) -> list[Line]:
    return [line(x, top, text) for x, text in cells]


def test_labels_in_a_row_with_their_values_under_them() -> None:
    found = read(
        line(300, 60, "Ministerie van Volksgezondheid, Welzijn en Sport"),
        *block(LEFT, 140, "De Voorzitter van de Tweede Kamer", "der Staten-Generaal", "Postbus 20018"),
        *columns(
            230, (LEFT, "Ons kenmerk"), (200, "Inlichtingen bij"), (320, "Doorkiesnummer"), (440, "Den Haag")
        ),
        *columns(241, (LEFT, "GMT-2812345"), (200, "A. Janssen"), (320, "340 50 00"), (440, "5 mei 2008")),
        *columns(262, (LEFT, "Onderwerp"), (320, "Bijlage(n)"), (440, "Uw brief")),
        *columns(273, (LEFT, "Reactie op het rapport over"), (320, "2"), (440, "12 april 2008")),
        *columns(284, (LEFT, "geneesmiddelen")),
        line(LEFT, 330, BODY),
    )
    assert found.date == "2008-05-05"
    assert found.kenmerk == "GMT-2812345"
    assert found.uw_kenmerk is None
    assert found.subject == "Reactie op het rapport over geneesmiddelen"
    assert found.ministry == "Ministerie van Volksgezondheid, Welzijn en Sport"


def test_date_and_references_in_one_row() -> None:
    found = read(
        *columns(230, (LEFT, "Datum"), (200, "Uw kenmerk"), (320, "Ons kenmerk"), (440, "Bijlage(n)")),
        *columns(241, (LEFT, "5 mei 2008"), (200, "2008Z01234"), (320, "ET/ED / 8057236"), (440, "1")),
        *columns(262, (LEFT, "Onderwerp")),
        *columns(273, (LEFT, "Voortgang")),
    )
    assert (found.date, found.uw_kenmerk, found.kenmerk) == ("2008-05-05", "2008Z01234", "ET/ED / 8057236")
    assert found.subject == "Voortgang"


def test_a_day_without_its_label() -> None:
    found = read(
        line(LEFT, 200, "Den Haag, 5 mei 2015"),
        line(LEFT, 230, "Onderwerp: Waterbeleid"),
        line(LEFT, 300, BODY),
    )
    assert found.date == "2015-05-05"


@pytest.mark.parametrize(
    ("postbus", "date", "roles", "ministry", "why"),
    [
        (
            "20301",
            "7 januari 2015",
            "De Minister voor Oefenzaken,",
            "Veiligheid en Justitie",
            "the name of the time",
        ),
        (
            "20301",
            "4 april 2023",
            "De Minister voor Rechtsbescherming,",
            "Justitie en Veiligheid",
            "the later name",
        ),
        (
            "20401",
            "16 mei 2023",
            "De Minister voor Klimaat en Energie,",
            "Economische Zaken en Klimaat",
            "one address, two ministries: the office decides",
        ),
        (
            "20401",
            "16 mei 2023",
            "De Minister voor Natuur en Stikstof,",
            "Landbouw, Natuur en Voedselkwaliteit",
            "the other one",
        ),
        (
            "20401",
            "16 mei 2025",
            "De Minister van Klimaat en Groene Groei,",
            "Klimaat en Groene Groei",
            "a new ministry",
        ),
        (
            "99999",
            "16 mei 2031",
            "De minister van Digitale Oefeningen,",
            "Digitale Oefeningen",
            "a ministry that no table knows",
        ),
        (
            "20061",
            "17 juni 2015",
            "De Minister van Defensie,",
            "Buitenlandse Zaken",
            "the address is stronger than who signs",
        ),
    ],
)
def test_ministry_without_its_name_in_print(
    postbus: str, date: str, roles: str, ministry: str, why: str
) -> None:
    signature = [line(LEFT, 400, roles), line(LEFT, 460, "A.B. Voorbeeld")]
    assert read(*head(date=date, postbus=postbus), *signature).ministry == f"Ministerie van {ministry}", why


def test_ministry_as_printed_over_lines_in_the_colophon() -> None:
    name = block(
        MARGIN, 155, "Ministerie van", "Binnenlandse Zaken en", "Koninkrijksrelaties", bold=True, lead=9
    )
    assert (
        read(*head(postbus="12345"), *name).ministry
        == "Ministerie van Binnenlandse Zaken en Koninkrijksrelaties"
    )


def test_ministry_and_office_with_blanks_lost_and_added_by_the_text_layer() -> None:
    name = block(MARGIN, 155, "Ministerievan", "Inf rastructuuren", "Waterstaat", bold=True, lead=9)
    signature = [
        line(LEFT, 400, "De Ministervan Infrastructuur en Waterstaat,"),
        line(LEFT, 460, "A.B. Voorbeeld"),
    ]
    found = read(*head(postbus="12345", date="4 april 2023"), *name, *signature)
    assert found.ministry == "Ministerie van Infrastructuur en Waterstaat"
    assert [s.name for s in found.signatories] == ["A.B. Voorbeeld"]


SIGNATURES = [
    (
        [
            *block(LEFT, 400, "de staatssecretaris van Volksgezondheid,", "Welzijn en Sport,"),
            line(LEFT, 460, "drs. M.J. Voorbeeld"),
        ],
        [("drs. M.J. Voorbeeld", "de staatssecretaris van Volksgezondheid, Welzijn en Sport")],
        "an office over two lines, a comma at the end of each",
    ),
    (
        [
            *block(LEFT, 400, "A.B. Eerste", "Minister van Economische Zaken en Klimaat"),
            *block(LEFT, 480, "C.D. Tweede", "Minister voor Klimaat en Energie"),
        ],
        [
            ("A.B. Eerste", "Minister van Economische Zaken en Klimaat"),
            ("C.D. Tweede", "Minister voor Klimaat en Energie"),
        ],
        "names over their offices",
    ),
    (
        [
            line(LEFT, 400, "De Minister van Buitenlandse Zaken,"),
            line(300, 400, "De Minister van Defensie,"),
            line(LEFT, 460, "Bert Voorbeeld"),
            line(300, 460, "J.A. Proef-Neming"),
        ],
        [
            ("Bert Voorbeeld", "De Minister van Buitenlandse Zaken"),
            ("J.A. Proef-Neming", "De Minister van Defensie"),
        ],
        "side by side",
    ),
    (
        [
            *block(LEFT, 400, "De Minister van Onderwijs, Cultuur en Wetenschap,", "M. Eerste"),
            *block(LEFT, 424, "De Staatssecretaris van Onderwijs, Cultuur en Wetenschap,", "S. Tweede"),
        ],
        [
            ("M. Eerste", "De Minister van Onderwijs, Cultuur en Wetenschap"),
            ("S. Tweede", "De Staatssecretaris van Onderwijs, Cultuur en Wetenschap"),
        ],
        "set tight, as in the official publication",
    ),
    (
        [*block(LEFT, 400, "De Minister van", "Economische Zaken,"), line(LEFT, 460, "A.B. Voorbeeld")],
        [("A.B. Voorbeeld", "De Minister van Economische Zaken")],
        "a portfolio alone on its line is no name",
    ),
    (
        [line(LEFT, 400, "Hoogachtend,"), line(LEFT, 440, "A.B. Voorbeeld")],
        [("A.B. Voorbeeld", None)],
        "no office",
    ),
    (
        [line(LEFT, 400, "De minister van Defensie,")],
        [(None, "De minister van Defensie")],
        "signed by hand only",
    ),
]


@pytest.mark.parametrize(("lines", "people", "why"), SIGNATURES)
def test_signatures(lines: list[Line], people: list[tuple[str | None, str | None]], why: str) -> None:
    found = read(*head(), line(LEFT, 360, BODY), *lines)
    assert [(s.name, s.role) for s in found.signatories] == people, why


def test_an_annex_signed_by_another_is_left_alone() -> None:
    found = read(
        *head(),
        line(LEFT, 360, "De minister van Defensie,"),
        line(LEFT, 400, "A.B. Voorbeeld"),
        line(LEFT, 440, BODY),
        line(LEFT, 480, "De minister van Financiën,"),
        line(LEFT, 520, "C.D. Ander"),
    )
    assert [s.name for s in found.signatories] == ["A.B. Voorbeeld"]


def test_a_name_on_the_next_page() -> None:
    first = sheet(*head(), line(LEFT, 780, "De minister van Defensie,"))
    second = sheet(line(LEFT, 90, "A.B. Voorbeeld", page=2), number=2)
    found = metadata_of((first[0], second[0]), (first[1], second[1]))
    assert found.signatories == (Signatory("A.B. Voorbeeld", "De minister van Defensie"),)


def test_a_minister_mentioned_in_the_text_does_not_sign() -> None:
    text = block(
        LEFT,
        360,
        "Over dit onderwerp sprak ik met de",
        "minister van Defensie en Financiën",
        "en met anderen.",
    )
    assert read(*head(), *text).signatories == ()


def test_layouts() -> None:
    page, lines = sheet(*head())
    assert layout_of((page,), (lines,)) == "ministry"
    page, lines = sheet(line(LEFT, 90, "Planningsoverzicht 2023"), line(LEFT, 120, BODY))
    assert layout_of((page,), (lines,)) == "other"
    assert layout_of((), ()) == "other"
    assert metadata_of((), ()) == Metadata()


def test_an_old_address_under_the_new_one_is_not_mixed_in() -> None:
    old = line(LEFT, 155, "Postbus 20018 2500 EA Den Haag", size=6.5).words
    new = line(LEFT, 155, "Aan de Voorzitter van de Tweede Kamer").words
    found = read(Line((*old, *new)), line(LEFT, 167, "der Staten-Generaal"), *head()[5:])
    assert found.addressee == "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal"


@given(
    st.lists(
        st.tuples(
            st.floats(0, 560),
            st.floats(0, 800),
            st.text(max_size=40)
            | st.sampled_from(
                ["Datum", "Betreft", "Ons kenmerk", "De minister van Defensie,", "A.B. Voorbeeld"]
            ),
            st.booleans(),
        ),
        max_size=12,
    )
)
def test_no_page_makes_it_fail(placed: list[tuple[float, float, str, bool]]) -> None:
    lines = [line(x, top, text, bold=bold) for x, top, text, bold in placed if text.split()]
    page, lines_of_page = sheet(*lines)
    found = metadata_of((page,), (lines_of_page,))
    assert found.date is None or len(found.date) == 10
    assert all(value != "" for value in (found.subject, found.kenmerk, found.ministry, found.addressee))
