"""Motions and promises as rows of the ministries' own form, split into what is being dealt with and what is done."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from kamerstukken.export._parts.dutch import dutch_day, place_of
from kamerstukken.register import Register, lists
from kamerstukken.register.rows import CommitmentRow, MotionRow

Part = Literal[
    "moties in behandeling", "toezeggingen in behandeling", "moties afgerond", "toezeggingen afgerond"
]

TITLES: dict[Part, tuple[str, str]] = {
    "moties in behandeling": ("Moties in behandeling", "Omschrijving van de motie"),
    "toezeggingen in behandeling": ("Toezeggingen in behandeling", "Omschrijving van de toezegging"),
    "moties afgerond": ("Afgeronde moties", "Omschrijving van de motie"),
    "toezeggingen afgerond": ("Afgeronde toezeggingen", "Omschrijving van de toezegging"),
}
"""The four tables, in order: title, and the heading of the first column."""

STATES = {
    "open": "In behandeling.",
    "deels": "Deels afgedaan.",
    "voldaan": "Afgedaan.",
    "verlopen": "In behandeling; de termijn is verlopen.",
    "gewijzigd": "In behandeling; de termijn is gewijzigd.",
    "vervallen": "Vervallen.",
    "onbekend": "In behandeling.",
    "aangekondigd": "In behandeling.",
    "lopend": "In behandeling; de uitvoering loopt.",
    "afgerond": "Afgedaan.",
}
"""Of an act by its stand on the day, or by its own letter where no stand is known."""

DONE = ("voldaan", "vervallen", "afgerond")


@dataclass(frozen=True, slots=True)
class StandRow:
    """A motion or a promise: what it is, where it can be found, how it stands."""

    omschrijving: str
    vindplaats: str
    stand: str


def stand_tables(register: Register) -> dict[Part, list[StandRow]]:
    """The four tables of what is selected: motions by id, promises by letter."""
    tables: dict[Part, list[StandRow]] = {part: [] for part in TITLES}
    for _, rows in groupby(lists.motions(register), key=lambda row: row.motion):
        acts = list(rows)
        tables["moties afgerond" if _is_done(acts) else "moties in behandeling"].append(_motion(acts))
    for act in lists.commitments(register):
        if act.kind == "toezegging":
            done = (act.stand or act.status) in DONE
            tables["toezeggingen afgerond" if done else "toezeggingen in behandeling"].append(_promise(act))
    return tables


def _is_done(acts: list[MotionRow]) -> bool:
    """A motion is done where a letter or the Kamer's record calls it so, or every act on it is."""
    return (
        acts[0].settled is not None
        or acts[0].afgedaan is True
        or all((act.stand or act.status) in DONE for act in acts)
    )


def _motion(acts: list[MotionRow]) -> StandRow:
    first = acts[0]
    name = f"Motie {' en '.join(first.indieners)}".strip() if first.indieners else "Motie"
    if first.motion.startswith("motie:"):
        name = f"Motie {first.motion.removeprefix('motie:')}"
    if first.title:
        name += f"\n{first.title}"
    settled = f"Afgedaan verklaard in de brief van {dutch_day(first.settled)}.\n" if first.settled else ""
    if first.commitment is None and settled:
        return StandRow(name, place_of(first.motion), settled.rstrip())
    if first.commitment is None:
        number = "één brief" if len(first.letters) == 1 else f"{len(first.letters)} brieven"
        said = f"Genoemd in {number}, laatst op {dutch_day(first.last)}; geen handeling gevonden."
        return StandRow(name, place_of(first.motion), said)
    return StandRow(name, place_of(first.motion), settled + "\n".join(map(_said, acts)))


def _promise(act: CommitmentRow) -> StandRow:
    place = f"Brief van {dutch_day(act.letter_date)}, blz. {act.page}"
    if act.ids:
        place += f" ({'; '.join(place_of(id_) for id_ in act.ids)})"
    return StandRow(f"{_sentence(act.action)}\n“{act.quote}”", place, _state(act))


def _said(act: MotionRow) -> str:
    return f"{_state(act)} {_sentence(act.action or '')} (brief van {dutch_day(act.letter_date)}, blz. {act.page})"


def _state(act: MotionRow | CommitmentRow) -> str:
    known = act.stand or act.status or "aangekondigd"
    state = STATES[known]
    if act.deadline_text and known not in DONE:
        end = f" ({dutch_day(act.deadline_end)})" if act.deadline_end else ""
        state += f" Termijn: {act.deadline_text}{end}."
    return state


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
