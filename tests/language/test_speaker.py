"""Who 'ik' is."""

from __future__ import annotations

from pathlib import Path

import pytest

from kamerstukken.evaluation.gold import load_folder
from kamerstukken.language import office_of, speaker, surname
from kamerstukken.model import Document, Metadata, Signatory


def letter(
    *signatories: Signatory,
    text: str = "Hierbij informeer ik u.",
    date: str = "2023-05-01",
    ministry: str | None = None,
    furniture: tuple[str, ...] = (),
) -> Document:
    metadata = Metadata(date=date, ministry=ministry, signatories=signatories)
    return Document("a.pdf", "0" * 64, 1, "ministry", metadata, text, (), furniture=furniture)


def test_one_signature() -> None:
    who = speaker(
        letter(Signatory("drs. A.B. de Vries", "De minister van Volksgezondheid,\nWelzijn en Sport,"))
    )
    assert (who.norm, who.source, who.ministry) == ("minister van VWS", "signature", "VWS")
    assert who.first is not None
    assert who.first.name == "A.B. de Vries"


def test_two_signatures_of_one_ministry() -> None:
    who = speaker(
        letter(Signatory("A", "DE MINISTER VAN DEFENSIE"), Signatory("B", "DE STAATSSECRETARIS VAN DEFENSIE"))
    )
    assert who.norm == "minister en staatssecretaris van Defensie"


def test_three_signatures() -> None:
    roles = (
        "Minister van Economische Zaken en Klimaat",
        "Minister voor Klimaat en Energie",
        "Staatssecretaris van BZK",
    )
    who = speaker(letter(*(Signatory(None, role) for role in roles)))
    assert who.norm == "minister van EZK, minister voor Klimaat en Energie en staatssecretaris van BZK"


def test_on_behalf_of_others_is_kept_apart() -> None:
    text = "Hierbij stuur ik u, mede namens de minister van BZK en de staatssecretaris van Financiën, de antwoorden."
    who = speaker(letter(Signatory("C. Jansen", "de minister voor Rechtsbescherming"), text=text))
    assert who.norm == "minister voor Rechtsbescherming"
    assert who.namens == ("minister van BZK", "staatssecretaris van Financiën")


@pytest.mark.parametrize(
    ("text", "namens", "why"),
    [
        (
            "Mede namens de minister informeer ik u over de school.",
            ("minister van OCW",),
            "no portfolio: of the ministry that writes",
        ),
        (
            "Dit doe ik mede namens de bewindslieden van VWS, JenV en BZK.",
            ("bewindspersonen van VWS", "bewindspersonen van JenV", "bewindspersonen van BZK"),
            "all of three ministries",
        ),
        (
            "Ik stuur u dit, mede namens mijn ambtgenoot van Financiën, toe.",
            ("bewindspersoon van Financiën",),
            "one colleague, which is not said",
        ),
        (
            "Ik stuur u dit mede namens de minister en de staatssecretaris van SZW.",
            ("minister van SZW", "staatssecretaris van SZW"),
            "one portfolio behind two offices",
        ),
        ("Ik heb namens de sector en namens het kabinet gesproken.", (), "no office at all"),
    ],
)
def test_on_whose_behalf(text: str, namens: tuple[str, ...], why: str) -> None:
    signed = Signatory("C. Jansen", "de staatssecretaris van Onderwijs, Cultuur en Wetenschap")
    assert speaker(letter(signed, text=text)).namens == namens, why


def test_an_official_answer_names_who_answers() -> None:
    text = "Antwoord van Staatssecretaris Van Dam (Binnenlandse Zaken en Koninkrijksrelaties), mede namens de Minister van VWS (ontvangen 3 mei 2023)."
    who = speaker(letter(text=text))
    assert (who.norm, who.source) == ("staatssecretaris van BZK", "answer")
    assert who.first is not None
    assert who.first.name == "Van Dam"
    assert who.namens == ("minister van VWS",)


def test_a_name_alone_is_looked_up_at_the_letters_date() -> None:
    who = speaker(letter(Signatory("dr. R.H.A. Plasterk", None), date="2015-09-01"))
    assert (who.norm, who.source) == ("minister van BZK", "table")


def test_no_signature_is_nobody() -> None:
    who = speaker(letter(ministry="Ministerie van Justitie en Veiligheid"))
    assert (who.norm, who.source, who.ministry, who.first) == (None, "unknown", "JenV", None)


def test_a_role_that_is_no_bewindspersoon_is_kept_as_printed() -> None:
    assert speaker(letter(Signatory("P. Bos", "directeur-generaal"))).norm == "directeur-generaal"


@pytest.mark.parametrize(
    ("name", "last"),
    [
        ("mr. drs. C.A. van der Maat", "Van der Maat"),
        ("Alexandra C. van Huffelen", "Van Huffelen"),
        ("J.A. Hennis-Plasschaert", "Hennis-Plasschaert"),
        ("Hugo de Jonge", "De Jonge"),
        ("D. Yeşilgöz-Zegerius", "Yeşilgöz-Zegerius"),
        ("De Jonge", "De Jonge"),
    ],
)
def test_surname(name: str, last: str) -> None:
    assert surname(name) == last


def test_office_of_needs_the_right_day() -> None:
    assert office_of("Bruins Slot", "2023-02-01") == ("minister van BZK", "BZK")
    assert office_of("Bruins Slot", None) is None, "two offices in the table: in doubt, nobody"
    assert office_of("Bruins Slot", "2009-02-01") is None
    assert office_of("J. Onbekend", "2023-02-01") is None


@pytest.mark.shared
def test_labelled_letters(shared: Path) -> None:
    right = total = 0
    for labels in load_folder(shared / "gold"):
        who = speaker(labels.document).norm
        said = {i["actor_norm"] for i in labels.items if (i.get("actor") or "").lower() == "ik"}
        total += bool(said)
        right += bool(said) and who in said
    assert total >= 25
    assert right / total >= 0.9
