"""Node-link JSON: graph.json, the citation graph for `networkx.node_link_graph` or d3."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import IO, Any

import msgspec

from kamerstukken.export._parts.beside import beside
from kamerstukken.graph import GraphStream
from kamerstukken.register import Register


def write(register: Register, folder: Path) -> None:
    """Write graph.json, a node and an edge at a time."""
    with beside(folder / "graph.json") as path, path.open("wb") as stream:
        write_nodelink(GraphStream(register), stream)


def write_nodelink(graph: GraphStream, stream: IO[bytes]) -> None:
    """A stream of nodes and edges as `node_link_graph(data, edges="edges")` reads it, an object a line."""
    stream.write(b'{"directed": true, "multigraph": true, "graph": {}, "nodes": [\n')
    _lines(stream, ({"id": node.id, **node.values} for node in graph.nodes()))
    stream.write(b'\n], "edges": [\n')
    edges = enumerate(graph.edges())
    _lines(stream, ({"source": e.source, "target": e.target, "key": n, **e.values} for n, e in edges))
    stream.write(b"\n]}\n")


def _lines(stream: IO[bytes], rows: Iterable[dict[str, Any]]) -> None:
    for n, row in enumerate(rows):
        stream.write((b",\n" if n else b"") + msgspec.json.encode(row))
