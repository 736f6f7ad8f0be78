"""Stage 5, for whom. The words of an act to the chamber that is told, as a name."""

from __future__ import annotations

import re

from kamerstukken.commit.act import Act

TWEEDE = re.compile(r"\b(?:de\s+)?Tweede\s+Kamer\b|\bTK\b")
EERSTE = re.compile(r"\b(?:de\s+)?Eerste\s+Kamer\b|\bSenaat\b")
BOTH = re.compile(
    r"\bbeide\s+Kamers\b|\b(?:Eerste\s+en\s+(?:de\s+)?Tweede|Tweede\s+en\s+(?:de\s+)?Eerste)\s+Kamer\b"
)
YOURS = re.compile(
    r"\b(?:[Uu]w\s+(?:Kamer|commissie)|[Dd]e\s+Kamer|[Uu]|aan\s+het\s+parlement|naar\s+het\s+parlement)\b"
)
"""'informeer ik u', 'uw Kamer', 'de Kamer': the chamber that the letter is sent to."""


def addressee(act: Act) -> str | None:
    """The chamber that an act is for, or None where its words name none."""
    text = act.text
    if BOTH.search(text):
        return "Eerste en Tweede Kamer"
    if EERSTE.search(text):
        return "Eerste Kamer"
    if TWEEDE.search(text):
        return "Tweede Kamer"
    if YOURS.search(text):
        return "Eerste Kamer" if "Eerste Kamer" in (act.document.metadata.addressee or "") else "Tweede Kamer"
    return None
