"""The fields of an act that a reviewer can change: as text on a form or in a cell, and back."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, get_args

from kamerstukken.errors import BadInput
from kamerstukken.model import Actor, Commitment, Deadline, Kind, Status, Strength

BETWEEN = re.compile(r"\s*[;,\n]\s*")
"""Between the members of a list that a person typed; an id holds none of these."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field: `name` as in commitments.jsonl, its Dutch label, and its choices where it has some.

    `read` gives it as text ('' for nothing).
    """

    name: str
    label: str
    read: Callable[[Commitment], str | None]
    choices: tuple[str, ...] = ()
    hint: str = ""
    long: bool = False


def _moment(name: str) -> Callable[[Commitment], str | None]:
    return lambda act: getattr(act.deadline, name) if act.deadline else None


FIELDS = (
    Field("kind", "Soort", lambda act: act.kind, get_args(Kind)),
    Field("status", "Status", lambda act: act.status, get_args(Status)),
    Field("strength", "Kracht", lambda act: act.strength, get_args(Strength)),
    Field("action", "Actie", lambda act: act.action, long=True),
    Field("actor", "Actor, zoals geschreven", lambda act: act.actor.text),
    Field("actor_norm", "Actor", lambda act: act.actor.norm),
    Field("actor_name", "Naam", lambda act: act.actor.name),
    Field("addressee", "Voor wie", lambda act: act.addressee),
    Field("deadline_text", "Termijn, zoals geschreven", _moment("text")),
    Field("deadline_start", "Termijn van", _moment("start"), hint="jjjj-mm-dd"),
    Field("deadline_end", "Termijn tot en met", _moment("end"), hint="jjjj-mm-dd"),
    Field("motions", "Moties", lambda act: "; ".join(act.motions), hint="kst-34843-30; met ; ertussen"),
    Field("ids", "Kamerstukken", lambda act: "; ".join(act.ids), hint="moties horen hier ook bij"),
    Field("recommendation", "Aanbeveling", lambda act: act.recommendation, long=True),
)
"""In the order in which people meet them."""


def values(act: Commitment) -> dict[str, str]:
    """All fields as text."""
    return {field.name: field.read(act) or "" for field in FIELDS}


def changed(act: Commitment, given: Mapping[str, str]) -> Commitment:
    """The act with the fields that are given; those that are not, or say the same, stay to the last detail.

    Raises BadInput, in Dutch, where a value is not possible.
    """
    now = values(act)
    new = {name: " ".join(given[name].split()) for name in now if name in given}
    news = {name: value for name, value in new.items() if value != " ".join(now[name].split())}
    _check(news)
    if not news.get("action", now["action"]):
        raise BadInput("Actie: vul in wat er gebeurt")
    plain: dict[str, Any] = {
        name: news[name] for name in ("kind", "status", "strength", "action") if name in news
    }
    for name in ("addressee", "recommendation"):
        if name in news:
            plain[name] = news[name] or None
    motions, ids = _papers(act, news)
    plain |= {"actor": _actor(act, news), "deadline": _deadline(act, news), "motions": motions, "ids": ids}
    return replace(act, **plain)


def _check(news: Mapping[str, str]) -> None:
    for field in FIELDS:
        value = news.get(field.name)
        if value is None:
            continue
        if field.choices and value not in field.choices:
            raise BadInput(f"{field.label}: '{value}' kan niet; kies {', '.join(field.choices)}")
        if field.name in ("deadline_start", "deadline_end") and value and not _is_day(value):
            raise BadInput(f"{field.label}: '{value}' is geen dag; schrijf 2024-07-01")


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _actor(act: Commitment, news: Mapping[str, str]) -> Actor:
    named = {"actor": "text", "actor_norm": "norm", "actor_name": "name"}
    return replace(act.actor, **{part: news[name] or None for name, part in named.items() if name in news})


def _deadline(act: Commitment, news: Mapping[str, str]) -> Deadline | None:
    """A moment given by hand is those days; the finer notations of the old one would no longer fit."""
    given = {part: news.get(f"deadline_{part}") for part in ("text", "start", "end")}
    if all(value is None for value in given.values()):
        return act.deadline
    old = act.deadline or Deadline("")
    text = old.text if given["text"] is None else given["text"]
    start, end = (
        getattr(old, part) if given[part] is None else given[part] or None for part in ("start", "end")
    )
    if start and end and start > end:
        raise BadInput(f"Termijn: {start} ligt na {end}")
    if not (text or start or end):
        return None
    if (start, end) == (old.start, old.end):
        return replace(old, text=text)
    return Deadline(text, start, end, _edtf(start, end), None, "exact" if start or end else "vaag")


def _edtf(start: str | None, end: str | None) -> str | None:
    if start == end:
        return start
    return f"{start or '..'}/{end or '..'}"


def _papers(act: Commitment, news: Mapping[str, str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Motions are papers too: one that is added or dropped is so in both lists."""
    motions = _list(news["motions"]) if "motions" in news else act.motions
    ids = _list(news["ids"]) if "ids" in news else act.ids
    gone = set(act.motions) - set(motions)
    ids = tuple(id_ for id_ in ids if id_ not in gone or "ids" in news)
    return motions, tuple(dict.fromkeys((*ids, *motions)))


def _list(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part for part in BETWEEN.split(text.strip()) if part))
