"""Footnote markers: what a word at a marker's place stands for."""

from __future__ import annotations

import pytest

from kamerstukken.model import Box, Word
from kamerstukken.structure.flow import flow_of
from kamerstukken.structure.hyphens import Vocabulary
from kamerstukken.structure.lines import Line, line_of
from kamerstukken.structure.notes.anchors import markers_of
from kamerstukken.structure.notes.footnotes import Note
from kamerstukken.structure.notes.markers import unraised_in


def word(text: str, x: float = 80.0, *, raised: bool = False) -> Word:
    size = 6.0 if raised else 9.0
    return Word(text, Box(1, x, 100.0, x + 5 * len(text), 109.0), size, superscript=raised, glued=raised)


def line(*words: str | Word) -> Line:
    return line_of(
        [word(each, 80.0 + 50 * at) if isinstance(each, str) else each for at, each in enumerate(words)]
    )


def notes(*markers: str) -> list[Note]:
    return [Note(marker, 1, ((word("Bron."),),)) for marker in markers]


@pytest.mark.parametrize(
    ("text", "marker", "why"),
    [
        ("bibliotheek.1", "1", "behind a full stop, as a scan gives it"),
        ("realiseren3", "3", "behind a word"),
        ("(DBP)”,12", "12", "behind brackets and quotes"),
        ("vestiging,4.", "4", "with a full stop behind it"),
        ("nr.13", None, "a number of a paper"),
        ("CO2", None, "an exponent in capitals"),
        ("3.5", None, "a number"),
        ("A4", None, "a size of paper"),
        ("blz.7", None, "a page"),
        ("2022/23", None, "a session"),
    ],
)
def test_digits_without_rise_can_be_a_marker(text: str, marker: str | None, why: str) -> None:
    assert unraised_in(word(text)) == marker, why


@pytest.mark.parametrize(
    ("body", "markers", "text", "tied", "why"),
    [
        (
            ["Dit", "is", "zo.1"],
            ["1", "2"],
            "Dit is zo.",
            ["1"],
            "digits that lost their rise, where a note waits for them",
        ),
        (
            ["zo.1", "en", "ook.1"],
            ["1", "2"],
            "zo.1 en ook.1",
            [],
            "two words end so: nobody knows which one carries the marker",
        ),
        (
            ["zo.1", "en", word("1", 170.0, raised=True)],
            ["1", "2"],
            "zo.1 en",
            ["1"],
            "a raised marker is there, so the digit is text",
        ),
        (["zo.1", "dan"], [], "zo.1 dan", [], "no note, no marker"),
        (
            ["zo", word("12", 140.0, raised=True), "dan"],
            ["1", "2"],
            "zo dan",
            ["1", "2"],
            "two markers printed against each other",
        ),
        (
            ["zo", word("12", 140.0, raised=True), "dan"],
            ["1", "2", "12"],
            "zo dan",
            ["12"],
            "a note with that very number goes first",
        ),
        (
            ["zo", word("[1]", 140.0, raised=True), "dan"],
            ["1", "2"],
            "zo dan",
            ["1"],
            "brackets around a raised marker are part of it",
        ),
    ],
)
def test_markers_leave_the_text_and_tie_their_notes(
    body: list[str | Word], markers: list[str], text: str, tied: list[str], why: str
) -> None:
    whole = line(*body)
    known = markers_of(notes(*markers), [[whole]])
    flow = flow_of([whole.words], Vocabulary(frozenset()), known)
    assert flow.text == text, why
    assert [mark.marker for mark in flow.marks] == tied, why
