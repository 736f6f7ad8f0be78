"""Papers of the European Union: COM documents, verordeningen, richtlijnen and besluiten with CELEX, the Publicatieblad."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kamerstukken.cite.notation import BB, NR, B
from kamerstukken.model import Reference

DASH = "[-–‑]"
# COM(2020) 123 · COM (2015) 636 · SWD(2021)45 final · JOIN (2020) 18
COMMISSION = re.compile(
    rf"(?<!\w)(?P<series>COM|SWD|SEC|JOIN|C){B}[\[(]{B}(?P<year>(?:19|20)\d\d){B}[\])]{B},?{B}(?:{NR})?(?P<number>\d{{1,5}})(?!\d)(?:{B}(?:final|definitief|def\.))?"
)
WORD = rf"(?P<word>(?:[Uu]itvoerings|[Kk]ader|[Gg]edelegeerde{BB})?(?:[Vv]erordening(?:en)?|[Rr]ichtlijn(?:en)?|[Bb]esluit|[Bb]esluiten|[Bb]eschikking|[Aa]anbeveling))"
TREATY = r"(?:EG|EU|EEG|Euratom|EGKS|GBVB|JBZ|JHA|CFSP)"
# Verordening (EG) nr. 1006/2008 · richtlijn 2011/99/EU · Richtlijn (EU) 2016/680 · richtlijn nr. 2003/59/EG · Verordening 2016/679
ACT = re.compile(
    rf"""(?<!\w){WORD}{BB}(?:\({B}(?P<treaty>{TREATY}(?:{B},{B}{TREATY}){{0,2}}){B}\){B}|(?:EU|EG){BB})?(?:{NR})?
    (?P<first>\d{{1,5}})/(?P<second>\d{{1,5}})(?!\d)(?:/(?P<after>{TREATY})(?!\w))?""",
    re.VERBOSE,
)
# richtlijn nr. 2001/107/EG en 2001/108/EG: the second has no word of its own
NEXT = re.compile(
    rf"(?:{B},{B}|{BB}en{BB}|{B},?{BB}en{BB})(?P<first>\d{{1,5}})/(?P<second>\d{{1,5}})/(?P<after>{TREATY})(?!\w)"
)
# PbEU L 338 · PbEG 2003, L 226 · Pb L 119 · PbEU 2012, L 361/1
JOURNAL = re.compile(
    rf"(?<!\w)P[bB]\.?{B}(?:EU|EG|EEG)?{BB}(?:(?:19|20)\d\d{B},?{B}(?:{NR})?)?(?P<number>[LC]{BB}?\d{{1,4}})(?!\d)(?:/\d{{1,4}})?"
)
SLASH = re.compile(r"\d/\d")
LONGEST = 60
"""The longest stretch from an act's name to the slash in its number."""

LETTER = {"v": "R", "r": "L", "b": "D", "a": "H", "k": "F"}


def find(text: str) -> Iterator[Reference]:
    """EU papers; `number` is the CELEX number of an act, or 'COM(2015) 636'."""
    if "(" in text or "[" in text:
        for match in COMMISSION.finditer(text):
            if match["series"] != "C" or "final" in match[0]:
                yield Reference(
                    "eu",
                    *match.span(),
                    match[0],
                    number=f"{match['series']}({match['year']}) {int(match['number'])}",
                )
    if "/" in text:
        yield from _acts(text)
    if "Pb" in text or "PB" in text:
        for match in JOURNAL.finditer(text):
            yield Reference("eu", *match.span(), match[0], number=" ".join(match["number"].split()))


def _acts(text: str) -> Iterator[Reference]:
    for match in _candidates(text):
        word = match["word"].lower()
        if (
            match["treaty"]
            or match["after"]
            or not word.startswith(("besluit", "beschikking", "aanbeveling"))
        ) and (celex := _celex(word, match)):
            yield Reference("eu", *match.span(), match[0], number=celex)
            at = match.end()
            while following := NEXT.match(text, at):
                start = following.start("first")
                yield Reference(
                    "eu",
                    start,
                    following.end(),
                    text[start : following.end()],
                    number=_celex(word, following),
                )
                at = following.end()


def _candidates(text: str) -> Iterator[re.Match[str]]:
    """Where ACT matches around 'digit/digit', which is rare: the words before it are not."""
    last = 0
    for slash in SLASH.finditer(text):
        if slash.start() >= last and (
            match := ACT.search(text, max(last, slash.start() - LONGEST), slash.end() + 16)
        ):
            last = match.end()
            yield match


def _celex(word: str, match: re.Match[str]) -> str | None:
    """Year first in directives and in all acts since 2015, number first in older regulations: 1257/2012, 2016/679."""
    first, second = match["first"], match["second"]
    old_directive = len(first) == 2 and not word.startswith("verord") and bool(match["after"])
    year_first = old_directive or (
        _is_year(first)
        and not (word.startswith(("verord", "uitvoeringsverord")) and _is_year(second) and int(second) < 2015)
    )
    year, number = (first, second) if year_first else (second, first)
    if len(year) == 2:
        year = f"19{year}" if int(year) > 50 else f"20{year}"
    if not _is_year(year) or len(number) > 4:
        return None
    kind = word.removeprefix("uitvoerings").removeprefix("gedelegeerde").strip()
    return f"3{year}{LETTER[kind[0]]}{int(number):04d}"


def _is_year(digits: str) -> bool:
    return len(digits) == 4 and 1952 <= int(digits) <= 2099
