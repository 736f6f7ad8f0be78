"""The room 'language', its splitter. A text to the spans of its sentences, by rules, without the parser.

A stop ends a sentence unless something speaks against it: an abbreviation, an initial, a number that counts
the list, a small letter behind it, a bracket still open. A sentence can also end without a stop: at a blank
line, at the end of a table's row, behind a heading on a line of its own, and before a word that takes a
capital only at the start of a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from kamerstukken.language.tables import lists
from kamerstukken.model import Span

STOP = re.compile(
    r"""
    (?P<stop>[.!?…]+)
    (?P<close>\s''|[)\]”’"'»]*)      # '' may stand apart, as typewriters left it
    (?P<note>\d{1,3}(?:,\s?\d{1,3})*|[¹²³⁴⁵⁶⁷⁸⁹⁰]+|\[\d{1,3}\])?   # a footnote's marker behind the stop
    (?P<late>[)\]”’"'»]*)
    (?=\s|\Z)
    """,
    re.VERBOSE,
)
"""'… te kiezen.2 Daarna', '… “klaar.” De', '… gereed? Ja'"""

LINE_END = re.compile(r"[^\S\n]*\n\s*")
"""The end of a line, with the blank lines behind it."""

WORD_BEFORE = re.compile(r"[^\s(\[“‘„\"'»«/]+\Z")
"""The word a stop belongs to: 'c.s.' in '(Van Nispen c.s.'."""

NEXT_WORD = re.compile(r"\s*(?P<open>(?:(?:,,|[(\[“‘„\"'«»•·▪–—*-])\s?)*)(?P<word>[^\s,;:.!?()\[\]”’\"»]+)?")
"""What follows a stop: opening marks, then a word."""

COUNTER = re.compile(r"(?:\(?(?:\d{1,2}|[a-zA-Z]|[ivxIVX]{1,4})\)?\.)\Z|(?:\d{1,2}\.){2,3}\Z")
"""'1.', 'a.', 'iv.', '3.2.': counts a list's item where it stands at the start of a sentence."""

DOTTED = re.compile(r"(?:[^\W\d_]{1,3}\.){2,}\Z")
"""'d.d.', 'i.h.k.v.', 'Ph.D.': an abbreviation by its form."""

INITIAL = re.compile(r"(?:\A|[-.])[A-Z]\.\Z|\A(?:Th|Chr|Ph|IJ|Tj|Sj)\.\Z")
"""'J.', 'A.-M.'"""

MISSING_STOP = re.compile(r"(?<=[a-zé0-9)”’%][^\S\n])(?=(?P<word>[A-ZÉ][a-zé]{1,14})[^\S\n]+[a-zé’'(\d])")
"""'… is verzonden Daarnaast zal': a capital that only the start of a sentence explains."""

MISSING_SPACE = re.compile(r"(?<=[a-zé]{3}[.?!])(?=(?P<word>[A-ZÉ][a-zé]{1,14})\s+[a-zé])")
"""'… is afgerond.De uitkomst'"""

NUMBER_BEFORE = re.compile(r"(?<!\d)\d{1,3}\Z")
"""'2.1 Voortgang': the digits behind this stop are no footnote's marker."""

BRACKETS = re.compile(r"\([^()\n]{1,400}\)")
"""'(zie Kamerstukken II 2017/18, 34843, nr. 30. Ook nr. 12)': no sentence ends in it."""

TITLE = re.compile(r"[‘“„«][^‘“„«”’»\n]{1,120}[^.?!…‘“„«”’»\n][”’»](?!\w)")
"""'het rapport ‘Samen verder. Naar een betere keten’': what is quoted without a stop of its own is part of a sentence."""

APOSTROPHE = re.compile(r"\s*['’]s[\s-][A-Z]")
"""'’s Middags', '’s-Gravenhage'."""

BULLET = re.compile(r"(?:[•·▪◦●○■*–—-]|\(?\d{1,2}[.)]|[a-z][.)])\s")
"""A line that begins as a list's item."""

HEADING_LENGTH = 60
"""A line shorter than this, without a stop and before a capital, is a heading: wrapped lines are longer."""


REMEMBERED = 256
"""Texts whose sentences are remembered: the stages ask for those of the same block again and again."""


