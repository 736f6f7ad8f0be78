"""What a stretch of text is about: its lemmas, weighed by how rare they are in letters.

The weights are a fixed table, not counts over the register, so that what is linked does not depend on how many
letters were read before. `pipelines/link/common_words.py` makes the table.
"""

from __future__ import annotations

import csv
import math
import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path

TABLE = Path(__file__).parent / "data" / "common.csv"
"""Lemmas that stand in many letters, with the share of letters that hold them."""

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")

ENDING = re.compile(r"(?<=\w{4})(?:ering|atie|eren|ing|en)\Z")

SMALLEST = 3
"""Shorter words tell nothing, but for abbreviations in capitals."""

FRAME = Path(__file__).parent / "data" / "frame.txt"
"""Words of moments, which are compared as days, and of promising, sending and asking, which say that something is
promised and not what. A comment begins with '#'."""

Words = Mapping[str, float]
"""Lemma to weight, above 0 and at most 1."""


@lru_cache(maxsize=2_000)
def words_in(text: str) -> Words:
    """The words of a text that say what it is about, with their weights; in order of their first place."""
    return {lemma: weight for lemma in lemmas_in(text) if (weight := weight_of(lemma)) > 0}


def warm() -> None:
    """Load the dictionary, which takes a second, at a time when that costs nothing."""
    _lemma("brief")


def lemmas_in(text: str) -> Iterator[str]:
    """The lemmas of a text as stems, in order ('evaluatie' and 'evalueren' are one); without short and framing words."""
    for match in WORD.finditer(text):
        word = match[0]
        if len(word) >= SMALLEST or (word.isupper() and len(word) > 1):
            lemma = _lemma(word.lower())
            if lemma not in _frame():
                yield _stem(lemma)


@lru_cache(maxsize=20_000)
def weight_of(lemma: str) -> float:
    """1 for a word that few letters hold, falling to 0 for one that all hold."""
    shares = _shares()
    share = shares.get(lemma)
    if share is None:
        return 1.0
    return round(math.log(1 / share) / math.log(1 / min(shares.values())), 3)


def keys_of(words: Words, most: int) -> tuple[str, ...]:
    """The rarest words, by which a text is looked up; the same for the same text."""
    rare = sorted((-weight, word) for word, weight in words.items() if weight >= RARE)
    return tuple(word for _, word in rare[:most])


RARE = 0.45
"""Words below this weight ('onderzoek', 'gemeente') are no keys."""


@cache
def _shares() -> dict[str, float]:
    with TABLE.open(encoding="utf-8", newline="") as rows:
        return {row["lemma"]: float(row["share"]) for row in csv.DictReader(rows)}


@lru_cache(maxsize=20_000)
def _lemma(word: str) -> str:
    import simplemma  # 60 MB of dictionary: only where letters are linked

    return str(simplemma.lemmatize(word, lang="nl")).lower()


def _stem(lemma: str) -> str:
    """A verb and the noun of it as one: 'evalueren', 'evaluatie'; 'verlengen', 'verlenging'."""
    ending = ENDING.search(lemma)
    return lemma[: ending.start()] if ending else lemma


@cache
def _frame() -> frozenset[str]:
    lines = FRAME.read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
