"""A page as a picture: as large as the page that is read, so that boxes lie on their words; odd input does no harm."""

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
from kamerstukken.read.picture import MOST_PIXELS, page_pictures

LINE = "Ik zal uw Kamer voor de zomer over de veerponten berichten."


def draw(canvas: Canvas) -> None:
    put(canvas, LINE, 400)


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data)).convert("L")


def ink(image: Image.Image, box: Box, scale: float) -> float:
    """The share of dark points in a box."""
    part = image.crop(tuple(round(side * scale) for side in (box.x0, box.top, box.x1, box.bottom)))
    points = list(part.get_flattened_data())
    return sum(point < 128 for point in points) / len(points)


@pytest.mark.parametrize("turns", [0, 90])
def test_words_stand_in_the_picture_where_their_boxes_say(turns: int) -> None:
    def turned(canvas: Canvas) -> None:
        canvas.setPageRotation(turns)
        canvas.rotate(turns)
        canvas.translate(0, -A4[1] if turns else 0)
        draw(canvas)

    letter = letter_of(turned)
    (page,) = read_pages(letter)
    (picture,) = page_pictures(letter.data, [1], scale=2)
    image = opened(picture.data)
    assert (picture.width, picture.height) == pytest.approx((page.width, page.height))
    assert image.size == pytest.approx((page.width * 2, page.height * 2), abs=1)
    for word in page.words:
        below = Box(1, word.box.x0, word.box.bottom + 20, word.box.x1, word.box.bottom + 30)
        assert ink(image, word.box, 2) > 0.1, word.text
        assert ink(image, below, 2) == 0, word.text


def test_pictures_come_as_asked_in_few_bytes_and_the_same_again() -> None:
    data = letter_of(draw, draw).data
    (two, one) = page_pictures(data, [2, 1])
    assert (two.page, one.page) == (2, 1)
    assert (two.data, two.width) == (one.data, one.width)
    assert page_pictures(data, [2, 1]) == (two, one)
    assert len(one.data) < 6_000
    assert min(opened(one.data).get_flattened_data()) == 0, "print stays black"


def test_a_page_made_huge_is_scaled_down() -> None:
    def huge(canvas: Canvas) -> None:
        canvas.setPageSize((14_400, 200))
        put(canvas, LINE, 700)

    (picture,) = page_pictures(letter_of(huge).data, [1])
    assert max(opened(picture.data).size) <= MOST_PIXELS
    assert round(picture.width) == 14_400


@pytest.mark.parametrize("page", [0, 2, -1])
def test_a_page_that_is_not_there_is_told(page: int) -> None:
    with pytest.raises(UnreadableLetter, match=f"no page {page} but 1"):
        page_pictures(letter_of(draw).data, [page])


def test_a_file_that_is_no_pdf_is_told() -> None:
    with pytest.raises(UnreadableLetter, match="damaged"):
        page_pictures(b"%PDF-1.4 no more", [1])
