"""A trace's neighbourhood as a file: a picture or a graph, by the ending of its name."""

from __future__ import annotations

import json
from pathlib import Path

import networkx as nx

from kamerstukken.errors import BadInput
from kamerstukken.graph.build import graph_of
from kamerstukken.graph.trace import Trace
from kamerstukken.register import Register

PICTURES = (".svg", ".png", ".pdf")
GRAPHS = (".graphml", ".gexf", ".json")


def write_graph(register: Register, trace: Trace, path: Path) -> None:
    """Write the neighbourhood of a trace. Raises BadInput for another ending, and where the file cannot be written."""
    ending = path.suffix.lower()
    if ending not in PICTURES + GRAPHS:
        raise BadInput(f"{path}: cannot make that; name a file that ends in {', '.join(PICTURES + GRAPHS)}")
    try:
        if ending in PICTURES:
            from kamerstukken.graph.picture import draw

            draw(trace, path)
        else:
            _write(register, trace, path, ending)
    except OSError as error:
        raise BadInput(f"{path}: cannot be written ({error.strerror}); name another file") from error


def _write(register: Register, trace: Trace, path: Path, ending: str) -> None:
    graph = graph_of(register, trace)
    if ending == ".graphml":
        nx.write_graphml_xml(graph, path)
    elif ending == ".gexf":
        nx.write_gexf(graph, path)
    else:
        data = nx.node_link_data(graph, edges="edges")
        path.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
