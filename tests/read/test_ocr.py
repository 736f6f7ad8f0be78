"""Scans are read by OCR where Tesseract is installed; where it is not, the failure says what to install."""

from __future__ import annotations

import io
import random
import re
from collections import Counter
from pathlib import Path

import pikepdf
import pypdfium2 as pdfium
import pytest
from pdfs import letter_of, put_lines
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from kamerstukken.errors import UnreadableLetter
from kamerstukken.model import Box, Letter, Page, Word
from kamerstukken.read import hocr, ocr, read_pages
from kamerstukken.read.garbled import garbled
from kamerstukken.read.straight import skew
from kamerstukken.structure import build_document

needs_tesseract = pytest.mark.skipif(bool(ocr.missing()), reason=f"no OCR here: {ocr.missing()}")

LINES = [
    "Geachte voorzitter,", "",
    "Hierbij informeer ik uw Kamer over de uitkomsten van het onderzoek naar de veerverbindingen.",
    "De Kamer heeft mij in de motie van het lid Ganzeveer verzocht om de ponten te verven. Ik zal",
    "de Kamer voor 1 juli 2031 informeren over de planning, de kosten en de gekozen kleuren.",
    "De regeling wordt in het najaar van 2031 geëvalueerd door een onafhankelijk bureau.", "",
    "De minister van Waterwegen,", "A. de Zwaan",
]  # fmt: skip


def printed(lines: list[str] = LINES) -> Letter:
    return letter_of(lambda canvas: put_lines(canvas, lines, 120) and None, name="gedrukt.pdf")


def scanned(letter: Letter, *, page: int = 0, dpi: int = 200, turn: float = 0) -> Letter:
    """A page as a scanner gives it: one picture, at an angle. Pictures on the page are left out: they hold no known text."""
    document = pdfium.PdfDocument(letter.data)
    drawn = document[page]
    for picture in list(drawn.get_objects(filter=[pdfium.raw.FPDF_PAGEOBJ_IMAGE])):
        drawn.remove_obj(picture)
    drawn.gen_content()
    image = drawn.render(scale=dpi / 72, grayscale=True).to_pil()
    image = image.rotate(turn, Image.Resampling.BICUBIC, fillcolor=255, expand=turn in (90, 180, 270))
    buffer = io.BytesIO()
    image.save(buffer, "PDF", resolution=dpi)
    document.close()
    return Letter("scan.pdf", buffer.getvalue())


def words(page: Page) -> Counter[str]:
    text = "".join(("" if word.glued else " ") + word.text for word in page.words)
    return Counter(re.findall(r"[^\W_]+", text.lower()))


def f1(truth: Counter[str], found: Counter[str]) -> float:
    return 2 * (truth & found).total() / max(1, truth.total() + found.total())


@needs_tesseract
@pytest.mark.parametrize("turn", [0, 1.7, -4, 180, 90], ids=lambda turn: f"turned by {turn}")
def test_a_scan_is_read_and_says_so(turn: float) -> None:
    truth = words(read_pages(printed())[0])
    (page,) = read_pages(scanned(printed(), turn=turn))
    assert page.reader == "ocr"
    assert page.confidence is not None and page.confidence > 0.7
    assert f1(truth, words(page)) > 0.95
    document = build_document(Letter("scan.pdf", b"x"), (page,))
    assert "1 juli 2031" in document.text
    assert document.remarks[0].startswith(
        "Met OCR gelezen, dus met leesfouten; zekerheid (0 tot 1): pagina 1 0,"
    )


@needs_tesseract
def test_only_the_pages_that_need_it_are_read_by_ocr() -> None:
    both = pdfium.PdfDocument.new()
    for letter in (printed(), scanned(printed())):
        both.import_pages(pdfium.PdfDocument(letter.data))
    buffer = io.BytesIO()
    both.save(buffer)
    pages = read_pages(Letter("beide.pdf", buffer.getvalue()))
    assert [page.reader for page in pages] == ["pdfium", "ocr"]
    assert f1(words(pages[0]), words(pages[1])) > 0.95


def test_without_tesseract_the_failure_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pytesseract.pytesseract.tesseract_cmd", "no-such-program")
    ocr.missing.cache_clear()
    with pytest.raises(
        UnreadableLetter,
        match=r"are pictures \(a scan\).*apt-get install tesseract-ocr tesseract-ocr-nld.*--retry",
    ):
        read_pages(scanned(printed()))
    monkeypatch.undo()
    ocr.missing.cache_clear()


def test_without_dutch_data_the_failure_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pytesseract.get_languages", lambda: ["eng", "osd"])
    ocr.missing.cache_clear()
    assert ocr.missing().startswith("Tesseract has no Dutch data: install `apt-get install")
    monkeypatch.undo()
    ocr.missing.cache_clear()


