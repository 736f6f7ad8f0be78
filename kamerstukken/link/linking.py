"""Brings the links of a register up to date: only letters that came, and those that they may concern.

What a letter is linked to depends on it and on the letters before it, found by keys; so the same letters give the
same links in whatever order they came, and after whatever came and went. Several runs may do this at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from kamerstukken.link.answer import answered
from kamerstukken.link.point import keys_of_letters, pointed
from kamerstukken.link.relate import Meant, best_of_each, kept_where_told, keys, meant
from kamerstukken.link.settle import settled_motions, settled_promises
from kamerstukken.link.unit import Reading, Unit
from kamerstukken.model import Link
from kamerstukken.register import Register
from kamerstukken.register.links import Draft, Links, Offer

AT_ONCE = 50
"""Letters a transaction: other runs wait no longer than that."""

KEPT = 50
"""So many letters are kept in memory between finding their keys and linking them."""

YOUNGEST = 40
"""So many earlier acts are compared for each key of a sentence."""


def update(register: Register) -> int:
    """Make the links that are missing or out of date, in a register open for writing; gives the number of letters done."""
    readings: dict[str, Reading] = {}
    while _each(register, register.links.without_keys, _offer, readings):
        pass
    done = 0
    while some := _each(register, register.links.waiting, _relink, readings):
        done += some
    return done


def _each(
    register: Register,
    ask: Callable[[int], tuple[str, ...]],
    do: Callable[[Register, Reading], None],
    readings: dict[str, Reading],
) -> int:
    """Take some letters of the queue in one transaction. `readings` spares reading a letter of a small run twice."""
    with register.links.writing():
        letters = ask(AT_ONCE)
        for letter in letters:
            reading = readings.pop(letter, None) or Reading(register.analysis(letter, as_found=True))
            do(register, reading)
            if len(readings) < KEPT:
                readings[letter] = reading
    return len(letters)


def _offer(register: Register, reading: Reading) -> None:
    """Keep what a letter's acts are found by, and all that its sentences ask by."""
    offers = [
        Offer(unit.act, keys(unit.profile), msgspec.json.encode(unit.profile).decode())
        for unit in reading.units
        if unit.act and reading.day and unit.commitment and unit.commitment.kind != "aanbeveling"
    ]
    asks = [*keys_of_letters(reading), *(key for unit in reading.units for key in keys(unit.profile))]
    register.links.offer(reading.document.id, reading.day, asks, offers)


def _relink(register: Register, reading: Reading) -> None:
    followed = tuple(_followed(register.links, reading))
    linked = {draft.link.span.start for draft in followed}
    drafts = (
        *followed, *settled_motions(reading), *settled_promises(reading, linked),
        *answered(reading), *pointed(register, reading),
    )  # fmt: skip
    ordered = sorted(drafts, key=lambda d: (d.link.span, d.link.type, d.link.how, d.link.to))
    register.links.replace(reading.document.id, ordered)


def _followed(links: Links, reading: Reading) -> Iterator[Draft]:
    """What the letter says of earlier acts."""
    if not reading.day:
        return
    found: list[tuple[Unit, Meant]] = []
    for unit in reading.units:
        candidates = links.candidates(keys(unit.profile), reading.day, YOUNGEST)
        if meaning := meant(unit, reading.day, candidates):
            found.append((unit, meaning))
    for unit, meaning in kept_where_told(best_of_each(found)):
        yield _draft(reading, unit, meaning)


def _draft(reading: Reading, unit: Unit, meaning: Meant) -> Draft:
    moved = meaning.how == "wijziging"
    settles = unit.cue.settles and meaning.how in ("nakoming", "deels")
    link = Link(
        letter=reading.document.id, type="settles" if settles else "follows", how=meaning.how,
        block=unit.block, page=unit.page, span=unit.span, quote=unit.text,
        to=meaning.candidate.id, to_letter=meaning.candidate.letter,
        old=meaning.profile.end if moved else None, new=unit.profile.end if moved else None,
        confidence=meaning.confidence, reason=meaning.reason,
    )  # fmt: skip
    return Draft(link, unit.act or None, meaning.candidate.act)
