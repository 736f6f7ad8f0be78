"""What moties and amendementen share: a word, an optional 'gewijzigde' before it, and the members who submit it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kamerstukken.cite.names import NAMES, members
from kamerstukken.cite.notation import BB, B
from kamerstukken.model import Reference

# Gewijzigde · Nader gewijzigde · Gew. · gewijzigd
CHANGED = re.compile(r"(?<!\w)(?:(?:[Nn]og\s{1,4})?[Nn]ader\s{1,4})?[Gg]ew(?:ijzigde?|\.)?\s{1,4}\Z")

MEMBER = (
    rf"(?:(?:toenmalige?|voormalige?|oud|Tweede|Eerste)(?:{BB}|-)){{0,2}}(?:[Kk]amer)?(?:leden|lid)(?:{BB}|-)"
)
OF = rf"""(?:
    (?:{BB}\([^()]{{1,80}}\))?                                    # motie (34000 IV, nr.14) van de leden Segers
    {BB}(?:(?:die|welke){BB}(?:is|werd){BB})?(?:(?:ingediend|voorgesteld){BB})?(?:van|door){BB}
    (?:(?:de|het|toenmalig|onder{BB}meer){BB})?(?:{MEMBER}|(?:de{BB})?heer{BB}|mevrouw{BB}|senator(?:en)?{BB})?
  | {BB}(?:(?:het|de){BB})?(?:{MEMBER})?                            # motie Bashir · moties lid Leijten
  | {B}[-–‑]{B}                                                     # motie-Spekman
  | {BB}bijzondere?{BB}gedelegeerden?{BB}
)"""

OF_ALONE = re.compile(r"otie\s+van\s+\Z|mendement\s+van\s+\Z")
WITH_VAN = (
    "Der Den Nispen Dijk Raan Weyenberg Gerven Meenen Haga Houwelingen Toorenburg Ojik Tongeren Raak Baarle Brenk Campen "
    "Kent Esch Helvert Veldhoven Bommel Hijum Dam Dekken Vliet Klaveren Oosten Veen Wijngaarden Laar Kooten Strien "
    "Meetelen Oostenbruggen Zanten Eijs Leeuwen Aalst Miltenburg Vroonhoven Gent Gijlswijk Hulst"
)
"""In 'motie van Nispen' the 'van' belongs to the name, in 'motie van Leijten' it does not: members since 2003 with 'van'."""

VAN = frozenset(WITH_VAN.split())

LONGEST_CHANGED = 30


@cache
def _pattern(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{word}){OF}(?P<names>{NAMES})", re.VERBOSE)


def named(text: str, kind: str, word: str) -> Iterator[Reference]:
    """References 'WORD van het lid NAME' in all their forms; `word` is a pattern without groups, its first letter
    checked for standing at a word's start."""
    for match in _pattern(word).finditer(text):
        before = CHANGED.search(text[max(0, match.start() - LONGEST_CHANGED) : match.start()])
        start = match.start() - (len(before[0]) if before else 0)
        names = members(match["names"])
        if OF_ALONE.search(text[match.start() : match.start("names")]):
            names = (_with_van(names[0]), *names[1:])
        yield Reference(kind, start, match.end(), text[start : match.end()], indieners=names)


def _with_van(name: str) -> str:
    """The name behind 'motie van': 'Nispen' is Van Nispen, 'Der Staaij' is Van der Staaij, 'Leijten' is Leijten."""
    if re.split(r"[\s-]", name)[0] not in VAN:
        return name
    return f"Van {name[0].lower()}{name[1:]}" if name.startswith(("Der ", "Den ")) else f"Van {name}"
