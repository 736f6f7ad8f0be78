"""Reading: words with boxes and style, faults with remedies."""

from __future__ import annotations

from pathlib import Path

import pytest
from pdfs import LEFT, letter_of, put, raised, rule
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from kamerstukken.errors import UnreadableLetter
from kamerstukken.model import Letter
from kamerstukken.read import read_pages

TEXT = "De Kamer ontvangt voor de zomer een brief over de voortgang van het programma."


def plain(canvas: Canvas) -> None:
    put(canvas, TEXT, 200)


def test_words_keep_text_order_and_place() -> None:
    (page,) = read_pages(letter_of(plain))
    assert " ".join(word.text for word in page.words) == TEXT
    assert page.words[0].box.x0 == pytest.approx(LEFT, abs=0.5)
    assert all(
        0 <= w.box.x0 < w.box.x1 <= page.width and 0 <= w.box.top < w.box.bottom <= page.height
        for w in page.words
    )
    assert page.words[0].box.top < 200 < page.words[0].box.bottom


def test_bold_and_italic_are_told_by_the_font() -> None:
    def draw(canvas: Canvas) -> None:
        put(canvas, TEXT, 200, font="Helvetica-Bold")
        put(canvas, TEXT, 220, font="Helvetica-Oblique")

    (page,) = read_pages(letter_of(draw))
    assert {(w.bold, w.italic) for w in page.words if w.box.top < 205} == {(True, False)}
    assert {(w.bold, w.italic) for w in page.words if w.box.top > 205} == {(False, True)}


def test_superscript_is_a_glued_word_of_its_own() -> None:
    (page,) = read_pages(letter_of(lambda c: (plain(c), raised(c, "zoals toegezegd.", "12", 240))))
    marker = page.words[-1]
    assert (marker.text, marker.superscript, marker.glued) == ("12", True, True)


def test_split_kerning_is_mended() -> None:
    def draw(canvas: Canvas) -> None:
        plain(canvas)
        put(canvas, "P", 240)
        put(canvas, "agina", 240, x=LEFT + canvas.stringWidth("P", "Helvetica", 9) + 1.2)

    (page,) = read_pages(letter_of(draw))
    assert page.words[-1].text == "Pagina"


def test_rules_are_read_and_a_rotated_page_is_seen_upright() -> None:
    def draw(canvas: Canvas) -> None:
        plain(canvas)
        rule(canvas, 80, 224, 700)

    (page,) = read_pages(letter_of(draw))
    (found,) = page.rules
    assert (found.x0, found.x1, (found.top + found.bottom) / 2) == pytest.approx((80, 224, 700), abs=0.6)

    def turned(canvas: Canvas) -> None:
        canvas.setPageRotation(90)
        canvas.rotate(90)
        canvas.setFont("Helvetica", 9)
        canvas.drawString(100, -100, TEXT)

    (page,) = read_pages(letter_of(turned))
    assert (round(page.width), round(page.height)) == (595, 842)
    assert len({round(word.box.top) for word in page.words}) == 1
    assert page.words[0].box.x0 < page.words[-1].box.x0


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"   \n", "empty"),
        (b"<!DOCTYPE html><html><body>404</body></html>", "HTML"),
        (b"PK\x03\x04 and so on", "Office"),
        (b"just some text", "not a PDF"),
        (b"%PDF-1.7\nnothing more", "damaged"),
    ],
)
def test_a_file_that_is_no_letter_says_why_and_what_to_do(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableLetter, match=reason) as caught:
        read_pages(Letter("x.pdf", data))
    assert caught.value.remedy


def test_a_page_without_text_is_no_letter() -> None:
    with pytest.raises(UnreadableLetter, match="No text"):
        read_pages(letter_of(lambda canvas: rule(canvas, 80, 300, 100)))


def test_a_password_is_asked_for_in_vain_but_owner_only_encryption_is_read() -> None:
    locked = letter_of(plain, encrypt=StandardEncryption("geheim", ownerPassword="baas"))
    with pytest.raises(UnreadableLetter, match="password"):
        read_pages(locked)
    owner = letter_of(plain, encrypt=StandardEncryption("", ownerPassword="baas", canCopy=0))
    assert " ".join(word.text for word in read_pages(owner)[0].words) == TEXT


@pytest.mark.parametrize("share", [0.6, 0.9])
def test_of_a_cut_off_file_the_pages_that_are_left_are_read_and_say_so(share: float) -> None:
    whole = letter_of(*[plain] * 40).data
    pages = read_pages(Letter("x.pdf", whole[: int(share * len(whole))]))
    read = [page for page in pages if page.words]
    assert 0.5 * share < len(read) / 40 <= 1
    assert all(page.repaired for page in pages)
    assert {" ".join(word.text for word in page.words) for page in read} == {TEXT}


def test_a_file_cut_off_before_its_tree_of_pages_is_refused() -> None:
    whole = letter_of(*[plain] * 40).data
    with pytest.raises(UnreadableLetter, match="cut off"):
        read_pages(Letter("x.pdf", whole[: int(0.3 * len(whole))]))


def test_a_whole_file_is_not_repaired() -> None:
    assert not any(page.repaired for page in read_pages(letter_of(plain)))


@pytest.mark.shared
def test_bad_files_fail_with_a_remedy_or_are_read(shared: Path) -> None:
    readable = {
        "derived_encrypted_owner_only.pdf",
        "derived_mixed_text_and_scanned_page.pdf",
        "derived_truncated_55pct.pdf",
    }
    for path in sorted((shared / "bad").iterdir()):
        letter = Letter(path.name, path.read_bytes())
        if path.name in readable:
            assert sum(len(page.words) for page in read_pages(letter, ocr=False)) > 200
            continue
        with pytest.raises(UnreadableLetter) as caught:
            read_pages(letter, ocr=False)
        assert caught.value.remedy


def test_blanks_of_a_squeezed_line_part_its_words() -> None:
    words = TEXT.split()

    def draw(canvas: Canvas) -> None:
        plain(canvas)
        x = LEFT
        for word in words:
            put(canvas, word, 240, x=x)
            x += canvas.stringWidth(word, "Helvetica", 9) + 0.17 * 9

    (page,) = read_pages(letter_of(draw))
    assert [word.text for word in page.words[len(words) :]] == words
