"""Deadlines: the moment of an act that stands in a sentence beside it.

'Ik laat dit onderzoeken. De uitkomsten worden medio 2024 verwacht.' and 'Eind juni wordt de regeling geëvalueerd. Daarbij kijk ik ook
naar de doelgroep.': the neighbour must plainly go on about the same act, and must not be an act of its own.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable

from kamerstukken.commit.deadline.words import listed
from kamerstukken.commit.sentences import sentence_end, sentence_start
from kamerstukken.model import Deadline

Governs = Callable[[str, datetime.date], Deadline | None]
"""A text and the letter's day to the moment of its main clause."""

# 'Dit onderzoek wordt …', 'Hiermee …': takes the act up by a pronoun
TAKES_UP = re.compile(
    r"\W*(?:Dit|Dat|Deze|Die|Hier(?:mee|van|voor|bij|toe)|Daar(?:mee|van|voor|toe)|Het\s+(?:bezoek|onderzoek|plan|rapport|traject))\b(?!\s+(?:\w*jaar|\w*maand|week|kwartaal|zomer\w*|winter|herfst)\b)"
)
# 'Naar verwachting …', 'Het streven is …', 'De uitvoering van …': says when, of something that it must name or point at
OF_WHICH = re.compile(
    r"""\W*(?:Naar\s+verwachting|Volgens\s+(?:de\s+)?planning|(?:De|Mijn|Onze)\s+(?:verwachting|planning|inzet)|(?:Het|Mijn|Ons)\s+(?:streven|doel|voornemen|oogmerk)
    |(?:De|Het)\s+(?:eerste\s+)?(?:uitvoering|oplevering|afronding|publicatie|inwerkingtreding|start|invoering|vaststelling|ondertekening|
        resultaten|uitkomsten|bevindingen|eindrapport|rapport|onderzoek|evaluatie|verkenning|wetsvoorstel|programma|regeling|plan|pilot|proef|voorstel)
    |Er\s+wordt\s+(?:naar\s+)?gestreefd|Ik\s+verwacht|Wij\s+verwachten)\b""",
    re.VERBOSE,
)
POINTS = re.compile(
    r"\b(?:dit|deze|dat|die|hier\w*|daar(?:van|mee|voor|toe)|ervan|hiervan)\b(?!\s+jaar)", re.IGNORECASE
)
# an act that is still to come can have its moment in the next sentence; one that is reported has none
PROMISED = re.compile(
    r"\b(?:zal|zullen|gaat|gaan|ga|word|wordt|worden|toegezegd|verzocht|laat|wil|willen|(?<!van\s)start|starten)\b",
    re.IGNORECASE,
)
# 'wordt verwacht', 'gereed', 'afgerond', 'zal plaatsvinden': the sentence tells when
TELLS_WHEN = re.compile(
    r"\b(?:verwacht\w*|gereed|afgerond|af\s+te\s+ronden|klaar|opgeleverd|plaats\w*|start\w*|loopt|beschikbaar|afronding|streven|doel|planning|gepland|uitgevoerd|doorlopen|vindt|voorzien|lopen|doen|worden|treedt|treden|van\s+kracht)\b",
    re.IGNORECASE,
)
# 'Bij deze evaluatie …', 'Daarbij …', 'In deze brief …', 'Dan …': the moment stands in the sentence before
GOES_BACK = re.compile(
    r"\W*(?:Daarbij|Hierbij|Daarin|Hierin|Dan|Daartoe|Bij\s+dez?e|Bij\s+die|In\s+(?:dit|deze|die|dat)\s+\w+|En|Ook\s+(?:dan|daar\w+))\b"
)
# 'stuur ik uw Kamer', 'Hierover wordt u geïnformeerd': telling the Kamer is an act of its own, with a moment of its own
TELLS_KAMER = re.compile(
    r"\b(?:[Uu]w\s+Kamer|[Dd]e\s+(?:Tweede\s+)?Kamer|u\s+(?:wordt|geïnformeerd)|ik\s+u)\b"
)
# 'Er zal ook worden onderzocht …': a sentence between act and moment that goes on about the act
ADDS = re.compile(r"\W*(?:(?:Er|Dit|Deze)\b|(?:Ook|Verder|Tevens|Daarnaast)\s+(?:zal|zullen|wordt|worden)\b)")
# 'Het doel is om dit plan in mei op te leveren': what is aimed at is the act itself
AIM = re.compile(
    r"\A\W*(?:(?:Het|De|Mijn|Ons|Onze)\s+(?:streven|doel|planning|verwachting|inzet|voornemen)\s+is\s+(?:er\s*op\s+gericht\s+)?(?:om|dat)|(?:Ik\s+verwacht|Wij\s+verwachten|We\s+verwachten)\s+dat)\s+"
)
RELATIVE = re.compile(r"\bdat\b")
"""'… voor een plan dat eind van dit jaar wordt besproken': the moment of something else."""
WORD = re.compile(r"[^\W\d_]{6,}")
STEM = 8
"""Letters by which a word is known again: 'onderzoek' and 'onderzoeken'."""
COMMON = listed(
    "verwachting januari februari september oktober november december kwartaal zomerreces worden andere verschillende"
)


def moment_after(text: str, act: str, end: int, day: datetime.date, governs: Governs) -> Deadline | None:
    """The moment told by the sentence behind an act, or by the one behind that where the first adds to the act without a moment.

    `text` is the block's, `act` the act's own words, `end` the offset in `text` where these end.
    """
    if not PROMISED.search(act):
        return None
    at = sentence_end(text, max(0, end - 1))
    for _ in range(2):
        sentence = text[at : sentence_end(text, at)]
        if _speaks_of(sentence, act):
            return governs(RELATIVE.split(AIM.sub("", sentence))[0], day)
        if not ADDS.match(sentence) or governs(sentence, day) is not None:
            return None
        act, at = f"{act} {sentence}", at + len(sentence)
    return None


def moment_before(text: str, at: int, end: int, day: datetime.date, governs: Governs) -> Deadline | None:
    """The moment of the sentence in front of an act that points back to it ('Bij deze evaluatie …')."""
    start = sentence_start(text, at)
    if start == 0 or not GOES_BACK.match(text[start:end]):
        return None
    return governs(text[sentence_start(text, start - 1) : start], day)


def _speaks_of(sentence: str, act: str) -> bool:
    if not TELLS_WHEN.search(sentence) or TELLS_KAMER.search(sentence):
        return False
    if TAKES_UP.match(sentence):
        return True
    opened = OF_WHICH.match(sentence)
    return opened is not None and bool(
        POINTS.search(sentence, opened.start()) or _stems(sentence) & _stems(act)
    )


def _stems(text: str) -> set[str]:
    return {w[:STEM] for w in WORD.findall(text.casefold()) if w not in COMMON}
