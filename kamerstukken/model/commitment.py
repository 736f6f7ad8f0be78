"""Commitments: who does what, for whom, by when, on whose motion."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kamerstukken.model.review import Review
from kamerstukken.model.span import Quote

Kind = Literal["toezegging", "maatregel", "aanbeveling"]
Status = Literal["aangekondigd", "lopend", "afgerond"]
Strength = Literal["hard", "zwak", "voorwaardelijk"]


@dataclass(frozen=True, slots=True)
class Deadline:
    """A moment as written and as days: `start` and `end` are ISO dates, both inclusive, None where open.

    `edtf` is the moment in Extended Date/Time Format (ISO 8601-2), `rrule` its recurrence (RFC 5545);
    `certainty` is 'exact', 'vaag' ('op korte termijn') or 'gebeurtenis' ('na afronding van het onderzoek').
    """

    text: str
    start: str | None = None
    end: str | None = None
    edtf: str | None = None
    rrule: str | None = None
    certainty: Literal["exact", "vaag", "gebeurtenis"] = "exact"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: `text` as written ('ik'), `norm` as meant ('minister van VWS'), `name` the person where known."""

    text: str | None = None
    norm: str | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Commitment:
    """One act. `quote` is the smallest sentence or clause that carries it; `block` the number of its block.

    `id` is stable over runs and machines, and over a corrected version of the letter that keeps the sentence.
    """

    id: str
    letter: str
    kind: Kind
    status: Status
    quote: Quote
    block: int
    page: int
    action: str
    actor: Actor = Actor()
    addressee: str | None = None
    deadline: Deadline | None = None
    strength: Strength = "hard"
    ids: tuple[str, ...] = ()
    motions: tuple[str, ...] = ()
    recommendation: str | None = None
    headings: tuple[str, ...] = ()
    """The headings above the block, from the highest level to the nearest."""
    rule: str = ""
    confidence: float = 1.0
    review: Review | None = None
    """What a person said of it; the other fields are then as that person decided."""
