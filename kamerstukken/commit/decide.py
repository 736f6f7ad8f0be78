"""Stage 5, decision. Units with the opinions of rules and trained part to the acts that are kept."""

from __future__ import annotations

from dataclasses import dataclass

from kamerstukken.commit.features import features
from kamerstukken.commit.learned import Opinion, Weights, opinions
from kamerstukken.commit.units import Unit
from kamerstukken.model import Kind, Status

THRESHOLD = 0.33
"""A unit with less than this chance of being an act is dropped; chosen on letters held out (docs/commitments.md)."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A unit that is kept, as what, and why."""

    unit: Unit
    kind: Kind
    status: Status
    rule: str
    confidence: float


def decide(
    found: tuple[Unit, ...], *, threshold: float, weights: Weights | None = None
) -> tuple[Decision, ...]:
    """The units that carry an act or a recommendation, in reading order."""
    judged = opinions((features(u) for u in found), weights)
    return tuple(d for u, o in zip(found, judged, strict=True) if (d := _decision(u, o, threshold)))


def _decision(unit: Unit, opinion: Opinion, threshold: float) -> Decision | None:
    if opinion.aanbeveling >= 0.5:
        return Decision(
            unit, "aanbeveling", "aangekondigd", "herhaalt een aanbeveling van derden", opinion.aanbeveling
        )
    if opinion.item < threshold:
        return None
    kind: Kind = "toezegging" if opinion.toezegging >= 0.5 else "maatregel"
    status: Status = max(opinion.status, key=lambda s: opinion.status[s])  # type: ignore[assignment]
    return Decision(unit, kind, status, f"leest als {kind}", opinion.item)
