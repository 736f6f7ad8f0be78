"""Joining lines: every case is a line's end, the next line's start, and how the text must read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamerstukken.structure.hyphens import join, vocabulary_of

KNOWN = ["een sociaal-juridisch en kosten-baten overzicht", "de voortgangsrapportage"]

CASES = [
    ("de beleids-", "doorlichting", "de beleidsdoorlichting", "a syllable's hyphen goes"),
    ("de voortgangs\u00ad", "rapportage", "de voortgangsrapportage", "a soft hyphen always goes"),
    (
        "een kosten-",
        "baten analyse",
        "een kosten-baten analyse",
        "the letter writes it with a hyphen elsewhere",
    ),
    ("de OCW-", "begroting", "de OCW-begroting", "an abbreviation keeps its hyphen"),
    ("de e-", "mail", "de e-mail", "a single letter keeps its hyphen"),
    ("Noord-", "Holland", "Noord-Holland", "a capital follows"),
    ("niet-", "westerse landen", "niet-westerse landen", "a prefix that takes a hyphen"),
    ("zee-", "eenden", "zee-eenden", "vowels that would clash"),
    ("in-", "en uitvoer", "in- en uitvoer", "a suspended hyphen keeps its blank"),
    ("OCW- of", "VWS-beleid", "OCW- of VWS-beleid", "no hyphen at the line's end"),
    ("2019-", "2020", "2019-2020", "a range of years"),
    ("beleid -", "zoals bekend", "beleid - zoals bekend", "a dash between blanks"),
    ("minister/", "staatssecretaris", "minister/staatssecretaris", "a slash holds"),
    (
        "https://www.rijksoverheid.nl/",
        "documenten/brief",
        "https://www.rijksoverheid.nl/documenten/brief",
        "a URL goes on",
    ),
    ("https://www.cbs.nl/nl-", "nl/cijfers", "https://www.cbs.nl/nl-nl/cijfers", "a URL keeps its hyphen"),
    ("zie www.cbs.nl", "De cijfers", "zie www.cbs.nl De cijfers", "a sentence after a URL"),
    ("de", "Kamer", "de Kamer", "plain lines"),
]


@pytest.mark.parametrize(("left", "right", "wanted", "why"), CASES, ids=[case[3] for case in CASES])
def test_lines_are_joined(left: str, right: str, wanted: str, why: str) -> None:
    cut, glue = join(left, right, vocabulary_of(KNOWN))
    assert left.removesuffix(cut) + glue + right == wanted, why


@given(st.text("abcdeé -/.\u00adXY1", max_size=12), st.text("abcdeé -/.XY1", max_size=12))
def test_no_character_but_a_hyphen_is_lost(left: str, right: str) -> None:
    cut, glue = join(left, right, vocabulary_of([left, right]))
    assert cut in ("", "-", "\u00ad")
    assert glue in ("", " ")
    assert left.endswith(cut)
