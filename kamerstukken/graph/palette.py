"""Colours of nodes and of stands, the same in pictures, GEXF and pages; told apart also by who sees few colours.

Okabe and Ito's palette (https://jfly.uni-koeln.de/color/).
"""

from __future__ import annotations

NODES = {
    "brief": "#999999", "motie": "#D55E00", "kamerstuk": "#CC79A7", "dossier": "#000000", "toezegging": "#0072B2",
    "maatregel": "#56B4E9", "aanbeveling": "#E69F00", "bewindspersoon": "#009E73", "ministerie": "#F0E442",
}  # fmt: skip

STANDS = {
    "open": "#E69F00", "deels": "#56B4E9", "voldaan": "#009E73", "verlopen": "#D55E00", "gewijzigd": "#CC79A7",
    "vervallen": "#000000", "onbekend": "#999999",
}  # fmt: skip


def colour_of(type_: str) -> tuple[int, int, int]:
    """Red, green and blue, 0..255, of a type of node."""
    code = NODES.get(type_, "#999999")
    return int(code[1:3], 16), int(code[3:5], 16), int(code[5:7], 16)
