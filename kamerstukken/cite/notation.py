"""Shared notation: sessions, chambers, lists of numbers and toevoegingen, as patterns and as values.

Every quantifier is bounded, so a pattern looks at a stretch of limited length and a scan stays linear.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

B = r"(?:\s|\u00ad){0,4}"
"""Blanks inside a citation, also line ends; `\\s` covers non-breaking and thin spaces."""

BB = r"\s{1,4}"
"""As B, but at least one blank."""

GAP = rf"{B}[,;:]?{B}"
"""Between two parts of a citation: blanks, perhaps a comma."""

BREAK = r"(?:\u00ad(?=\w)|[-\u00ad][ \t\u00a0]?\n[ \t\u00a0]?)?"
"""Where a word may be broken over lines: 'Kamer-⏎stukken'."""

DASH = r"[-–—‑‐−]"

YEAR = r"(?:19|20)\d\d"

SESSION = rf"(?:{YEAR}{B}[/–—‑‐−-]{{1,2}}{B}(?:{YEAR}|[’']?\d\d)(?!\d)|{YEAR}(?={YEAR}(?!\d))\d{{4}})"
"""2017-18 · 2017/18 · 2017–2018 · 1999/2000 · 2022/-23 · broken behind the dash."""

SESSIONS = rf"(?:(?:[Vv]ergaderjaar|[Zz]ittings?(?:jaar)?|[Vv]erg\.?{B}j(?:r|aar)?\.?){BB})?{SESSION}(?:{B}[-,–/]{B}{SESSION}){{0,3}}"
"""One or more sessions: 'vergaderjaar 2017-2018', '1999/2000, 2000/2001', '1993/94-1996/97'."""

CHAMBER = r"(?:II|I|ll|Il|lI|l|(?:11|[12])(?=,)|1|Tweede\sKamer|Eerste\sKamer|TK|EK|ek|tk)(?:\sder\sStaten-Generaal)?"
"""The chamber behind a label; 'll', 'Il' and '11' are what OCR makes of II."""

ROMAN = r"(?:I[XV][ABC]?|I{1,3}[ABC]?|VI{0,3}[ABC]?|XXI{0,3}[AB]?|XI{1,3}|XI?[VX]|XV(?:I{1,3})?|XX?)"
"""Budget chapters: I, IIA, IIB, VI, IXB, XVI, XXII …"""

FUND = r"[A-HJ-N]"
"""Budget funds: A Mobiliteitsfonds, B Gemeentefonds, C Provinciefonds, H BES-fonds, J Deltafonds, K, L, M …"""

_YEARS = re.compile(r"(\d{4})\D{0,8}(\d{4}|\d\d)(?!\d)")

NOT_A_NUMBER = (
    r"(?!\d)(?![ \u00a0.]?\d{3}(?!\d))"
    rf"(?!{B}(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|jan\.|feb\.|aug\.|sept?\.|okt\.|nov\.|dec\.|%|procent|euro|miljoen|miljard|jaar|keer|uur|dagen|weken|maanden))"
)
"""Behind a number of a paper: no more digits, no next dossier ('28 345'), no month and no unit."""

NUMBER = rf"(?:\d{{1,3}}[OIl]\d?(?!\w)|[OIl]\d{{1,3}}(?!\w)|\d{{1,4}}(?:[a-z](?![\wà-ž]))?(?!\w){NOT_A_NUMBER}|(?<![A-Z])(?!TK|EK)[A-Z]{{1,2}}(?![\w'’]))"
"""One ondernummer: 30 · 188b · C · AB · 3O (OCR)."""

AND = rf"(?:{B}[,/;]{B}(?:en{BB})?|{BB}(?:en|&|of|resp\.|respectievelijk){BB}|{B}&{B}|{BB}en{BB}nrs?\.?{B})"
TO = rf"(?:{BB}(?:t/m|tot{BB}en{BB}met|t\.{B}/?{B}m\.){BB}|{B}t/m{B}|{B}[–—]{B}|{B}-{B})"

NR = rf"(?:(?:[Nn](?:rs?|os?|ummers?|r\.s)|[Nn]{BREAK}r)(?![a-zà-ž])[.:]?{B}|[#])"
"""nr. · nrs. · nr: · no. · nummer · nummers"""

AGAIN = rf"(?:{NR})?"

NUMBERS = rf"{NUMBER}(?:(?:{AND}|{TO}){AGAIN}{NUMBER}){{0,60}}"
"""30 · 30 en 31 · 82, 85 en 92 · 12 t/m 15 · 250, 250a."""

_PIECE = re.compile(
    rf"(?P<to>{TO}{AGAIN})?(?P<number>\d{{1,3}}[OIl]\d?(?!\w)|[OIl]\d{{1,3}}(?!\w)|\d{{1,4}}[a-z]?(?!\w)|(?<![A-Z])(?!TK|EK)[A-Z]{{1,2}}(?!\w))"
)

LONGEST_RANGE = 200
"""A range with more numbers than this is not spelled out: no citation lists that many papers."""

OCR = str.maketrans("OoIl", "0011")

PAGES = (
    rf"{B}[,;(]?{B}(?:p{{1,2}}|blz|blzz|bladzijden?|pag|pagina[’']?s?)(?![a-zà-ž]){B}\.?{B}"
    rf"(?P<pages>\d{{1,5}}(?:{B}[-–/]{B}\d{{1,5}}(?!\d))?(?:{B}(?:,|en|tot{BB}en{BB}met|t/m|e\.v\.){B}\d{{1,5}}(?![\d.]\d|[\w])(?:[-–]\d{{1,5}})?){{0,5}}(?:{B}e\.?{B}v\b\.?)?)"
)
""", p. 7 · , blz. 32 · pagina's 3-5 · p. 3 en 4"""


