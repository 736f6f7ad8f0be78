"""Pages come from processes that may die: the server says what is wrong and goes on."""

from __future__ import annotations

import hashlib
import os
import threading
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import closing
from pathlib import Path

import pytest

from kamerstukken.errors import UnreadableLetter
from kamerstukken.review.web.reader import Reader, _Kept, words_on

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
LETTER = CORPUS / "2023-06-19_kamerbrief-uitstel-onderzoek-nachtdienst.pdf"


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with closing(Reader()) as reader:
        yield reader


def sha(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.slow
def test_a_page_and_its_words(reader: Reader) -> None:
    picture = reader.picture(LETTER, sha(LETTER), 1)
    assert (round(picture.width), round(picture.height)) == (595, 842)
    document = reader.document(LETTER, sha(LETTER))
    words = words_on(document, 1)
    assert words
    for word in words:
        assert document.text[word.start : word.end] == word.text
        assert 0 <= word.box.x0 < word.box.x1 <= picture.width + 1
        assert 0 <= word.box.top < word.box.bottom <= picture.height + 1


@pytest.mark.slow
@pytest.mark.parametrize(
    ("data", "page", "message"),
    [(b"%PDF-1.4 kapot", 1, "damaged"), (b"geen pdf", 1, "damaged"), (b"", 1, "damaged")],
)
def test_a_file_that_cannot_be_drawn_says_why(
    reader: Reader, tmp_path: Path, data: bytes, page: int, message: str
) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(data)
    with pytest.raises(UnreadableLetter, match=message):
        reader.picture(path, sha(path), page)
    with pytest.raises(UnreadableLetter):
        reader.picture(LETTER, sha(LETTER), 99)


@pytest.mark.slow
def test_a_reader_that_dies_is_replaced(reader: Reader) -> None:
    reader._drawing.schedule(os._exit, (3,))
    assert reader.picture(LETTER, sha(LETTER), 1).data


def test_what_is_asked_twice_is_made_once_and_failures_are_tried_again() -> None:
    kept: _Kept[int] = _Kept(2)
    made: list[Future[int]] = []

    def make() -> Future[int]:
        made.append(Future())
        return made[-1]

    together = [threading.Thread(target=kept.get, args=("a", make)) for _ in range(8)]
    for thread in together:
        thread.start()
    for thread in together:
        thread.join()
    assert len(made) == 1, "who asks while it is made waits for the same"
    made[0].set_exception(UnreadableLetter("kapot"))
    kept.get("a", make)
    assert len(made) == 2, "a failure is not kept"
    made[1].set_result(1)
    for key in ("b", "c", "a"):
        kept.get(key, make)
    assert len(made) == 5, "the oldest makes room"
