"""Offices and ministries: spellings to one name."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamerstukken.language import find_offices, former_names, norm_ministry, norm_office
from kamerstukken.language.offices import find_ministries
from kamerstukken.language.tables import rows

OFFICES = [
    ("De minister van Volksgezondheid, Welzijn en Sport", "minister van VWS", "in full"),
    ("de staatssecretaris van VWS", "staatssecretaris van VWS", "abbreviated"),
    ("DE MINISTER VAN DEFENSIE", "minister van Defensie", "capitals of a signature"),
    (
        "DE STAATSSECRETARIS VAN INFRASTRUCTUUR EN WATERSTAAT,",
        "staatssecretaris van IenW",
        "capitals and a comma",
    ),
    (
        "De Staatssecretaris van Sociale Zaken\nen Werkgelegenheid,",
        "staatssecretaris van SZW",
        "broken over two lines",
    ),
    (
        "de minister voor Rechtsbescherming",
        "minister voor Rechtsbescherming",
        "a minister without a ministry",
    ),
    ("Minister voor Klimaat en Energie", "minister voor Klimaat en Energie", "no article"),
    (
        "de minister van Economische Zaken en Klimaat",
        "minister van EZK",
        "the longer of two names that begin alike",
    ),
    ("de minister van Economische Zaken", "minister van EZ", "the shorter of the two"),
    (
        "de minister van Veiligheid en Justitie",
        "minister van VenJ",
        "the former name keeps its own abbreviation",
    ),
    ("de minister van Justitie en Veiligheid", "minister van JenV", "the present name"),
    ("de minister van V&J", "minister van VenJ", "an older abbreviation"),
    (
        "Minister Bruins Slot (Binnenlandse Zaken en Koninkrijksrelaties)",
        "minister van BZK",
        "as official answers write it",
    ),
    (
        "Staatssecretaris Van Dam (Volksgezondheid, Welzijn en Sport – Jeugd, Preventie en Sport)",
        "staatssecretaris van VWS",
        "with a portfolio",
    ),
    (
        "De staatssecretaris Koninkrijksrelaties en Digitalisering",
        "staatssecretaris van BZK",
        "a portfolio instead of the ministry",
    ),
    (
        "de minister en de staatssecretaris van Defensie",
        "minister en staatssecretaris van Defensie",
        "two roles, one ministry",
    ),
    ("de ministers van BZK en JenV", "minister van BZK en minister van JenV", "one role, two ministries"),
    (
        "de ministers van Financiën, van SZW en voor Rechtsbescherming",
        "minister van Financiën, minister van SZW en minister voor Rechtsbescherming",
        "three",
    ),
    (
        "de Ministers van Buitenlandse Zaken en voor Buitenlandse Handel en Ontwikkelingssamenwerking",
        "minister van BZ en minister voor Buitenlandse Handel en Ontwikkelingssamenwerking",
        "'en' inside and between",
    ),
    (
        "de staatssecretaris voor Fiscaliteit en Belastingdienst",
        "staatssecretaris voor Fiscaliteit en Belastingdienst",
        "not in the tables: as printed",
    ),
    (
        "de minister voor Medische Zorg en Sport",
        "minister voor Medische Zorg en Sport",
        "longer than a portfolio of the tables",
    ),
    (
        "de minister-president, minister van Algemene Zaken",
        "minister-president en minister van AZ",
        "the minister-president",
    ),
    ("de minister-president van Sint Maarten", None, "of another country"),
    ("De minister heeft dit toegezegd", None, "no portfolio"),
    ("het ministerie van BZK", None, "a ministry is no office"),
    ("ministeriële regeling van Defensie", None, "another word"),
    ("", None, "nothing"),
]


@pytest.mark.parametrize(("text", "norm", "why"), OFFICES, ids=[o[2] for o in OFFICES])
def test_norm_office(text: str, norm: str | None, why: str) -> None:
    assert norm_office(text) == norm


@given(
    st.sampled_from([r for r in rows("ministries.csv") if not r["name"].startswith("Buitenlandse Handel")]),
    st.sampled_from([str, str.upper]),
    st.sampled_from(["", "De ", "namens de "]),
)
def test_every_ministry_in_full_and_in_capitals(row: dict[str, str], cased: type[str], before: str) -> None:
    text = cased(f"{before}minister van {row['name']}")
    assert norm_office(text) == f"minister van {row['abbreviation']}"
    assert norm_ministry(text) == row["abbreviation"]


@given(
    st.text(max_size=120)
    | st.lists(
        st.sampled_from(
            ["minister", " van ", " voor ", "Justitie", " en ", ", ", "de ", "(", "BZK", "Van Dam "]
        )
    ).map("".join)
)
def test_offices_lie_in_the_text(text: str) -> None:
    for office in find_offices(text):
        assert text[office.span.start : office.span.end] == office.text
    for span, _ in find_ministries(text):
        assert 0 <= span.start < span.end <= len(text)


def test_former_names() -> None:
    assert former_names("JenV") == ("VenJ", "Justitie")
    assert "IenM" in former_names("IenW")
    assert "VROM" in former_names("IenW")
    assert former_names("VWS") == ()


def test_ministries_in_a_row() -> None:
    text = "de ministeries van BZK, JenV en Defensie; de vaste commissie voor Defensie; de begroting van Financiën"
    assert [short for _, short in find_ministries(text)] == ["BZK", "JenV", "Defensie", "Financiën"]


@pytest.mark.parametrize("row", rows("bewindspersonen.csv"), ids=lambda r: f"{r['name']}-{r['office']}")
def test_bewindspersonen_have_an_office_days_and_a_source(row: dict[str, str]) -> None:
    assert row["source"]
    plain = row["office"].split(" (")[0]
    assert norm_office(plain) == plain
    if row["first"]:
        assert dt.date.fromisoformat(row["first"]) <= dt.date.fromisoformat(row["last"])
    assert norm_ministry(row["ministry"]) == row["ministry"]
