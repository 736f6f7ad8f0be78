"""Which earlier act a sentence speaks of, and how: said again, moved, kept, dropped. Proposals with a confidence."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import msgspec

from kamerstukken.link.profile import Likeness, Profile, likeness
from kamerstukken.link.unit import Unit
from kamerstukken.link.words import keys_of
from kamerstukken.model import How
from kamerstukken.register.links import Candidate

LEAST = 0.5
"""Proposals below this confidence are not made."""

LEAST_BARE = 0.62
"""The same, where a sentence has no word that points at an earlier promise."""

AS_GOOD = 0.9
"""A later act whose score is at most this much lower is meant rather than an earlier one: the last that named it."""

OWN_KEYS, NEAR_KEYS = 5, 3
"""How many rare words of a sentence, and of what stands near it, it is looked up by."""


@dataclass(frozen=True, slots=True)
class Meant:
    """The earlier act that is meant, the confidence, and why (Dutch)."""

    candidate: Candidate
    profile: Profile
    how: How
    confidence: float
    reason: str


def keys(profile: Profile) -> tuple[str, ...]:
    """What an act is found by, and a sentence asks by: rare words, motions, a debate with a member."""
    debates = (f"debat:{day}:{name}" for day in profile.debates for name in profile.members)
    own = keys_of(profile.own, OWN_KEYS)
    near = keys_of(profile.near, NEAR_KEYS) if len(own) < NEAR_KEYS else ()
    return tuple(dict.fromkeys((*own, *near, *profile.motions, *debates)))


def meant(unit: Unit, day: str, candidates: Iterable[Candidate]) -> Meant | None:
    """The earlier act that a sentence of a letter of this day speaks of; None where none is near enough."""
    if unit.cue.apart:
        return None
    scored = [found for c in candidates if (found := _score(unit, day, c)) is not None]
    if not scored:
        return None
    best = max(score for score, *_ in scored)
    near = [row for row in scored if row[0] >= best - AS_GOOD]
    score, candidate, profile, reasons = max(
        near, key=lambda row: (row[1].date, row[0], row[1].letter, -row[1].act)
    )
    confidence = round(min(0.98, 1 / (1 + math.exp(-score))), 3)
    pointing = unit.cue or unit.cue.restates or unit.pointers.debates or unit.pointers.letters
    if confidence < (LEAST if pointing else LEAST_BARE):
        return None
    return Meant(candidate, profile, _how(unit, profile), confidence, "; ".join(reasons))


def _score(unit: Unit, day: str, candidate: Candidate) -> tuple[float, Candidate, Profile, list[str]] | None:
    """Log-odds that the candidate is meant. Weights were set on the invented chain in corpus/ and on real letters."""
    here = unit.profile
    there = msgspec.json.decode(candidate.profile, type=Profile)
    alike = likeness(here, there)
    same_debate = bool(set(here.debates) & set(there.debates) and set(here.members) & set(there.members))
    if not same_debate and (alike.weight < 0.8 or alike.share < 0.2):
        return None
    if there.done and not there.restates:
        return None  # what was done before is not promised any more
    if unit.cue.sent and not unit.act and not there.informs:
        return None  # what is sent with a letter keeps a promise to send
    parts = list(_parts(unit, here, there, alike, same_debate, day, candidate.date))
    score = -3.6 + sum(weight for weight, _ in parts)
    return score, candidate, there, [reason for weight, reason in parts if weight > 0 and reason]


def _parts(
    unit: Unit, here: Profile, there: Profile, alike: Likeness, same_debate: bool, day: str, before: str
) -> Iterable[tuple[float, str]]:
    """The evidence, piece by piece: its weight and its name in Dutch."""
    yield 3.2 * alike.share, f"woorden: {', '.join(alike.words[:4])}"
    yield 0.7 * min(alike.weight, 3.0), ""
    yield (2.5 if same_debate else 0.0), "zelfde debat en lid"
    yield (1.6 if before in unit.pointers.letters else 0.0), "de brief van die dag wordt genoemd"
    yield (0.8 if set(here.motions) & set(there.motions) else 0.0), "zelfde motie"
    yield (0.5 if set(here.dossiers) & set(there.dossiers) else 0.0), "zelfde dossier"
    yield _ministry(here, there)
    yield (0.7 if here.end and here.end == there.end else 0.0), "zelfde termijn"
    cue = unit.cue
    yield (
        (0.7 if cue.settles or cue.restates or cue.moved or cue.dropped or cue.sent else 0.0),
        "verwijzende woorden",
    )
    yield (0.3 if here.informs == there.informs else -0.4), ""
    yield (-0.9 if there.restates else 0.0), ""
    yield -0.3 * _years(before, day), ""


def _ministry(here: Profile, there: Profile) -> tuple[float, str]:
    if here.ministry is None or there.ministry is None:
        return 0.0, ""
    return (0.6, "zelfde ministerie") if here.ministry == there.ministry else (-1.2, "")


def _years(before: str, day: str) -> float:
    return (date.fromisoformat(day) - date.fromisoformat(before)).days / 365.25


def _how(unit: Unit, before: Profile) -> How:
    """What became of the act."""
    cue, now = unit.cue, unit.profile
    if cue.dropped:
        return "vervallen"
    if cue.settles or (cue.sent and before.informs and not now.end):
        return "deels" if cue.partly else "nakoming"
    if now.done and not cue.restates:
        return "deels" if cue.partly else "nakoming"
    return "wijziging" if _moved(unit, before) else "herhaling"


def _moved(unit: Unit, before: Profile) -> bool:
    """Another moment, not the same one told more exactly."""
    now = unit.profile
    if unit.cue.restates and not unit.cue.moved:
        return False
    if now.end is None:
        return unit.cue.moved and before.end is not None and bool(now.start is None)
    if before.end is None:
        return unit.cue.moved
    within = (
        before.start is None or now.start is None or now.start >= before.start
    ) and now.end <= before.end
    return now.end != before.end and not within


def best_of_each(found: Sequence[tuple[Unit, Meant]]) -> list[tuple[Unit, Meant]]:
    """One proposal for an act and a way: where several sentences say the same of it, the surest, then the first."""
    best: dict[tuple[str, str], tuple[Unit, Meant]] = {}
    for pair in found:
        key = (pair[1].candidate.id, pair[1].how)
        if key not in best or _rank(*pair) > _rank(*best[key]):
            best[key] = pair
    return list(best.values())


def _rank(unit: Unit, meaning: Meant) -> tuple[bool, float, int]:
    return bool(unit.act), meaning.confidence, -unit.span.start
