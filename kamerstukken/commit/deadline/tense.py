"""Deadlines: whether a moment in an act's words belongs to what has been done already, or is there for comparison only."""

from __future__ import annotations

import re

# clauses that have a verb of their own; a moment is told by the verb of its clause
CLAUSE = re.compile(
    r"[,;:]|\b(?:en|maar|om|dat|die|zodat|waarna|waar(?:in|bij|mee|door|voor|van|op|uit))\b", re.IGNORECASE
)
NEAR, FEW = 400, 60
"""Characters around a moment in which its verb, and in front of it in which a word about it, is looked for: reading stays linear."""
DONE = re.compile(r"\b(?:heb|heeft|hebben|is|zijn|ben|werd|werden|had|hadden|was|waren)\b", re.IGNORECASE)
PAST = re.compile(
    r"\b(?:vond(?:en)?|kwam(?:en)?|ging(?:en)?|startte(?:n)?|kreeg|kregen|nam(?:en)?|gaf|gaven|deed|deden|stelde(?:n)?|besloot|verlengde(?:n)?|voerde(?:n)?|werkte(?:n)?|stuurde(?:n)?|bood|boden|bracht(?:en)?|sprak(?:en)?|organiseerde(?:n)?|ontving(?:en)?|verscheen|verschenen|bleek|leidde(?:n)?)\b",
    re.IGNORECASE,
)
"""'Het rijk verlengde dit jaar het programma': done as well."""
COMING = re.compile(
    r"""\b(?:zal|zullen|wordt|worden|gaat|gaan|ga|wil|willen|kan|kunnen|moet|moeten|dient|dienen|gepland|voorzien|beoogd|verwacht|voornemens|
    beschikbaar|gereserveerd|begroot|gericht|bedoeld|bereid|beschikbare)\b""",
    re.VERBOSE | re.IGNORECASE,
)
PARTICIPLE = re.compile(
    r"\b(?:\w{0,7}ge(?!meent|pland|reed|richt|volg|durende)\w{2,}(?:d|t|en)|begonnen|(?:be|ver|ont|her|over|onder|door)\w{3,}[dt]|plaatsgevonden|vastgesteld|in\s+gang|van\s+start\s+gegaan)\b",
    re.IGNORECASE,
)
# 'niet in 2019 maar in 2020'
DENIED = re.compile(r"\bniet\s+\Z", re.IGNORECASE)
INSTEAD = re.compile(r",?\s*maar\b", re.IGNORECASE)
# 'zoals in 2015', 'ten opzichte van 2022', 'meer dan in 2023': a year to compare with
COMPARES = re.compile(
    r"\b(?:als|zoals|evenals|net\s+als|ten\s+opzichte\s+van|t\.o\.v\.|vergeleken\s+met|in\s+vergelijking\s+(?:met|tot)|\w+er\s+dan|anders\s+dan|peildatum|prijspeil)\s+\Z",
    re.IGNORECASE,
)


def is_done(text: str, start: int) -> bool:
    """True where the verb that tells the moment at `start` says that it has been done: 'is dit jaar gestart', 'hebben in mei besloten'."""
    first = max(0, start - NEAR)
    text, start = text[first : start + NEAR], start - first
    opened = max((m.end() for m in CLAUSE.finditer(text, 0, start)), default=0)
    closing = CLAUSE.search(text, start)
    clause = text[opened : closing.start() if closing else len(text)]
    if COMING.search(clause):
        return False
    if PAST.search(clause):
        return True
    perfect = DONE.search(clause)
    if perfect is None:
        return _inherits(text, opened, clause)
    return (
        PARTICIPLE.search(text, opened + perfect.end(), _end_of_verb(text, opened + perfect.end()))
        is not None
    )


def is_compared(before: str) -> bool:
    """True where the words before a moment only compare with it."""
    return COMPARES.search(before[-FEW:]) is not None


def is_denied(text: str, start: int, end: int) -> bool:
    """True for the first of 'niet in 2019 maar in 2020'."""
    return (
        DENIED.search(text[max(0, start - FEW) : start]) is not None and INSTEAD.match(text, end) is not None
    )


def _inherits(text: str, opened: int, clause: str) -> bool:
    """A clause without a verb of its own ('… en dit najaar vastgesteld') has that of the clause before."""
    if not PARTICIPLE.search(clause):
        return False
    verbs = [(m.start(), False) for m in COMING.finditer(text, 0, opened)]
    verbs += [(m.start(), True) for m in DONE.finditer(text, 0, opened)]
    return max(verbs, default=(0, False))[1]


def _end_of_verb(text: str, at: int) -> int:
    """Where the clause of a verb can end at the latest: at the next verb that looks ahead."""
    following = COMING.search(text, at)
    return following.start() if following else len(text)
