"""Any text through the reference finder, any page through the structure stage: no error, and what comes out fits what went in."""

from __future__ import annotations

import time

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kamerstukken import cite_text
from kamerstukken.cite import cite
from kamerstukken.model import Box, Letter, Page, Word
from kamerstukken.structure import build_document

PIECES = (
    "Kamerstukken", "Kamerstuk", "II", "I", "2019/20", "2019-2020", ",", "nr.", "nrs.", "35 925", "35925", "XVI", "motie", "van het lid",
    "c.s.", "Handelingen", "Aanhangsel", "Stb.", "Stcrt.", "EU", "2016/679", "ECLI:NL:HR:2020:1", "idem", "ibid.", "(", ")", "–", "-",
    "'", "\u2019", ";", "en", "t/m", "blz.", "p.", "artikel", "lid", "van de", "wet", "Trb.", "COM(2015)", "636", "vergaderjaar", "kst-",
    "https://zoek.officielebekendmakingen.nl/kst-35925-48.html", "\u00ad", "\u202e", "\x00", "\ufffd", "\n", "\n\n", "\t", "²", "12", "1",
)  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=300),
    st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=60).map("".join),
)


@given(TEXTS)
@example("\ud800 kst-1-2")
@settings(deadline=None, max_examples=300)
def test_any_text_can_be_searched_for_references(text: str) -> None:
    last = 0
    for reference in cite_text(text):
        assert last <= reference.start < reference.end <= len(text), "in order, apart, within the text"
        assert text[reference.start : reference.end] == reference.text
        last = reference.end


WORST = [f"{piece} " * (60_000 // (len(piece) + 1)) for piece in PIECES] + [
    "(" * 50_000,
    "1" * 50_000,
    "a" * 50_000,
]


def test_no_text_takes_more_time_than_its_length_allows() -> None:
    """A pattern that tries again and again at every place takes minutes where this takes a second."""
    for text in WORST:
        began = time.process_time()
        cite_text(text)
        assert time.process_time() - began < 15, text[:40]


NUMBERS = st.one_of(
    st.floats(0, 850), st.floats(-1e7, 1e7, allow_nan=False), st.sampled_from((0.0, 80.0, 80.001, 595.0))
)
WORDS = st.one_of(
    st.sampled_from((*PIECES, "Geachte", "voorzitter,", "Hoogachtend,", "Datum", "1.", "a)", "•", "Vraag", "Antwoord", "Bijlage", "Pagina 1 van 3", "de")),
    st.text(min_size=1, max_size=12),
)  # fmt: skip


@st.composite
def word_on(draw: st.DrawFn, page: int) -> Word:
    x0, top, width, size = draw(NUMBERS), draw(NUMBERS), draw(st.floats(0, 300)), draw(st.floats(0, 200))
    flags = draw(st.tuples(*[st.booleans()] * 4))
    return Word(draw(WORDS), Box(page, x0, top, x0 + width, top + size), size, "Verdana", *flags)


@st.composite
def box_on(draw: st.DrawFn, page: int) -> Box:
    x0, top = draw(NUMBERS), draw(NUMBERS)
    return Box(page, x0, top, x0 + draw(st.floats(0, 600)), top + draw(st.floats(0, 800)))


@st.composite
def page_of(draw: st.DrawFn, number: int) -> Page:
    words = draw(st.lists(word_on(number), max_size=25))
    rules = draw(st.lists(box_on(number), max_size=6))
    images = draw(st.lists(box_on(number), max_size=2))
    return Page(number, draw(NUMBERS), draw(NUMBERS), tuple(words), tuple(rules), tuple(images))


LETTERS = st.integers(1, 3).flatmap(lambda count: st.tuples(*[page_of(n) for n in range(1, count + 1)]))


@given(LETTERS)
@settings(
    deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
def test_any_pages_become_a_document(pages: tuple[Page, ...]) -> None:
    document = build_document(Letter("x.pdf", b"x"), pages)
    assert document.pages == len(pages)
    for part in (*document.blocks, *document.footnotes):
        assert document.text[part.span.start : part.span.end] == part.text
        assert 1 <= part.page <= len(pages)
    for note in document.footnotes:
        assert note.anchor is None or 0 <= note.anchor <= len(document.text)
    for placed in document.placed:
        assert 0 <= placed.start <= placed.end <= len(document.text)
    cite(document)
