"""Stage structure. What a letter is about, as printed after 'Betreft' or 'Onderwerp', and the dossiers named there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kamerstukken.structure.metadata.cells import joined
from kamerstukken.structure.metadata.labels import Labelled

# 'Kamerdossier 33 900', 'Kamerstukken 34 000 IV', 'dossier 35300-XVI'
DOSSIER = re.compile(
    r"\b(?:Kamerdossiers?|Kamerstuk(?:ken)?|dossier(?:nummer)?)(?:\s+I{1,2},)?\s+(?P<digits>\d{2}\s?\d{3})(?:[\s-](?P<part>[IVXLC]{1,6}|[A-Z])\b)?",
    re.IGNORECASE,
)


def subject_of(labels: Sequence[Labelled]) -> str | None:
    """The first subject that is filled in, its lines joined."""
    lines = next((label.lines for label in labels if label.field == "subject" and label.lines), ())
    return joined(lines) or None


def dossiers_in(subject: str | None) -> tuple[str, ...]:
    """Dossiers that a subject names: 'Stand van zaken Kamerdossier 33 900' gives ('33900',)."""
    found = DOSSIER.finditer(subject or "")
    return tuple(re.sub(r"\s", "", m["digits"]) + (f"-{m['part']}" if m["part"] else "") for m in found)
