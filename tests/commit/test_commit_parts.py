"""The parts of the commitments stage by themselves: lexicon, features of the parse, surroundings, weights, clauses."""

from __future__ import annotations

import datetime
import itertools
import re

import numpy as np
import pytest
from commit_letters import letter
from hypothesis import given, settings
from hypothesis import strategies as st

from kamerstukken.commit import commit
from kamerstukken.commit.clauses import clauses
from kamerstukken.commit.course import COURSE, coarse, course, signs_of
from kamerstukken.commit.cues import PATTERNS, cues
from kamerstukken.commit.grammar import grammar
from kamerstukken.commit.learned import HEADS, chance, read_weights, shipped
from kamerstukken.commit.lexicon import noun_classes, verb_classes
from kamerstukken.commit.small import for_small_letters
from kamerstukken.commit.surroundings import NAMES, surroundings
from kamerstukken.commit.units import units
from kamerstukken.commit.when import when
from kamerstukken.language import load

WORDS = [
    "ik",
    "zal",
    "en",
    "de",
    "Kamer",
    "informeren",
    "waarna",
    "is",
    "regeling",
    "besloten",
    "niet",
    ",",
    ".",
]


@pytest.mark.parametrize(
    ("lemma", "classes", "why"),
    [
        ("verkennen", ("onderzoeken",), "a verb of the lists"),
        ("voort_zetten", ("uitvoeren",), "a separable verb in two pieces"),
        ("publiceren", ("maken",), "one class"),
        ("versterken", ("veranderen",), "one class"),
        ("kikkeren", (), "no class"),
    ],
)
def test_verbs_have_classes(lemma: str, classes: tuple[str, ...], why: str) -> None:
    assert verb_classes(lemma) == classes, why


@pytest.mark.parametrize(
    ("lemma", "classes", "why"),
    [
        ("programma", ("instrument",), "a noun of the lists"),
        ("stimuleringsprogramma", ("instrument",), "a compound goes by its end"),
        ("vervolgonderzoek", ("studie",), "in the lists itself"),
        ("el", (), "too short for the end of a compound"),
        ("xx", (), "shorter than any head"),
    ],
)
def test_nouns_have_classes(lemma: str, classes: tuple[str, ...], why: str) -> None:
    assert noun_classes(lemma) == classes, why


@pytest.mark.parametrize(
    ("one", "other", "names", "why"),
    [
        (
            "Ik informeer uw Kamer.",
            "De Inspectie informeert scholen.",
            ("Rsc:ik",),
            "the subject tells who promises",
        ),
        (
            "De regeling is onderzocht.",
            "De regeling wordt onderzocht.",
            ("Rt:Preszijn",),
            "the helper tells what is done",
        ),
        ("Ik ga dit verkennen.", "Ik zie dit.", ("Xvc:onderzoeken",), "the verb behind gaan is the act"),
    ],
)
def test_the_parse_tells_apart_what_words_do_not(
    one: str, other: str, names: tuple[str, ...], why: str
) -> None:
    mine, theirs = grammar(load()(one)), grammar(load()(other))
    assert all(name in mine and name not in theirs for name in names), why


def test_nothing_is_said_of_an_empty_parse() -> None:
    assert grammar(load()("")) == {}


def test_what_stands_around_a_unit() -> None:
    document = letter(
        ("paragraph", "Ik zal dit doen. Het is een feit."),
        ("paragraph", "Het komende jaar zal ik:"),
        ("item", "een loket openen;"),
        ("item", "een regeling treffen."),
    )
    found = units(document)
    columns = surroundings(found, [2.0, -2.0, -1.0, 3.0, 1.0])
    rows = [dict(zip(NAMES, row, strict=True)) for row in columns]
    assert [row["own"] for row in rows] == [2.0, -2.0, -1.0, 3.0, 1.0]
    assert (rows[0]["after"], rows[0]["block mean"], rows[0]["in a list"]) == (-2.0, -2.0, 0.0)
    assert (rows[3]["list mean"], rows[4]["list mean"], rows[3]["item"]) == (1.0, 3.0, 1.0)
    assert rows[2]["alone in block"] == 1.0
    assert {row["letter mean"] for row in rows} == {np.mean([2.0, -2.0, -1.0, 3.0, 1.0])}


def test_a_letter_without_a_unit_has_no_surroundings() -> None:
    assert surroundings([], []).shape == (0, len(NAMES))


