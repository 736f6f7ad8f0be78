"""Stage 5, words in classes. Lemmas of verbs and nouns to what they say of an act: 'verkennen' is onderzoeken.

The lists are data (`data/lexicon.toml`): they let a word that no label ever showed count as its kin.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from functools import cache, lru_cache
from importlib.resources import files

SHORTEST_HEAD = 3
"""Letters that the last part of a compound has at least: 'wetsvoorstel' is no 'el'."""

Classes = tuple[str, ...]


def verb_classes(lemma: str) -> Classes:
    """The classes of a verb, in alphabet; a separable verb may come in one piece or in two ('voort_zetten')."""
    return _lists("verbs").get(lemma.replace("_", ""), ())


@lru_cache(maxsize=20_000)
def noun_classes(lemma: str) -> Classes:
    """The classes of a noun, of a compound those of the longest part at its end that has any."""
    known = _lists("nouns")
    heads = (lemma[at:] for at in range(len(lemma) - SHORTEST_HEAD + 1))
    return next((known[head] for head in heads if head in known), known.get(lemma, ()))


@cache
def _lists(part: str) -> dict[str, Classes]:
    text = (files(__package__) / "data" / "lexicon.toml").read_text(encoding="utf-8")
    found: dict[str, set[str]] = defaultdict(set)
    for name, words in tomllib.loads(text)[part].items():
        for word in words.split():
            found[word].add(name)
    return {word: tuple(sorted(names)) for word, names in found.items()}
