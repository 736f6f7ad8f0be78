"""Oral toezeggingen of the Kamer's register, and the letters and acts of ours that have to do with them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kamerstukken.catalogue.rows import Toezegging
from kamerstukken.language.offices import norm_ministry
from kamerstukken.link.words import Words, keys_of, words_in
from kamerstukken.model import HowKnown, OralPromise
from kamerstukken.register import Register
from kamerstukken.register.acts import ActHead

PORTFOLIO = re.compile(r"\b(?:van|voor)\s+(?P<what>\S.*)$")
"""'Ministerie van Waterwegen', 'minister voor Veren'."""

KEYS = 6
"""So many of the rarest words of a promise are looked up."""

LEAST_SHARE, LEAST_WEIGHT, LEAD = 0.4, 1.5, 0.1
"""An act must share this part of what both say, words of this weight, and lead the next act by this much."""

LONGEST = timedelta(days=3 * 365)
"""A letter that says a promise again, or meets it, comes within three years."""


@dataclass(frozen=True, slots=True)
class _Act:
    head: ActHead
    words: Words
    ministries: frozenset[str]
    """Of the letter and of who acts."""


def oral_promises(register: Register, toezeggingen: Iterable[Toezegging]) -> tuple[OralPromise, ...]:
    """The register's toezeggingen that letters of ours have to do with; what has to do with none is left out.

    Three ways, the surest first: the Kamer names the letter (`brieven`), the letter names the number, an act says the
    same: one act a promise, none where two say it equally well.
    """
    promises = [promise for promise in toezeggingen if promise.nummer and promise.tekst]
    if not promises:
        return ()
    numbers = register.records.letters_by_number()
    acts = _by_word(register.acts.all())
    found: list[OralPromise] = []
    for promise in promises:
        found += [
            *_named_letters(promise, numbers),
            *_naming_letters(register, promise),
            *_same_acts(promise, acts),
        ]
    return tuple(found)


def _named_letters(promise: Toezegging, numbers: dict[str, str]) -> Iterator[OralPromise]:
    for number in promise.brieven:
        if letter := numbers.get(number):
            yield _match(
                promise, letter, "brief", reason=f"de Kamer noemt deze brief ({number}) bij de toezegging"
            )


def _naming_letters(register: Register, promise: Toezegging) -> Iterator[OralPromise]:
    letters = dict.fromkeys(mention.letter for mention in register.acts.mentions([promise.nummer or ""]))
    for letter in letters:
        yield _match(promise, letter, "nummer", reason=f"de brief noemt {promise.nummer}")


def _same_acts(promise: Toezegging, acts: dict[str, list[_Act]]) -> Iterator[OralPromise]:
    said = words_in(promise.tekst or "")
    ministry = _ministry(promise.functie) or _ministry(promise.ministerie)
    near = {act.head.id: act for key in keys_of(said, KEYS) for act in acts.get(key, ())}
    scored = sorted(
        ((share, act.head.id, act, shared) for act in near.values() if _may_be(promise, ministry, act)
         for share, shared in (_likeness(said, act.words),)),
        key=lambda row: (-row[0], row[1]),
    )  # fmt: skip
    if not scored:
        return
    share, _, best, shared = scored[0]
    next_share = scored[1][0] if len(scored) > 1 else 0.0
    if share >= LEAST_SHARE and sum(said[w] for w in shared) >= LEAST_WEIGHT and share - next_share >= LEAD:
        reason = f"zelfde ministerie, later, en samen: {', '.join(sorted(shared))}"
        yield _match(promise, best.head.letter, "woorden", best.head.id, round(share, 2), reason)


def _may_be(promise: Toezegging, ministry: str | None, act: _Act) -> bool:
    """Of the same ministry, and said on the same day or within three years after."""
    if ministry and act.ministries and ministry not in act.ministries:
        return False
    if not promise.aangemaakt or not act.head.date:
        return False
    made, day = date.fromisoformat(promise.aangemaakt), date.fromisoformat(act.head.date)
    return made <= day <= made + LONGEST


def _likeness(one: Words, other: Words) -> tuple[float, Sequence[str]]:
    """The share 0..1 of their words that both say (harmonic mean of both sides), and the words."""
    shared = [word for word in one if word in other]
    if not shared:
        return 0.0, shared
    here = sum(one[w] for w in shared) / sum(one.values())
    there = sum(other[w] for w in shared) / sum(other.values())
    return 2 * here * there / (here + there), shared


def _by_word(heads: Iterable[ActHead]) -> dict[str, list[_Act]]:
    """Promises and measures by each of their words."""
    table: dict[str, list[_Act]] = defaultdict(list)
    for head in heads:
        if head.kind != "aanbeveling":
            offices = (_ministry(head.ministry), _ministry(head.actor))
            act = _Act(head, words_in(head.quote), frozenset(office for office in offices if office))
            for word in act.words:
                table[word].append(act)
    return table


def _ministry(text: str | None) -> str | None:
    """The ministry's abbreviation; of one that is in no table what stands behind 'van' or 'voor'."""
    behind = PORTFOLIO.search(text or "")
    return norm_ministry(text or "") or (behind["what"].casefold() if behind else None)


def _match(
    promise: Toezegging,
    letter: str,
    how: HowKnown,
    act: str | None = None,
    confidence: float = 1.0,
    reason: str = "",
) -> OralPromise:
    return OralPromise(
        number=promise.nummer or "",
        status=promise.status,
        made=promise.aangemaakt,
        due=promise.termijn,
        office=promise.functie,
        text=promise.tekst or "",
        letter=letter,
        how=how,
        act=act,
        confidence=confidence,
        reason=reason,
    )