def sessions(text: str) -> tuple[str, ...]:
    """All sessions in a stretch, as '2017-2018': '1999/2000, 2000/2001' gives two. Impossible ones are left out."""
    found = []
    for first, second in _YEARS.findall(text.replace("\n", " ")):
        last = int(second) if len(second) == 4 else int(first[:2]) * 100 + int(second)
        last += 100 * (last < int(first) and len(second) == 2)
        if last == int(first) + 1:
            found.append(f"{first}-{last}")
    return tuple(found)


def session(text: str | None) -> str | None:
    """The one session in a stretch; None where there is none or more than one."""
    found = sessions(text or "")
    return found[0] if len(found) == 1 else None


def chamber(text: str | None) -> str | None:
    """'II' or 'I' for any way to write a chamber, None for None."""
    if not text:
        return None
    plain = text.strip(" ,").replace("\u00a0", " ")
    if plain.startswith(("Tweede", "TK", "tk")):
        return "II"
    if plain.startswith(("Eerste", "EK", "ek")):
        return "I"
    return {
        "II": "II",
        "I": "I",
        "ll": "II",
        "Il": "II",
        "lI": "II",
        "11": "II",
        "2": "II",
        "l": "I",
        "1": "I",
    }.get(plain)


def numbers(text: str) -> tuple[str, ...]:
    """The numbers of a list or range, spelled out: '12 t/m 15' gives four, '3O' gives '30', 'B, C' two letters."""
    found: list[str] = []
    for piece in _PIECE.finditer(text):
        number = _mended(piece["number"])
        if piece["to"] and found:
            found.extend(_between(found[-1], number))
        found.append(number)
    return tuple(dict.fromkeys(found))


def _mended(number: str) -> str:
    return number.translate(OCR) if re.search(r"\d[OoIl]|[OoIl]\d", number) else number


def _between(first: str, last: str) -> Iterator[str]:
    if first.isdigit() and last.isdigit() and 0 < int(last) - int(first) <= LONGEST_RANGE:
        yield from map(str, range(int(first) + 1, int(last)))
    elif len(first) == len(last) == 1 and first.isalpha() and last.isalpha():
        yield from map(chr, range(ord(first) + 1, ord(last)))