def test_a_recipe_can_do_without_ocr() -> None:
    with pytest.raises(UnreadableLetter, match="The recipe says `ocr = false`"):
        read_pages(scanned(printed()), ocr=False)


@pytest.mark.parametrize("turn", [-6.5, -2, -0.4, 0, 0.9, 5])
def test_the_angle_of_a_page_is_found(turn: float) -> None:
    image = pdfium.PdfDocument(printed(LINES * 4).data)[0].render(scale=100 / 72, grayscale=True).to_pil()
    assert skew(image.rotate(turn, Image.Resampling.BICUBIC, fillcolor=255)) == pytest.approx(-turn, abs=0.25)


def test_what_tesseract_says_becomes_words_on_lines_of_one_height() -> None:
    said = b"""<html xmlns="http://www.w3.org/1999/xhtml"><body><div class="ocr_page">
    <span class="ocr_line" title="bbox 100 200 600 240; baseline 0 -8; x_size 40; x_descenders 8; x_ascenders 9">
    <span class="ocrx_word" title="bbox 100 210 180 232; x_wconf 96">een</span>
    <span class="ocrx_word" title="bbox 200 200 300 240; x_wconf 90">Brief</span>
    <span class="ocrx_word" title="bbox 320 200 330 240; x_wconf 12">|</span></span></div></body></html>"""
    found, sure = hocr.words_and_confidence(said, 3, (0.24, 0.24))
    assert [word.text for word in found] == ["een", "Brief"], "a speck that is not sure is no word"
    assert {(word.box.page, word.box.top, word.box.bottom) for word in found} == {
        (3, 48.0, 57.599999999999994)
    }
    assert sure == 0.922


@needs_tesseract
@pytest.mark.slow
def test_pages_of_real_letters_at_200_dpi(shared: Path) -> None:
    dice, truths, found = random.Random(2008), [], []
    for path in dice.sample(sorted((shared / "gold_letters").glob("*.pdf")), 6):
        letter = Letter(path.name, path.read_bytes())
        pages = read_pages(letter)
        number = dice.randrange(len(pages))
        truths.append(words(pages[number]))
        found.append(words(read_pages(scanned(letter, page=number, turn=dice.uniform(-3, 3)))[0]))
    total = sum(truth.total() + read.total() for truth, read in zip(truths, found, strict=True))
    same = sum((truth & read).total() for truth, read in zip(truths, found, strict=True))
    assert 2 * same / total > 0.95


def shifted(text: str) -> str:
    """Every letter the next one of the alphabet: what a font gives that names its letters wrongly."""
    return "".join(
        chr(ord("a") + (ord(c) - ord("a") + 1) % 26) if c.islower() and c.isascii() else c for c in text
    )


ENGLISH = "The minister will inform parliament about the results of this study before the summer because many people asked"
TERMS = "Arboportaal Kustwacht Z-CERT 12.345 NPCE 2031 Toeslagen Wajong"


@pytest.mark.parametrize(
    ("lines", "is_garbled", "why"),
    [
        (LINES, False, "a letter"),
        ([shifted(line) for line in LINES], True, "letters, but no words"),
        ([ENGLISH] * 4, False, "an annex in English"),
        ([TERMS] * 20, False, "names and figures: too few words in small letters"),
        ([shifted("kort")] * 3, False, "too little to judge by"),
    ],
)
def test_a_page_without_words_is_garbled(lines: list[str], is_garbled: bool, why: str) -> None:
    words = [Word(word, Box(1, 0, 0, 1, 1), 9.0, "Verdana") for line in lines for word in line.split()]
    assert garbled(words) is is_garbled, why


@needs_tesseract
@pytest.mark.parametrize("layer", ["garbled", "right"])
def test_a_scan_with_a_text_layer_keeps_it_where_it_makes_sense(layer: str) -> None:
    (truth,) = read_pages(printed())
    lines = [shifted(line) for line in LINES] if layer == "garbled" else LINES
    (page,) = read_pages(with_layer(scanned(printed()), lines))
    assert page.reader == ("ocr" if layer == "garbled" else "pdfium")
    assert f1(words(truth), words(page)) > 0.95


def with_layer(scan: Letter, lines: list[str]) -> Letter:
    """A scan with invisible text over its picture, as scanners' own OCR leaves it."""

    def unseen(canvas: Canvas) -> None:
        canvas._code.append("3 Tr")
        put_lines(canvas, lines, 120)

    layer = letter_of(unseen)
    with pikepdf.open(io.BytesIO(scan.data)) as pdf, pikepdf.open(io.BytesIO(layer.data)) as over:
        pdf.pages[0].add_overlay(over.pages[0])
        buffer = io.BytesIO()
        pdf.save(buffer)
    return Letter("scan met tekst.pdf", buffer.getvalue())
