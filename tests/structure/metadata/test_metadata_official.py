"""The official layouts: Kamerstuk and Aanhangsel."""

from __future__ import annotations

import pytest
from metadata_sheets import Line, block, line, sheet

from kamerstukken.model import Metadata, Signatory
from kamerstukken.structure.metadata import layout_of, metadata_of
from kamerstukken.structure.metadata.official import session_in

LEFT, TEXT = 60.0, 175.0


def read(*lines: Line) -> tuple[str, Metadata]:
    page, placed = sheet(*lines)
    return layout_of((page,), (placed,)), metadata_of((page,), (placed,))


def test_kamerstuk() -> None:
    layout, found = read(
        line(LEFT, 60, "Tweede Kamer der Staten-Generaal"),
        line(540, 65, "2"),
        line(LEFT, 85, "Vergaderjaar 2019–2020"),
        line(LEFT, 150, "91 015"),
        *block(TEXT, 150, "Aanpak van verzonnen vraagstukken en van beleids-", "doorlichtingen"),
        line(LEFT, 190, "Nr. 192"),
        *block(TEXT, 190, "BRIEF VAN DE MINISTERS VAN", "VOLKSGEZONDHEID, WELZIJN EN SPORT"),
        line(TEXT, 230, "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal"),
        line(TEXT, 254, "Den Haag, 5 mei 2020"),
        line(TEXT, 278, "Met deze brief informeer ik uw Kamer over de aanpak van vraagstukken."),
        *block(TEXT, 320, "De Minister van Volksgezondheid, Welzijn en Sport,", "A.B. Voorbeeld"),
    )
    assert layout == "kst"
    assert found == Metadata(
        date="2020-05-05",
        subject="Aanpak van verzonnen vraagstukken en van beleidsdoorlichtingen",
        ministry="Volksgezondheid, Welzijn en Sport",
        addressee="Aan de Voorzitter van de Tweede Kamer der Staten-Generaal",
        signatories=(Signatory("A.B. Voorbeeld", "De Minister van Volksgezondheid, Welzijn en Sport"),),
        session="2019-2020",
        dossiers=("91015",),
        number="192",
    )


def test_a_budget_in_the_eerste_kamer_with_a_letter_for_a_number() -> None:
    layout, found = read(
        line(LEFT, 60, "Eerste Kamer der Staten-Generaal"),
        line(LEFT, 85, "Vergaderjaar 2015–2016"),
        line(LEFT, 150, "94 550 VI"),
        line(TEXT, 150, "Vaststelling van de begroting"),
        line(LEFT, 180, "91 001"),
        line(TEXT, 180, "Een tweede dossier"),
        line(LEFT, 210, "C"),
        line(TEXT, 210, "BRIEF VAN DE MINISTER VAN DEFENSIE"),
        line(TEXT, 240, "Aan de Voorzitter van de Eerste Kamer der Staten-Generaal"),
    )
    assert layout == "kst"
    assert (found.dossiers, found.number, found.subject) == (
        ("94550-VI", "91001"),
        "C",
        "Vaststelling van de begroting",
    )


def test_a_number_still_to_be_given() -> None:
    _, found = read(
        line(LEFT, 60, "TWEEDE KAMER DER STATEN-GENERAAL"),
        line(LEFT, 85, "Vergaderjaar 2022/23"),
        line(LEFT, 150, "96 132 Wijziging van een verzonnen wet"),
        line(LEFT, 180, "Nr. xxx Nota van wijziging"),
        line(LEFT, 210, "B"),
    )
    assert (found.session, found.dossiers, found.number) == ("2022-2023", ("96132",), None)
    assert found.subject == "Wijziging van een verzonnen wet"


ANSWERS = [
    (
        "Antwoord van Minister Voorbeeld (Klimaat en Groene Groei) (ontvangen 23 juli 2024).",
        [("Voorbeeld", "Minister (Klimaat en Groene Groei)")],
        "Klimaat en Groene Groei",
        "one minister",
    ),
    (
        "Antwoord van Staatssecretaris Van Proef (Volksgezondheid, Welzijn en Sport – Jeugd, Preventie en Sport) (ontvangen 23 juli 2024).",
        [("Van Proef", "Staatssecretaris (Volksgezondheid, Welzijn en Sport – Jeugd, Preventie en Sport)")],
        "Volksgezondheid, Welzijn en Sport",
        "a portfolio behind the ministry",
    ),
    (
        "Antwoord van Minister Een (Defensie), mede namens de Minister van Financiën (ontvangen 23 juli 2024).",
        [("Een", "Minister (Defensie)")],
        "Defensie",
        "who is only spoken for does not sign",
    ),
    (
        "Antwoord van Minister Een (BZ) en van Minister Twee (Defensie) (ontvangen 23 juli 2024).",
        [("Een", "Minister (BZ)"), ("Twee", "Minister (Defensie)")],
        "Buitenlandse Zaken",
        "two, one with an abbreviation",
    ),
]


@pytest.mark.parametrize(("answer", "people", "ministry", "why"), ANSWERS)
def test_aanhangsel(answer: str, people: list[tuple[str, str]], ministry: str, why: str) -> None:
    layout, found = read(
        line(LEFT, 60, "Tweede Kamer der Staten-Generaal"),
        line(LEFT, 85, "Vergaderjaar 2023–2024"),
        line(TEXT, 85, "Aanhangsel van de Handelingen"),
        line(TEXT, 180, "2210"),
        line(
            TEXT,
            200,
            "Vragen van het lid Vraagster (Partij) aan de Minister over de verzonnen leiding (ingezonden 2 juli 2024).",
        ),
        line(TEXT, 224, answer),
        line(TEXT, 250, "Vraag 1"),
    )
    assert layout == "aanhangsel"
    assert (found.date, found.session, found.number) == ("2024-07-23", "2023-2024", "2210"), why
    assert found.subject == "de verzonnen leiding"
    assert [(s.name, s.role) for s in found.signatories] == people, why
    assert found.ministry == ministry, why


@pytest.mark.parametrize(
    ("text", "session"),
    [
        ("Vergaderjaar 1999–2000", "1999-2000"),
        ("vergaderjaar 2022/23", "2022-2023"),
        ("Vergaderjaar 2022-2024", None),
        ("Kamerstuk 2022-2023", None),
    ],
)
def test_session(text: str, session: str | None) -> None:
    assert session_in(text) == session
