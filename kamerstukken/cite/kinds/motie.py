"""Moties named by member: 'motie-X', 'de gewijzigde motie van de leden X en Y', 'motie X c.s.'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kamerstukken.cite.members import named
from kamerstukken.cite.names import NAMES, members
from kamerstukken.cite.notation import BB
from kamerstukken.model import Reference

# De leden Bruins Slot (CDA) en Bouwmeester (PvdA) hebben tijdens de wetsbehandeling een motie ingediend
# de door het lid Thieme ingediende motie · de motie die het lid Leijten heeft ingediend
SUBMITTED = re.compile(
    rf"""(?:(?:[Dd]e{BB}leden|[Hh]et{BB}(?:[Kk]amer)?lid){BB}(?P<names>{NAMES})
      {BB}(?:heeft|hebben|diende|dienden)(?!\w)[^.;:!?\n]{{0,120}}?(?<!\w)moties?(?:{BB}(?:in|ingediend)(?!\w))
    | (?:door{BB})(?:de{BB}leden|het{BB}lid){BB}(?P<names_by>{NAMES}){BB}(?:is{BB})?ingediende{BB}(?:gewijzigde{BB})?moties?
    | [Mm]oties?,?{BB}die{BB}(?:de{BB}leden|het{BB}lid){BB}(?P<names_who>{NAMES}))""",
    re.VERBOSE,
)


def find(text: str) -> Iterator[Reference]:
    """Moties that name at least one member; which paper is meant is for the resolution to say."""
    if "otie" not in text:
        return
    yield from named(text, "motie", r"[Mm](?<![^\W_]\w)oties?")
    if "lid " in text or "leden" in text:
        for match in SUBMITTED.finditer(text):
            names = members(match["names"] or match["names_by"] or match["names_who"])
            yield Reference("motie", *match.span(), match[0], indieners=names)
