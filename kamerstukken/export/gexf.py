"""GEXF: graph.gexf, the citation graph for Gephi, with dates on its time line and a colour a type."""

from __future__ import annotations

from pathlib import Path
from typing import IO

from lxml import etree

from kamerstukken.export._parts.beside import beside
from kamerstukken.export._parts.xml import xml_text
from kamerstukken.graph import EDGE_VALUES, NODE_VALUES, GraphStream
from kamerstukken.graph.kinds import Value
from kamerstukken.graph.palette import colour_of
from kamerstukken.register import Register

SPACE, VIZ = "http://gexf.net/1.3", "http://gexf.net/1.3/viz"
"""GEXF 1.3: https://gexf.net/schema.html"""

TYPES: dict[type[Value], str] = {str: "string", int: "integer", float: "double"}
SAID_ELSEWHERE = ("label",)
"""Values that are attributes of the element itself."""


def write(register: Register, folder: Path) -> None:
    """Write graph.gexf, a node and an edge at a time."""
    with beside(folder / "graph.gexf") as path, path.open("wb") as stream:
        write_gexf(GraphStream(register), stream)


def write_gexf(graph: GraphStream, stream: IO[bytes]) -> None:
    """A stream of nodes and edges as GEXF 1.3. A letter, its acts and what it says begin on the letter's day."""
    with etree.xmlfile(stream, encoding="utf-8") as xml:
        xml.write_declaration()
        with (
            xml.element("gexf", {"version": "1.3"}, nsmap={None: SPACE, "viz": VIZ}),
            xml.element("graph", defaultedgetype="directed", mode="dynamic", timeformat="date"),
        ):
            for domain, values in (("node", NODE_VALUES), ("edge", EDGE_VALUES)):
                xml.write(_columns(domain, values), pretty_print=True)
            with xml.element("nodes"):
                for node in graph.nodes():
                    element = _element("node", {"id": node.id}, node.values)
                    red, green, blue = colour_of(str(node.values["type"]))
                    etree.SubElement(
                        element, f"{{{VIZ}}}color", nsmap={"viz": VIZ}, r=str(red), g=str(green), b=str(blue)
                    )
                    xml.write(element, pretty_print=True)
            with xml.element("edges"):
                for n, edge in enumerate(graph.edges()):
                    ends = {"id": str(n), "source": edge.source, "target": edge.target}
                    xml.write(_element("edge", ends, edge.values), pretty_print=True)


def _columns(domain: str, values: dict[str, type[Value]]) -> etree._Element:
    columns = etree.Element("attributes", {"class": domain})
    for name, type_ in values.items():
        if name not in SAID_ELSEWHERE:
            column = {"id": name, "title": name, "type": TYPES[type_]}
            etree.SubElement(columns, "attribute", column)
    return columns


def _element(domain: str, attributes: dict[str, str], values: dict[str, Value]) -> etree._Element:
    attributes = {**attributes, "label": str(values["label"])}
    if "date" in values:
        attributes["start"] = str(values["date"])
    element = etree.Element(domain, {name: xml_text(value) for name, value in attributes.items()})
    table = etree.SubElement(element, "attvalues")
    for name, value in values.items():
        if name not in SAID_ELSEWHERE:
            etree.SubElement(table, "attvalue", {"for": name, "value": xml_text(str(value))})
    return element
