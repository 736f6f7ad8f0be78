"""The form of a file of labels, as docs/ANNOTATION.md describes it; unknown and missing fields are errors."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

Day = Annotated[str, Meta(pattern=r"^\d{4}-\d{2}-\d{2}$")]
Place = Annotated[str, Meta(pattern=r"^(block \d+|footnote \S+)$")]


class Form(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    pass


class Signatory(Form):
    name: str
    role: str


class Metadata(Form):
    date: Day
    subject: str
    ministry: str | None
    kenmerk: str | None
    uw_kenmerk: str | None
    addressee: str
    signatories: Annotated[list[Signatory], Meta(min_length=1)]
    session: Annotated[str, Meta(pattern=r"^\d{4}-\d{4}$")] | None
    dossiers: list[str]
    number: str | None


class Block(Form):
    n: int
    kind: Literal["heading", "paragraph", "item", "question", "answer", "table"]
    page: int
    text: Annotated[str, Meta(min_length=1)]


class Footnote(Form):
    marker: str
    page: int
    anchor_block: int
    anchor_before: Annotated[str, Meta(min_length=1)]
    text: Annotated[str, Meta(min_length=1)]


class Citation(Form):
    raw: str
    where: Place
    kind: Literal[
        "kamerstuk",
        "motie",
        "handelingen",
        "aanhangsel",
        "stb",
        "stcrt",
        "eu",
        "wet",
        "zaaknummer",
        "toezegging",
        "other",
    ]
    ids: list[str]
    session: str | None
    chamber: Literal["I", "II"] | None
    motion_of: str | None


class Deadline(Form):
    text: str | None
    start: Day | None
    end: Day | None


class Item(Form):
    id: str
    kind: Literal["toezegging", "maatregel", "aanbeveling"]
    status: Literal["aangekondigd", "lopend", "afgerond"]
    required: bool
    quote: str
    block: int
    action: str
    actor: str | None
    actor_norm: str | None
    addressee: str | None
    deadline: Deadline
    ids: list[str]
    motions: list[str]
    via_footnote: list[str]
    note: str


class Letter(Form):
    file: str
    sha256: Annotated[str, Meta(pattern=r"^[0-9a-f]{64}$")]
    pages: int
    layout: Literal["ministry", "kst", "aanhangsel", "other"]
    metadata: Metadata
    blocks: list[Block]
    footnotes: list[Footnote]
    citations: list[Citation]
    items: list[Item]


class End(Form):
    letter: str
    block: int
    quote: str


class Edge(Form):
    type: Literal["spawned", "settles", "follows"]
    to: str | End
    how: Literal["herhaling", "wijziging", "nakoming", "vervallen"] | None = None
    old: Day | None = None
    new: Day | None = None
    source: str | End = msgspec.field(name="from", default="")


class NoEdge(Form):
    why: str
    to: End
    source: End = msgspec.field(name="from")


class StatusOn(Form):
    on: Day
    status: Literal["open", "deels", "voldaan", "verlopen", "gewijzigd", "vervallen", "onbekend"]
    of: End


class Links(Form):
    about: str
    edges: list[Edge]
    no_edges: list[NoEdge]
    statuses: list[StatusOn]
