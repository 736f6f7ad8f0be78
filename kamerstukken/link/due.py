"""What was promised and is not kept: acts that on a day are open, kept in part or overdue, soonest first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kamerstukken.link.stand import LEAST, statuses
from kamerstukken.model import Stand, Standing
from kamerstukken.register import Register, Selection
from kamerstukken.register.acts import ActHead

UNKEPT: tuple[Standing, ...] = ("open", "deels", "verlopen")

FAR = "9999-12-31"
"""Sorts what has no day behind what has one."""


@dataclass(frozen=True, slots=True)
class Due:
    """An act and its stand; `motions` it rests on, `said` in how many letters up to the day it was said."""

    act: ActHead
    stand: Stand
    motions: tuple[str, ...] = ()
    said: int = 1


def unkept(
    register: Register,
    on: date,
    *,
    selection: Selection | None = None,
    before: date | None = None,
    standings: Iterable[Standing] = UNKEPT,
    least: float = LEAST,
) -> tuple[Due, ...]:
    """Acts that stand so on day `on`, by last day; a promise that was repeated is there once, as it was said last.

    `before`: only acts whose moment ends before that day; these are found by index, without reading all letters.
    Recommendations are left out unless the selection asks for them.
    """
    wanted = set(standings)
    acts = _asked(register, selection or Selection(), before)
    stands = statuses(register, on, [act.id for act in acts], least=least)
    found = {act.id: act for act in acts if act.id in stands and stands[act.id].status in wanted}
    said = _said_last(register, found, on)
    last = [found[id_] for id_ in said]
    motions = register.acts.motions_of(last)
    due = (Due(act, stands[act.id], motions[act.letter, act.n], said[act.id]) for act in last)
    return tuple(
        sorted(due, key=lambda d: (d.act.deadline_end or FAR, d.act.date or "", d.act.file, d.act.n))
    )


def _asked(register: Register, selection: Selection, before: date | None) -> list[ActHead]:
    kinds = selection.kind or ("toezegging", "maatregel")
    if before is not None:
        acts = register.acts.due_before(before.isoformat())
    elif selection:
        return _selected(register, selection, register.select(selection).letter_ids(), kinds)
    else:
        return [act for act in register.acts.all() if act.kind in kinds]
    if selection:
        ids = {act.id for act in acts}
        letters = dict.fromkeys(act.letter for act in acts)
        return [act for act in _selected(register, selection, letters, kinds) if act.id in ids]
    return [act for act in acts if act.kind in kinds]


def _selected(
    register: Register, selection: Selection, letters: Iterable[str], kinds: Iterable[str]
) -> list[ActHead]:
    """The acts of some letters that a selection holds, read letter by letter."""
    ids: list[str] = []
    for letter in letters:
        fitting = selection.of(register.analysis(letter))
        ids += [act.id for act in fitting.commitments if act.kind in kinds] if fitting else []
    return list({act.id: act for act in register.acts.get(ids)}.values())


def _said_last(register: Register, found: dict[str, ActHead], on: date) -> dict[str, int]:
    """Of acts that repeat each other the one said last, with how many they are."""
    import networkx as nx

    repeats: nx.Graph[str] = nx.Graph()
    repeats.add_nodes_from(found)
    for link in register.links.to(found):
        if link.how == "herhaling" and link.act in found and (link.date or "") <= on.isoformat():
            repeats.add_edge(link.to, link.act)
    return {max(same, key=lambda i: _time(found[i])): len(same) for same in nx.connected_components(repeats)}


def _time(act: ActHead) -> tuple[str, str, int]:
    return act.date or "", act.file, act.n
