"""Whatever is written: a moment spelled in any way comes to the same days, and hostile text to nothing worse than None."""

from __future__ import annotations

import time
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from kamerstukken.commit.deadline import find_deadlines, parse_deadline

MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
LETTER_DAYS = st.dates(date(2008, 1, 1), date(2035, 12, 31))
DAYS = st.dates(date(2000, 1, 1), date(2060, 12, 31))
WORDS = st.sampled_from(
    [
        "voor",
        "uiterlijk",
        "vanaf",
        "tot",
        "en",
        "met",
        "t/m",
        "van",
        "1",
        "31",
        "2023",
        "2024",
        "juni",
        "maart",
        "eind",
        "medio",
        "begin",
        "de",
        "het",
        "zomer",
        "reces",
        "zomerreces",
        "najaar",
        "kwartaal",
        "eerste",
        "Q3",
        "komende",
        "drie",
        "jaar",
        "weken",
        "binnen",
        "na",
        "over",
        "elk",
        "jaarlijks",
        "per",
        "-",
        "/",
        "(",
        ")",
        ",",
        ".",
        "18-19",
        "prinsjesdag",
        "schooljaar",
        "week",
        "helft",
        "dit",
        "volgend",
        "in",
        "op",
        "tussen",
        "a.s.",
        "jl.",
        "half",
        "anderhalf",
        "twee",
        "keer",
        "overleg",
        "motie",
        "vóór",
        "2023/2024",
        "1-7-2023",
        "99-99-9999",
        "0",
        "€",
    ]
)


RELAXED = settings(deadline=None, max_examples=200)


def spellings(day: date) -> list[str]:
    month = MONTHS[day.month - 1]
    return [
        f"{day.day} {month} {day.year}",
        f"op {day.day} {month.upper()} {day.year}",
        f"{day.day:02}-{day.month:02}-{day.year}",
        f"{day.day}/{day.month}/{day.year}",
        day.isoformat(),
        f"de {day.day}e {month} {day.year}",
        f"op {day.day}  {month}\n{day.year}",
        f"{day.day}\u00a0{month}\u00a0{day.year}",
    ]


@RELAXED
@given(DAYS, LETTER_DAYS)
def test_a_day_in_any_spelling_is_that_day(day: date, letter: date) -> None:
    for text in spellings(day):
        deadline = parse_deadline(text, letter)
        assert deadline is not None, text
        assert (deadline.start, deadline.end) == (day.isoformat(), day.isoformat()), text


@RELAXED
@given(DAYS, DAYS, LETTER_DAYS)
def test_a_range_in_any_spelling(one: date, other: date, letter: date) -> None:
    first, last = sorted((one, other))
    left, right = (f"{d.day} {MONTHS[d.month - 1]} {d.year}" for d in (first, last))
    for text in (
        f"van {left} tot en met {right}",
        f"{left} – {right}",
        f"in de periode {left} t/m {right}",
        f"tussen {left} en {right}",
    ):
        deadline = parse_deadline(text, letter)
        assert deadline is not None, text
        assert (deadline.start, deadline.end) == (first.isoformat(), last.isoformat()), text


@RELAXED
@given(st.integers(2000, 2060), st.integers(1, 4), LETTER_DAYS)
def test_a_quarter_in_any_spelling(year: int, n: int, letter: date) -> None:
    ordinal = ("eerste", "tweede", "derde", "vierde")[n - 1]
    spelled = [
        f"Q{n} {year}",
        f"{year}Q{n}",
        f"kwartaal {n} {year}",
        f"in het {ordinal} kwartaal van {year}",
        f"{n}e kwartaal {year}",
    ]
    got = {(d.start, d.end, d.edtf) for text in spelled if (d := parse_deadline(text, letter))}
    assert len(got) == 1
    assert got.pop()[2] == f"{year}-{32 + n}"


@RELAXED
@given(st.sampled_from(MONTHS), LETTER_DAYS)
def test_a_month_without_year_is_never_over(month: str, letter: date) -> None:
    deadline = parse_deadline(f"in {month}", letter)
    assert deadline is not None and deadline.end is not None and deadline.start is not None
    assert deadline.end >= letter.isoformat()
    assert date.fromisoformat(deadline.start).year - letter.year in (0, 1)


@RELAXED
@given(DAYS, LETTER_DAYS)
def test_voor_uiterlijk_vanaf_na_lie_around_the_day(day: date, letter: date) -> None:
    text = f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    before, latest, since, after = (
        parse_deadline(f"{w} {text}", letter) for w in ("voor", "uiterlijk", "vanaf", "na")
    )
    assert before and latest and since and after
    assert before.end is not None and before.end < day.isoformat() == latest.end == since.start
    assert after.start is not None and after.start > day.isoformat()


@RELAXED
@given(st.lists(WORDS, max_size=14).map(" ".join), LETTER_DAYS)
def test_any_order_of_the_words_of_the_grammar(text: str, letter: date) -> None:
    check(text, letter)


@RELAXED
@given(st.text(max_size=200), st.dates())
def test_any_text_on_any_day(text: str, letter: date) -> None:
    check(text, letter)


def check(text: str, letter: date) -> None:
    end = 0
    for found in find_deadlines(text, letter):
        assert end <= found.start < found.end <= len(text)
        end = found.end
        deadline = found.deadline
        assert text[found.start : found.end] == deadline.text
        if deadline.start and deadline.end:
            assert date.fromisoformat(deadline.start) <= date.fromisoformat(deadline.end)
        if deadline.start or deadline.end:
            assert deadline.certainty == "exact" and deadline.edtf
    parse_deadline(text, letter)


def test_hostile_text_takes_linear_time() -> None:
    for piece in (
        "voor 1 ",
        "van ",
        "1-",
        "begin eind ",
        "de komende ",
        "2023/",
        "zodra ",
        "na de afronding ",
        "a.s.",
        "in aanloop naar de ",
        "9" * 10,
    ):
        begun = time.process_time()
        find_deadlines(piece * (20_000 // len(piece)), "2023-04-18")
        assert time.process_time() - begun < 8, piece
