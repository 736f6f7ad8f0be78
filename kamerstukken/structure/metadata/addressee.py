"""Stage structure. Whom a letter is for: the lines of the address block before the street or the letter box."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kamerstukken.structure.metadata.cells import Cell, below, joined

# 'Aan de Voorzitter van de Tweede Kamer', 'De leden van de vaste commissie', 'Voorzitter van de Eerste Kamer'
BEGINS = re.compile(
    r"^(?:(?:Aan\s*)?(?:de\s*)?Voorzitter(?:van)?|(?:Aan|de|Aan\s*de)\s+(?:leden|griffier|(?:vaste |tijdelijke )?commissie))\b",
    re.IGNORECASE,
)
# 'Postbus 20018', 'Binnenhof 4', 'Plein 2', '2500 EA DEN HAAG', 'Prinses Irenestraat 6', 'Den Haag'
PLACE = re.compile(
    r"^(?:Postbus\b|P\.?O\.?\s?Box\b|\d{4}\s?[A-Z]{2}\b|.*\s\d{1,4}\s?[a-zA-Z]?$|(?:Den Haag|['’]?s?-?\s?Gravenhage)$)",
    re.IGNORECASE,
)
# the Chamber's name over two lines, with or without its hyphen
STATEN = re.compile(r"\bStaten\s*[-–]\s*Generaal\b", re.IGNORECASE)
LINE_GAP = 2.2
"""In heights of a line: some blocks are set with open lines, a wider gap ends them."""


def addressee_of(cells: Sequence[Cell], height: float) -> str | None:
    """The addressee as printed, on one line; `cells` are the first page's, `height` its height in points."""
    start = next((cell for cell in cells if cell.box.top < 0.5 * height and BEGINS.match(cell.text)), None)
    lines: list[str] = []
    cell = start
    while cell is not None and not PLACE.match(cell.text) and len(lines) < 6:
        lines.append(cell.text)
        cell = below(cell, cells, reach=LINE_GAP * cell.box.height)
    return STATEN.sub("Staten-Generaal", joined(lines)) or None
