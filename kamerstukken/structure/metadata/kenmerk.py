"""Stage structure. The ministry's own reference and that of the letter it answers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kamerstukken.structure.metadata.dates import day_in
from kamerstukken.structure.metadata.labels import Field, Labelled

# '2015-0000158565', 'DGKE / 27069691', 'IENW/BSK-2023/33017', 'Minbuza-2015.57347', '751238-135278-IZ'
# not 'Bij beantwoording de datum', not 'brief van 3 april'
REFERENCE = re.compile(r"^(?=.*\d)(?!.*(?<!\S)[a-z]{4,}(?!\S))\S+(?:\s*/\s*\S+|\s+\S+){0,3}$")


def kenmerk_of(labels: Sequence[Labelled], field: Field) -> str | None:
    """The first value of a field ('kenmerk' or 'uw_kenmerk') that is a reference, its lines joined; None where none is filled in."""
    for label in labels:
        if label.field != field:
            continue
        lines = [line for line in label.lines[:3] if REFERENCE.match(line) and day_in(line) is None]
        if lines and lines[0] == label.lines[0]:
            return _joined(lines)
    return None


def _joined(lines: Sequence[str]) -> str:
    text = lines[0]
    for line in lines[1:]:
        text += line if text.endswith(("/", "-")) else f" {line}"
    return text
