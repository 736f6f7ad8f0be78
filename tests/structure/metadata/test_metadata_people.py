"""What is a person's name, and what is an office: nothing else may pass for a signature."""

from __future__ import annotations

import pytest

from kamerstukken.structure.metadata.people import is_name, is_office

NAMES = [
    ("dr. A.B.C. Voorbeeld", "a title and initials"),
    ("mw. drs. E.I. Proefman", "two titles"),
    ("Alexandra C. van Testerveld", "first name, initial, particle"),
    ("J.A. Janssen-Pietersen", "two surnames"),
    ("D. Yıldız-Öztürk", "letters outside ASCII"),
    ("mr. drs. C.A. van der Maet", "two particles"),
    ("drs. M.J. van Rijnsburg", "particle after initials"),
    ("Ch.B. Aptroot", "an initial of two letters"),
    ("S.Th.M. Hermes", "an initial of two letters in the middle"),
    ("Jan Anthonie Bruinsma", "two first names"),
    ("G. van 't Hofje", "a particle with an apostrophe"),
    ("M.H. Schulten van Haagen", "a particle between two surnames"),
    ("prof. dr. H.M. de Jonger", "a professor"),
    ("ing. P. Bakema MSc", "a title behind the name"),
    ("Jean-Pierre Dubois", "a hyphen in the first name"),
    ("M.H.M. Faller-van de Klashof", "a particle behind the hyphen"),
    ("drs. C. van Nieuwenhof Wijbema", "two surnames without a hyphen"),
    ("P.A. (Paul) Blokhof", "the first name in brackets"),
    ("E. D. WIEBEMA", "blanks between initials, capitals"),
]

NO_NAMES = [
    ("Economische Zaken", "two capitals, but a portfolio"),
    ("Buitenlandse Handel", "a portfolio over two lines"),
    ("Tweede Kamer", "a chamber"),
    ("Den Haag", "a place"),
    ("Welzijn en Sport,", "the second line of an office"),
    ("Hoogachtend,", "a closing"),
    ("2500 EA Den Haag", "an address"),
    ("Pagina 2 van 3", "furniture"),
    ("In deze brief informeer ik u.", "a sentence"),
    ("Inleiding", "a heading of one word"),
    ("", "nothing"),
]

OFFICES = [
    ("De minister van Volksgezondheid, Welzijn en Sport,", "the usual form"),
    ("DE STAATSSECRETARIS VAN INFRASTRUCTUUR EN WATERSTAAT,", "in capitals"),
    ("Minister voor Klimaat en Energie", "without article, under a name"),
    ("De Staatssecretaris Koninkrijksrelaties en Digitalisering,", "without 'van'"),
    ("De Minister van Justitie en Veiligheid ,", "a blank before the comma"),
    ("de minister-president, minister van Algemene Zaken,", "two offices of one person"),
    ("De minister van Financiën, mede namens de minister van Defensie,", "for another one too"),
    ("DE MINISTER VAN FINANCIËN, namens deze,", "signed by an official"),
    ("de staatssecretaris van Financiën - Toeslagen en Douane,", "a portfolio behind a dash"),
]

NO_OFFICES = [
    ("De minister van Financiën heeft uw Kamer toegezegd", "running text"),
    (
        "minister van Justitie en Veiligheid (JenV) een belangrijke rol te vervullen heeft.",
        "a line of a paragraph",
    ),
    ("De ministers van Financiën en Defensie", "more than one"),
    ("Minister van Economische Zaken. Deze brief", "a sentence goes on"),
    ("De minister van Onderwijs op 3 maart", "a day"),
    ("Ministerie van Defensie", "a ministry"),
]


@pytest.mark.parametrize(("text", "why"), NAMES)
def test_names_are_names(text: str, why: str) -> None:
    assert is_name(text), why


@pytest.mark.parametrize(("text", "why"), NO_NAMES)
def test_other_lines_are_no_names(text: str, why: str) -> None:
    assert not is_name(text), why


@pytest.mark.parametrize(("text", "why"), OFFICES)
def test_offices_are_offices(text: str, why: str) -> None:
    assert is_office(text), why


@pytest.mark.parametrize(("text", "why"), NO_OFFICES)
def test_running_text_is_no_office(text: str, why: str) -> None:
    assert not is_office(text), why
