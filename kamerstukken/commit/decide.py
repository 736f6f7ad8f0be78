"""Stage 5, decision. Units with the opinions of rules and trained part to the acts that are kept."""

from __future__ import annotations

from dataclasses import dataclass

from kamerstukken.commit.features import features
from kamerstukken.commit.learned import Opinion, Weights, opinions
from kamerstukken.commit.rules import Rule, fired
from kamerstukken.commit.units import Unit
from kamerstukken.model import Kind, Status

THRESHOLD = 0.3
"""A unit with less than this chance of being an act is dropped; chosen on letters held out (docs/commitments.md)."""


STATUSES: tuple[Status, ...] = ("aangekondigd", "lopend", "afgerond")
RECOMMENDED = "herhaalt een aanbeveling van derden"
LEARNED = "lijkt op zinnen die als handeling zijn gelabeld"
"""The reason given where no rule has words for it: the trained part alone took the unit."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A unit that is kept, as what, and why."""

    unit: Unit
    kind: Kind
    status: Status
    rule: str
    confidence: float


def decide(
    found: tuple[Unit, ...], *, threshold: float, weights: Weights | None = None, rules: bool = True
) -> tuple[Decision, ...]:
    """The units that carry an act or a recommendation, in reading order; without `rules` none is dropped by a rule."""
    judged = opinions((features(u) for u in found), weights)
    pairs = zip(found, judged, strict=True)
    return tuple(d for u, o in pairs if (d := _decision(u, o, fired(u.text), threshold, rules)))


def _decision(
    unit: Unit, opinion: Opinion, signs: tuple[Rule, ...], threshold: float, rules: bool
) -> Decision | None:
    if rules and any(sign.verdict == "drop" for sign in signs):
        return None
    why = "; ".join(sign.why for sign in signs if sign.verdict == "act")
    if opinion.aanbeveling >= 0.5 or (rules and any(s.verdict == "aanbeveling" for s in signs)):
        return Decision(unit, "aanbeveling", "aangekondigd", RECOMMENDED, max(opinion.aanbeveling, 0.5))
    if opinion.item < threshold:
        return None
    kind: Kind = "toezegging" if opinion.toezegging >= 0.5 else "maatregel"
    return Decision(unit, kind, _status(opinion), why or LEARNED, opinion.item)


def _status(opinion: Opinion) -> Status:
    return max(STATUSES, key=lambda status: opinion.status[status])
