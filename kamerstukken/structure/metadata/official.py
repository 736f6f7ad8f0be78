"""Stage structure. The official layouts: Kamerstuk (session, dossier, number, title) and Aanhangsel van de Handelingen."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kamerstukken.model import Metadata, Signatory
from kamerstukken.structure.metadata.cells import Cell, HasWords, below, beside, joined
from kamerstukken.structure.metadata.dates import day_in, is_day
from kamerstukken.structure.metadata.ministry import ministry_named, office_of
from kamerstukken.structure.metadata.signatures import signatories_of

CHAMBER = re.compile(r"^(?:Tweede|Eerste) Kamer der Staten-Generaal\b", re.IGNORECASE)
# 'Vergaderjaar 2023–2024', 'Vergaderjaar 2022/23'
SESSION = re.compile(
    r"\bvergaderjaar\s+(?P<first>(?:19|20)\d\d)\s*[-–/]\s*(?P<second>(?:(?:19|20)\d\d)|\d\d)\b", re.IGNORECASE
)
ANNEX = re.compile(r"\bAanhangsel van de Handelingen\b", re.IGNORECASE)
# '31 015', '35 300 XVI', '36 360 I', '33 037 (R1234)'
DOSSIER = re.compile(
    r"^(?P<digits>\d{2}\s?\d{3})(?:[\s-]+(?P<part>[IVXLC]{1,6}|[A-Z]))?(?:\s+\(R\s?\d+\))?(?=\s|$)(?:\s+(?P<title>\S.*))?$"
)
# 'Nr. 192', 'Nr. 12 BRIEF VAN DE MINISTER', 'A', 'nr. B'
NUMBER = re.compile(r"^Nr\.?\s*(?P<number>\d{1,4}|[A-Z]{1,3})?(?:\s+(?P<title>[A-Z].*))?$", re.IGNORECASE)
CHAMBER_LETTER = re.compile(r"^(?P<number>[A-Z]{1,3})(?:\s+(?P<title>[A-Z]{4,}\b.*))?$")
# 'Antwoord van Minister Hermans (Klimaat en Groene Groei) (ontvangen 23 juli 2024)'
ANSWER = re.compile(r"\b(?:Antwoord|Mededeling)\s+van\s+(?P<who>.*?)(?=Zie ook|Vraag 1\b|$)", re.DOTALL)
ANSWERER = re.compile(
    r"(?P<role>(?:Minister(?:-President)?|Staatssecretaris))\s+(?P<name>(?!van\b|voor\b)[^()]{2,40}?)\s*\((?P<field>[^()]+)\)"
)
QUESTION = re.compile(r"\bVragen\s+van\b.*?\bover\s+(?P<subject>.*?)\s*\(ingezonden\b", re.DOTALL)
RECEIVED = re.compile(r"\bontvangen\s+(?P<day>\d{1,2}\s+\w+\s+\d{4})")
ADDRESSEE = re.compile(r"^Aan de (?:Voorzitter|leden)\b.*", re.IGNORECASE)


def session_in(text: str) -> str | None:
    """'Vergaderjaar 2022/23' gives '2022-2023'; None where the second year does not follow the first."""
    match = SESSION.search(text)
    if match is None or int(match["second"][-2:]) != (int(match["first"]) + 1) % 100:
        return None
    return f"{match['first']}-{int(match['first']) + 1}"


def aanhangsel_metadata(cells: Sequence[Cell]) -> Metadata:
    """Metadata of written questions with their answer; `cells` are the first page's."""
    text = " ".join(cell.text for cell in cells)
    answer = ANSWER.search(text)
    own = re.split(r",?\s*mede namens\b", answer["who"])[0] if answer else ""
    people = tuple(ANSWERER.finditer(own))
    question, received = QUESTION.search(text), RECEIVED.search(answer["who"] if answer else text)
    date = day_in(received["day"]) if received else None
    return Metadata(
        date=date,
        subject=" ".join(question["subject"].split()) if question else None,
        ministry=_portfolio(people[0]["field"], date) if people else None,
        signatories=tuple(
            Signatory(p["name"].strip(), f"{p['role']} ({p['field'].strip()})") for p in people
        ),
        session=session_in(text),
        number=next((c.text for c in cells if re.fullmatch(r"\d{1,4}", c.text) and int(c.text) > 2), None),
    )


def kst_metadata(first: Sequence[Cell], pages: Sequence[Sequence[HasWords]]) -> Metadata:
    """Metadata of a paper in the official layout; `first` are the first page's cells, `pages` all lines by page."""
    head = _head(first)
    dossiers = [(match, cell) for cell in head if (match := DOSSIER.match(cell.text))]
    signatories = signatories_of(pages)
    date = _date(first)
    offices = [office for s in signatories if s.role and (office := office_of(s.role))]
    return Metadata(
        date=date,
        subject=_title(*dossiers[0], head) if dossiers else None,
        ministry=_portfolio(offices[0], date) if offices else None,
        addressee=next((cell.text for cell in first if ADDRESSEE.match(cell.text)), None),
        signatories=signatories,
        session=session_in(" ".join(cell.text for cell in first)),
        dossiers=tuple(dict.fromkeys(_dossier(match) for match, _ in dossiers)),
        number=_number(head),
    )


def _portfolio(text: str, day: str | None) -> str:
    """The ministry's bare name; a portfolio that no ministry of the time holds stays as printed."""
    bare = re.split(r"\s+[-–]\s+", " ".join(text.split()))[0]
    return ministry_named(bare, day) or bare


def _head(cells: Sequence[Cell]) -> list[Cell]:
    """From the chamber's name to the line of the number, which is where the body begins."""
    head: list[Cell] = []
    for cell in cells:
        if head and ADDRESSEE.match(cell.text):
            break
        if head or CHAMBER.match(cell.text) or SESSION.search(cell.text):
            head.append(cell)
    return head


def _dossier(match: re.Match[str]) -> str:
    digits = re.sub(r"\s", "", match["digits"])
    return f"{digits}-{match['part']}" if match["part"] else digits


def _title(match: re.Match[str], cell: Cell, head: Sequence[Cell]) -> str | None:
    """A dossier's title: beside its number and on the lines under that, down to the next dossier or number."""
    if match["title"]:
        return match["title"]
    line = beside(cell, head, reach=200)
    words: list[str] = []
    while line is not None:
        words.append(line.text)
        line = below(line, head, reach=0.8 * line.box.height)
    return joined(words) or None


def _number(head: Sequence[Cell]) -> str | None:
    """'Nr. 192', or the letter of the Eerste Kamer's papers with the title in capitals beside it."""
    for cell in head:
        match = NUMBER.match(cell.text)
        if match:
            return match["number"] if match["number"] and match["number"].casefold() != "xxx" else None
    for cell in head:
        match = CHAMBER_LETTER.match(cell.text)
        if match and (match["title"] or ((title := beside(cell, head, reach=200)) and title.text.isupper())):
            return match["number"]
    return None


def _date(cells: Sequence[Cell]) -> str | None:
    """'Den Haag, 5 mei 2015' over the letter, else 'Ontvangen 17 mei 2023', else the day it was 'Vastgesteld'."""
    for cell in cells:
        if "," in cell.text and is_day(cell.text):
            return day_in(cell.text)
    for cell in cells:
        if re.match(r"(?:Ontvangen|Vastgesteld|Voorgesteld)\b", cell.text):
            return day_in(cell.text)
    return None
