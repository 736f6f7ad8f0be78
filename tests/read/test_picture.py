"""A page as a picture: the mark lies on the words, and odd input does no harm."""

from __future__ import annotations

import io

import pytest
from pdfs import letter_of, put
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from kamerstukken.errors import UnreadableLetter
from kamerstukken.model import Box
from kamerstukken.read import read_pages
from kamerstukken.read.picture import MOST_PIXELS, page_picture, page_pictures

LINE = "Ik zal uw Kamer voor de zomer over de veerponten berichten."


def draw(canvas: Canvas) -> None:
    put(canvas, LINE, 400)


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data)).convert("RGB")


def marked(image: Image.Image) -> list[tuple[int, int]]:
    """The points that are yellow."""
    return [
        (n % image.width, n // image.width)
        for n, (r, _, b) in enumerate(image.get_flattened_data())
        if r > 200 and b < 140
    ]


@pytest.mark.parametrize("turns", [0, 90])
def test_the_mark_lies_on_the_words(turns: int) -> None:
    def turned(canvas: Canvas) -> None:
        canvas.setPageRotation(turns)
        canvas.rotate(turns)
        canvas.translate(0, -A4[1] if turns else 0)
        draw(canvas)

    letter = letter_of(turned)
    (page,) = read_pages(letter)
    word = next(w for w in page.words if w.text == "veerponten")
    picture = opened(page_picture(letter.data, 1, [word.box], scale=2))
    places = marked(picture)
    xs, ys = [x for x, _ in places], [y for _, y in places]
    assert abs(min(xs) - 2 * (word.box.x0 - 1)) <= 2
    assert abs(max(xs) - 2 * (word.box.x1 + 1)) <= 3
    assert abs(min(ys) - 2 * (word.box.top - 1)) <= 2


def test_only_marks_of_this_page_are_drawn_and_the_bytes_are_the_same_again() -> None:
    data = letter_of(draw, draw).data
    plain = page_picture(data, 2)
    assert page_picture(data, 2, [Box(1, 80, 190, 200, 202)]) == plain
    assert page_picture(data, 2, [Box(2, -50, -50, -10, -10)]) == plain, "a box off the page"
    assert page_picture(data, 2, [Box(2, 80, 190, 200, 202)]) != plain
    assert not marked(opened(plain))


def test_small_pictures_show_the_same_page_in_few_bytes() -> None:
    data = letter_of(draw, draw).data
    (one, two) = page_pictures(data, [2, 1], scale=2)
    assert (one.page, round(one.width), round(one.height)) == (2, 595, 842)
    assert one.data == two.data
    assert opened(one.data).size == opened(page_picture(data, 1, scale=2)).size
    assert len(one.data) < 12_000
    dark = min(opened(one.data).convert("L").get_flattened_data())
    assert dark == 0, "print stays black"


def test_a_page_made_huge_is_scaled_down() -> None:
    def huge(canvas: Canvas) -> None:
        canvas.setPageSize((14_400, 200))
        put(canvas, LINE, 700)

    assert max(opened(page_picture(letter_of(huge).data, 1)).size) <= MOST_PIXELS


@pytest.mark.parametrize("page", [0, 2, -1])
def test_a_page_that_is_not_there_is_told(page: int) -> None:
    with pytest.raises(UnreadableLetter, match=f"no page {page} but 1"):
        page_picture(letter_of(draw).data, page)


def test_a_file_that_is_no_pdf_is_told() -> None:
    with pytest.raises(UnreadableLetter, match="damaged"):
        page_picture(b"%PDF-1.4 no more", 1)
