"""Where the sentence around an offset begins and ends, by the boundaries of `language`."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache

from kamerstukken.language.sentences import sentence_spans

KEPT = 64
"""Texts whose boundaries are remembered: the acts of one block ask for the same ones again and again."""


@lru_cache(maxsize=KEPT)
def _starts(text: str) -> tuple[int, ...]:
    return (0, *(span.start for span in sentence_spans(text)[1:]))


def sentence_start(text: str, at: int) -> int:
    """The offset where the sentence around an offset begins."""
    starts = _starts(text)
    return starts[bisect_right(starts, at) - 1]


def sentence_end(text: str, at: int) -> int:
    """The offset right behind the sentence around an offset, blanks included."""
    starts = _starts(text)
    following = bisect_right(starts, at)
    return starts[following] if following < len(starts) else len(text)
