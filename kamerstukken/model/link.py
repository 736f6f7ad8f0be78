"""Links over letters: what a later letter says of an earlier act or a motion, and how an act stands on a day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kamerstukken.model.span import Span

LinkType = Literal["settles", "follows", "answers", "points"]
"""settles: a motion or promise is called done; follows: an act is said again, moved, kept or dropped; answers: an act
takes up a recommendation; points: a letter names an earlier letter by its date or number."""

How = Literal["herhaling", "wijziging", "nakoming", "deels", "vervallen", "overname", "verwijzing"]
"""said again, another moment, kept, kept in part, dropped, recommendation taken up, pointed to."""

Standing = Literal["open", "deels", "voldaan", "verlopen", "gewijzigd", "vervallen", "onbekend"]
"""What an act is on a day, as far as the letters up to that day tell:

- open: its last day has not passed, or it has none and is young;
- deels, voldaan, vervallen: a letter says that it was kept in part, kept, or dropped;
- gewijzigd: another moment took its place;
- verlopen: its last day is over and no letter says more;
- onbekend: no moment to judge by, and no letter speaks of it for a year.
"""


@dataclass(frozen=True, slots=True)
class Link:
    """A proposal: `letter` says in `quote` that its act `act` (None: a plain sentence) has to do with `to`.

    `to` is an act's id, a motion's id ('kst-98765-8') or a letter's id; `to_letter` and `to_quote` say where an act
    was said, None for motions. `old` and `new` are the last days before and after (ISO) where both are known.
    `confidence` is 0..1: how sure the proposal is. `reason` says in Dutch what it rests on.
    """

    letter: str
    type: LinkType
    how: How
    block: int
    page: int
    span: Span
    quote: str
    to: str
    to_letter: str | None = None
    to_quote: str | None = None
    to_page: int | None = None
    act: str | None = None
    old: str | None = None
    new: str | None = None
    paper: str | None = None
    """The number that a letter pointed to is named by ('kst-98765-12')."""
    confidence: float = 1.0
    reason: str = ""
    date: str | None = None
    """Date of `letter`."""

    @property
    def is_slip(self) -> bool:
        """True where the moment moved to a later day."""
        return (
            self.how == "wijziging" and self.old is not None and self.new is not None and self.new > self.old
        )


@dataclass(frozen=True, slots=True)
class Stand:
    """How an act stands on the day `on`; `since` is the day from which that holds, `by` the link that says so.

    `by` is None where no letter says so: the act's own letter, or time alone. `successor` is the act that took its
    place, where its moment moved. `confidence` is that of the link, 1.0 without.
    """

    status: Standing
    on: str
    since: str | None = None
    by: Link | None = None
    successor: str | None = None
    confidence: float = 1.0
