"""GraphML: graph.graphml, the citation graph for Gephi, yEd or networkx."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import networkx as nx

from kamerstukken.export._beside import beside
from kamerstukken.export._xml import NOT_XML, xml_text
from kamerstukken.graph import build_graph
from kamerstukken.register import Register


def write(register: Register, folder: Path) -> None:
    """Write graph.graphml."""
    graph = build_graph(register.analyses())
    for _, values in graph.nodes(data=True):
        _clean(values)
    for *_, values in graph.edges(data=True):
        _clean(values)
    graph = nx.relabel_nodes(graph, {node: xml_text(node) for node in graph if NOT_XML.search(node)})
    with beside(folder / "graph.graphml") as path:
        # The writer on the standard library's XML: the other one appears where lxml happens to be installed.
        nx.write_graphml_xml(graph, path)


def _clean(values: dict[str, Any]) -> None:
    for name, value in values.items():
        if isinstance(value, str):
            values[name] = xml_text(value)
