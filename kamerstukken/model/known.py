"""What the Kamer's own records say, as a catalogue gives it: of papers that letters name, and of oral toezeggingen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

HowKnown = Literal["brief", "nummer", "woorden"]
"""Why a letter has to do with an oral toezegging: the Kamer names the letter as what meets it; the letter names its
number; or an act of the letter says the same, of the same ministry and later."""


@dataclass(frozen=True, slots=True)
class KnownPaper:
    """A motie or a dossier. `date` is an ISO day, `outcome` of its vote as the Kamer writes it ('Stemmen - aangenomen')."""

    id: str
    title: str
    date: str | None = None
    outcome: str | None = None
    appreciation: str | None = None
    settled: bool | None = None


@dataclass(frozen=True, slots=True)
class OralPromise:
    """An oral toezegging of the Kamer's register and a letter that has to do with it.

    `number` is 'TZ202412-116', `status` the register's word, `made` and `due` are ISO days, `office` is as the register
    writes it. `act` is the id of the letter's act where one is meant. `confidence` is 0..1; `reason` says in Dutch
    what it rests on.
    """

    number: str
    status: str | None
    made: str | None
    due: str | None
    office: str | None
    text: str
    letter: str
    how: HowKnown
    act: str | None = None
    confidence: float = 1.0
    reason: str = ""
