"""GraphML: graph.graphml, the citation graph for Gephi, yEd or networkx."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import networkx as nx

from kamerstukken.export._beside import beside
from kamerstukken.graph import build_graph
from kamerstukken.register import Register

NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold, such as \\x00; they come from hostile files alone."""


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


def xml_text(text: str) -> str:
    """The text with U+FFFD for what XML cannot hold."""
    return NOT_XML.sub("\ufffd", text)


def _clean(values: dict[str, Any]) -> None:
    for name, value in values.items():
        if isinstance(value, str):
            values[name] = xml_text(value)
