"""The citation graph: letters, papers, motions and acts, and what leads to what. Made from the register alone."""

from kamerstukken.graph.build import build_graph

__all__ = ["build_graph"]
