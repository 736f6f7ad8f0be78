"""What an act or a sentence is about, as it is compared with those of other letters."""

from __future__ import annotations

import msgspec

from kamerstukken.link.words import Words

POOR = 0.9
"""Own words that weigh less than this do not say what a sentence is about ('Ik informeer u over de uitkomsten')."""

POORLY = 0.75
"""What a likeness is worth where one of two sentences is known only by what stands near it."""

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
    told: bool = False
    """It tells of a promise made before."""
    done: bool = False
    announced: bool = False
    """It is still to come."""
    start: str | None = None
    end: str | None = None
    ministry: str | None = None
    motions: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    dossiers: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    debates: tuple[str, ...] = ()
    letters: tuple[str, ...] = ()

    @property
    def poor(self) -> bool:
        """Whether its own words do not say what it is about."""
        return sum(self.own.values()) < POOR

    @property
    def core(self) -> Words:
        """What it is about: its own words, with those near it where its own say little."""
        if not self.poor:
            return self.own
        return {**{word: weight * NEAR for word, weight in self.near.items()}, **self.own}


class Likeness(msgspec.Struct, frozen=True):
    """How alike two profiles are by their words: `share` 0..1 of what both are about, `weight` of the words they share.

    `own` is the share 0..1 that the sentences themselves have in common, seen from the one that says less.
    """

    share: float
    own: float
    weight: float
    words: tuple[str, ...]


def likeness(one: Profile, other: Profile) -> Likeness:
    """How alike two are; the same both ways."""
    here, shared = _found(one.core, other)
    there, also = _found(other.core, one)
    words = {word: max(shared.get(word, 0.0), also.get(word, 0.0)) for word in {*shared, *also}}
    if one.poor != other.poor:
        share = POORLY * (there if one.poor else here)  # much that stands near the poor one is not meant
    else:
        share = 2 * here * there / (here + there) if here + there else 0.0
    least = min(sum(one.own.values()), sum(other.own.values()))
    own = sum(weight for word, weight in one.own.items() if word in other.own) / least if least else 0.0
    ordered = sorted(words, key=lambda word: (-words[word], word))
    return Likeness(share, own, sum(words.values()), tuple(ordered))


def _found(core: Words, other: Profile) -> tuple[float, dict[str, float]]:
    """Which part of a core stands in the other, by weight: fully in its core, half near it."""
    target, near = other.core, other.near
    hits = {w: weight * (1.0 if w in target else NEAR if w in near else 0.0) for w, weight in core.items()}
    total = sum(core.values())
    return (sum(hits.values()) / total if total else 0.0), {w: hit for w, hit in hits.items() if hit > 0}
