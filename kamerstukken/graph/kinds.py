"""Nodes and edges of the graph as values, and what they carry.

Nodes have a type: brief, kamerstuk, motie, dossier, toezegging, maatregel, aanbeveling, bewindspersoon, ministerie.
Edges have a type, and all say where they were read (letter, date, where, page, quote):

| edge | from | to |
|---|---|---|
| cites | brief | kamerstuk, motie, dossier, … |
| contains | brief | the act that stands in it |
| spawned | motie | the act that rests on it |
| near | motie | an act that stands by it, where it is not sure that it rests on it |
| basis | another paper | the act that rests on it |
| settles | brief | the motie or the act that it calls done; `how` is nakoming or deels |
| follows | act, or brief | the earlier act that it speaks of; `how` is herhaling, wijziging, nakoming, deels or vervallen |
| answers | aanbeveling | the act that takes it up |
| points | brief | the earlier brief that it names by day or number |
| is | brief | the kamerstuk that it was published as |
| in | brief | the dossier whose number it bears |
| signs | bewindspersoon | brief |
| sends | ministerie | brief |
| does | bewindspersoon (by office) | the act |
"""

from __future__ import annotations

from dataclasses import dataclass, field

Value = str | int | float

LABEL_LENGTH = 80

NODE_VALUES: dict[str, type[Value]] = {
    "type": str, "label": str, "date": str, "file": str, "subject": str, "ministry": str, "status": str,
    "quote": str, "actor": str, "page": int, "deadline_start": str, "deadline_end": str, "confidence": float,
    "review": str, "outcome": str,
}  # fmt: skip
"""What a node can carry, with its type; `date` is the letter's, also for an act."""

EDGE_VALUES: dict[str, type[Value]] = {
    "type": str, "label": str, "how": str, "letter": str, "date": str, "where": str, "page": int, "quote": str,
    "old": str, "new": str, "confidence": float, "reason": str, "kind": str, "text": str, "role": str,
}  # fmt: skip
"""What an edge can carry, with its type."""


@dataclass(frozen=True, slots=True)
class Node:
    """A node; `values` holds only what is known."""

    id: str
    values: dict[str, Value] = field(hash=False)


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge; `values` holds only what is known."""

    source: str
    target: str
    values: dict[str, Value] = field(hash=False)


def node(id_: str, type_: str, label: str, **values: Value | None) -> Node:
    """A node with what is known of it."""
    return Node(id_, {"type": type_, "label": short(label), **_known(values)})


def edge(source: str, target: str, type_: str, **values: Value | None) -> Edge:
    """An edge with what is known of it; it is labelled with its type, and what became of the act."""
    how = values.get("how")
    return Edge(
        source, target, {"type": type_, "label": f"{type_}: {how}" if how else type_, **_known(values)}
    )


def short(text: str) -> str:
    """A label: at most 80 characters, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= LABEL_LENGTH else line[: LABEL_LENGTH - 1] + "…"


def _known(values: dict[str, Value | None]) -> dict[str, Value]:
    return {name: value for name, value in values.items() if value is not None and value != ""}
