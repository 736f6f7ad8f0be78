"""GraphML: graph.graphml, the citation graph for Gephi, yEd or networkx."""

from __future__ import annotations

from pathlib import Path
from typing import IO

from lxml import etree

from kamerstukken.export._parts.beside import beside
from kamerstukken.export._parts.xml import xml_text
from kamerstukken.graph import EDGE_VALUES, NODE_VALUES, GraphStream
from kamerstukken.graph.kinds import Value
from kamerstukken.register import Register

SPACE = "http://graphml.graphdrawing.org/xmlns"
TYPES: dict[type[Value], str] = {str: "string", int: "long", float: "double"}


def write(register: Register, folder: Path) -> None:
    """Write graph.graphml, a node and an edge at a time."""
    with beside(folder / "graph.graphml") as path, path.open("wb") as stream:
        write_graphml(GraphStream(register), stream)


def write_graphml(graph: GraphStream, stream: IO[bytes]) -> None:
    """A stream of nodes and edges as GraphML."""
    with etree.xmlfile(stream, encoding="utf-8") as xml:
        xml.write_declaration()
        with xml.element("graphml", nsmap={None: SPACE}):
            for domain, values in (("node", NODE_VALUES), ("edge", EDGE_VALUES)):
                for name, type_ in values.items():
                    key = {
                        "id": f"{domain}_{name}",
                        "for": domain,
                        "attr.name": name,
                        "attr.type": TYPES[type_],
                    }
                    xml.write(etree.Element("key", key), pretty_print=True)
            with xml.element("graph", edgedefault="directed"):
                for node in graph.nodes():
                    xml.write(_element("node", {"id": node.id}, node.values), pretty_print=True)
                for n, edge in enumerate(graph.edges()):
                    ends = {"source": edge.source, "target": edge.target, "id": str(n)}
                    xml.write(_element("edge", ends, edge.values), pretty_print=True)


def _element(domain: str, attributes: dict[str, str], values: dict[str, Value]) -> etree._Element:
    element = etree.Element(domain, {name: xml_text(value) for name, value in attributes.items()})
    for name, value in values.items():
        etree.SubElement(element, "data", key=f"{domain}_{name}").text = xml_text(str(value))
    return element
