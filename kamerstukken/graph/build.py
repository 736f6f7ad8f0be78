"""The register as a networkx MultiDiGraph; every edge says where it was read.

Nodes have `type` (brief, kamerstuk, motie, dossier, toezegging, maatregel, aanbeveling, bewindspersoon, ministerie) and
`label`. Edges have `type`: cites (letter to paper), contains (letter to act), spawned (motion to act), basis (another
paper to act), is (letter to the paper it was published as), signs (bewindspersoon to letter), sends (ministry to letter).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import networkx as nx

from kamerstukken.model import Analysis, Citation, Commitment, Document

if TYPE_CHECKING:
    Graph = nx.MultiDiGraph[str]

LABEL_LENGTH = 80


def build_graph(analyses: Iterable[Analysis]) -> Graph:
    """The graph of some letters. Ids of papers are as in citations.jsonl, so graphs of different runs can be joined."""
    graph: Graph = nx.MultiDiGraph()
    for analysis in analyses:
        _add_letter(graph, analysis.document)
        for citation in analysis.citations:
            _add_citation(graph, citation)
        for commitment in analysis.commitments:
            _add_commitment(graph, commitment)
    return graph


def _add_letter(graph: Graph, document: Document) -> None:
    meta = document.metadata
    label = _label(" ".join(part for part in (meta.date, meta.subject) if part) or document.file)
    graph.add_node(
        document.id, type="brief", label=label, file=document.file,
        date=meta.date or "", subject=meta.subject or "", ministry=meta.ministry or "",
    )  # fmt: skip
    if meta.ministry:
        sender = f"ministerie:{meta.ministry}"
        _add_node(graph, sender, "ministerie", meta.ministry)
        graph.add_edge(sender, document.id, type="sends")
    for signatory in meta.signatories:
        if signatory.name:
            person = f"bewindspersoon:{signatory.name}"
            _add_node(graph, person, "bewindspersoon", signatory.name)
            graph.add_edge(person, document.id, type="signs", role=signatory.role or "")
    if own := document.paper:
        _add_paper(graph, own)
        graph.add_edge(document.id, own, type="is")


def _add_citation(graph: Graph, citation: Citation) -> None:
    reference = citation.reference
    for id_ in reference.ids:
        _add_paper(graph, id_, kind=reference.kind)
        graph.add_edge(
            citation.letter, id_, type="cites",
            kind=reference.kind, text=reference.text, where=citation.where, page=citation.page,
        )  # fmt: skip


def _add_commitment(graph: Graph, act: Commitment) -> None:
    deadline = act.deadline
    graph.add_node(
        act.id, type=act.kind, label=_label(act.action), status=act.status, quote=act.quote.text,
        actor=act.actor.norm or act.actor.text or "", page=act.page,
        deadline_start=(deadline.start if deadline else None) or "",
        deadline_end=(deadline.end if deadline else None) or "",
        review=act.review.oordeel if act.review else "",
    )  # fmt: skip
    evidence = {
        "letter": act.letter,
        "where": f"block {act.block}",
        "page": act.page,
        "quote": act.quote.text,
    }
    graph.add_edge(act.letter, act.id, type="contains", **evidence)
    for motion in act.motions:
        _add_paper(graph, motion, kind="motie")
        graph.add_edge(motion, act.id, type="spawned", **evidence)
    for source in act.ids:
        if source not in act.motions:
            _add_paper(graph, source)
            graph.add_edge(source, act.id, type="basis", **evidence)


def _add_paper(graph: Graph, id_: str, kind: str = "") -> None:
    """A paper; it is a motion where anyone calls it so."""
    type_ = "motie" if kind == "motie" or id_.startswith("motie:") else "kamerstuk"
    if id_.startswith("dossier:"):
        type_ = "dossier"
    if type_ == "motie" or id_ not in graph:
        _add_node(graph, id_, type_, id_)


def _add_node(graph: Graph, id_: str, type_: str, label: str) -> None:
    graph.add_node(id_, type=type_, label=_label(label))


def _label(text: str) -> str:
    return text if len(text) <= LABEL_LENGTH else text[: LABEL_LENGTH - 1] + "…"
