"""Names: a table of phrases, short forms, and 216 labelled mentions."""

from __future__ import annotations

import csv
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamerstukken.evaluation.gold import load_folder
from kamerstukken.language import find_names
from kamerstukken.language.introduced import introduced

CASES = Path(__file__).resolve().parent.parent / "cases" / "language"

NAMES = [
    (
        "De vragen van het lid Van Nispen (SP) zijn beantwoord.",
        ["person:Van Nispen"],
        "a particle and a party",
    ),
    (
        "Dank aan de leden De Groot, Van Meenen-Bisschop en Kuik.",
        ["person:De Groot", "person:Van Meenen-Bisschop", "person:Kuik"],
        "three members, one with two names",
    ),
    ("De motie-Ten Broeke/Knops is uitgevoerd.", ["person:Ten Broeke", "person:Knops"], "a motion of two"),
    ("De motie Kuik c.s. vraagt dit.", ["person:Kuik"], "c.s. is no name"),
    ("Mevrouw dr. K. Jansen leidt de commissie.", ["person:K. Jansen"], "a title and an initial"),
    (
        "Ik sprak met minister De Vries en staatssecretaris Van Dam.",
        ["person:De Vries", "person:Van Dam"],
        "an office without portfolio, by name",
    ),
    ("Mede namens de minister van OCW stuur ik u dit.", ["office:minister van OCW"], "an office"),
    (
        "Het ministerie van VWS en de VNG werken samen.",
        ["ministry:ministerie van VWS", "body:VNG"],
        "a ministry and a body",
    ),
    (
        "De Inspectie Leefomgeving en Transport (ILT) rapporteert. De ILT is kritisch.",
        ["body:Inspectie Leefomgeving en Transport", "body:ILT", "body:ILT"],
        "'en' inside a name",
    ),
    (
        "Stichting Lezen en Stichting Cito zijn betrokken.",
        ["body:Stichting Lezen", "body:Stichting Cito"],
        "'en' between names",
    ),
    (
        "Het programma ‘Geweld hoort nergens thuis’ loopt door.",
        ["programme:Geweld hoort nergens thuis"],
        "a programme between curved marks",
    ),
    (
        "Kent u de berichten «Wachtlijsten groeien» en «Jeugdzorg in nood»?",
        ["programme:Wachtlijsten groeien", "programme:Jeugdzorg in nood"],
        "two titles, one cue",
    ),
    ("De Raad zei: ‘Het gaat goed’, en dat klopt.", ["body:Raad"], "a quotation is no programme"),
    ("De Wet langdurige zorg geldt voor leden van de Kamer.", [], "an act, and members without names"),
    ("De vaste commissie voor Defensie vroeg hierom.", [], "the Kamer's committee is no ministry"),
    (
        "Verwacht wordt een Leidraad na het Schriftelijk Overleg en de Evaluatie Geschillencommissie.",
        ["body:Geschillencommissie"],
        "words that end like a body, a kind of meeting, and a paper about one",
    ),
    ("Het Advies Raad van State is openbaar.", ["body:Raad van State"], "the paper is no part of the name"),
    (
        "De vragen van de leden van de VVD-fractie en van het Kamerlid Van Dijk.",
        ["person:Van Dijk"],
        "a group is no person, nor is 'Kamerlid' a surname",
    ),
    ("Nederland, Aruba en Curaçao overleggen met de Kamer.", [], "countries are no names here"),
]


@pytest.mark.parametrize(("text", "names", "why"), NAMES, ids=[n[2] for n in NAMES])
def test_names(text: str, names: list[str], why: str) -> None:
    assert [f"{n.kind}:{n.text}" for n in find_names(text)] == names


def test_a_short_form_stands_for_what_the_letter_says() -> None:
    text = "De Raad voor de Rechtshandhaving (hierna: de Raad) oordeelt. De Raad is positief."
    last = find_names(text)[-1]
    assert (last.text, last.norm) == ("Raad", "Raad voor de Rechtshandhaving")


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        (
            "de Nationaal Rapporteur Mensenhandel (hierna: NRM) schrijft",
            "NRM",
            "Nationaal Rapporteur Mensenhandel",
        ),
        ("het Korps Politie Caribisch Nederland (KPCN)", "KPCN", "Korps Politie Caribisch Nederland"),
        ("het CJG (Centrum Jeugd en Gezin)", "CJG", "Centrum Jeugd en Gezin"),
        ("het Openbaar Ministerie (OM)", "OM", "Openbaar Ministerie"),
    ],
)
def test_introduced(text: str, short: str, long: str) -> None:
    assert [(i.short, i.long) for i in introduced(text)] == [(short, long)]


@pytest.mark.parametrize(
    "text", ["de heer De Vries (VVD)", "in Breda (NL)", "het plan (zie bijlage)", "(hierna: )", "(ABC)"]
)
def test_not_introduced(text: str) -> None:
    assert introduced(text) == ()


@given(
    st.text(max_size=150)
    | st.lists(
        st.sampled_from(
            [
                "de leden ",
                "Van ",
                "(",
                ")",
                "Raad ",
                "voor ",
                "hierna: ",
                "OM",
                "‘",
                "’",
                "minister ",
                "J.",
                "programma ",
            ]
        )
    ).map("".join)
)
def test_names_lie_in_the_text_and_do_not_overlap(text: str) -> None:
    names = find_names(text)
    assert all(text[n.span.start : n.span.end] == n.text for n in names)
    assert all(a.span.end <= b.span.start for a, b in pairwise(names))


@pytest.mark.shared
def test_labelled_mentions(shared: Path) -> None:
    documents = {labels.document.sha256[:12]: labels.document for labels in load_folder(shared / "gold")}
    with (CASES / "names.csv").open(encoding="utf-8", newline="") as lines:
        labelled = list(csv.DictReader(lines))
    count: Counter[str] = Counter()
    for letter, number in sorted({(row["letter"], row["block"]) for row in labelled}):
        document = documents[letter]
        block = next(b for b in document.blocks if b.n == int(number))
        here = [r for r in labelled if (r["letter"], r["block"]) == (letter, number) and r["kind"] != "none"]
        assert all(block.text[int(r["start"]) : int(r["end"])] == r["name"] for r in here)
        gold = {(int(r["start"]), int(r["end"]), r["kind"]) for r in here}
        found = {(n.span.start, n.span.end, n.kind) for n in find_names(block.text, context=document.text)}
        count.update(right=len(gold & found), gold=len(gold), found=len(found))
    assert count["gold"] >= 200
    assert 2 * count["right"] / (count["gold"] + count["found"]) >= 0.94
