"""Numbers of the Kamer's own administration: zaaknummer 2023Z01234, documentnummer 2023D01234, toezegging TZ202304-158 or T02867."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kamerstukken.model import Reference

# 2023Z19677 · 2014Z22950/2014D46349 · in an address: detail?id=2022Z10845&did=2022D22249
ZAAK = re.compile(r"(?<![A-Za-z0-9])(?P<number>(?:19|20)\d\d\s?(?P<letter>[ZD])\s?\d{5})(?!\d)(?![A-Za-z])")
# TZ202304-158 of the Tweede Kamer · T02867 of the Eerste Kamer
TOEZEGGING = re.compile(
    r"(?<![A-Za-z0-9-])(?P<number>TZ\s?(?:19|20)\d{4}(?:\s?[-–]\s?\d{1,4}|\d{3})|T0\d{4})(?![A-Za-z0-9])"
)
KINDS = {"Z": "zaaknummer", "D": "documentnummer"}


def find(text: str) -> Iterator[Reference]:
    """Numbers as they stand; they are no publications, so they are a `number` and no id."""
    if "Z" in text or "D" in text:
        for match in ZAAK.finditer(text):
            number = "".join(match["number"].split())
            yield Reference(KINDS[match["letter"]], *match.span(), match[0], number=number)
    if "T" in text:
        for match in TOEZEGGING.finditer(text):
            number = "".join(match["number"].split()).replace("–", "-")
            number = number if "-" in number or number[1] != "Z" else f"{number[:8]}-{number[8:]}"
            yield Reference(
                "toezegging",
                *match.span(),
                match[0],
                number=number,
                chamber="II" if number[1] == "Z" else "I",
            )
