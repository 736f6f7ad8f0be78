"""The sample letters as their labels say, without reading a PDF: so links are tested on acts that are right."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from kamerstukken.cite import cite
from kamerstukken.commit.fields.ident import identifiers
from kamerstukken.evaluation.gold import Labels, load_folder
from kamerstukken.link import update
from kamerstukken.model import Actor, Analysis, Commitment, Deadline, Span
from kamerstukken.register import Register, SourceFile

CORPUS = Path(__file__).resolve().parent.parent / "corpus"


def chain() -> dict[str, Any]:
    """What ties the letters together, by hand."""
    links: dict[str, Any] = json.loads((CORPUS / "links.json").read_text("utf-8"))
    return links


def letters() -> tuple[Analysis, ...]:
    """The labelled letters as analyses."""
    return tuple(map(_analysis, load_folder(CORPUS / "gold")))


def fill(path: Path, analyses: tuple[Analysis, ...]) -> Register:
    """A register with these letters, in this order, linked."""
    register = Register.writable(path)
    for analysis in analyses:
        name = analysis.document.file
        register.record(SourceFile(name, name), analysis, made_by="labels")
    update(register)
    return register


def ids_at(register: Register, end: dict[str, Any]) -> set[str]:
    """The ids of the acts that a labelled end means."""
    found = set()
    for act in register.acts.all():
        if act.file == end["letter"] and act.block == end["block"] and _same(act.quote, end["quote"]):
            found.add(act.id)
    return found


def _same(one: str, other: str) -> bool:
    return one in other or other in one


def _analysis(labels: Labels) -> Analysis:
    document = labels.document
    names = identifiers(document, tuple(item["quote"] for item in labels.items))
    acts = tuple(_act(labels, item, name) for item, name in zip(labels.items, names, strict=True))
    return Analysis(document, cite(document), acts)


def _act(labels: Labels, item: dict[str, Any], name: str) -> Commitment:
    document = labels.document
    block = document.blocks[item["block"] - 1]
    start = block.start + block.text.index(item["quote"])
    moment = item["deadline"] if (item["deadline"] or {}).get("text") else None
    return Commitment(
        id=name, letter=document.id, kind=item["kind"], status=item["status"],
        quote=document.quote(Span(start, start + len(item["quote"]))), block=block.n, page=block.page,
        action=item["action"], actor=Actor(item["actor"], item["actor_norm"]), addressee=item["addressee"],
        deadline=Deadline(moment["text"], moment["start"], moment["end"]) if moment else None,
        ids=tuple(item["ids"]), motions=tuple(item["motions"]), rule="label",
    )  # fmt: skip
