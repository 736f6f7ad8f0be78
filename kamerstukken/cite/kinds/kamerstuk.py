"""Kamerstukken of both chambers: label, chamber, session, dossier, toevoeging, numbers, pages, in every order in use."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kamerstukken.cite.credible import credible
from kamerstukken.cite.notation import (
    BB,
    BREAK,
    CHAMBER,
    NR,
    NUMBER,
    NUMBERS,
    PAGES,
    ROMAN,
    SESSIONS,
    B,
    chamber,
    numbers,
    session,
)
from kamerstukken.cite.scan import near
from kamerstukken.cite.tail import DOSSIER, MORE, Tail, digits, parse_tail
from kamerstukken.model import Reference

LABEL = rf"""(?:
    [Kk]amer{BREAK}stuk{BREAK}(?:ken)?(?:{B}-?(?:dossier|nummer|nr)s?\b\.?)?(?:{BB}met{BB}nummers?)?
  | KAMERSTUK(?:KEN)? | [Kk]amer(?:stukken)?dossiers? | [Kk]amerst\. | [Kk]st\. | KST\b\.?
  | [Tt]weede{BB}[Kk]amer(?:{BB}der{BB}[Ss]taten-[Gg]eneraal)?
  | [Ee]erste{BB}[Kk]amer(?:{BB}der{BB}[Ss]taten-[Gg]eneraal)?
  | TK(?![A-Za-z]) | EK(?![A-Za-z]) | Bijlagen | Parlementaire{BB}stukken
)"""

SEPARATOR = rf"{B}[,;:]?(?:{B}[-–])?{B}"

# Kamerstukken II 2017-18, 34 843 · Kamerstuk IV 2022/23, 36200 · Tweede Kamer, vergaderjaar 2021-2022, kamerstuk 26 643
# TK 35470 · Kamerstuk 2022/23, IV 36200 · 2001/2002, 26 855 · 34 843
HEAD = re.compile(
    rf"""(?:(?<![^\W\d])
        (?P<label>{LABEL}){SEPARATOR}
        (?:\(?(?P<chamber>{CHAMBER})(?!\w)\)?{SEPARATOR})?
        (?:(?P<early>{ROMAN})(?!\w){SEPARATOR})?
        (?:\(?(?P<sessions>{SESSIONS})\)?{SEPARATOR})?
        (?:(?P<again>{LABEL}){SEPARATOR}(?:(?P<chamber_again>II?)(?!\w){SEPARATOR})?)?
        (?:{NR})?
        (?:(?P<late>{ROMAN})(?!\w){SEPARATOR})?
        (?:(?P<sessions_late>{SESSIONS}){SEPARATOR})?
      | (?<![\w€$£-])(?P<sessions_alone>{SESSIONS}){SEPARATOR}
      | (?<![\w€$£-])
    )(?P<dossier>{DOSSIER}|(?(label)\d\d-\d{{3}}|(?!)))(?![\d]|[.,]\d{{1,3}}(?!\d))""",
    re.VERBOSE,
)

TRIGGER = re.compile(r"[1-9]\d(?:[- .\u00a0\u2009\u202f]|\s{1,2})?\d{3}(?!\d)")
LONGEST = 140
"""The longest stretch from a label to its dossier, with chamber and sessions between."""

# Zij krijgt nr. 721(19637). · nr. 12 bij Kamerstuk 34 843
REVERSED = re.compile(
    rf"""(?=[Nn#])(?<!\w)(?:{NR})(?P<number>{NUMBER}){B}
    (?:\({B}(?P<dossier>{DOSSIER})(?:{B}[-–]?{B}(?P<roman>{ROMAN}))?{B}\)
      |(?:van|bij|in|op){BB}(?:het{BB})?(?:{LABEL}|dossier|wetsvoorstel){SEPARATOR}(?P<dossier_of>{DOSSIER})(?:{B}[-–]?{B}(?P<roman_of>{ROMAN}))?(?!\w))""",
    re.VERBOSE,
)

# kst-33569-A · kst-35300-XVI-12.html · blg-1234 is a bijlage and no kamerstuk
PUBLICATION = re.compile(
    r"(?<![\w-])kst-(?P<id>\d{5}(?:-(?:[IVX]{1,5}[ABC]?|\(?R\d{4}\)?|[A-Z]{1,2}|0\d|\d\d(?=-\d)))?(?:-(?:\d{1,4}[a-z]?|[A-Z]{1,2})(?:-b\d)?)?)(?![\w-])"
)

DOSSIER_ADDRESS = re.compile(
    r"(?:https?://)?zoek\.officielebekendmakingen\.nl/dossier/(?P<id>\d{5}(?:-[IVXA-Z]{1,5})?)(?![\w-])"
)


def find(text: str) -> Iterator[Reference]:
    """Every mention of a kamerstuk; a dossier alone has the id 'dossier:31839'."""
    yield from _publications(text)
    yield from _reversed(text)
    yield from _old(text)
    last = 0
    for head in near(HEAD, TRIGGER, text, before=LONGEST, after=4):
        if head.start() < last:
            continue
        tail = parse_tail(
            text,
            head.end(),
            digits(head["dossier"]),
            labelled=bool(head["label"]),
            chamber=_chamber(head),
            session=bool(head["sessions"] or head["sessions_late"] or head["sessions_alone"]),
        )
        if credible(text, head, tail, near=bool(last) and head.start() - last <= 6):
            last = tail.end
            reference = _reference(text, head, tail)
            yield reference
            for more in _more(text, reference):
                last = more.end
                yield more


def _chamber(head: re.Match[str]) -> str | None:
    if found := head["chamber"] or head["chamber_again"]:
        return chamber(found)
    label = (head["label"] or "").upper()
    if label.startswith(("TWEEDE", "TK")):
        return "II"
    return "I" if label.startswith(("EERSTE", "EK")) else None


def _reference(text: str, head: re.Match[str], tail: Tail) -> Reference:
    dossier = digits(head["dossier"])
    addition = tail.addition or head["early"] or head["late"]
    stem = f"{dossier}-{addition}" if addition else dossier
    ids = tuple(f"kst-{stem}-{n}" for n in tail.numbers) or (f"dossier:{stem}",)
    start = head.start() if head["label"] or head["sessions_alone"] else head.start("dossier")
    written = head["sessions"] or head["sessions_late"] or head["sessions_alone"] or tail.session
    return Reference(
        kind="kamerstuk",
        start=start,
        end=tail.end,
        text=text[start : tail.end],
        ids=ids,
        chamber=tail.chamber or _chamber(head),
        session=session(written),
        pages=tail.pages,
        resolved_by="own words",
    )


def _more(text: str, reference: Reference) -> Iterator[Reference]:
    """Further numbers behind the pages of the first: 'nr. 6, p. 15-16; nr. 7, p. 5-6'."""
    if not reference.ids[0].startswith("kst-"):
        return
    stem, end = reference.ids[0].rpartition("-")[0], reference.end
    while match := MORE.match(text, end):
        start, end = match.span("words")
        ids = tuple(f"{stem}-{n}" for n in numbers(match["numbers"]))
        yield replace(reference, start=start, end=end, text=match["words"], ids=ids, pages=match["pages"])


# Kamerstukken II, Zitting 1958-1959, 5380, nr. 3: until 1968 dossiers had four digits
OLD = re.compile(
    rf"""(?<![^\W\d])(?:[Kk]amerstukken|[Bb]ijlagen){SEPARATOR}(?:(?P<chamber>II?)(?!\w){SEPARATOR})?(?P<session>{SESSIONS}){SEPARATOR}
    (?P<dossier>\d{{4}}){SEPARATOR}(?:{NR})(?P<numbers>{NUMBERS})(?:{PAGES})?""",
    re.VERBOSE,
)
OLD_TRIGGER = re.compile(r"\d{4}(?=[,\s]{1,3}[Nn]r)")


def _old(text: str) -> Iterator[Reference]:
    for match in near(OLD, OLD_TRIGGER, text, before=90):
        ids = tuple(f"kst-{match['dossier']}-{n}" for n in numbers(match["numbers"]))
        of, said = session(match["session"]), chamber(match["chamber"])
        yield Reference(
            "kamerstuk", *match.span(), match[0], ids, said, of, match["pages"], resolved_by="own words"
        )


def _reversed(text: str) -> Iterator[Reference]:
    for match in near(REVERSED, TRIGGER, text, before=60, after=20):
        addition = match["roman"] or match["roman_of"]
        dossier = digits(match["dossier"] or match["dossier_of"])
        stem = f"{dossier}-{addition}" if addition else dossier
        ids = tuple(f"kst-{stem}-{n}" for n in numbers(match["number"]))
        yield Reference("kamerstuk", *match.span(), match[0], ids, resolved_by="own words")


def _publications(text: str) -> Iterator[Reference]:
    if "/dossier/" in text:
        for match in DOSSIER_ADDRESS.finditer(text):
            yield Reference(
                "kamerstuk", *match.span(), match[0], (f"dossier:{match['id']}",), resolved_by="own words"
            )
    if "kst-" not in text:
        return
    for match in PUBLICATION.finditer(text):
        name = match["id"]
        ids = (f"kst-{name}",) if "-" in name else (f"dossier:{name}",)
        yield Reference("kamerstuk", *match.span(), match[0], ids, resolved_by="own words")
