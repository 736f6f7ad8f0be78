"""Staatsblad, Staatscourant and Tractatenblad: by year and number, or as 'stb-2018-247'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kamerstukken.cite.notation import BB, NR, B
from kamerstukken.model import Reference

NAMES = {
    "stb": rf"(?:Stbl?\b\.?|STB\b\.?|[Ss]taatsblad(?:{BB}van{BB}het{BB}Koninkrijk)?)",
    "stcrt": r"(?:Stcrt\b\.?|Stc\.|STCRT\b\.?|[Ss]taatscourant)",
    "trb": r"(?:Trb\b\.?|TRB\b\.?|[Tt]ractatenblad)",
}
YEAR = r"(?P<year>(?:18|19|20)\d\d)"
NUMBER = r"(?P<number>\d{1,6})(?!\d|[.]\d)"


def _pattern(name: str) -> re.Pattern[str]:
    # Stb. 2018, 247 · Stcrt. 2018 nr. 59462 · Staatsblad 2008, nr. 422 · Trb. 1966 · Stb. 2024,125 · Staatscourant, nr. 9297, 24 maart 2023
    return re.compile(
        rf"""(?<!\w){NAMES[name]}{B},?{B}(?:van{BB}(?:het{BB}jaar{BB})?)?(?:
            {YEAR}(?!\d)(?:{B}[,;:/-]?{B}(?:nrs\.?{B}(?P<listed>\d{{1,6}}(?:(?:{B},{B}|{BB}en{BB})\d{{1,6}}){{1,9}}(?![\d.]\d))|(?:{NR})?{NUMBER}))?
          | (?:jaargang{BB})?(?:{NR})(?P<number_first>\d{{1,6}}),?{BB}(?:d\.d\.{BB})?(?:\d{{1,2}}{BB}[a-z]{{3,9}}{BB})?(?P<year_last>(?:19|20)\d\d)
          | (?P<bare>\d{{1,3}})(?!\d)(?!{BB}[a-z]{{3,9}}{BB}(?:19|20)\d\d)
        )""",
        re.VERBOSE,
    )


PATTERNS = {name: _pattern(name) for name in NAMES}
TRIGGERS = {
    "stb": ("Stb", "STB", "taatsblad"),
    "stcrt": ("Stcrt", "Stc.", "STCRT", "taatscourant"),
    "trb": ("Trb", "TRB", "ractatenblad"),
}
IDENTIFIER = re.compile(
    r"(?<!\w)(?P<name>stb|stcrt|trb)-(?P<year>(?:18|19|20)\d\d)-(?P<number>\d{1,6})(?!\d)"
)
# Wet van 27 april 1989, Stb. 122: the act's date gives the year
ACT = re.compile(
    rf"(?:[Ww]et|[Bb]esluit|[Rr]egeling|[Vv]erdrag){BB}van{BB}\d{{1,2}}{BB}[a-z]{{3,9}}{BB}(?P<year>(?:18|19|20)\d\d){B},?{B}\(?\Z"
)


def find(text: str) -> Iterator[Reference]:
    """Mentions with at least a year or a number; the id needs both."""
    for name, pattern in PATTERNS.items():
        if any(trigger in text for trigger in TRIGGERS[name]):
            for match in pattern.finditer(text):
                yield from _reference(text, name, match)
    if any(f"{name}-" in text for name in NAMES):
        for match in IDENTIFIER.finditer(text):
            yield Reference(match["name"], *match.span(), match[0], (match[0],), resolved_by="own words")


def _reference(text: str, name: str, match: re.Match[str]) -> Iterator[Reference]:
    year = match["year"] or match["year_last"]
    number = match["number"] or match["number_first"] or match["bare"]
    if not year and (act := ACT.search(text[max(0, match.start() - 60) : match.start()])):
        year = act["year"]
    if not year:
        return
    numbers = re.findall(r"\d+", match["listed"] or number or "")
    ids = tuple(f"{name}-{year}-{int(n)}" for n in numbers)
    yield Reference(name, *match.span(), match[0], ids, resolved_by="own words" if ids else None)