def test_weights_are_the_same_after_a_round_trip() -> None:
    weights = shipped()
    assert read_weights(weights.to_bytes()).to_bytes() == weights.to_bytes()
    assert weights.grammar.matrix.shape == (len(weights.grammar.vocabulary), len(HEADS))
    assert weights.place.shape == (len(NAMES) + 1,)


@given(st.floats(-1e6, 1e6))
def test_a_chance_is_a_chance(score: float) -> None:
    assert 0.0 < chance(score) < 1.0
    assert chance(score) + chance(-score) == pytest.approx(1.0)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=24))
def test_clauses_lie_in_the_text_in_order(words: list[str]) -> None:
    text = " ".join(words)
    found = clauses(load()(text))
    edges = [offset for span in found for offset in (span.start, span.end)]
    assert edges == sorted(edges) and edges[0] >= 0 and edges[-1] <= len(text)


def test_a_higher_threshold_keeps_a_part_of_the_same() -> None:
    document = letter(
        ("paragraph", "Ik zal uw Kamer voor de zomer informeren. Het overleg loopt. Dat is een goede zaak."),
        ("paragraph", "De regeling is verlengd. Wij blijven dit volgen. Het aantal is gestegen."),
    )
    kept = [{c.quote.span for c in commit(document, threshold=at)} for at in (0.1, 0.4, 0.7, 1.0)]
    assert kept[0] > kept[3] == set()
    assert all(more >= less for more, less in itertools.pairwise(kept))


def test_two_acts_of_one_sentence_are_two_rows() -> None:
    document = letter(
        ("paragraph", "De proef loopt tot eind 2025 en ik zal in 2026 de resultaten met uw Kamer delen.")
    )
    rows = commit(document)
    assert [row.quote.text for row in rows] == [
        "De proef loopt tot eind 2025",
        "ik zal in 2026 de resultaten met uw Kamer delen.",
    ]
    assert [row.kind for row in rows] == ["maatregel", "toezegging"]
    assert len({row.id for row in rows}) == 2


@pytest.mark.parametrize(
    ("table", "kept", "why"),
    [
        (
            "Planning Q1\nNota wonen\nBrief zorg",
            ["Nota wonen", "Brief zorg"],
            "a moment alone heads the rows below",
        ),
        ("Kwartaal 2 2024\nNota wonen", ["Nota wonen"], "so it does with its year"),
        ("Nota wonen\nKwartaal 3\nBrief zorg", ["Nota wonen", "Brief zorg"], "in the middle of a table too"),
        ("Onderwerp\tWanneer\nNota wonen\tQ1", ["Nota wonen\tQ1"], "names of columns"),
        ("\tin dollars\tin euro\nSaba\t3\t4", ["Saba\t3\t4"], "names of columns, the first without one"),
        (
            "Nota wonen\tQ1\nBrief zorg\tQ2",
            ["Nota wonen\tQ1", "Brief zorg\tQ2"],
            "a moment in its row: no head",
        ),
        (
            "Nota wonen\nBrief zorg",
            ["Nota wonen", "Brief zorg"],
            "one column has no head to tell from its rows",
        ),
        ("Planning Q1", ["Planning Q1"], "a row alone heads nothing"),
        (
            "Zorg\t3\nUitgaven (in € 1.000) 2024\t2025\nWonen\t4",
            ["Zorg\t3", "Wonen\t4"],
            "in what columns count",
        ),
        (
            "Zorg\t3\nSaba krijgt € 1.000 in 2024",
            ["Zorg\t3", "Saba krijgt € 1.000 in 2024"],
            "an amount is no head",
        ),
    ],
)
def test_a_row_that_heads_others_is_no_unit(table: str, kept: list[str], why: str) -> None:
    assert [unit.text for unit in units(letter(("table", table)))] == kept, why


def test_running_text_in_a_frame_is_read_by_the_sentence() -> None:
    sentence = "De dienst werkt dit jaar aan een nieuw register voor alle betrokken partijen in de keten."
    text = " ".join([sentence] * 4)
    found = units(letter(("table", f"{text}\nNota wonen")))
    assert [unit.text for unit in found] == [*[sentence] * 4, "Nota wonen"]
    assert [unit.block.kind for unit in found] == ["paragraph"] * 4 + ["table"]
    assert [unit.head for unit in found] == [""] * 4 + [sentence], (
        "only a row has the table's first row above it"
    )


