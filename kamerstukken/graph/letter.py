"""One letter as nodes and edges."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kamerstukken.graph.kinds import Edge, Node, edge, node
from kamerstukken.graph.spawned import led_to, sureness
from kamerstukken.model import Analysis, Citation, Commitment, Link

OFFICE = re.compile(r"(?:minister|staatssecretaris|minister-president)\b")


def own_nodes(analysis: Analysis) -> Iterator[Node]:
    """The letter and its acts."""
    document, meta = analysis.document, analysis.document.metadata
    label = " ".join(part for part in (meta.date, meta.subject) if part) or document.file
    yield node(
        document.id,
        "brief",
        label,
        file=document.file,
        date=meta.date,
        subject=meta.subject,
        ministry=meta.ministry,
    )
    for act in analysis.commitments:
        deadline = act.deadline
        yield node(
            act.id, act.kind, act.action or act.quote.text, status=act.status, quote=act.quote.text,
            actor=act.actor.norm or act.actor.text, page=act.page, date=meta.date, confidence=round(act.confidence, 3),
            deadline_start=deadline.start if deadline else None, deadline_end=deadline.end if deadline else None,
            review=act.review.oordeel if act.review else None,
        )  # fmt: skip


def shared_nodes(analysis: Analysis, links: Iterable[Link]) -> Iterator[Node]:
    """Papers, dossiers, persons and ministries that the letter has to do with; other letters can have the same."""
    meta = analysis.document.metadata
    if meta.ministry:
        yield node(f"ministerie:{meta.ministry}", "ministerie", meta.ministry)
    for signatory in meta.signatories:
        if signatory.name:
            yield node(f"bewindspersoon:{signatory.name}", "bewindspersoon", signatory.name)
    for dossier in meta.dossiers:
        yield node(f"dossier:{dossier}", "dossier", f"dossier {dossier}")
    if own := analysis.document.paper:
        yield paper(own)
    for citation in analysis.citations:
        yield from (paper(id_, motion=citation.reference.kind == "motie") for id_ in citation.reference.ids)
    for act in analysis.commitments:
        yield from (paper(id_, motion=True) for id_ in act.motions)
        yield from (paper(id_) for id_ in act.ids)
        if office := _office(act):
            yield node(f"bewindspersoon:{office}", "bewindspersoon", office)
    yield from (paper(k.to, motion=True) for k in links if k.type == "settles" and k.to_letter is None)


def paper(id_: str, *, motion: bool = False) -> Node:
    """A paper by its id."""
    if id_.startswith("dossier:"):
        return node(id_, "dossier", id_.replace(":", " "))
    is_motion = motion or id_.startswith("motie:")
    return node(id_, "motie" if is_motion else "kamerstuk", id_)


def edges_of(analysis: Analysis, links: Iterable[Link]) -> Iterator[Edge]:
    """All that is read in a letter."""
    document, meta = analysis.document, analysis.document.metadata
    read = {"letter": document.id, "date": meta.date}
    if meta.ministry:
        yield edge(f"ministerie:{meta.ministry}", document.id, "sends", where="briefhoofd", page=1, **read)
    for signatory in meta.signatories:
        if signatory.name:
            person = f"bewindspersoon:{signatory.name}"
            yield edge(
                person,
                document.id,
                "signs",
                role=signatory.role,
                where="ondertekening",
                page=document.pages,
                **read,
            )
    for dossier in meta.dossiers:
        yield edge(document.id, f"dossier:{dossier}", "in", where="briefhoofd", page=1, **read)
    if own := analysis.document.paper:
        yield edge(document.id, own, "is", where="briefhoofd", page=1, **read)
    for citation in analysis.citations:
        yield from _cited(citation, meta.date)
    for act in analysis.commitments:
        yield from _act(analysis, act)
    yield from (found for link in links for found in _link(link))


def _cited(citation: Citation, date: str | None) -> Iterator[Edge]:
    reference = citation.reference
    for id_ in reference.ids:
        yield edge(
            citation.letter, id_, "cites", kind=reference.kind, text=reference.text, letter=citation.letter, date=date,
            where=citation.where, page=citation.page, quote=reference.text,
        )  # fmt: skip


def _act(analysis: Analysis, act: Commitment) -> Iterator[Edge]:
    date = analysis.document.metadata.date
    evidence = {
        "letter": act.letter, "date": date, "where": f"block {act.block}", "page": act.page, "quote": act.quote.text,
    }  # fmt: skip
    yield edge(act.letter, act.id, "contains", **evidence)
    for motion, (sure, way) in sureness(analysis, act).items():
        kind = "spawned" if led_to(sure, act) else "near"
        yield edge(motion, act.id, kind, confidence=sure, reason=way, **evidence)
    for source in act.ids:
        if source not in act.motions:
            yield edge(source, act.id, "basis", **evidence)
    if office := _office(act):
        yield edge(f"bewindspersoon:{office}", act.id, "does", **evidence)


def _office(act: Commitment) -> str | None:
    return act.actor.norm if act.actor.norm and OFFICE.match(act.actor.norm) else None


def _link(link: Link) -> Iterator[Edge]:
    said = {
        "how": link.how, "letter": link.letter, "date": link.date, "where": f"block {link.block}", "page": link.page,
        "quote": link.quote, "old": link.old, "new": link.new, "confidence": link.confidence, "reason": link.reason,
    }  # fmt: skip
    if link.type == "answers" and link.act:
        yield edge(link.to, link.act, "answers", **said)
    elif link.type == "follows":
        yield edge(link.act or link.letter, link.to, "follows", **said)
    else:
        yield edge(link.letter, link.to, link.type, **said)
        if (
            link.type == "points" and link.paper
        ):  # the letter that is named by a number was published under it
            yield edge(link.to, link.paper, "is", **said)
