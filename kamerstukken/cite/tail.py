"""What stands behind the dossier number of a kamerstuk: toevoeging, further dossiers, numbers, pages."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from kamerstukken.cite.notation import (
    BB,
    GAP,
    NR,
    NUMBER,
    NUMBERS,
    PAGES,
    ROMAN,
    SESSIONS,
    B,
    numbers,
)

DOSSIER = r"[1-9]\d(?:[ .\u00a0\u2009\u202f]|\s{1,2})?\d{3}"
"""34843 · 34 843 · 34.843 · 17⏎050. Dossiers have five digits; what stands around says whether a number is one (`credible`)."""

KINGDOM = re.compile(rf"{B}[-–,]?{B}\(?R{B}\d{{3,4}}\)?")  # 34038-(R2039) · 32 213 (R1903)
CHAPTER = re.compile(  # 34 300-XII · 35 200, VII · 34 550 XIII · 36.410 (XIII) · 31700.VIII · hoofdstuk XVI
    rf"(?:{B}[-–,]?{B}|\.)(?:[Hh]oofdstuk{BB})?(?P<roman>{ROMAN})(?![\w'’])|{B}\({B}(?P<closed>{ROMAN}){B}\)"
)
COUNCIL = re.compile(rf"{B}[-–]{B}(?P<council>\d\d)(?!\d)")  # 21 501-02
FUND = re.compile(rf"(?P<dash>{B}[-–]{B}|{BB}|)(?P<fund>[A-HJ-N])(?![\w'’])")  # 33000-A · 35000 A
CLOSES = re.compile(r"\s{0,2}(?:[),;\]]|\.?\Z|\.\s)")  # (Kamerstuk 35 570 J)
OTHER = re.compile(rf"(?:{B}[,/;&]{B}|{BB}en{BB})(?:en{BB})?(?P<dossier>{DOSSIER})(?!\d|[.,]\d)")  # , 31 015
TITLE = re.compile(
    rf"{B}\([^()\n]{{1,90}}\)(?={B},?{B}(?:{NR})\d)"
)  # 27 209 (Wet ondernemingspakket 2001), nr. 3
LATER_SESSION = re.compile(rf"{GAP}(?P<sessions>{SESSIONS})(?={GAP}(?:{NR}))")  # 34 843, 2017-2018, nr. 30

BY_WORD = re.compile(rf"{B}[-–,;:]?{B}\(?(?:{NR})(?P<numbers>{NUMBERS})")  # , nr. 30 · nrs. 82, 85 en 92
BY_DASH = re.compile(  # -12 · -31-32-34 · -3 en 4
    rf"{B}[-–‑]{B}(?P<numbers>{NUMBER}(?:(?:-|{B}(?:t/m|en|,|/){B}){NUMBER}){{0,20}})(?!-?\d)"
)
BY_COMMA = re.compile(rf"{B},{B}(?P<numbers>{NUMBERS})(?![\w/]|[-–]\d|\.\d)")  # 31847, 14 · 33802, C
IN_BRACKETS = re.compile(rf"{B}\({B}(?P<numbers>{NUMBERS}){B}\)")  # 26 855 (250, 250a)
BY_BLANK = re.compile(rf"{BB}(?P<numbers>\d{{1,4}})(?={B}(?:[.,;)\]]|$|\n))(?![.,]\d)")  # 31293 686
SENATE = re.compile(
    rf"{B}[-–,]?{B}(?:(?:ek|EK){B}[-–,]?{B})(?P<numbers>[A-Z]{{1,2}})(?![\w'’])"
)  # 31145 ek-D
LETTER = re.compile(
    rf"{B}[-–,]?{B}(?P<numbers>[A-Z]{{1,2}}(?:{B}(?:,|en){B}[A-Z]{{1,2}}(?![\w'’])){{0,9}})(?![\w'’])"
)

REST = re.compile(
    rf"{B},?{B}\(?(?:[Gg]?[Hh]erdruk|MvT|MvA|NnavV|NNAV|deel{BB}[IVX]{{1,4}}|item{BB}\d{{1,3}})(?!\w)\)?"
)
PLACE = re.compile(PAGES)
MORE = re.compile(
    rf"{B}[,;]{B}(?:en{BB})?(?P<words>(?:{NR})(?P<numbers>{NUMBERS})(?:{PAGES})?)"
)  # nr. 6, p. 15-16; nr. 7, p. 5-6


MOST_OTHERS = 8


@dataclass(frozen=True, slots=True)
class Tail:
    """The parts behind a dossier; `end` is the offset behind the last of them."""

    end: int
    addition: str | None = None
    numbers: tuple[str, ...] = ()
    chamber: str | None = None
    session: str | None = None
    pages: str | None = None
    others: tuple[str, ...] = ()
    by: str | None = None
    """How the numbers were told: 'word', 'dash', 'comma', 'brackets', 'blank', 'letter'."""


def digits(dossier: str) -> str:
    """'34 843' and '34.843' as '34843'."""
    return "".join(c for c in dossier if c.isdigit())


def parse_tail(
    text: str, at: int, dossier: str, *, labelled: bool, chamber: str | None, session: bool
) -> Tail:
    """Read on from the end of a dossier number. `labelled`, `session`: what stood before it allows bare numbers."""
    tail = _addition(text, Tail(at), dossier, chamber)
    tail = _later_session(text, tail)
    found = _numbers(text, tail, labelled, chamber, session)
    if not found.numbers:
        found = _over_others(text, tail, labelled, chamber, session) or found
    return _finish(text, found) if found.numbers or labelled else found


def _addition(text: str, tail: Tail, dossier: str, chamber: str | None) -> Tail:
    end, addition = tail.end, None
    if match := KINGDOM.match(text, end):
        end = match.end()
    council = COUNCIL.match(text, end)
    if council and (council["council"][0] == "0" or dossier == "21501"):
        return replace(tail, end=council.end(), addition=council["council"])
    if (match := CHAPTER.match(text, end)) and not _is_letter_paper(text, match, dossier, chamber):
        end, addition = match.end(), match["roman"] or match["closed"]
        if match := KINGDOM.match(text, end):
            end = match.end()
    elif chamber != "I" and (match := FUND.match(text, end)):
        followed = BY_WORD.match(text, match.end()) or BY_DASH.match(text, match.end())
        if followed or "-" in match["dash"] or dossier.endswith("00") or CLOSES.match(text, match.end()):
            end, addition = match.end(), match["fund"]
    return replace(tail, end=end, addition=addition)


def _is_letter_paper(text: str, match: re.Match[str], dossier: str, chamber: str | None) -> bool:
    """'35 261, I' of the Eerste Kamer is paper I, not budget chapter I."""
    roman = match["roman"] or match["closed"]
    if roman not in ("I", "V", "X"):
        return False
    return chamber == "I" and not LETTER.match(text, match.end()) and not BY_WORD.match(text, match.end())


def _later_session(text: str, tail: Tail) -> Tail:
    if match := TITLE.match(text, tail.end):
        tail = replace(tail, end=match.end())
    if match := LATER_SESSION.match(text, tail.end):
        tail = replace(tail, end=match.end(), session=match["sessions"])
    return tail


def _numbers(text: str, tail: Tail, labelled: bool, chamber: str | None, session: bool) -> Tail:
    ways = [("word", BY_WORD), ("letter", SENATE), ("dash", BY_DASH)]
    if labelled or session:
        ways += [("comma", BY_COMMA), ("brackets", IN_BRACKETS), ("blank", BY_BLANK)]
    if chamber == "I":
        ways.append(("letter", LETTER))
    for by, pattern in ways:
        if match := pattern.match(text, tail.end):
            listed = match["numbers"].replace("-", ",") if by == "dash" else match["numbers"]
            senate = "I" if pattern is SENATE else tail.chamber
            return replace(tail, end=match.end(), numbers=numbers(listed), by=by, chamber=senate)
    return tail


def _over_others(text: str, tail: Tail, labelled: bool, chamber: str | None, session: bool) -> Tail | None:
    """'28 345, 31 015, nr. 207': one paper in several dossiers, published under the first."""
    others: list[str] = []
    here = tail
    most = MOST_OTHERS if labelled else 2
    while len(others) < most and (match := OTHER.match(text, here.end)):
        others.append(digits(match["dossier"]))
        here = _addition(text, Tail(match.end()), others[-1], chamber)
        found = _numbers(text, here, labelled, chamber, session)
        if found.numbers:
            return replace(found, addition=tail.addition, others=tuple(others), session=tail.session)
    return None


def _finish(text: str, tail: Tail) -> Tail:
    end, pages = tail.end, None
    for _ in range(2):
        if match := REST.match(text, end):
            end = match.end()
    if match := PLACE.match(text, end):
        end, pages = match.end(), match["pages"].strip()
    return replace(tail, end=end, pages=pages)