@pytest.mark.parametrize(
    ("text", "names", "why"),
    [
        ("In 2022 is het meldpunt ingericht.", {"year:past", "first year:past", "last year:past"}, "before the letter"),
        ("In 1998 begon dit.", {"year:long ago", "first year:long ago", "last year:long ago"}, "history"),
        ("In 2024 en 2027 volgt geld.", {"year:this", "year:later", "first year:this", "last year:later"}, "the ends of a range"),
        ("In 2025 volgt geld.", {"year:next", "first year:next", "last year:next"}, "the year after"),
        ("In februari is dit besproken.", {"month:past"}, "a month without a year is of the letter's"),
        ("Dit volgt in mei.", {"month:to come"}, "after the letter"),
        ("Vanaf maart loopt dit.", {"month:this"}, "the letter's own month"),
        ("Dit is er in februari 2025.", {"year:next", "first year:next", "last year:next", "month:to come with its year"}, "a month with its year"),
        ("Artikel 2024a en 20245 zijn geen jaren.", set(), "digits inside a word"),
    ],
)  # fmt: skip
def test_years_and_months_are_seen_from_the_letter(text: str, names: set[str], why: str) -> None:
    assert set(when(text, "2024-03-04")) == names, why


@given(st.text(), st.dates())
@settings(max_examples=100)
def test_time_features_of_any_text(text: str, day: datetime.date) -> None:
    assert all(value == 1.0 for value in when(text, day.isoformat()).values())
    assert when(text, None) == {}


@pytest.mark.parametrize(
    ("pattern", "text", "why"),
    [
        (r"\bTweede\s+Kamer\b", "de TWEEDE Kamer", "capitals in both"),
        (r"\A\S+\W\Z", "ZIE:", "escapes keep their capitals"),
        (r"(?P<Wie>BZK|VWS)", "het ministerie van vws", "so does the name of a group"),
        (r"[A-Z]{3}\d", "kst7", "classes of capitals are classes of letters"),
    ],
)
def test_patterns_for_small_letters_find_the_same(pattern: str, text: str, why: str) -> None:
    assert re.search(pattern, text, re.IGNORECASE), why
    assert for_small_letters(pattern).search(text.lower()), why


@given(st.text(max_size=60))
@settings(max_examples=200)
def test_signs_do_not_look_at_capitals(text: str) -> None:
    small = text.lower()
    for name, pattern in PATTERNS.items():
        found = re.search(pattern, small, re.IGNORECASE) is not None
        assert (name in cues(small)) == found


@pytest.mark.parametrize(
    ("text", "signs", "why"),
    [
        ("De Kamer ontvangt jaarlijks een overzicht.", {"often", "tell"}, "a standing report"),
        ("Er is een start gemaakt met het herstel.", {"begin", "begun", "have"}, "begun"),
        ("Op korte termijn wordt een groep gevormd.", {"soon"}, "soon, present tense"),
        ("Afgesproken is om dit te verkennen.", {"agree", "have", "to do"}, "agreed to do"),
        ("Ik zal mij blijven inzetten.", {"stay", "will"}, "goes on"),
        ("Het water is hoog.", {"have"}, "no more than its verb"),
    ],
)
def test_signs_of_an_acts_course(text: str, signs: set[str], why: str) -> None:
    assert signs_of(text) == signs, why


@pytest.mark.parametrize(
    ("tense", "few"),
    [
        ("Preszullen", "zal"),
        ("gaan>", "gaan"),
        ("Preszijn", "perfect"),
        ("Pastworden", "past"),
        ("Presworden", "wordt"),
        ("Pres", "pres"),
        ("", "none"),
    ],
)
def test_tenses_in_few_words(tense: str, few: str) -> None:
    assert coarse(tense) == few


def test_the_course_has_pairs_of_traits() -> None:
    text = "Ik stuur uw Kamer binnenkort een brief."
    (unit,) = units(letter(("paragraph", text)))
    found = course(unit, grammar(load()(text)))
    assert all(name.startswith(COURSE) for name in found)
    assert {"co:soon present", "tr:W=ik M=soon", "tr:T=pres W=ik"} <= set(found)


@given(
    st.lists(
        st.sampled_from(
            [
                *WORDS,
                "Kamer",
                "miljoen",
                "euro",
                "€",
                "?",
                "van start",
                "op schoot",
                "jaarlijks",
                "om te doen",
            ]
        ),
        max_size=14,
    )
)
def test_signs_are_found_by_word_as_by_pattern(words: list[str]) -> None:
    text = " ".join(words)
    by_pattern = {
        name for name, pattern in PATTERNS.items() if for_small_letters(pattern).search(text.lower())
    }
    assert {name for name in cues(text) if "+" not in name} == by_pattern
