"""What an act or a sentence is about, as it is compared with those of other letters."""

from __future__ import annotations

import msgspec

from kamerstukken.link.words import Words

POOR = 0.9
"""Own words that weigh less than this do not say what a sentence is about ('Ik informeer u over de uitkomsten')."""

NEAR = 0.5
"""A word that stands near a sentence counts half beside the sentence's own."""


class Profile(msgspec.Struct, frozen=True):
    """`own` are the words of the sentence, `near` those just before it and above it, each with its weight.

    `start` and `end` are the days of its moment (ISO). `ministry` is an abbreviation, `members` are in small letters.
    """

    own: dict[str, float]
    near: dict[str, float]
    informs: bool = False
    """Parliament will hear or get something."""
    restates: bool = False
    """It tells of a promise made before."""
    done: bool = False
    start: str | None = None
    end: str | None = None
    ministry: str | None = None
    motions: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    dossiers: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    debates: tuple[str, ...] = ()
    letters: tuple[str, ...] = ()
    subject: dict[str, float] = {}

    @property
    def core(self) -> Words:
        """What it is about: its own words, with those near it where its own say little."""
        if sum(self.own.values()) >= POOR:
            return self.own
        return {**{word: weight * NEAR for word, weight in self.near.items()}, **self.own}


class Likeness(msgspec.Struct, frozen=True):
    """How alike two profiles are by their words: `share` 0..1 of what both are about, `weight` of the words they share."""

    share: float
    weight: float
    words: tuple[str, ...]


def likeness(one: Profile, other: Profile) -> Likeness:
    """How alike two are; the same both ways."""
    first, second = one.core, other.core
    here, shared = _found(first, other)
    there, also = _found(second, one)
    words = {**shared, **also}
    total = here + there
    share = 2 * here * there / total if total else 0.0
    ordered = sorted(words, key=lambda word: (-words[word], word))
    return Likeness(share, sum(words.values()), tuple(ordered))


def _found(core: Words, other: Profile) -> tuple[float, dict[str, float]]:
    """Which part of a core stands in the other, by weight: fully in its core, half near it."""
    target, near = other.core, other.near
    hits = {w: weight * (1.0 if w in target else NEAR if w in near else 0.0) for w, weight in core.items()}
    total = sum(core.values())
    return (sum(hits.values()) / total if total else 0.0), {w: hit for w, hit in hits.items() if hit > 0}
