"""Deadlines, the first step: a text to tokens with offsets, in one linear pass."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import wraps
from typing import Any, TypeVar

# '2023-07-01', '1-7-2023', 't/m', 'z.s.m.', 'Q1', '35e', 'vóór'
TOKEN = re.compile(
    r"""
    (?<![\w-])\d{4}-\d{2}-\d{2}(?![\w-])                  # 2023-07-01
    | (?<![\w.-])\d{1,2}[-/.]\d{1,2}[-/.]\d{4}(?![\w-])   # 1-7-2023, 01/07/2023
    | (?<!\w)t/m(?!\w)
    | (?<![\w.])(?:[^\W\d_]\.){2,4}                       # a.s., z.s.m., t.z.t.
    | \w+
    | [^\w\s]
    """,
    re.VERBOSE | re.IGNORECASE,
)


# 'juli', 'kwartaal', 'zomerreces', 'jaarlijks', '2023', '1-7-2023', 'Q1', 'vandaag': a word without which there are no days
ANCHOR = re.compile(
    r"""
    \d{4} | [\d./-]{8,10} | (?:20\d\d)?[qkh][1-4] | \w*(?:jaar|jaren|jaars|jaarse?)(?:periode)? | \w*(?:da+gen|da+g|week|weken|maand|maanden)
    | (?:half)?kwarta(?:al|len)|kw | \w*jaarlijkse? | \w*(?:dage|we+ke|maande)lijkse? | (?:na|voor)jaars?
    | zomers?|zomerperiode|zomermaanden|winter|herfst|lente | \w*reces | \w*wisseling | kerst(?:mis)? | pasen | pinksteren | hemelvaart
    | tijd|periode|moment|heden|nu|morgen|halfjaar|decenni(?:um|a)|semester
    | jan(?:uari)?|feb(?:ruari)?|mrt|maart|apr(?:il)?|mei|juni?|juli?|aug(?:ustus)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or sign; `norm` is in lower case without accents, `stressed` says it had one ('vóór')."""

    norm: str
    start: int
    end: int
    stressed: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens of a text, and the day from which it speaks."""

    text: str
    tokens: tuple[Token, ...]
    date: date
    anchors: tuple[int, ...] = ()
    """For each token the place of the next one that speaks of time, itself included: most text can be passed over."""
    read: dict[tuple[str, int], Any] = field(default_factory=dict, compare=False, repr=False)
    """What `remembered` rules read, by rule and place."""

    def word(self, i: int) -> str:
        """The i-th token's normal form; empty behind the last one, so that rules can look ahead freely."""
        return self.tokens[i].norm if 0 <= i < len(self.tokens) else ""

    def has(self, i: int, *words: str) -> bool:
        """True where these words stand at i, one after the other."""
        if self.word(i) != words[0]:
            return False
        return all(self.word(i + k) == word for k, word in enumerate(words))

    def timely(self, i: int, reach: int) -> bool:
        """True where a word that speaks of time stands among the next `reach`."""
        return i < len(self.anchors) and self.anchors[i] < i + reach

    def skip(self, i: int, *words: str) -> int:
        """The place behind one optional word."""
        return i + 1 if self.word(i) in words else i


T = TypeVar("T")
Parsed = tuple[T, int]
"""What a rule read, and the place of the token behind it."""

Rule = Callable[[Phrase, int], Parsed[T] | None]
"""A rule of the grammar: reads at a place, or does not. Looks a bounded number of tokens ahead."""


def remembered(rule: Rule[T]) -> Rule[T]:
    """The rule, run once at each place of a text: several others try it there."""
    name = f"{rule.__module__}.{rule.__qualname__}"

    @wraps(rule)
    def once(p: Phrase, i: int) -> Parsed[T] | None:
        key = (name, i)
        if key not in p.read:
            p.read[key] = rule(p, i)
        found: Parsed[T] | None = p.read[key]
        return found

    return once


def longest(*rules: Rule[T]) -> Rule[T]:
    """The rule that reads the furthest; of equals the first."""

    def rule(p: Phrase, i: int) -> Parsed[T] | None:
        found = [m for m in (r(p, i) for r in rules) if m is not None]
        return max(found, key=lambda m: m[1], default=None)

    return rule


def as_day(value: str | date) -> date:
    """A day from ISO 8601 or a date. Raises ValueError where it is none."""
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else date.fromisoformat(value)


def tokenise(text: str, day: date) -> Phrase:
    """Cut a text in tokens."""
    tokens = tuple(_token(m) for m in TOKEN.finditer(text))
    return Phrase(text, tokens, day, _anchors(tokens))


def _anchors(tokens: tuple[Token, ...]) -> tuple[int, ...]:
    places: list[int] = []
    following = len(tokens) + 1_000_000
    for i in range(len(tokens) - 1, -1, -1):
        if ANCHOR.fullmatch(tokens[i].norm):
            following = i
        places.append(following)
    return tuple(reversed(places))


def _token(match: re.Match[str]) -> Token:
    raw = match.group().lower()
    if raw.isascii():
        return Token(raw, match.start(), match.end())
    plain = "".join(c for c in unicodedata.normalize("NFKD", raw) if not unicodedata.combining(c))
    return Token(plain.replace("\u00ad", ""), match.start(), match.end(), plain != raw)
