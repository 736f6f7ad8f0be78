"""The register as a networkx MultiDiGraph, whole or a neighbourhood; `kinds` says what nodes and edges carry."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kamerstukken.graph.stream import GraphStream
from kamerstukken.graph.trace import Trace
from kamerstukken.register import Register

if TYPE_CHECKING:
    import networkx as nx

    Graph = nx.MultiDiGraph[str]


def build_graph(register: Register, letters: Iterable[str] | None = None) -> Graph:
    """The graph of a register, or of some letters of it, in memory. Ids of papers are as in citations.jsonl, so graphs
    of different runs can be joined.
    """
    import networkx as nx  # half a second: a trace does without

    graph: Graph = nx.MultiDiGraph()
    stream = GraphStream(register, letters)
    for node in stream.nodes():
        graph.add_node(node.id, **node.values)
    for edge in stream.edges():
        graph.add_edge(edge.source, edge.target, **edge.values)
    return graph


def graph_of(register: Register, trace: Trace) -> Graph:
    """The neighbourhood that a trace shows: its subject, its letters, its acts, their motions and what is said of them.

    Every act has its stand on the day of the trace as `stand`.
    """
    graph = build_graph(register, [step.letter.id for step in trace.steps])
    keep = {trace.subject.id, *(step.letter.id for step in trace.steps)}
    for line in (line for step in trace.steps for line in step.lines):
        keep |= {id_ for id_ in line.about if id_ in graph}
        if line.act is not None:
            keep.add(line.act.id)
            if line.act.id in graph and line.stand is not None:
                graph.nodes[line.act.id]["stand"] = line.stand.status
    graph.remove_nodes_from([node for node in graph if node not in keep])
    return graph
