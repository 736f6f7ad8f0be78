"""The room 'language', short names. The abbreviations that a letter introduces itself, and what they stand for.

'Nationaal Rapporteur Mensenhandel (hierna: NR)', 'de Inspectie Leefomgeving en Transport (ILT)', 'het CJG (Centrum
Jeugd en Gezin)'. The letters of a short form are matched with the words before it from the right, as Schwartz
and Hearst (2003, 'A simple algorithm for identifying abbreviation definitions') do.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kamerstukken.model import Span

HEREAFTER = re.compile(
    r"\(\s*(?:hierna|verder|in\s+het\s+vervolg|ook\s+wel)(?:\s+(?:te\s+noemen|genoemd|ook))?\s*:?\s*(?:de|het)?\s*[‘“'\"]?(?P<short>[^()‘’“”'\"]{2,40}?)[’”'\"]?\s*\)",
    re.IGNORECASE,
)
"""'(hierna: de Raad)', '(verder: CN)'"""

SHORT_IN_BRACKETS = re.compile(r"\((?P<short>[A-Z][\w&-]{1,9})\)")
"""'(ILT)', '(RvdR)', '(KMar)'"""

LONG_IN_BRACKETS = re.compile(r"(?<!\w)(?P<short>[A-Z]{2,8})\s+\((?P<long>[A-Z][\w-]+(?:\s+[\w-]+){1,8})\)")
"""'CJG (Centrum Jeugd en Gezin)'"""

WORD = re.compile(r"[^\s(),;:.]+")

SMALL = frozenset(
    [
        "de",
        "het",
        "een",
        "en",
        "van",
        "voor",
        "der",
        "den",
        "in",
        "op",
        "te",
        "ter",
        "tot",
        "of",
        "aan",
        "met",
        "bij",
        "om",
        "tegen",
    ]
)

FURTHEST = 160
"""A short form stands for words at most so many characters before it."""


@dataclass(frozen=True, slots=True)
class Introduced:
    """A short form, what it stands for, and where the letter says so."""

    short: str
    long: str
    span: Span


def introduced(text: str) -> tuple[Introduced, ...]:
    """The short forms a text introduces, in order; the first introduction of a form counts."""
    found: dict[str, Introduced] = {}
    for item in sorted(_all(text), key=lambda i: i.span):
        found.setdefault(item.short, item)
    return tuple(found.values())


def _all(text: str) -> list[Introduced]:
    items = []
    for pattern in (HEREAFTER, SHORT_IN_BRACKETS):
        for match in pattern.finditer(text):
            long = _long_before(text[max(0, match.start() - FURTHEST) : match.start()], match["short"])
            if long:
                items.append(Introduced(match["short"].strip(), long, Span(*match.span())))
    for match in LONG_IN_BRACKETS.finditer(text):
        if _long_before(match["long"] + " ", match["short"]):
            items.append(Introduced(match["short"], match["long"], Span(*match.span())))
    return items


def _long_before(before: str, short: str) -> str | None:
    """The words at the end of `before` that a short form stands for; None where they do not fit."""
    words = list(WORD.finditer(re.split(r"[.;:?!]\s|\)\s", before)[-1]))
    if not words:
        return None
    offset = len(before) - len(re.split(r"[.;:?!]\s|\)\s", before)[-1])
    first = (
        _by_letters(words, short)
        if short.isupper() or sum(map(str.isupper, short)) > 1
        else _by_word(words, short)
    )
    if first is None or words[first].group().lower() in SMALL:
        return None
    return before[offset + words[first].start() :].strip(" ,‘“'\"’”")


def _by_letters(words: list[re.Match[str]], short: str) -> int | None:
    """Index of the first word such that the capitals of `short` begin words from there on, the first one that word."""
    letters = [c.lower() for c in short if c.isalnum()]
    for count in range(2, min(len(words), 2 * len(letters) + 4) + 1):
        tail = [w.group().lower() for w in words[-count:]]
        if tail[0][0] == letters[0] and _fits(tail, letters) and tail[0] not in SMALL:
            return len(words) - count
    return None


def _fits(words: list[str], letters: list[str]) -> bool:
    """Whether the letters occur in order in the words, at least half of them as first letters."""
    text, at, heads = " ".join(words), 0, 0
    for letter in letters:
        at = text.find(letter, at)
        if at < 0:
            return False
        heads += at == 0 or text[at - 1] in " -"
        at += 1
    return 2 * heads >= len(letters)


def _by_word(words: list[re.Match[str]], short: str) -> int | None:
    """Index of the word that a short form like 'de Raad' repeats: the last with a capital that starts a name."""
    for index in range(len(words) - 1, -1, -1):
        if words[index].group().lower() == short.lower():
            return index
    return None
