"""The citation graph: letters, papers, motions and acts, and what leads to what. Made from the register alone.

- `subjects(register, words)`: what a user means by a motion's number or name, a dossier, an act, an office;
- `trace(register, subject, on)`: what became of it, letter by letter, as a `Trace`.
"""

from kamerstukken.graph.build import build_graph
from kamerstukken.graph.subject import Subject, subjects
from kamerstukken.graph.trace import Line, Step, Trace, trace

__all__ = ["Line", "Step", "Subject", "Trace", "build_graph", "subjects", "trace"]
