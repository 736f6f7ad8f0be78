"""The citation graph: letters, papers, motions and acts, and what leads to what. Made from the register alone.

- `GraphStream(register)`: all of it as a stream of nodes, then of edges; `build_graph`: in networkx, whole or some letters;
- `subjects(register, words)`: what a user means by a motion's number or name, a dossier, an act, an office;
- `trace(register, subject, on)`: what became of it, letter by letter, as a `Trace`.
"""

from kamerstukken.graph.build import build_graph, graph_of
from kamerstukken.graph.kinds import EDGE_VALUES, NODE_VALUES, Edge, Node
from kamerstukken.graph.stream import GraphStream
from kamerstukken.graph.subject import Subject, subjects
from kamerstukken.graph.trace import Line, Step, Trace, trace

__all__ = [
    "EDGE_VALUES",
    "NODE_VALUES",
    "Edge",
    "GraphStream",
    "Line",
    "Node",
    "Step",
    "Subject",
    "Trace",
    "build_graph",
    "graph_of",
    "subjects",
    "trace",
]
