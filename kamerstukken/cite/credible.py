"""Which numbers of five digits are dossiers: a label says so, else what stands around must."""

from __future__ import annotations

import re

from kamerstukken.cite.tail import Tail, digits

# € 51 407 · Postbus 20018 · ISBN 90-12345 · Artikelnummer 21501-02 · HR 10 februari 1960, nr. 14 162
OTHER_NUMBER = re.compile(
    r"(?:\(0\d{1,4}\)|\b0\d{1,3}|€|\$|£|EUR|euro|[Pp]ostbus|ISBN|ISSN|KvK|[Tt]el(?:efoon)?\.?|[Ff]ax|\b[Aa]rtikel(?:nummer|nr\.?)|[Kk]enmerk|"
    r"[Rr]eferentie|[Oo]rder(?:nummer)?|[Ff]actuur(?:nummer)?|[Rr]ekening(?:nummer)?|BNB|PbEU|Stcrt\.?|Stb\.?|Trb\.?|"
    r"\bcirca|\bca\.|\bruim|\bbijna|\bongeveer|\bmaximaal|\bminimaal|\bvan de|\btot|\bmin\.?|\bmax\.?|[Dd]oos|[Zz]aak)"
    r"[\s:.,(]{0,3}(?:nummers?|nrs?\.?)?[\s:]{0,3}$"
)
A_NUMBER = re.compile(r"\b(?:[Nn]rs?|[Nn]ummers?|[Nn]o)\.?\s{0,2}$")
NUMBER_OF_PAPER = re.compile(
    r"\b(?:[Mm]otie|[Aa]mendement|[Ss]tuk|onder|op stuk|brief)(?: met)? (?:nr\.?|nummer)\s{0,2}$"
)
# (wetsvoorstel 34861) · nader verslag 34861 · Beslisnota bij 36586 Nota
PAPER_BEFORE = re.compile(
    r"\b(?:[Ww]ets?voorstel(?:len)?|[Vv]oorstel van wet|[Dd]ossiers?|[Dd]ossiernummers?|[Vv]erslag|"
    r"[Bb]eslisnota bij|[Ii]nitiatiefnota|t\.?v\.?v\.?|[Nn]ota van wijziging|begroting|[Mm]oties?|[Aa]mendement(?:en)?|"
    r"[Rr]ijkswet|stuk(?:ken)?)(?: met)?(?: nummers?| nrs?\.?)?:?\s{1,2}$"
)
DASH_BEFORE = re.compile(r"[^\W\d_][)\]’”\"']?\s{1,3}[-–]\s{1,2}$")
WORD_BEFORE = re.compile(r"[a-zà-ž)’”]\s$")
UPDATED = re.compile(r",\s?bijgewerkt\b")
BRACKET_AFTER = re.compile(r"\s{0,2}[)\];,]")
ENDS = re.compile(r"\s{0,3}[).\]]{0,2}\s*\Z")
UNIT = re.compile(
    r"\s{0,2}(?:euro|EUR|%|procent|miljoen|miljard|m2|km|kg|ton|personen|mensen|leerlingen|woningen)\b"
)
TITLE_OF_LAW = re.compile(
    r"\b(?:[Ww]et|[Rr]ijkswet|[Ww]ijziging|[Vv]oorstel|[Bb]egroting|[Gg]oedkeuring|[Rr]aming)\b"
)
CHAPTER = re.compile(r"[IVX]")

OLDEST, NEWEST = 16000, 38999
"""Dossiers told without a label lie in between: 16000 dates from 1979, 36900 from the end of 2025."""

WINDOW = 40


def credible(text: str, head: re.Match[str], tail: Tail, *, near: bool) -> bool:
    """Whether a dossier number is one. `near`: a kamerstuk ends right before it ('Kamerstukken 36764 en 36765')."""
    if head["label"]:
        return _label_means_paper(head, tail)
    at = head.start("dossier")
    before = text[max(0, at - WINDOW) : at]
    if not OLDEST <= int(digits(head["dossier"])) <= NEWEST or _is_other(before, text, at, tail):
        return False
    if tail.numbers:
        return tail.by in ("word", "letter") or bool(head["sessions_alone"]) or _glued(head, tail)
    if tail.addition or tail.end > head.end():
        return bool(CHAPTER.match(tail.addition or "X")) or _stands_alone(text, head, tail, before)
    return near or _stands_alone(text, head, tail, before)


def _label_means_paper(head: re.Match[str], tail: Tail) -> bool:
    """'Tweede Kamer' is also just the Tweede Kamer: then a number or a session must make it a citation."""
    weak = head["label"].lower().startswith(("tweede", "eerste", "bijlagen"))
    said = tail.numbers or head["sessions"] or head["sessions_late"] or head["again"]
    return bool(said) if weak else True


def _is_other(before: str, text: str, at: int, tail: Tail) -> bool:
    if OTHER_NUMBER.search(before) or UNIT.match(text, tail.end):
        return True
    if before[-1:] in "./" and before[-2:-1].isdigit():
        return True
    if tail.numbers and (tail.addition or NUMBER_OF_PAPER.search(before)):
        return False
    return bool(A_NUMBER.search(before)) and tail.by != "word"


def _glued(head: re.Match[str], tail: Tail) -> bool:
    """'32757-174': five digits without a blank, a dash, a number."""
    return tail.by == "dash" and (len(head["dossier"]) == 5 or bool(tail.addition))


def _stands_alone(text: str, head: re.Match[str], tail: Tail, before: str) -> bool:
    """A dossier without label and number: in brackets, behind a dash or a word for a paper, at the start or end."""
    if PAPER_BEFORE.search(before) or (head.start() == 0 and UPDATED.match(text, tail.end)):
        return True
    if len(head["dossier"]) != 5:
        return False
    if before.endswith(("(", "[")):
        return bool(BRACKET_AFTER.match(text, tail.end))
    closes = text[tail.end : tail.end + 1] in (")", "") or bool(ENDS.match(text, tail.end))
    if DASH_BEFORE.search(before):
        return closes
    return bool(ENDS.match(text[: tail.end + 8], tail.end) and WORD_BEFORE.search(before)) and bool(
        TITLE_OF_LAW.search(text[max(0, head.start() - 160) : head.start()])
    )
