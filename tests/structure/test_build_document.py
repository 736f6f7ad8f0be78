"""Structure: letters set for the test, each with a habit of real ones, and what must come out."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from kamerstukken.model import Document, Letter
from kamerstukken.read import read_pages
from kamerstukken.structure import build_document

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "read"))
from pdfs import LEFT, PITCH, letter_of, put, put_lines, raised, rule

FIRST = [
    "In het debat over de toekomst van de dorpsbibliotheek heb ik toegezegd uw Kamer te",
    "informeren over de stand van zaken. Met deze brief doe ik die toezegging gestand, en ik",
    "ga daarbij ook in op de vragen die uw leden over de bekostiging hebben gesteld.",
]
SECOND = [
    "De gemeenten werken sinds vorig jaar aan een plan. Dat plan is in concept gereed en wordt",
    "nu met de provincies besproken, zodat het nog dit jaar kan worden vastgesteld en de",
]
THIRD = [
    "uitvoering kan beginnen. Ik informeer u over de uitkomst.",
]


def head(canvas: Canvas) -> None:
    put(canvas, "> Retouradres Postbus 90000 2500 ZZ Den Haag", 130, size=6.5)
    put_lines(
        canvas,
        ["De voorzitter van de Tweede Kamer der Staten-Generaal", "Postbus 20018", "2500 EA DEN HAAG"],
        160,
    )
    put_lines(
        canvas,
        ["Directie Verzonnen Zaken", "Nergensplein 1", "Onze referentie", "99123456"],
        160,
        x=480,
        size=6.5,
    )
    put(canvas, "Datum", 290)
    put(canvas, "3 maart 2031", 290, x=126)
    put(canvas, "Betreft", 303)
    put(canvas, "Toekomst van de dorpsbibliotheek", 303, x=126)


def foot(canvas: Canvas, number: int, of: int) -> None:
    put(canvas, f"Pagina {number} van {of}", 808, x=470, size=6.5)


def first_page(canvas: Canvas) -> None:
    head(canvas)
    down = put_lines(canvas, FIRST, 360)
    put(canvas, "Stand van zaken", down + PITCH, font="Helvetica-Bold")
    put_lines(canvas, SECOND, down + 2 * PITCH)
    rule(canvas, LEFT, LEFT + 144, 760)
    put(canvas, "1", 769, size=5)
    put(canvas, "Kamerstukken II 2030/31, 99 001, nr. 12.", 772, x=LEFT + 5, size=7)
    foot(canvas, 1, 2)


def second_page(canvas: Canvas) -> None:
    put_lines(canvas, ["Onze referentie", "99123456"], 160, x=480, size=6.5)
    down = put_lines(canvas, THIRD, 160)
    raised(canvas, "Zoals de motie vraagt,", "2", down + PITCH, after=" doe ik dat voor de zomer.")
    down = put_lines(canvas, ["Ik onderscheid:"], down + 3 * PITCH)
    for at, item in enumerate(["het openhouden van kleine vestigingen;", "de scholing van vrijwilligers."]):
        put(canvas, "-", down + at * PITCH)
        put(canvas, item, down + at * PITCH, x=LEFT + 14)
    put(canvas, "De minister van Verzonnen Zaken,", down + 6 * PITCH)
    put(canvas, "A.B. Voorbeeld", down + 10 * PITCH)
    rule(canvas, LEFT, LEFT + 144, 750)
    put(canvas, "2", 761, size=5)
    put(canvas, "Zie ook https://www.voorbeeld.nl/bibliotheken/stand-", 764, x=LEFT + 5, size=7)
    put(canvas, "van-zaken-2031.", 774, size=7)
    foot(canvas, 2, 2)


@pytest.fixture(scope="module")
def document() -> Document:
    letter = letter_of(first_page, second_page)
    return build_document(letter, read_pages(letter))


def test_blocks_are_whole_and_in_order(document: Document) -> None:
    assert [(b.kind, b.page) for b in document.blocks] == [
        ("paragraph", 1), ("heading", 1), ("paragraph", 1), ("paragraph", 2), ("paragraph", 2), ("item", 2), ("item", 2),
    ]  # fmt: skip
    assert document.blocks[0].text == " ".join(FIRST)
    assert document.blocks[2].text == " ".join(SECOND + THIRD)
    assert document.blocks[5].text == "het openhouden van kleine vestigingen;"


def test_furniture_is_set_apart_and_kept(document: Document) -> None:
    body = "\n".join(block.text for block in document.blocks)
    for furniture in ("Pagina", "Retouradres", "referentie", "99123456", "Betreft", "Voorbeeld", "Directie"):
        assert furniture not in body
        assert any(furniture in line for line in document.furniture)


def test_notes_are_tied_to_the_word_before_their_marker(document: Document) -> None:
    first, second = document.footnotes
    assert first.anchor is None  # a note whose marker is nowhere in the body
    assert second.text == "Zie ook https://www.voorbeeld.nl/bibliotheken/stand-van-zaken-2031."
    assert second.anchor is not None
    assert document.text[: second.anchor].endswith("Zoals de motie vraagt,")
    assert document.block_at(second.anchor - 1).n == second.anchor_block == 4  # type: ignore[union-attr]
    assert document.blocks[3].text == "Zoals de motie vraagt, doe ik dat voor de zomer."


def check(document: Document, pages: int) -> None:
    for part in (*document.blocks, *document.footnotes):
        assert document.text[part.span.start : part.span.end] == part.text
    for piece, following in zip(document.placed, document.placed[1:], strict=False):
        assert piece.start < piece.end <= following.start
    for piece in document.placed:
        assert document.text[piece.start : piece.end].strip()
        assert 1 <= piece.box.page <= pages
        assert piece.box.x0 <= piece.box.x1 and piece.box.top <= piece.box.bottom
    for note in document.footnotes:
        assert (note.anchor is None) == (note.anchor_block is None)


def test_offsets_boxes_and_anchors_hold_together(document: Document) -> None:
    check(document, 2)


def test_a_quote_has_its_boxes_on_the_page(document: Document) -> None:
    at = document.text.index("uitvoering kan beginnen")
    block = document.block_at(at)
    assert block is not None
    quote = document.quote(type(block.span)(at, at + 10))
    assert [box.page for box in quote.boxes] == [2]


def test_a_ruled_table_gives_rows_and_cells() -> None:
    cells = [("Gemeente", "2030", "2031"), ("Voorbeeldstad", "12", "14"), ("Nergensdorp", "3", "4")]

    def draw(canvas: Canvas) -> None:
        head(canvas)
        put_lines(canvas, FIRST, 360)
        xs, top = (80, 220, 300, 380), 420
        for at, row in enumerate(cells):
            for x, cell in zip(xs, row, strict=False):
                put(canvas, cell, top + 12 + at * 18, x=x + 4)
        canvas.grid(list(xs), [A4[1] - top - 18 * k for k in range(4)])

    letter = letter_of(draw)
    table = build_document(letter, read_pages(letter)).blocks[-1]
    assert table.kind == "table"
    assert table.text == "\n".join("\t".join(row) for row in cells)


def test_questions_and_answers_are_known() -> None:
    def draw(canvas: Canvas) -> None:
        head(canvas)
        down = 360.0
        for text in (
            "Vraag 1",
            "Kent u het bericht over de dorpsbibliotheek?",
            "",
            "Antwoord 1",
            "Ja, dat bericht is bekend.",
        ):
            put(canvas, text, down)
            down += PITCH

    letter = letter_of(draw)
    blocks = build_document(letter, read_pages(letter)).blocks
    assert [block.kind for block in blocks] == ["heading", "question", "heading", "answer"]


@pytest.mark.shared
@pytest.mark.slow
def test_real_letters_read_as_people_read_them(shared: Path) -> None:
    """Every third labelled letter: its words, in order, and no furniture."""
    right = wrong = missed = 0
    for path in sorted((shared / "gold").glob("*.json"))[::3]:
        row = json.loads(path.read_text(encoding="utf-8"))
        letter = Letter(row["file"], (shared / "gold_letters" / row["file"]).read_bytes())
        found = build_document(letter, read_pages(letter))
        check(found, row["pages"])
        want = " ".join(block["text"] for block in row["blocks"]).split()
        got = " ".join(block.text for block in found.blocks).split()
        same = len(want) - sum(1 for word in want if word not in set(got))
        right, missed = right + same, missed + len(want) - same
        wrong += sum(1 for word in got if word not in set(want))
    assert 2 * right / (2 * right + wrong + missed) > 0.99


@pytest.mark.shared
@pytest.mark.slow
@pytest.mark.parametrize("folder", ["kst", "not_letters", "scans"])
def test_other_papers_are_not_silently_empty(shared: Path, folder: str) -> None:
    for path in sorted((shared / folder).glob("*.pdf"))[:4]:
        letter = Letter(path.name, path.read_bytes())
        pages = read_pages(letter)
        found = build_document(letter, pages)
        assert found.blocks, path.name
        check(found, len(pages))
