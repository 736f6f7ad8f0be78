"""What templates show: a letter's act with its page, marks, fields and history. Values alone, no HTML."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, get_args
from urllib.parse import urlencode

from kamerstukken.errors import BadInput
from kamerstukken.model import Analysis, Box, Commitment, Decision, Document, Kind
from kamerstukken.register import Register
from kamerstukken.register.decisions import Asked, Decisions, Judged, Queue
from kamerstukken.register.decisions.queue import PAGE, Order, State
from kamerstukken.review.fields import FIELDS, values

if TYPE_CHECKING:
    from kamerstukken.read.picture import PagePicture

VERBS = {
    "accept": "akkoord", "reject": "afgewezen", "edit": "gewijzigd", "split": "gesplitst", "merge": "samengevoegd",
    "add": "toegevoegd", "undo": "teruggenomen", "link": "gekoppeld",
}  # fmt: skip

MOST_SELECTED = 5_000
"""Characters of a selection that make a quote."""

CHOICES = {"state": get_args(State), "order": get_args(Order), "kind": ("", *get_args(Kind))}


@dataclass(frozen=True, slots=True)
class FieldView:
    """A field as shown: `found` is what the program said where a person decided otherwise."""

    label: str
    value: str
    found: str | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """A box on the page: 'quote', 'other' (another act)."""

    box: Box
    look: str


@dataclass(frozen=True, slots=True)
class Desk:
    """One act with all that a reviewer needs to judge it."""

    letter: Document
    act: Commitment
    judged: Judged
    page: int
    picture: PagePicture | None
    marks: tuple[Mark, ...]
    fields: tuple[FieldView, ...]
    others: tuple[Commitment, ...]
    history: tuple[Decision, ...]

    @property
    def seen(self) -> str:
        """The decision that this page shows."""
        return self.act.review.decision if self.act.review else ""

    @property
    def pages_of_quote(self) -> tuple[int, ...]:
        """The pages on which the quote stands."""
        return tuple(sorted({box.page for box in self.act.quote.boxes})) or (self.act.page,)


def asked_of(query: Mapping[str, str]) -> Asked:
    """What the filters ask. Values that are not possible ask nothing."""
    given = {f.name: query.get(f.name, "").strip()[:200] for f in fields(Asked)}
    for name, choices in CHOICES.items():
        if given[name] not in choices:
            del given[name]
    return Asked(**{name: value for name, value in given.items() if value})  # type: ignore[arg-type]


def address_of(asked: Asked) -> str:
    """The filters as the query of an address; what is asked by default is left out."""
    default = Asked()
    given = {f.name: getattr(asked, f.name) for f in fields(Asked)}
    return urlencode({name: value for name, value in given.items() if value != getattr(default, name)})


def one_act(acts: Sequence[Judged], row: str) -> Judged:
    """The act of that id. Raises BadInput where it is not there."""
    found = next((one for one in acts if one.act.id == row), None)
    if found is None:
        raise BadInput("deze rij staat niet meer in de brief; laad de lijst opnieuw")
    return found


def history_of(register: Register, letter: str, row: str) -> tuple[Decision, ...]:
    """The decisions on one act, the last first."""
    decisions = Decisions(register).all(letter=letter)
    return tuple(d for d in decisions if any(act.id == row for act in (*d.was, *d.now)))[::-1]


def marks_on(acts: Iterable[Judged], act: Commitment, page: int) -> tuple[Mark, ...]:
    """The quote on a page, and faintly the other acts that are listed; the quote lies on top."""
    others = [box for one in acts if one.listed and one.act.id != act.id for box in one.act.quote.boxes]
    looks = ((others, "other"), (act.quote.boxes, "quote"))
    return tuple(Mark(box, look) for boxes, look in looks for box in boxes if box.page == page)


def field_views(one: Judged) -> tuple[FieldView, ...]:
    """The fields that hold something, now or as found."""
    now, found = values(one.act), values(one.found) if one.found else None
    return tuple(
        FieldView(f.label, now[f.name], found[f.name] if found and found[f.name] != now[f.name] else None)
        for f in FIELDS
        if now[f.name] or (found and found[f.name])
    )


def desk(
    register: Register,
    found: tuple[Analysis, tuple[Judged, ...]],
    row: str,
    page: int,
    picture: PagePicture | None,
) -> Desk:
    """One act of a letter, on one of its pages."""
    analysis, acts = found
    one = one_act(acts, row)
    others = tuple(j.act for j in acts if j.listed and j.act.page == page and j.act.id != row)
    return Desk(
        letter=analysis.document,
        act=one.act,
        judged=one,
        page=page,
        picture=picture,
        marks=marks_on(acts, one.act, page),
        fields=field_views(one),
        others=others,
        history=history_of(register, analysis.document.id, row),
    )


def queue_values(register: Register, asked: Asked, after: str = "") -> dict[str, Any]:
    """A page of the queue with the progress beside it."""
    queue = Queue(register)
    rows = queue.page(asked, after=after)
    whole = queue.progress()
    filtered = any(
        (asked.ministry, asked.kind, asked.dossier, asked.motion, asked.deadline, asked.query, asked.letter)
    )
    return {
        "asked": asked,
        "address": address_of(asked),
        "rows": rows,
        "more": len(rows) == PAGE,
        "progress": whole,
        "selected": queue.progress(asked) if filtered else None,
    }
