"""Habits of real letters that once went wrong, each set as a page of its own."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from kamerstukken.model import Box, Document, Page, Word
from kamerstukken.read import read_pages
from kamerstukken.structure import build_document
from kamerstukken.structure.remarks import remarks_of

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "read"))
from pdfs import LEFT, PITCH, letter_of, put, put_lines

WORDS = (Word("Geachte", Box(1, 80.0, 100.0, 120.0, 109.0), 9.0),)

BODY = [
    "De gemeenten werken sinds vorig jaar aan een plan voor de dorpsbibliotheek. Dat plan is",
    "in concept gereed en wordt nu met de provincies besproken, zodat het nog dit jaar kan",
    "worden vastgesteld en de uitvoering kan beginnen. Ik informeer u over de uitkomst.",
]


def document_of(*pages: Callable[[Canvas], None]) -> Document:
    letter = letter_of(*pages)
    return build_document(letter, read_pages(letter))


def test_margin_text_that_comes_back_on_every_page_is_no_column_of_a_table() -> None:
    def draw(canvas: Canvas) -> None:
        put_lines(canvas, BODY * 3, 200)
        for at, text in enumerate(("Fout! Geen", "naam voor", "eigenschap", "bekend.")):
            put(canvas, text, 200 + at * PITCH, x=475, font="Helvetica-Bold")

    document = document_of(draw, draw)
    assert {block.kind for block in document.blocks} == {"paragraph"}
    assert "eigenschap" not in document.text
    assert document.furniture.count("eigenschap") == 2


def test_small_type_in_the_cells_of_a_table_is_no_note() -> None:
    def draw(canvas: Canvas) -> None:
        put_lines(canvas, BODY * 2, 200)
        rows = [("1", "Het plan is gereed en besproken."), ("2", "De scholing is begonnen.")]
        for at, (number, text) in enumerate(rows):
            put(canvas, number, 412 + at * 18, x=LEFT + 4, size=6)
            put(canvas, text, 412 + at * 18, x=LEFT + 24, size=6)
        canvas.grid([LEFT, LEFT + 20, LEFT + 300], [A4[1] - 400 - 18 * k for k in range(3)])

    document = document_of(draw)
    assert not document.footnotes
    assert document.blocks[-1].kind == "table"
    assert document.blocks[-1].text == "1\tHet plan is gereed en besproken.\n2\tDe scholing is begonnen."


def test_a_number_alone_above_a_question_opens_it_also_at_the_foot_of_a_page() -> None:
    bold = "Helvetica-Bold"

    def first(canvas: Canvas) -> None:
        put_lines(canvas, BODY, 200)
        put(canvas, "1", 280, font=bold)
        put(canvas, "Kunt u aangeven hoeveel bibliotheken open zijn?", 280 + PITCH, font=bold)
        put_lines(canvas, BODY, 280 + 3 * PITCH)
        put(canvas, "2", 760, font=bold)
        put(canvas, "Kunt u aangeven hoeveel bibliotheken in de afgelopen jaren voor", 760 + PITCH, font=bold)

    def second(canvas: Canvas) -> None:
        put(canvas, "bezoekers gesloten zijn?", 200, font=bold)
        put_lines(canvas, BODY, 200 + 2 * PITCH)

    blocks = document_of(first, second).blocks
    assert [(block.kind, block.text[:9]) for block in blocks[1:]] == [
        ("heading", "1"),
        ("question", "Kunt u aa"),
        ("answer", "De gemeen"),
        ("heading", "2"),
        ("question", "Kunt u aa"),
        ("answer", "De gemeen"),
    ]
    assert blocks[5].text.endswith("jaren voor bezoekers gesloten zijn?")


def test_numbered_questions_with_an_answer_below_are_no_notes() -> None:
    def draw(canvas: Canvas) -> None:
        down = put_lines(canvas, [*BODY, "Zie ook het bericht van gisteren 1) en dat van vandaag 2)."], 200)
        down = put_lines(canvas, ["1) Kent u het bericht?", "2) Bent u het daarmee eens?"], down + PITCH)
        put_lines(canvas, ["Antwoord op vragen 1 en 2", "Ja."], down + PITCH)

    document = document_of(draw)
    assert not document.footnotes
    assert "Bent u het daarmee eens?" in document.text


@pytest.mark.parametrize(
    ("pages", "remarks", "why"),
    [
        ([Page(1, 595, 842, WORDS)], [], "nothing to say of a sound page"),
        ([Page(1, 595, 842, WORDS), Page(2, 595, 842, ())], [], "a blank back side is no loss"),
        (
            [Page(1, 595, 842, WORDS), Page(2, 595, 842, (), images=(Box(2, 0, 0, 595, 842),))],
            ["Zonder leesbare tekst: pagina 2."],
            "a page that is a picture",
        ),
        (
            [Page(n, 595, 842, WORDS if n == 1 else (), repaired=True) for n in (1, 2, 3, 4)],
            [
                "Het bestand is beschadigd of afgebroken en is na herstel gelezen; er kan tekst ontbreken.",
                "Zonder leesbare tekst: pagina’s 2, 3 en 4.",
            ],
            "what a cut-off file lost",
        ),
    ],
)
def test_remarks_say_what_can_be_lacking(pages: list[Page], remarks: list[str], why: str) -> None:
    assert list(remarks_of(pages)) == remarks, why


def test_the_numbers_along_an_axis_of_a_chart_are_no_text() -> None:
    def draw(canvas: Canvas) -> None:
        down = put_lines(canvas, BODY, 200)
        for at, number in enumerate(("1.200", "900", "600", "300", "0")):
            width = canvas.stringWidth(number, "Helvetica", 9)
            put(canvas, number, down + 30 + at * 20, x=120 - width)
        put_lines(canvas, BODY, down + 160)

    document = document_of(draw)
    assert [block.text for block in document.blocks] == [" ".join(BODY)] * 2
    assert "1.200" in document.furniture


def test_years_in_the_first_column_of_a_table_are_no_axis() -> None:
    def draw(canvas: Canvas) -> None:
        down = put_lines(canvas, BODY, 200) + 20
        for at, year in enumerate(range(2031, 2037)):
            put(canvas, str(year), down + at * PITCH)
            put(canvas, f"{at} vestigingen", down + at * PITCH, x=200)

    assert "2033" in document_of(draw).text


def test_the_office_of_a_minister_above_a_table_is_no_signature() -> None:
    def first(canvas: Canvas) -> None:
        put_lines(canvas, BODY, 360)
        put(canvas, "A.B. Voorbeeld", 500)
        put(canvas, "Minister van Verzonnen Zaken", 500 + PITCH)

    def second(canvas: Canvas) -> None:
        put(canvas, "Minister van Verzonnen Zaken", 160)
        for at, row in enumerate([("Onderwerp", "Wanneer"), ("Brief over de scholing", "Q1")]):
            put(canvas, row[0], 192 + 18 * at, x=LEFT + 4)
            put(canvas, row[1], 192 + 18 * at, x=LEFT + 204)
        canvas.grid([LEFT, LEFT + 200, LEFT + 300], [A4[1] - 180 - 18 * k for k in range(3)])

    document = document_of(first, second)
    assert [block.kind for block in document.blocks[-2:]] == ["paragraph", "table"]
    assert document.blocks[-2].text == "Minister van Verzonnen Zaken"
    assert "A.B. Voorbeeld" in document.furniture


def test_the_last_row_of_a_table_that_a_page_cuts_is_whole() -> None:
    def draw(canvas: Canvas) -> None:
        put_lines(canvas, BODY, 200)
        cells = [("Gebied", "Wet"), ("Toezicht", "Wet op de"), ("", "bibliotheken")]
        for at, row in enumerate(cells):
            put(canvas, row[0], 412 + 14 * at, x=LEFT + 4)
            put(canvas, row[1], 412 + 14 * at, x=LEFT + 104)
        for x in (LEFT, LEFT + 100, LEFT + 200, LEFT + 202):
            canvas.line(x, A4[1] - 400, x, A4[1] - 445)
        for y in (400, 416):
            canvas.line(LEFT, A4[1] - y, LEFT + 200, A4[1] - y)

    assert document_of(draw).blocks[-1].text == "Gebied\tWet\nToezicht\tWet op de bibliotheken"


def test_a_heading_at_a_pages_top_does_not_run_on_from_the_page_before() -> None:
    def first(canvas: Canvas) -> None:
        put_lines(
            canvas, [*BODY, "Ik houd daarbij rekening met wat de gemeenten en hun inwoners wensen."], 700
        )

    def second(canvas: Canvas) -> None:
        put(canvas, "Geschillenbeslechting", 160, font="Helvetica-Oblique")
        put_lines(canvas, BODY, 160 + PITCH)

    kinds = [(block.kind, block.text[:12]) for block in document_of(first, second).blocks]
    assert kinds[-2:] == [("heading", "Geschillenbe"), ("paragraph", "De gemeenten")]


def test_a_numbered_question_with_an_answer_in_other_type_is_a_pair() -> None:
    def draw(canvas: Canvas) -> None:
        down = put_lines(canvas, BODY, 200) + PITCH
        for number in (1, 2, 3):
            put(canvas, f"{number}.", down)
            put(canvas, "Hoeveel bibliotheken zijn er open?", down, x=LEFT + 20)
            answer = ["In alle gemeenten is er een, en in de grote steden zijn er meer dan een."]
            down = put_lines(canvas, answer, down + PITCH, x=LEFT + 20, font="Helvetica-Oblique") + PITCH

    blocks = document_of(draw).blocks[1:]
    assert [block.kind for block in blocks] == ["question", "answer"] * 3
    assert blocks[2].text == "2. Hoeveel bibliotheken zijn er open?"


def test_a_sentence_that_ends_with_vraag_and_a_number_heads_nothing() -> None:
    lines = [
        *BODY[:2],
        "worden vastgesteld en de uitvoering kan beginnen. Zie ook het antwoord op",
        "vraag 5.",
    ]
    (block,) = document_of(lambda canvas: put_lines(canvas, lines, 200)).blocks
    assert block.text.endswith("het antwoord op vraag 5.")


def test_lines_on_a_coloured_ground_are_a_paragraph() -> None:
    def draw(canvas: Canvas) -> None:
        for at, text in enumerate(BODY * 2):
            width = canvas.stringWidth(text, "Helvetica", 9)
            down = 200 + at * PITCH
            canvas.rect(LEFT, A4[1] - down - 3, width, PITCH - 1, stroke=1, fill=0)
            put(canvas, text, down)

    assert {block.kind for block in document_of(draw).blocks} == {"paragraph"}


def test_bold_words_of_a_bullet_head_the_text_below_them() -> None:
    def draw(canvas: Canvas) -> None:
        down = put_lines(canvas, BODY, 200) + PITCH
        for text in ("De scholing is gereed.", "De gemeenten gaan aan de slag met het plan."):
            put(canvas, "•", down)
            put(canvas, text, down, x=LEFT + 14, font="Helvetica-Bold")
            down = put_lines(canvas, BODY, down + PITCH, x=LEFT + 14) + PITCH

    blocks = document_of(draw).blocks[1:]
    assert [block.kind for block in blocks] == ["item", "paragraph"] * 2


def test_a_numbered_title_between_blank_lines_is_a_heading_and_a_list_stays_a_list() -> None:
    def draw(canvas: Canvas) -> None:
        down = put_lines(canvas, BODY, 200) + PITCH
        for number, title in enumerate(("Vragen over de scholing", "Vragen over de bekostiging"), 1):
            put(canvas, f"{number}.", down, x=LEFT + 14)
            put(canvas, title, down, x=LEFT + 32)
            down = put_lines(canvas, BODY, down + 2 * PITCH) + PITCH
        for number, text in enumerate(("Gebouwen", "Boeken"), 1):
            put(canvas, f"{number}.", down)
            put(canvas, text, down, x=LEFT + 14)
            down += PITCH

    blocks = document_of(draw).blocks
    assert [block.kind for block in blocks] == [
        "paragraph",
        *("heading", "paragraph") * 2,
        "item",
        "item",
    ]
    assert blocks[1].text == "1. Vragen over de scholing"
