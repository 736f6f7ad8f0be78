"""What a person said of an act."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Oordeel = Literal["akkoord", "gewijzigd", "toegevoegd", "afgewezen", "samengevoegd", "nog eens kijken"]
"""The last means: decided before, but the letter or another reviewer says otherwise now."""


@dataclass(frozen=True, slots=True)
class Review:
    """A person's judgement of an act. `at` is ISO 8601 in UTC, `decision` the id of the decision that made it."""

    oordeel: Oordeel
    reviewer: str
    at: str
    note: str | None = None
    decision: str = ""
