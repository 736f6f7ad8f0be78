"""Signs: names with a pattern each, and which of them stand in a text. Words are looked up, turns of phrase are searched for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import accumulate

from kamerstukken.commit.small import for_small_letters

WORD = re.compile(r"\w+")
OF_WORDS = re.compile(r"(?:\\w[*+]?(?:\{[\d,]+\})?|[^\W\d_]|[()?:|])+")
"""A pattern, or a part of one, that only ever matches a whole word."""

REMEMBERED = 50_000
"""Words whose signs are remembered."""


class Signs:
    """Patterns by name, without regard to capitals."""

    def __init__(self, patterns: Mapping[str, str]) -> None:
        parts = {name: _parted(pattern) for name, pattern in patterns.items()}
        self._by_word = {name: for_small_letters(words) for name, (words, _) in parts.items() if words}
        self._by_text = {name: for_small_letters(rest) for name, (_, rest) in parts.items() if rest}
        self._of_word = lru_cache(maxsize=REMEMBERED)(self._signs_of_word)

    def found(self, small: str) -> set[str]:
        """The names of the signs in a text in small letters."""
        names = {name for word in set(WORD.findall(small)) for name in self._of_word(word)}
        names.update(
            name for name, pattern in self._by_text.items() if name not in names and pattern.search(small)
        )
        return names

    def _signs_of_word(self, word: str) -> tuple[str, ...]:
        """The signs that a word is by itself: most are, and letters say the same words again and again."""
        return tuple(name for name, pattern in self._by_word.items() if pattern.fullmatch(word))


def _parted(pattern: str) -> tuple[str, str]:
    """The alternatives of a pattern that are single words, and the pattern of all others; '' where there are none."""
    words, others = [], []
    for part in _alternatives(pattern):
        inside = part.removeprefix(r"\b").removesuffix(r"\b")
        if len(inside) != len(part) - 4:
            others.append(part)
            continue
        if _is_group(inside):
            inside = inside[3:-1]
        for one in _alternatives(inside):
            if OF_WORDS.fullmatch(one):
                words.append(one)
            else:
                others.append(rf"\b(?:{one})\b")
    return "|".join(words), "|".join(others)


def _is_group(pattern: str) -> bool:
    """'(?:a|b)', and not '(?:a).*(?:b)'."""
    depths = list(accumulate((sign == "(") - (sign == ")") for sign in pattern))
    return pattern.startswith("(?:") and 0 not in depths[:-1] and depths[-1] == 0


def _alternatives(pattern: str) -> list[str]:
    """What stands between the bars that are in no group."""
    parts, depth = [""], 0
    for sign in pattern:
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and depth == 0:
            parts.append("")
        else:
            parts[-1] += sign
    return parts
