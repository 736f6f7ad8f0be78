"""From a structured reference to any of its spellings and back: ids, chamber, session, pages and span survive."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kamerstukken import cite_text
from kamerstukken.model import Reference

CHAPTERS = (
    "I",
    "IIA",
    "IIB",
    "III",
    "IV",
    "V",
    "VI",
    "VII",
    "VIII",
    "IX",
    "IXB",
    "X",
    "XII",
    "XIII",
    "XV",
    "XVI",
    "XVII",
    "XIX",
    "XXII",
)
BLANKS = (" ", "\u00a0", "\u2009", "\u202f", "\n")
blank = st.sampled_from(BLANKS)
before = st.sampled_from(("", "Zie ", "(", "zoals gemeld in mijn brief (", "«", "1 "))
after = st.sampled_from(("", ".", ").", ") en verder.", "; daarover later.", ", zoals u weet.", "»"))
NAMES = (
    "Van Nispen",
    "Leijten",
    "Bruins Slot",
    "Van der Staaij",
    "Kröger",
    "Yesilgöz-Zegerius",
    "Inge van Dijk",
    "El Abassi",
    "Ten Broeke",
    "Schut-Welkzijn",
    "'t Hart",
)


@dataclass(frozen=True)
class Written:
    """A spelling with what must be read from it."""

    words: str
    ids: tuple[str, ...]
    chamber: str | None = None
    session: str | None = None
    pages: str | None = None


@st.composite
def years(draw: st.DrawFn) -> tuple[str, str]:
    """A session and one of its notations."""
    first = draw(st.integers(1980, 2030))
    second = first + 1
    sign = draw(st.sampled_from(("-", "/", "–", "‑", " - ", "-\n")))
    last = draw(st.sampled_from((str(second), f"{second % 100:02d}")))
    lead = draw(st.sampled_from(("", "", "vergaderjaar ", "zittingsjaar ")))
    return f"{first}-{second}", f"{lead}{first}{sign}{last}"


@st.composite
def dossiers(draw: st.DrawFn) -> tuple[str, str]:
    """A dossier with its toevoeging as in an id, and one of its spellings."""
    number = str(draw(st.integers(17000, 37999).filter(lambda n: n != 21501)))
    spelled = draw(
        st.sampled_from((number, f"{number[:2]}{draw(blank)}{number[2:]}", f"{number[:2]}.{number[2:]}"))
    )
    way = draw(st.sampled_from(("plain", "chapter", "council", "kingdom")))
    if way == "chapter":
        chapter = draw(st.sampled_from(CHAPTERS))
        sign = draw(st.sampled_from(("-", " ", "\u00a0", ", ", " - ")))
        return f"{number}-{chapter}", f"{spelled}{sign}{chapter}"
    if way == "council":
        addition = f"{draw(st.integers(1, 34)):02d}"
        return f"21501-{addition}", f"{draw(st.sampled_from(('21501', '21 501', '21.501')))}-{addition}"
    if way == "kingdom":
        sign = draw(st.sampled_from((" ", "-", "\u00a0")))
        return number, f"{spelled}{sign}(R{draw(st.integers(1500, 2300))})"
    return number, spelled


@st.composite
def listed(draw: st.DrawFn) -> tuple[tuple[str, ...], str]:
    """Numbers of papers and how they are listed."""
    way = draw(st.sampled_from(("one", "and", "several", "range")))
    nr, nrs = draw(
        st.sampled_from(
            (
                ("nr. ", "nrs. "),
                ("nr.", "nrs."),
                ("nr ", "nrs "),
                ("nummer ", "nummers "),
                ("nr.\u00a0", "nrs.\u00a0"),
            )
        )
    )
    first = draw(st.integers(1, 999))
    if way == "one":
        return (str(first),), f"{nr}{first}"
    if way == "range":
        last = first + draw(st.integers(1, 8))
        sign = draw(st.sampled_from((" t/m ", " tot en met ", "–", " – ")))
        return tuple(map(str, range(first, last + 1))), f"{nrs}{first}{sign}{last}"
    more = draw(
        st.lists(st.integers(1, 999), min_size=1, max_size=1 if way == "and" else 4, unique=True).filter(
            lambda x: first not in x
        )
    )
    every = [str(first), *map(str, more)]
    return tuple(every), f"{nrs}{', '.join(every[:-1])} en {every[-1]}"


@st.composite
def kamerstukken(draw: st.DrawFn) -> Written:
    """A kamerstuk of the Tweede Kamer, or of both without a label that says which."""
    label, chamber = draw(st.sampled_from((
        ("Kamerstukken II", "II"), ("Kamerstukken\u00a0II", "II"), ("Kamerstuk", None), ("kamerstuk", None), ("Kamerstukken", None),
        ("Kamerstukken II,", "II"), ("TK", "II"), ("Tweede Kamer,", "II"), ("Kamerstuknummer", None), ("Kst.", None), ("Kamer-\nstukken II", "II"),
    )))  # fmt: skip
    session, said = (
        draw(st.one_of(st.just((None, "")), years())) if label != "Tweede Kamer," else draw(years())
    )
    stem, dossier = draw(dossiers())
    found, numbers = draw(listed())
    pages = draw(st.sampled_from((None, "7", "3-5", "12")))
    tail = f", {draw(st.sampled_from(('p. ', 'blz. ', 'pag. ')))}{pages}" if pages else ""
    comma = draw(st.sampled_from((", ", " ", ",\n")))
    words = f"{label} {said + ', ' if said else ''}{dossier}{comma}{numbers}{tail}"
    return Written(words, tuple(f"kst-{stem}-{n}" for n in found), chamber, session, pages)


@st.composite
def senate(draw: st.DrawFn) -> Written:
    """A paper of the Eerste Kamer: letters, or before 2007 numbers with a letter."""
    session, said = draw(years())
    number = str(draw(st.integers(17000, 37999)))
    letter = draw(st.sampled_from(("A", "B", "C", "D", "E", "H", "AB", "16a", "188b")))
    label = draw(st.sampled_from(("Kamerstukken I", "EK", "Eerste Kamer,")))
    return Written(
        f"{label} {said}, {number[:2]} {number[2:]}, {letter}", (f"kst-{number}-{letter}",), "I", session
    )


def only(text: str, kind: str) -> Reference:
    found = [r for r in cite_text(text) if r.kind == kind]
    assert len(found) == 1, (text, found)
    return found[0]


def agree(reference: Reference, written: Written, at: int) -> None:
    assert (reference.start, reference.text) == (at, written.words)
    assert reference.ids == written.ids
    assert (reference.chamber, reference.session, reference.pages) == (
        written.chamber,
        written.session,
        written.pages,
    )


@given(st.one_of(kamerstukken(), senate()), before, after)
@settings(max_examples=400, deadline=None)
def test_any_spelling_of_a_kamerstuk_is_read_back(written: Written, left: str, right: str) -> None:
    agree(only(f"{left}{written.words}{right}", "kamerstuk"), written, len(left))


@given(dossiers(), listed(), before, after)
@settings(max_examples=200, deadline=None)
def test_a_kamerstuk_without_a_label_is_read_back(
    dossier: tuple[str, str], numbers: tuple[tuple[str, ...], str], left: str, right: str
) -> None:
    words = f"{dossier[1]}, {numbers[1]}"
    found = only(f"{left if left != '1 ' else ''}{words}{right}", "kamerstuk")
    assert found.text == words
    assert found.ids == tuple(f"kst-{dossier[0]}-{n}" for n in numbers[0])


@given(
    st.sampled_from(("motie", "Motie", "gewijzigde motie", "Nader gewijzigde motie", "Gew. motie")),
    st.lists(st.sampled_from(NAMES), min_size=1, max_size=3, unique=True),
    st.sampled_from(("members", "plain", "hyphen")),
    st.sampled_from(("", " c.s.")),
    st.sampled_from((" over de zorg.", " is aangenomen.", ".", ", waarin wordt gevraagd", ") gevraagd")),
)
@settings(max_examples=300, deadline=None)
def test_any_spelling_of_a_named_motie_is_read_back(
    word: str, names: list[str], way: str, cs: str, right: str
) -> None:
    joined = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} en {names[-1]}"
    if way == "hyphen":
        words = f"{word}-{'/'.join(names)}{cs}"
    else:
        of = (" van het lid " if len(names) == 1 else " van de leden ") if way == "members" else " "
        words = f"{word}{of}{joined}{cs}"
    found = only(f"Ik voer de {words}{right}", "motie")
    assert found.text == words
    assert found.indieners == tuple(names)
    assert found.ids == ()


@given(st.sampled_from(NAMES), kamerstukken())
@settings(max_examples=100, deadline=None)
def test_a_named_motie_takes_the_number_in_brackets_behind_it(name: str, written: Written) -> None:
    motie = only(f"de motie van het lid {name} ({written.words}) over de zorg", "motie")
    assert motie.ids in (written.ids, ()) and (motie.ids == written.ids or len(written.ids) > 1)


@given(
    years(),
    st.integers(1, 4999),
    st.sampled_from(
        (
            "Aanhangsel Handelingen II",
            "Aanhangsel van de Handelingen",
            "Aanhangsel Handelingen,",
            "Aanhangsel Handelin-\ngen II,",
        )
    ),
)
@settings(max_examples=100, deadline=None)
def test_any_spelling_of_an_aanhangsel_is_read_back(
    session: tuple[str, str], number: int, label: str
) -> None:
    words = f"{label} {session[1]}, nr. {number}"
    found = only(f"Zie {words}.", "aanhangsel")
    assert (found.text, found.ids) == (words, (f"ah-tk-{session[0].replace('-', '')}-{number}",))


@given(years(), st.integers(1, 110), st.integers(1, 60), st.sampled_from((("II", "tk"), ("I", "ek"))))
@settings(max_examples=100, deadline=None)
def test_any_spelling_of_handelingen_is_read_back(
    session: tuple[str, str], meeting: int, item: int, house: tuple[str, str]
) -> None:
    words = f"Handelingen {house[0]} {session[1]}, nr. {meeting}, item {item}, p. 3"
    found = only(f"({words}).", "handelingen")
    assert found.ids == (f"h-{house[1]}-{session[0].replace('-', '')}-{meeting}-{item}",)
    assert (found.text, found.chamber, found.session, found.pages) == (words, house[0], session[0], "3")


@given(
    st.sampled_from(
        (
            ("Stb.", "stb"),
            ("Staatsblad", "stb"),
            ("Stcrt.", "stcrt"),
            ("Staatscourant", "stcrt"),
            ("Trb.", "trb"),
            ("Tractatenblad", "trb"),
        )
    ),
    st.integers(1950, 2030),
    st.integers(1, 60000),
    st.sampled_from((", ", ", nr. ", " nr. ", ",", ",\u00a0nr. ")),
)
@settings(max_examples=150, deadline=None)
def test_any_spelling_of_a_publication_is_read_back(
    label: tuple[str, str], year: int, number: int, sign: str
) -> None:
    words = f"{label[0]} {year}{sign}{number}"
    found = only(f"({words})", label[1])
    assert (found.text, found.ids) == (words, (f"{label[1]}-{year}-{number}",))


@given(st.text(max_size=300))
@settings(max_examples=300, deadline=None)
def test_references_lie_in_the_text_in_order_and_apart(text: str) -> None:
    found = cite_text(text)
    assert all(text[r.start : r.end] == r.text and r.start < r.end for r in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


@given(st.lists(st.sampled_from(("Kamerstukken ", "II ", "34 843", ", ", "nr. ", "30", "moties ", "van de leden ", "Leijten ", "en ", "(", ")", "2017-18", "XVI", "idem", "artikel ", "Wet ", "-", "\n", "t/m ", "Stb. ", "2019")), max_size=40))  # fmt: skip
@settings(max_examples=300, deadline=None)
def test_shards_of_citations_break_nothing(shards: list[str]) -> None:
    text = "".join(shards)
    found = cite_text(text)
    assert all(text[r.start : r.end] == r.text for r in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


@pytest.mark.parametrize(
    "number",
    [
        "2511 DP",
        "070-3712345",
        "06-12345678",
        "€ 34.843",
        "34.843 meldingen",
        "ISBN 978-90-12345-67-8",
        "NL91 ABNA 0417 1643 00",
        "Ons kenmerk 2023-0000123456",
        "34843 euro",
        "Postbus 20018",
    ],
)
def test_other_numbers_are_no_references(number: str) -> None:
    assert cite_text(f"Dit gaat over {number}.") == []
