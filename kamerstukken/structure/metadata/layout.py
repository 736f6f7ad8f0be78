"""Stage structure. What kind of paper the first page shows: a ministry's letter, a Kamerstuk, an Aanhangsel, or another."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kamerstukken.model import Layout
from kamerstukken.structure.metadata.cells import Cell
from kamerstukken.structure.metadata.labels import Labelled
from kamerstukken.structure.metadata.official import ANNEX, CHAMBER, SESSION

TOP = 0.5
"""The share of the first page in which the official layouts print their head."""
# '> Retouradres Postbus 20011'
RETURN_ADDRESS = re.compile(r"^>?\s*Retour", re.IGNORECASE)
# 'Aan de Voorzitter van de Tweede Kamer', 'De Voorzitter van de Eerste Kamer'
TO_THE_CHAMBER = re.compile(r"^(?:Aan )?(?:de )?Voorzitter (?:van|der)\b", re.IGNORECASE)


def kind_of(cells: Sequence[Cell], labels: Sequence[Labelled], height: float) -> Layout:
    """The layout by the first page: its cells, the labels in it and its height in points."""
    top = [cell.text for cell in cells if cell.box.top < TOP * height]
    if any(SESSION.search(text) for text in top) and any(CHAMBER.match(text) for text in top):
        return "aanhangsel" if any(ANNEX.search(text) for text in top) else "kst"
    dated = any(label.field == "date" for label in labels)
    about = any(label.field == "subject" for label in labels)
    addressed = any(RETURN_ADDRESS.match(text) or TO_THE_CHAMBER.match(text) for text in top)
    return "ministry" if addressed or (dated and about) else "other"
