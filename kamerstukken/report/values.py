"""What the report tells, as values that become JSON in the page. What is empty is left out of the JSON."""

from __future__ import annotations

from msgspec import Struct

Mark = tuple[int, float, float, float, float]
"""A rectangle of a quote: page (from 1), then x0, top, x1, bottom in points from the page's top left."""


class Letter(Struct, frozen=True, omit_defaults=True):
    """A letter. `href` is the way to its PDF, relative to the report."""

    id: str
    file: str
    pages: int
    date: str | None = None
    subject: str | None = None
    ministry: str | None = None
    short: str | None = None
    kenmerk: str | None = None
    dossiers: tuple[str, ...] = ()
    href: str | None = None
    mentions: tuple[Mention, ...] = ()


class Mention(Struct, frozen=True, omit_defaults=True):
    """A reference in a letter. `block` is 0 in a footnote that hangs on no block."""

    text: str
    page: int
    block: int = 0
    ids: tuple[str, ...] = ()
    url: str | None = None


class Said(Struct, frozen=True, omit_defaults=True):
    """What a later letter says of an act: `how` as links have it (nakoming, wijziging, …)."""

    how: str
    letter: str
    page: int
    quote: str
    date: str | None = None
    old: str | None = None
    new: str | None = None


class Act(Struct, frozen=True, omit_defaults=True):
    """An act. `letter` is its letter's place in the list; `start` and `end` its quote's place in its block's text.

    `stand` is how it stands on the report's day; `status` what its own letter tells.
    """

    key: str
    id: str
    letter: int
    kind: str
    status: str
    stand: str
    action: str
    quote: str
    page: int
    block: int
    start: int
    end: int
    confidence: float
    since: str | None = None
    actor: str | None = None
    addressee: str | None = None
    deadline: str | None = None
    first: str | None = None
    last: str | None = None
    certainty: str | None = None
    heading: str | None = None
    recommendation: str | None = None
    rule: str = ""
    review: str | None = None
    motions: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    boxes: tuple[Mark, ...] = ()
    said: tuple[Said, ...] = ()


class Link(Struct, frozen=True, omit_defaults=True):
    """One thing that a letter says in a motion's chain; `what` is noemt, actie or zegt."""

    what: str
    page: int
    quote: str
    how: str | None = None
    act: str | None = None
    stand: str | None = None


class ChainStep(Struct, frozen=True, omit_defaults=True):
    """A letter in a motion's chain; `letter` is its id."""

    letter: str
    lines: tuple[Link, ...]
    date: str | None = None
    subject: str | None = None


class Motion(Struct, frozen=True, omit_defaults=True):
    """A motion, the number of acts on it, and its chain of letters in order of time.

    `done`: a letter, or the Kamer's own record, calls it so; `title`, `outcome`, `appreciation` are from a catalogue.
    """

    id: str
    acts: int
    title: str | None = None
    indieners: tuple[str, ...] = ()
    url: str | None = None
    done: bool = False
    outcome: str | None = None
    appreciation: str | None = None
    chain: tuple[ChainStep, ...] = ()


class Node(Struct, frozen=True, omit_defaults=True):
    """A node of the graph."""

    id: str
    type: str
    label: str


class Network(Struct, frozen=True):
    """The graph: edges are places of two nodes in the list, and a type."""

    nodes: tuple[Node, ...]
    edges: tuple[tuple[int, int, str], ...]


class Failed(Struct, frozen=True):
    """A file that could not be read."""

    file: str
    reason: str


class Content(Struct, frozen=True):
    """All of it. `blocks` are the paragraphs that acts stand in, by 'LETTER:BLOCK'; `on` is the day of the stands."""

    on: str
    letters: tuple[Letter, ...]
    acts: tuple[Act, ...]
    blocks: dict[str, str]
    motions: tuple[Motion, ...]
    network: Network
    failures: tuple[Failed, ...]


class Picture(Struct, frozen=True):
    """A page as a picture (base64 of WebP), with the page's size in points. `key` is 'LETTER:PAGE'."""

    key: str
    width: float
    height: float
    data: str
