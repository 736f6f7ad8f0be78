"""What a letter's decisions come to: for every act that was ever decided, where it stands now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kamerstukken.model import Commitment, Decision, Oordeel


@dataclass(frozen=True, slots=True)
class Standing:
    """The decision that stands on one act. `act` is as decided, or as it was when it was taken away (`stays` false).

    `against` is a decision that said otherwise, made without knowing of this one or the other way round.
    """

    row: str
    act: Commitment
    stays: bool
    decision: Decision
    against: Decision | None = None

    @property
    def oordeel(self) -> Oordeel:
        """The judgement in a word."""
        if self.against is not None:
            return "nog eens kijken"
        if not self.stays:
            return "samengevoegd" if self.decision.verb == "merge" else "afgewezen"
        before = next((act for act in self.decision.was if act.id == self.row), None)
        if before is None:
            return "toegevoegd"
        return "akkoord" if before == self.act else "gewijzigd"


def fold(decisions: Iterable[Decision]) -> dict[str, Standing]:
    """Id of an act to what stands on it. Later decisions win; those that were undone count for nothing."""
    everything = sorted(decisions, key=lambda d: (d.at, d.id))
    undone = {d.undoes for d in everything}
    standing: dict[str, Standing] = {}
    for decision in everything:
        if decision.verb != "undo" and decision.id not in undone:
            standing.update(_outcome(decision, standing))
    return standing


def _outcome(decision: Decision, standing: dict[str, Standing]) -> dict[str, Standing]:
    """What one decision makes of the acts that it took and left."""
    kept = {act.id: act for act in decision.now}
    taken = {act.id: act for act in decision.was if act.id not in kept}
    return {
        row: Standing(row, act, row in kept, decision, _against(decision, standing.get(row), kept.get(row)))
        for row, act in (taken | kept).items()
    }


def _against(decision: Decision, before: Standing | None, act: Commitment | None) -> Decision | None:
    """The earlier decision that this one did not know of and that came to something else."""
    if before is None or before.decision.id in decision.base:
        return None
    same = before.stays == (act is not None) and (act is None or act == before.act)
    return before.against if same else before.decision
