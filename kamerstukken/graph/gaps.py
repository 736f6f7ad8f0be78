"""What is missing: motions that no act rests on, and acts that rest on no paper."""

from __future__ import annotations

from dataclasses import dataclass

from kamerstukken.register import Register, Selection
from kamerstukken.register.acts import ActHead


@dataclass(frozen=True, slots=True)
class UnactedMotion:
    """A motion that letters name and no act rests on: how many letters, the days of the first and the last, and
    whether one of them calls it done.
    """

    id: str
    letters: int
    first: str | None
    last: str | None
    settled: bool
    names: tuple[str, ...] = ()


def unacted_motions(register: Register, *, dossier: str = "") -> tuple[UnactedMotion, ...]:
    """Motions without any act, the latest named first; only those of a dossier where one is named."""
    found = register.acts.motions_without_acts(dossier)
    settled = {k.to for k in register.links.to(row[0] for row in found) if k.type == "settles"}
    return tuple(UnactedMotion(i, n, first, last, i in settled, names) for i, n, first, last, names in found)


def unsourced_acts(register: Register, selection: Selection | None = None) -> tuple[ActHead, ...]:
    """Acts of this government that rest on no motion or other paper, by date."""
    kinds = (selection.kind if selection else ()) or ("toezegging", "maatregel")
    without = [act for act in register.acts.without_papers() if act.kind in kinds]
    if not selection:
        return tuple(without)
    fitting: set[str] = set()
    for letter in dict.fromkeys(act.letter for act in without):
        chosen = selection.of(register.analysis(letter))
        fitting |= {act.id for act in chosen.commitments} if chosen else set()
    return tuple(act for act in without if act.id in fitting)
