"""Rulings: ECLI, and LJN, its Dutch predecessor until 2013."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kamerstukken.cite.notation import B
from kamerstukken.model import Reference

# ECLI:NL:GHDHA:2023:370 · ECLI:EU:C:2014:317 · broken behind a colon
ECLI = re.compile(
    r"(?<!\w)(?i:ECLI):\s?(?P<country>[A-Za-z]{2}):\s?(?P<court>[A-Za-z0-9]{1,7}):\s?(?P<year>\d{4}):\s?(?P<number>[A-Za-z0-9](?:[A-Za-z0-9.]{0,24}[A-Za-z0-9])?)"
)
# LJN BL1611 · LJN: AO7817 · LJN-nummer AB1234 · lj nr. AF3232 · ELRO ZD 1846
LJN = re.compile(
    rf"(?<!\w)(?:LJN?|ljn?|ELRO)(?:{B}-?{B}(?:nummer|nr\.?))?{B}:?{B}(?P<code>[A-Za-z]{{2}}{B}\d{{4}})(?!\w)"
)


def find(text: str) -> Iterator[Reference]:
    """Rulings with their code: an ECLI is its own id, an LJN has its code as number."""
    if "ECLI" in text or "ecli" in text:
        for match in ECLI.finditer(text):
            code = ":".join(
                ("ECLI", match["country"], match["court"], match["year"], match["number"])
            ).upper()
            yield Reference("ecli", *match.span(), match[0], (code,), resolved_by="own words")
    if any(name in text for name in ("LJ", "lj", "ELRO")):
        for match in LJN.finditer(text):
            code = "".join(match["code"].split()).upper()
            yield Reference("ljn", *match.span(), match[0], number=code)
