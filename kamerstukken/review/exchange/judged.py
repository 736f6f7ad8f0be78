"""Filled-in rows to steps of a reviewer, with a report of what was taken and what was not understood."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, get_args

from kamerstukken.errors import BadInput, DecisionConflict
from kamerstukken.model import Commitment, Oordeel
from kamerstukken.register.decisions import Decisions, Queue, Step
from kamerstukken.review.exchange.workbook import Filled
from kamerstukken.review.fields import FIELDS, changed

if TYPE_CHECKING:
    from kamerstukken.register import Register

Meaning = Literal["accept", "reject", "edit"]

WORDS: dict[Meaning, tuple[str, ...]] = {
    "accept": (
        "akkoord", "goed", "ok", "oké", "oke", "ja", "j", "juist", "klopt", "correct", "waar", "v", "✓", "✔", "eens",
        "prima", "behouden",
    ),
    "reject": (
        "afgewezen", "afwijzen", "fout", "nee", "n", "onjuist", "onwaar", "weg", "verwijderen", "schrappen", "oneens",
        "✗", "✘", "klopt niet", "niet goed", "niet akkoord", "geen toezegging", "geen maatregel",
    ),
    "edit": ("gewijzigd", "anders", "aangepast", "wijzigen", "verbeterd", "gecorrigeerd"),
}  # fmt: skip
"""What people write in the column 'Oordeel'. Not 'x' or '-': these mean yes to one and no to another."""


@dataclass(frozen=True, slots=True)
class Report:
    """How many rows were taken by meaning, how many say what stands already, and lines about the others."""

    taken: Counter[str] = field(default_factory=Counter)
    unchanged: int = 0
    left: tuple[str, ...] = ()


class _NotTaken(Exception):
    """Why a row is left."""


def take_rows(register: Register, rows: Iterable[Filled], reviewer: str) -> Report:
    """Take each row's judgement as a decision of the reviewer.

    A row that someone judged after the workbook was written is left and reported.
    """
    decisions = Decisions(register)
    taken: Counter[str] = Counter()
    unchanged = 0
    left = []
    for row in rows:
        try:
            step = _step(register, row, reviewer)
            if step is None:
                unchanged += bool(row.cells.get("review"))
                continue
            decisions.decide(step)
            taken[step.verb] += 1
        except (_NotTaken, BadInput, DecisionConflict) as reason:
            left.append(f"{row.place}: {reason}")
    return Report(taken, unchanged, tuple(left))


def _step(register: Register, row: Filled, reviewer: str) -> Step | None:
    """The step that a row asks for; None where it asks nothing new."""
    said, remark = row.cells.get("review", ""), row.cells.get("remark", "")
    if not said:
        if remark and remark != (_known_remark(register, row) or ""):
            raise _NotTaken(
                "een opmerking zonder oordeel; schrijf akkoord, fout of anders in de kolom Oordeel"
            )
        return None
    act = _act(register, row)
    review = act.review
    if (
        review
        and said.casefold() == review.oordeel
        and remark == (review.note or "")
        and not _edits(act, row, said)
    ):
        return None
    meaning = _meaning(said, review.oordeel if review else None)
    if review and row.cells.get("reviewed_at", "") != review.at:
        raise _NotTaken(
            f"{review.reviewer} heeft hierover intussen '{review.oordeel}' gezegd; beslis op de pagina"
        )
    now = {"accept": (act,), "reject": (), "edit": (changed(act, _cells(row)),)}[meaning]
    seen = {act.id: review.decision} if review else {}
    return Step(meaning, act.letter, reviewer, (act.id,), now, remark or None, seen)


def _edits(act: Commitment, row: Filled, said: str) -> bool:
    return said.casefold() == "gewijzigd" and changed(act, _cells(row)) != act


def _cells(row: Filled) -> dict[str, str]:
    """The cells of fields that a reviewer can change, as far as the workbook has them."""
    return {f.name: row.cells[f.name] for f in FIELDS if f.name in row.cells}


def _meaning(said: str, standing: Oordeel | None) -> Meaning:
    word = said.casefold().strip(" .!")
    for meaning, words in WORDS.items():
        if word in words:
            return meaning
    if word == standing:  # 'toegevoegd' with a new remark
        return "accept"
    if word in get_args(Oordeel):
        raise _NotTaken(f"'{said}' kan niet in een werkmap; doe dat op de pagina (`kamerstukken review`)")
    raise _NotTaken(f"Oordeel '{said[:40]}' niet begrepen; schrijf akkoord, fout of anders")


def _act(register: Register, row: Filled) -> Commitment:
    letter, name = row.cells.get("letter", ""), row.cells.get("id", "")
    found = Queue(register).find(name, letter)
    if found is None:
        raise _NotTaken(
            f"rij {name or '(zonder id)'} van brief {letter or '(zonder id)'} staat niet in dit register"
        )
    acts = register.analysis(found).commitments
    act = next((act for act in acts if act.id == name), None)
    if act is None:
        raise _NotTaken(f"rij {name} is afgewezen of staat niet meer in de brief; beslis op de pagina")
    return act


def _known_remark(register: Register, row: Filled) -> str | None:
    try:
        act = _act(register, row)
    except _NotTaken:
        return None
    return act.review.note if act.review else None
