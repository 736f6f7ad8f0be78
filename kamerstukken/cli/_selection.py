"""The options that select letters and acts, the same on every command that reads a register.

A command takes them by `@selecting`: its parameter `selection` is replaced by the options on the command line, and
gets a `Selection`.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any, get_type_hints

import typer

if TYPE_CHECKING:
    from kamerstukken.register import Selection

PANEL = "Which letters and acts"

SEVERAL = {
    "ministry": "Only letters of this ministry (IenW, or its name); commas between several.",
    "kind": "Only this kind: toezegging, maatregel, aanbeveling; commas between several.",
    "status": "Only this status, in its letter (aangekondigd, lopend, afgerond) or on a day (open, verlopen, voldaan …); commas between several.",
}
WORDS = {
    "dossier": "Only this dossier (35300-XVI): its letters, and acts elsewhere that rest on a paper in it.",
    "motion": "Only acts on this motion (kst-34843-30, or a name that it goes by).",
    "query": 'Only acts that say all these words; "two words" as a phrase.',
}
DAYS = {
    "since": "Only letters of this day or later (2024-07-01).",
    "until": "Only letters of this day or earlier.",
    "deadline_before": "Only acts with a deadline that ends before this day.",
}
OPTIONS = ("ministry", "kind", "status", "dossier", "motion", "since", "until", "deadline_before", "query")


def selecting(command: Callable[..., None]) -> Callable[..., None]:
    """The command with the options that select in place of its parameter `selection`."""
    signature = inspect.signature(command)
    others = {name: p for name, p in signature.parameters.items() if name != "selection"}
    hints = get_type_hints(command, include_extras=True, localns={"Selection": Any})
    options = [_parameter(name) for name in OPTIONS]

    def chosen(**values: Any) -> None:
        asked = {name: values.pop(name) for name in OPTIONS}
        command(**values, selection=selection_of(asked))

    parameters = [p.replace(annotation=hints[name], kind=p.KEYWORD_ONLY) for name, p in others.items()]
    chosen.__signature__ = signature.replace(parameters=[*parameters, *options])  # type: ignore[attr-defined]
    chosen.__annotations__ = {p.name: p.annotation for p in (*parameters, *options)}
    chosen.__name__, chosen.__doc__ = command.__name__, command.__doc__
    return chosen


def selection_of(asked: dict[str, str | None]) -> Selection:
    """The options as given to a Selection. Raises BadInput where a day is none or a kind is not known."""
    from typing import get_args

    from kamerstukken.errors import BadInput
    from kamerstukken.model import Kind, Standing, Status
    from kamerstukken.register import Selection, parse_day

    lists = {name: tuple(filter(None, map(str.strip, (asked[name] or "").split(",")))) for name in SEVERAL}
    for name, known in (("kind", get_args(Kind)), ("status", (*get_args(Status), *get_args(Standing)))):
        if strange := [value for value in lists[name] if value not in known]:
            raise BadInput(f"--{name} {', '.join(strange)}: there are {', '.join(known)}")
    days = {name: parse_day(text, _flag(name)) if (text := asked[name]) else None for name in DAYS}
    fields: dict[str, Any] = {**lists, **{name: asked[name] or "" for name in WORDS}, **days}
    return Selection(**fields)


def _parameter(name: str) -> inspect.Parameter:
    help_ = (SEVERAL | WORDS | DAYS)[name]
    annotation = Annotated[str | None, typer.Option(_flag(name), help=help_, rich_help_panel=PANEL)]
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=annotation)


def _flag(name: str) -> str:
    return f"--{name.replace('_', '-')}"
