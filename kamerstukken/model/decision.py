"""A reviewer's decision: which acts it took, what it made of them, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kamerstukken.model.commitment import Commitment

Verb = Literal["accept", "reject", "edit", "split", "merge", "add", "undo"]


@dataclass(frozen=True, slots=True)
class Decision:
    """One step of a reviewer: it takes the acts in `was` and leaves those in `now`.

    Accepting leaves an act as it is, rejecting leaves none, splitting leaves more, merging fewer, adding takes
    none. An act that stays keeps its id. `key` says which letter, also in a corrected version (`Document.key`);
    `letter` and `file` say in which version the decision was made. `at` is ISO 8601 in UTC, to the microsecond.

    `base` holds the decisions that the reviewer knew of when this one was made: one that stands on the same act
    and is not among them was made without either knowing the other. `beside` holds the ids of other acts in the
    same words, so that a later reading of the letter is not taken for one of them. `undoes` is the decision that
    this one takes back (`verb` is then 'undo').
    """

    id: str
    at: str
    reviewer: str
    verb: Verb
    key: str
    letter: str
    file: str
    was: tuple[Commitment, ...] = ()
    now: tuple[Commitment, ...] = ()
    why: str | None = None
    base: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    undoes: str | None = None
