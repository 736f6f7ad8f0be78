"""Aanhangsel van de Handelingen: Kamervragen with their answers, by session and number, or as 'ah-tk-20232024-1433'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kamerstukken.cite.notation import BB, BREAK, CHAMBER, NR, SESSIONS, B, chamber, numbers, session
from kamerstukken.cite.scan import near
from kamerstukken.model import Reference

SEP = rf"{B}[,;:]?(?:{B}[-–])?{B}"
NUMBER = rf"(?P<numbers>\d{{1,4}}(?!\d)(?:(?:{B}[,/]{B}|{BB}en{BB}|{BB}t/m{BB}|{B}[-–]{B})(?:{NR})?\d{{1,4}}(?![\w/]|[-–]\d|\.\d)){{0,9}})(?!\d)"

# Aanhangsel Handelingen II, vergaderjaar 2023-2024, nr. 766 · Aanhangsel van de Handelingen II, 2022/-23, nr. 1823
FORWARD = re.compile(
    rf"""(?<![^\W\d])(?:[Aa]anh(?:angsel|\.)(?:{BB}(?:(?:van|bij|tot){BB}(?:de{BB})?)?(?:[Hh]ande{BREAK}lin{BREAK}gen|Hand\.))?
      |[Hh]andelingen{BB}[Aa]anhangsel)
    (?:{SEP}(?P<chamber>{CHAMBER})(?!\w))?{SEP}
    (?:(?P<sessions>{SESSIONS})|\d{{5}}-\d{{4}})?
    {SEP}(?:{NR}|{BB}|(?<=[,\s])){NUMBER}
    (?:{B},{B}item{BB}\d{{1,2}})?(?:{B},{B}(?:p|blz)\.?{B}\d{{1,4}}(?:[-–]\d{{1,4}})?)?""",
    re.VERBOSE,
)
# Tweede Kamer, vergaderjaar 2014–2015, Aanhangsel 1428 · Kamerstukken II 2014/15, Aanhangsel nr. 12
BACKWARD = re.compile(
    rf"""(?<!\w)(?:[Kk]amerstuk(?:ken)?{SEP})?(?:(?P<chamber>Tweede{BB}Kamer|Eerste{BB}Kamer|TK|EK|II?){SEP})?
    (?P<sessions>{SESSIONS}){SEP}[Aa]anhangsel(?:{BB}(?:van{BB}de{BB})?[Hh]andelingen)?{SEP}(?:{NR}|(?=\d{{3}})){NUMBER}""",  # 'Aanhangsel 1' is the foot of a page
    re.VERBOSE,
)
# ah-tk-20142015-698 · with a digit of the session lost: ah-tk-2022023-441
IDENTIFIER = re.compile(r"(?<!\w)ah-(?P<chamber>tk|ek)-(?P<years>\d{7,8})-(?P<number>\d{1,4})(?!\d)")


NUMBERED = re.compile(r"[Nn](?:r|ummer)s?\b")  # 'Aanhangsel 1' alone is a heading or the foot of a page
TRIGGER = re.compile(r"[Aa]anh(?:angsel|\.)|anhangsel")


def find(text: str) -> Iterator[Reference]:
    """Mentions with a number; without a session there is no id."""
    if "anh" in text:
        for pattern, before in ((FORWARD, 20), (BACKWARD, 110)):
            for match in near(pattern, TRIGGER, text, before=before):
                if match["sessions"] or NUMBERED.search(match[0]):
                    yield _reference(match)
    if "ah-" in text:
        for match in IDENTIFIER.finditer(text):
            yield from _identifier(match)


def _reference(match: re.Match[str]) -> Reference:
    of, said = session(match["sessions"]), chamber(match["chamber"])
    years = (of or "").replace("-", "")
    house = "ek" if said == "I" else "tk"
    ids = tuple(f"ah-{house}-{years}-{n}" for n in numbers(match["numbers"])) if of else ()
    by = "own words" if ids else None
    return Reference("aanhangsel", *match.span(), match[0], ids, said, of, resolved_by=by)


def _identifier(match: re.Match[str]) -> Iterator[Reference]:
    years = _years(match["years"])
    if years:
        said = {"tk": "II", "ek": "I"}[match["chamber"]]
        ids = (f"ah-{match['chamber']}-{years}-{int(match['number'])}",)
        of = f"{years[:4]}-{years[4:]}"
        yield Reference("aanhangsel", *match.span(), match[0], ids, said, of, resolved_by="own words")


def _years(written: str) -> str | None:
    """'20142015' as it is, '2022023' mended: the four digits of the first year say which the second must be."""
    first = written[:4]
    whole = f"{first}{int(first) + 1}"
    if written == whole:
        return whole
    lost = any(whole[:i] + whole[i + 1 :] == written for i in range(4, 8))
    return whole if lost else None