@lru_cache(maxsize=REMEMBERED)
def sentence_spans(text: str) -> tuple[Span, ...]:
    """The sentences of a text in order, as offsets in it, without the blanks around them.

    Every character that is no blank lies in exactly one span. Time is linear in the text's length.
    """
    spans: list[Span] = []
    for start, end in _lines(text):
        at = start
        for cut in _cuts(text[start:end]):
            spans += _trimmed(text, at, start + cut)
            at = start + cut
        spans += _trimmed(text, at, end)
    return tuple(spans)


def _trimmed(text: str, start: int, end: int) -> list[Span]:
    piece = text[start:end]
    left = start + len(piece) - len(piece.lstrip())
    right = start + len(piece.rstrip())
    return [Span(left, right)] if left < right else []


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Stretches that no sentence crosses: paragraphs, rows of tables, headings, items of lists."""
    start = line = 0
    for gap in LINE_END.finditer(text):
        if _ends_stretch(
            text[line : gap.start()], gap.group(), text[gap.end() : gap.end() + 40], first=line == start
        ):
            yield start, gap.start()
            start = gap.end()
        line = gap.end()
    yield start, len(text)


def _ends_stretch(line: str, gap: str, following: str, *, first: bool) -> bool:
    if gap.count("\n") > 1 or "\t" in line or BULLET.match(following):
        return True
    short = first and len(line) < HEADING_LENGTH and not line.endswith((",", ";", "-"))
    return short and following[:1].isupper()


def _cuts(text: str) -> list[int]:
    """Offsets at which a new sentence begins, in order."""
    shut = [m.span() for p in (BRACKETS, TITLE) for m in p.finditer(text) if m.start() > 0]
    cuts = {at for at in _stops(text) if not _inside(at, shut)}
    for pattern, words in ((MISSING_STOP, _starters()["strong"]), (MISSING_SPACE, _starters()["all"])):
        cuts |= {
            m.start() for m in pattern.finditer(text) if m["word"] in words and not _inside(m.start(), shut)
        }
    return sorted(cuts)


def _inside(at: int, shut: list[tuple[int, int]]) -> bool:
    return any(start < at < end for start, end in shut)


def _stops(text: str) -> Iterator[int]:
    start = 0
    for match in STOP.finditer(text):
        if _ends_sentence(text, match, start):
            start = match.end()
            yield start


def _ends_sentence(text: str, match: re.Match[str], start: int) -> bool:
    if APOSTROPHE.match(text, match.end()):
        return True
    following = NEXT_WORD.match(text, match.end())
    word = (following and following["word"]) or ""
    if not word or not (word[0].isupper() or word[0].isdigit()):
        return bool(following and following["open"] and word == "")
    if (
        match["note"]
        and not match["close"]
        and NUMBER_BEFORE.search(text, max(start, match.start() - 3), match.start())
    ):
        return False
    if match["close"] or match["note"] or match["stop"] != ".":
        return True
    before = WORD_BEFORE.search(text, max(start, match.start() - 40), match.end())
    return _word_ends_sentence(before.group() if before else ".", word, first=_is_first(text, start, before))


def _is_first(text: str, start: int, before: re.Match[str] | None) -> bool:
    return before is not None and not text[start : before.start()].strip(" (\t")


def _word_ends_sentence(before: str, following: str, *, first: bool) -> bool:
    """Whether the stop of the word `before` ends a sentence, given the word that follows."""
    if first and COUNTER.match(before):
        return False
    kinds, starters = _abbreviations(), _starters()
    low = before.lower()
    if low in kinds["open"] or (following[0].isdigit() and low in kinds["number"]):
        return False
    if low in kinds["closing"]:
        return not following[0].isdigit() or low in ("etc.", "enz.")
    if low in kinds["either"] or DOTTED.search(before) or INITIAL.search(before):
        return following in starters["all"]
    return True


@cache
def _abbreviations() -> dict[str, frozenset[str]]:
    return {kind: frozenset(words) for kind, words in lists("abbreviations.toml").items()}


@cache
def _starters() -> dict[str, frozenset[str]]:
    words = lists("starters.toml")
    return {"strong": frozenset(words["strong"]), "all": frozenset(words["strong"] + words["weak"])}
