"""Every word of a page ends in the body, in a note or with the furniture; a frame's side is no rule above notes."""

from __future__ import annotations

from pathlib import Path

from kamerstukken.model import Box, Letter, Word
from kamerstukken.read import read_pages
from kamerstukken.structure import build_document
from kamerstukken.structure.columns import Column
from kamerstukken.structure.lines import Line, line_of
from kamerstukken.structure.notes.footnotes import split_notes, unmarked

LARGEST = 200_000
MOST_LOST = 0.03
"""Bullets, markers of notes and the hyphens of broken words are no words of the text: about one character in forty."""


def line(text: str, top: float, size: float) -> Line:
    words, x = [], 80.0
    for word in text.split():
        words.append(Word(word, Box(1, x, top, x + 5 * len(word), top + size), size))
        x += 5 * len(word) + 3
    return line_of(words)


BODY = [line("Ik informeer uw Kamer voor de zomer over de uitkomsten.", 100.0, 9.0)]
SMALL = [line("Bedragen in miljoenen euro", 700.0, 7.0), line("Bron: eigen telling", 710.0, 7.0)]
COLUMN = Column(left=80.0, right=500.0, size=9.0, pitch=12.0)
RULE = Box(1, 80.0, 690.0, 220.0, 690.5)


def test_small_lines_under_a_lone_short_rule_are_notes() -> None:
    body, notes = split_notes(BODY + SMALL, COLUMN, [RULE])
    assert (body, notes) == (BODY, SMALL)
    assert unmarked(notes) == 2


def test_the_side_of_a_frame_is_no_rule_above_notes() -> None:
    upright = Box(1, 80.0, 600.0, 80.5, 690.5)
    body, notes = split_notes(BODY + SMALL, COLUMN, [RULE, upright])
    assert (body, notes) == (BODY + SMALL, [])


def test_a_border_drawn_in_parts_is_no_rule_above_notes() -> None:
    body, notes = split_notes(BODY + SMALL, COLUMN, [RULE, Box(1, 220.5, 690.0, 400.0, 690.5)])
    assert (body, notes) == (BODY + SMALL, [])


def test_real_letters_keep_their_words(shared: Path) -> None:
    for path in sorted((shared / "letters").glob("*.pdf"))[::3]:
        if path.stat().st_size > LARGEST:
            continue
        letter = Letter(path.name, path.read_bytes())
        pages = read_pages(letter)
        document = build_document(letter, pages)
        printed = sum(len(word.text) for page in pages for word in page.words)
        kept = len("".join(document.text.split())) + sum(len("".join(f.split())) for f in document.furniture)
        assert printed - kept <= MOST_LOST * printed + 20, (
            f"{path.name}: {printed - kept} of {printed} characters"
        )
