"""Which of several moments says when an act is done."""

from __future__ import annotations

import time
from datetime import date
from typing import NamedTuple

import pytest

from kamerstukken.commit.deadline import deadline_of
from kamerstukken.commit.deadline.choose import still_to_come
from kamerstukken.model import Block, BlockKind, Document, Metadata, Span

LETTER_DAY = "2023-04-18"


def document(*blocks: tuple[BlockKind, str]) -> Document:
    made: list[Block] = []
    offset = 0
    for n, (kind, text) in enumerate(blocks, 1):
        made.append(Block(n, kind, 1, offset, text))
        offset += len(text) + 2
    return Document(
        "brief.pdf",
        "0" * 64,
        1,
        "ministry",
        Metadata(date=LETTER_DAY),
        "\n\n".join(t for _, t in blocks),
        tuple(made),
    )


class Case(NamedTuple):
    why: str
    blocks: tuple[tuple[BlockKind, str], ...]
    act: str
    days: tuple[str | None, str | None]


CASES = [
    Case(
        "the act's own moment",
        (("paragraph", "In juni stuur ik uw Kamer de evaluatie."),),
        "In juni stuur ik uw Kamer de evaluatie.",
        ("2023-06-01", "2023-06-30"),
    ),
    Case(
        "a past day is no deadline",
        (("paragraph", "Op 18 december 2022 heb ik toegezegd dat ik uw Kamer voor de zomer informeer."),),
        "heb ik toegezegd dat ik uw Kamer voor de zomer informeer",
        (None, "2023-06-20"),
    ),
    Case(
        "the day of a letter is no deadline",
        (("paragraph", "Zoals gemeld in de brief van 6 maart zal ik de regeling aanpassen."),),
        "Zoals gemeld in de brief van 6 maart zal ik de regeling aanpassen.",
        (None, None),
    ),
    Case(
        "the moment in front is shared by two clauses",
        (("paragraph", "Dit najaar zal ik de regeling openstellen en zal ik de eerste gesprekken voeren."),),
        "zal ik de eerste gesprekken voeren",
        ("2023-09-21", "2023-12-21"),
    ),
    Case(
        "of two clauses each keeps its own",
        (("paragraph", "In juni start de proef en in 2025 volgt de evaluatie."),),
        "in 2025 volgt de evaluatie",
        ("2025-01-01", "2025-12-31"),
    ),
    Case(
        "the line above a list holds for its items",
        (
            ("paragraph", "In september ontvangt uw Kamer:"),
            ("item", "het jaarplan;"),
            ("item", "de evaluatie, waarin vanaf 2019 ook Saba is meegenomen."),
        ),
        "de evaluatie, waarin vanaf 2019 ook Saba is meegenomen.",
        ("2023-09-01", "2023-09-30"),
    ),
    Case(
        "the head of a table holds for its rows, also against the name of a row",
        (("table", "Planning Q3\nVoortgangsbrief veren\nUitvoeringsagenda Q4 2023"),),
        "Uitvoeringsagenda Q4 2023",
        ("2023-07-01", "2023-09-30"),
    ),
    Case(
        "a cell that is a moment",
        (("table", "Onderwerp\tWanneer\nVoortgangsbrief veren\tQ3 2023\nEvaluatie\tvoor de zomer"),),
        "Voortgangsbrief veren\tQ3 2023",
        ("2023-07-01", "2023-09-30"),
    ),
    Case(
        "the next sentence tells when",
        (
            (
                "paragraph",
                "Ik zal een onderzoek laten uitvoeren naar de veren. Dit onderzoek is naar verwachting medio 2024 gereed.",
            ),
        ),
        "Ik zal een onderzoek laten uitvoeren naar de veren.",
        ("2024-05-01", "2024-08-31"),
    ),
    Case(
        "the next sentence is an act of its own",
        (("paragraph", "Ik zal het stelsel vereenvoudigen. In 2025 start een proef op Saba."),),
        "Ik zal het stelsel vereenvoudigen.",
        (None, None),
    ),
    Case(
        "'daarbij' looks back",
        (
            (
                "paragraph",
                "Eind juni wordt de regeling geëvalueerd. Bij deze evaluatie zal ook naar de doelgroep worden gekeken.",
            ),
        ),
        "Bij deze evaluatie zal ook naar de doelgroep worden gekeken.",
        ("2023-06-21", "2023-06-30"),
    ),
    Case(
        "what has been done this year has no deadline",
        (("paragraph", "Dit jaar zijn we van start gegaan met twaalf coalities."),),
        "Dit jaar zijn we van start gegaan met twaalf coalities.",
        (None, None),
    ),
    Case(
        "a purpose clause is not the act",
        (
            (
                "paragraph",
                "Ik stel een plan op om de woningvoorraad in de periode 2025-2030 te vergroten, dat ik in juni aan uw Kamer stuur.",
            ),
        ),
        "dat ik in juni aan uw Kamer stuur",
        ("2023-06-01", "2023-06-30"),
    ),
    Case(
        "a term that runs from an event has no days",
        (
            (
                "paragraph",
                "Na afronding van de missie wordt binnen een half jaar een evaluatie aan de Kamer gestuurd.",
            ),
        ),
        "Na afronding van de missie wordt binnen een half jaar een evaluatie aan de Kamer gestuurd.",
        (None, None),
    ),
    Case(
        "a rhythm within the year has no next time",
        (
            (
                "paragraph",
                "Ieder half jaar wordt gerapporteerd: in het voorjaar bij het jaarverslag en in het najaar apart.",
            ),
        ),
        "Ieder half jaar wordt gerapporteerd: in het voorjaar bij het jaarverslag en in het najaar apart.",
        (None, None),
    ),
    Case(
        "the next sentence tells when of what it names again",
        (
            (
                "paragraph",
                "Ik laat de veren keuren. De uitkomsten van deze keuring worden in september 2023 verwacht.",
            ),
        ),
        "Ik laat de veren keuren.",
        ("2023-09-01", "2023-09-30"),
    ),
    Case(
        "an aim in the next sentence",
        (
            (
                "paragraph",
                "De eilanden zullen hiervoor een plan uitwerken. Het doel is om dit plan in oktober op te leveren.",
            ),
        ),
        "De eilanden zullen hiervoor een plan uitwerken.",
        ("2023-10-01", "2023-10-31"),
    ),
    Case(
        "a sentence in between that adds to the act",
        (
            (
                "paragraph",
                "De rederij zal een proef uitvoeren. Er zal ook worden gemeten hoe vol de veren zijn. De uitvoering van deze proef staat gepland voor mei 2024.",
            ),
        ),
        "De rederij zal een proef uitvoeren.",
        ("2024-05-01", "2024-05-31"),
    ),
    Case(
        "telling the Kamer is an act of its own",
        (
            (
                "paragraph",
                "Ik laat de veren keuren. Dit rapport zal in september klaar zijn en aan uw Kamer worden gezonden.",
            ),
        ),
        "Ik laat de veren keuren.",
        (None, None),
    ),
    Case(
        "the next sentence speaks of something else",
        (
            (
                "paragraph",
                "Ik laat de veren keuren. Naar verwachting zal begin 2024 een concreter scenario voorliggen.",
            ),
        ),
        "Ik laat de veren keuren.",
        (None, None),
    ),
    Case(
        "the next sentence's moment is another's",
        (
            (
                "paragraph",
                "Ik laat de haven doorlichten. Deze uitkomsten zijn nodig voor een onderzoek dat in 2025 start.",
            ),
        ),
        "Ik laat de haven doorlichten.",
        (None, None),
    ),
    Case(
        "'dit najaar' takes nothing up",
        (
            (
                "paragraph",
                "De haven zal worden verbreed. Dit najaar starten de eerste veerlieden met hun opleiding.",
            ),
        ),
        "De haven zal worden verbreed.",
        (None, None),
    ),
    Case(
        "what was started this year is no deadline, its purpose notwithstanding",
        (("paragraph", "Dit schooljaar is de herijking gestart om te komen tot een nieuwe opleiding."),),
        "Dit schooljaar is de herijking gestart om te komen tot een nieuwe opleiding.",
        (None, None),
    ),
    Case(
        "a passive with its agent between",
        (("paragraph", "Door de rederij is dit jaar gestart met een proef."),),
        "Door de rederij is dit jaar gestart met een proef.",
        (None, None),
    ),
    Case(
        "asked for this year, still to be done",
        (("paragraph", "Ik heb de inspectie gevraagd om dit jaar de veren te keuren."),),
        "Ik heb de inspectie gevraagd om dit jaar de veren te keuren.",
        ("2023-01-01", "2023-12-31"),
    ),
    Case(
        "what is planned is still to come",
        (("paragraph", "De keuring is dit jaar gepland."),),
        "De keuring is dit jaar gepland.",
        ("2023-01-01", "2023-12-31"),
    ),
    Case(
        "of what was done and what will be the second",
        (("paragraph", "De regeling is dit jaar uitgewerkt en wordt in 2024 gepubliceerd."),),
        "De regeling is dit jaar uitgewerkt en wordt in 2024 gepubliceerd.",
        ("2024-01-01", "2024-12-31"),
    ),
    Case(
        "money set apart for this year holds for it",
        (("paragraph", "Voor dit jaar heb ik vijf miljoen euro vrijgemaakt."),),
        "Voor dit jaar heb ik vijf miljoen euro vrijgemaakt.",
        ("2023-01-01", "2023-12-31"),
    ),
    Case(
        "a year to compare with",
        (("paragraph", "Om een storing als in 2023 te voorkomen bouwt de rederij een tweede steiger."),),
        "Om een storing als in 2023 te voorkomen bouwt de rederij een tweede steiger.",
        (None, None),
    ),
    Case(
        "a row under the row that heads its section",
        (
            (
                "table",
                "Brief\tStand\nTweede kwartaal\t\nBrief over veren\tloopt\nDerde kwartaal\t\nBrief over havens\tloopt",
            ),
        ),
        "Brief over havens\tloopt",
        ("2023-07-01", "2023-09-30"),
    ),
    Case(
        "a cross in a column of quarters",
        (("table", "Brief\tQ2\tQ3\tQ4\nBrief over veren\t\tx\t"),),
        "Brief over veren\t\tx\t",
        ("2023-07-01", "2023-09-30"),
    ),
    Case(
        "a past day in a cell says what was counted",
        (("table", "Per\tVeren\nPer 1-1-2022\t12 veren"),),
        "Per 1-1-2022\t12 veren",
        (None, None),
    ),
    Case(
        "a number under a year is an amount",
        (("table", "Post\t2024\t2025\nVeren\t12\t0"),),
        "Veren\t12\t0",
        (None, None),
    ),
    Case(
        "a heading that is a moment holds for the rows",
        (("heading", "2.1 Planning derde kwartaal 2023"), ("table", "Onderwerp\tSoort\nVeren\tbrief")),
        "Veren\tbrief",
        ("2023-07-01", "2023-09-30"),
    ),
    Case(
        "and for the items of a list",
        (("heading", "Voor de zomer"), ("item", "verbreed ik de haven")),
        "verbreed ik de haven",
        (None, "2023-06-20"),
    ),
    Case(
        "a heading with more in it than a moment holds for nothing",
        (("heading", "De veren in 2023"), ("item", "verbreed ik de haven")),
        "verbreed ik de haven",
        (None, None),
    ),
    Case(
        "of a denied and a new moment the new one",
        (("paragraph", "De doorlichting zal niet in 2023 maar in 2024 plaatsvinden."),),
        "De doorlichting zal niet in 2023 maar in 2024 plaatsvinden.",
        ("2024-01-01", "2024-12-31"),
    ),
    Case(
        "'niet' by itself denies the act and not its moment",
        (("paragraph", "De doorlichting zal niet in 2024 plaatsvinden."),),
        "De doorlichting zal niet in 2024 plaatsvinden.",
        ("2024-01-01", "2024-12-31"),
    ),
    Case(
        "the moment of a purpose in front is not the act's",
        (("paragraph", "Om de haven ook na 2025 open te houden, onderzoek ik de dijk."),),
        "Om de haven ook na 2025 open te houden, onderzoek ik de dijk.",
        ("2026-01-01", None),
    ),
    Case(
        "where the act has a moment of its own it wins over the purpose's",
        (("paragraph", "Om de haven ook na 2025 open te houden, onderzoek ik in juni de dijk."),),
        "Om de haven ook na 2025 open te houden, onderzoek ik in juni de dijk.",
        ("2023-06-01", "2023-06-30"),
    ),
    Case(
        "a year that a plan reckons with",
        (("paragraph", "Voor het jaar 2100 rekent de rederij met hoog water."),),
        "Voor het jaar 2100 rekent de rederij met hoog water.",
        (None, None),
    ),
    Case(
        "a goal within a lifetime stays",
        (("paragraph", "In 2050 varen alle veren elektrisch."),),
        "In 2050 varen alle veren elektrisch.",
        ("2050-01-01", "2050-12-31"),
    ),
    Case(
        "the simple past is done too",
        (("paragraph", "De rederij verlengde in 2023 het contract."),),
        "De rederij verlengde in 2023 het contract.",
        (None, None),
    ),
    Case(
        "what is set for a month is in it",
        (("paragraph", "De keuring staat gepland voor mei 2024."),),
        "De keuring staat gepland voor mei 2024.",
        ("2024-05-01", "2024-05-31"),
    ),
    Case(
        "'voor een onderzoek' is no moment",
        (("paragraph", "Ik heb opdracht gegeven voor een onderzoek."),),
        "Ik heb opdracht gegeven voor een onderzoek.",
        (None, None),
    ),
    Case(
        "a paper still to come takes the moment of its aside",
        (
            (
                "paragraph",
                "In de volgende voortgangsrapportage, die voor eind mei aan uw Kamer wordt gezonden, bericht ik u over de veren.",
            ),
        ),
        "In de volgende voortgangsrapportage, die voor eind mei aan uw Kamer wordt gezonden, bericht ik u over de veren.",
        (None, "2023-05-31"),
    ),
    Case(
        "'voorzien voor de zomer' is before it",
        (("paragraph", "De eerste proef is voorzien voor de zomer."),),
        "De eerste proef is voorzien voor de zomer.",
        (None, "2023-06-20"),
    ),
    Case(
        "no moment at all",
        (("paragraph", "Ik zal het gesprek met de eilanden voortzetten."),),
        "Ik zal het gesprek met de eilanden voortzetten.",
        (None, None),
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.why)
def test_deadline_of(case: Case) -> None:
    letter = document(*case.blocks)
    start = letter.text.index(case.act)
    deadline = deadline_of(letter, Span(start, start + len(case.act)), LETTER_DAY)
    assert (deadline and deadline.start, deadline and deadline.end) == case.days, deadline


def test_an_act_outside_the_blocks_has_none() -> None:
    letter = document(("paragraph", "In juni stuur ik de brief."))
    assert deadline_of(letter, Span(900, 910), date(2023, 4, 18)) is None


def test_a_date_that_is_no_day_is_refused() -> None:
    letter = document(("paragraph", "In juni stuur ik de brief."))
    with pytest.raises(ValueError, match="Invalid isoformat"):
        deadline_of(letter, Span(0, 5), "in juni")


@pytest.mark.parametrize("piece", [". ", "om in mei ", "is ", "In mei. ", "‘in mei ", "Hiermee. "])
def test_hostile_paragraphs_take_linear_time(piece: str) -> None:
    act = "Ik zal de haven verbreden."
    letter = document(
        ("paragraph", piece * (12_000 // len(piece)) + act + " " + piece * (12_000 // len(piece)))
    )
    start = letter.text.index(act)
    begun = time.process_time()
    deadline_of(letter, Span(start, start + len(act)), LETTER_DAY)
    deadline_of(letter, Span(0, start + len(act)), LETTER_DAY)
    assert time.process_time() - begun < 8


@pytest.mark.parametrize(
    ("text", "days", "why"),
    [
        ("De regeling is gepubliceerd en treedt op 1 juli in werking.", ("2023-07-01", "2023-07-01"), "still to come"),
        ("De regeling is in 2022 gepubliceerd.", None, "over"),
        ("De regeling is in mei gepubliceerd.", None, "done, whatever the month"),
        ("De regeling is gepubliceerd.", None, "no moment"),
        ("Voor de jaren 2023 en 2024 is iemand aangesteld.", ("2023-01-01", "2024-12-31"), "not over yet"),
    ],
)  # fmt: skip
def test_still_to_come(text: str, days: tuple[str, str] | None, why: str) -> None:
    found = still_to_come(text, LETTER_DAY)
    assert (found and (found.start, found.end)) == days, why
