"""Which earlier act a sentence speaks of, and how: said again, moved, kept, dropped. Proposals with a confidence."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

import msgspec

from kamerstukken.link.cues import PROMISE
from kamerstukken.link.profile import Likeness, Profile, likeness
from kamerstukken.link.unit import Unit
from kamerstukken.link.words import keys_of
from kamerstukken.model import How
from kamerstukken.register.links import Candidate

LEAST = 0.5
"""Proposals below this confidence are not made."""

LEAST_BARE = 0.62
"""The same, where a sentence has no word that points at an earlier promise."""

SAME_ACT, LIKE_ACT = 0.6, 0.45
"""Shares of a sentence's own words that must stand in the earlier one: to call it kept or moved where nothing else
says so, and to call it said again."""

AS_GOOD = 0.9
"""A later act whose score is at most this much lower is meant rather than an earlier one: the last that named it."""

OWN_KEYS, NEAR_KEYS = 5, 5
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
    near = keys_of(profile.near, NEAR_KEYS) if profile.poor else ()
    return tuple(dict.fromkeys((*own, *near, *profile.motions, *debates)))


def meant(unit: Unit, day: str, candidates: Iterable[Candidate]) -> Meant | None:
    """The earlier act that a sentence of a letter of this day speaks of; None where none is near enough."""
    if unit.cue.apart or (unit.cue.settles and not PROMISE.search(unit.text)):
        return None  # a motion that is done says nothing of each act that it led to
    scored = [found for c in candidates if (found := _score(unit, day, c)) is not None]
    if not scored:
        return None
    best = max(row.score for row in scored)
    near = [row for row in scored if row.score >= best - AS_GOOD]
    chosen = max(near, key=lambda r: (r.candidate.date, r.score, r.candidate.letter, -r.candidate.act))
    confidence = round(min(0.98, 1 / (1 + math.exp(-chosen.score))), 3)
    pointing = unit.cue or unit.cue.told or unit.cue.again or unit.pointers.debates or unit.pointers.letters
    how = _how(unit, day, chosen.profile, chosen.alike)
    if how is None or confidence < (LEAST if pointing else LEAST_BARE):
        return None
    return Meant(chosen.candidate, chosen.profile, how, confidence, "; ".join(chosen.reasons))


@dataclass(frozen=True, slots=True)
class _Scored:
    score: float
    candidate: Candidate
    profile: Profile
    alike: Likeness
    reasons: tuple[str, ...]


@lru_cache(maxsize=4_000)
def _decoded(profile: str) -> Profile:
    return msgspec.json.decode(profile, type=Profile)


def _score(unit: Unit, day: str, candidate: Candidate) -> _Scored | None:
    """Log-odds that the candidate is meant. Weights were set on the invented chain in corpus/ and on real letters."""
    here = unit.profile
    there = _decoded(candidate.profile)
    alike = likeness(here, there)
    same_debate = bool(set(here.debates) & set(there.debates) and set(here.members) & set(there.members))
    if not same_debate and (alike.weight < 0.8 or alike.share < 0.2):
        return None
    if there.done and not there.told:
        return None  # what was done before is not promised any more
    if unit.cue.sent and not unit.profile.end and not there.informs:
        return None  # what is sent with a letter keeps a promise to send
    parts = list(_parts(unit, here, there, alike, same_debate, day, candidate.date))
    score = -4.2 + sum(weight for weight, _ in parts)
    return _Scored(score, candidate, there, alike, tuple(r for weight, r in parts if weight > 0 and r))


def _parts(
    unit: Unit, here: Profile, there: Profile, alike: Likeness, same_debate: bool, day: str, before: str
) -> Iterable[tuple[float, str]]:
    """The evidence, piece by piece: its weight and its name in Dutch."""
    yield 3.2 * alike.share, f"woorden: {', '.join(alike.words[:4])}"
    yield 0.9 * alike.own, ""
    yield 0.7 * min(alike.weight, 3.0), ""
    yield (2.5 if same_debate else 1.0 if set(here.members) & set(there.members) else 0.0), "zelfde lid"
    named = 1.6 if before in unit.pointers.letters else 1.0 if before in unit.around.letters else 0.0
    yield named, "de brief van die dag wordt genoemd"
    yield (0.8 if set(here.motions) & set(there.motions) else 0.0), "zelfde motie"
    yield (0.5 if set(here.dossiers) & set(there.dossiers) else 0.0), "zelfde dossier"
    yield _ministry(here, there)
    yield (0.7 if here.end and here.end == there.end else 0.0), "zelfde termijn"
    cue = unit.cue
    yield (
        (0.7 if cue.settles or cue.told or cue.again or cue.moved or cue.dropped or cue.sent else 0.0),
        "verwijzende woorden",
    )
    yield (0.4 if here.informs == there.informs else -0.9), ""
    yield (-1.4 if there.told else 0.4 if there.end else 0.0), ""
    yield -0.3 * _years(before, day), ""


def _ministry(here: Profile, there: Profile) -> tuple[float, str]:
    if here.ministry is None or there.ministry is None:
        return 0.0, ""
    return (0.6, "zelfde ministerie") if here.ministry == there.ministry else (-1.2, "")


def _years(before: str, day: str) -> float:
    return (date.fromisoformat(day) - date.fromisoformat(before)).days / 365.25


def _how(unit: Unit, day: str, before: Profile, alike: Likeness) -> How | None:
    """What became of the act; None where the words are too unlike to say anything of it."""
    cue, now = unit.cue, unit.profile
    if cue.dropped:
        return "vervallen"
    kept: How = "deels" if cue.partly else "nakoming"
    if cue.settles or (cue.sent and before.informs and not now.end):
        return kept
    if (now.done or cue.happened) and not cue.told and now.end is None:
        return kept if before.announced and alike.own >= SAME_ACT else _again(alike)
    if _moved(unit, before):
        overdue = before.end is not None and before.end < day and (alike.own >= LIKE_ACT or now.poor)
        return "wijziging" if cue.moved or overdue or alike.own >= SAME_ACT else None
    return "herhaling" if cue.told or cue.again or cue.moved else _again(alike)


def _again(alike: Likeness) -> How | None:
    return "herhaling" if alike.own >= LIKE_ACT else None


def _moved(unit: Unit, before: Profile) -> bool:
    """Another moment, not the same one told more exactly."""
    now = unit.profile
    if unit.cue.told and not unit.cue.moved:
        return False
    if now.end is None:
        return unit.cue.postponed and before.end is not None and now.start is None
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


def kept_where_told(found: Sequence[tuple[Unit, Meant]]) -> Iterator[tuple[Unit, Meant]]:
    """'Ik heb toegezegd na te gaan … Hiermee doe ik mijn toezegging gestand': the first sentence tells of one that is kept."""
    kept = {(unit.block, meaning.candidate.id) for unit, meaning in found if meaning.how == "nakoming"}
    for unit, meaning in found:
        if unit.cue.told and meaning.how == "herhaling" and (unit.block, meaning.candidate.id) in kept:
            yield unit, replace(meaning, how="nakoming")
        else:
            yield unit, meaning


def _rank(unit: Unit, meaning: Meant) -> tuple[bool, float, int]:
    return bool(unit.act), meaning.confidence, -unit.span.start
