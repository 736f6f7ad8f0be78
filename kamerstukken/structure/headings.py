"""Stage structure. Headings: by their type, their number, their words ('Vraag 3') or by standing alone on a line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kamerstukken.structure.rows import Row

# 'Vraag 3', 'Vraag 1 en 2:', 'Vragen 4, 5 en 6', 'Vraag 2 (VVD-fractie)'
QUESTION = re.compile(
    r"^(?:\d{1,3}[.)]?\s+)?Vra(?:ag|gen)(?:\s+\d{1,3}[a-z]?(?:(?:\s*(?:,|en|t/m|tot en met|-|–|&)\s*)+\d{1,3}[a-z]?)*)?\s*[:.]?$",
    re.IGNORECASE,
)
# 'Antwoord', 'Antwoord 3', 'Antwoord op vraag 3', 'Antwoorden op de vragen 1 t/m 4:', 'Reactie'
ANSWER = re.compile(
    r"^(?:\d{1,3}[.)]?\s+)?(?:Het\s+)?Antwoord(?:en)?(?:\s+op)?(?:\s+(?:de\s+)?vra(?:ag|gen))?(?:\s+\d{1,3}[a-z]?(?:(?:\s*(?:,|en|t/m|tot en met|-|–|&)\s*)+(?:\d{1,3}[a-z]?)?)*)?\s*[:.]?$",
    re.IGNORECASE,
)
# '1. Inleiding', '2.3 Uitvoering', 'III. Financiën', '1 Aanleiding'
NUMBERED = re.compile(r"^(?P<number>\d{1,2}(?:\.\d{1,2})*\.?|[IVX]{1,5}\.|[A-Z]\.)\s+[A-Z‘'\"“€É]")
ENDS_TEXT = re.compile(r"[.;,!?](?:['’”\")]*)$")
LONGEST = 220
MOST_ROWS = 4


def is_question(text: str) -> bool:
    """True for the line above a question; 'vraag 5.' in lower case is the end of a sentence."""
    return not text[:1].islower() and bool(QUESTION.match(text))


def is_answer(text: str) -> bool:
    """True for the line above an answer."""
    return not text[:1].islower() and bool(ANSWER.match(text))


def style_of(row: Row) -> tuple[bool, bool, bool]:
    """Bold, italic, underlined: how a whole row is set off."""
    return row.line.bold, row.line.italic, row.underlined


def is_heading(rows: Sequence[Row], follows: Row | None, spaced: bool) -> bool:
    """True where rows that belong together are a heading; `follows` is the row after them, `spaced` a blank line before."""
    text = " ".join(row.text for row in rows)
    if len(rows) > MOST_ROWS or len(text) > LONGEST or not any(char.isalpha() for char in text):
        return False
    if is_question(text) or is_answer(text):
        return True
    if text.endswith((",", ";")) or (ENDS_TEXT.search(text) and len(text) > 90):
        return False
    if any(all(style_of(row)[kind] for row in rows) for kind in range(3)):
        return not (ENDS_TEXT.search(text) and not text.endswith("?") and len(text.split()) > 8)
    if any(row.line.size > 1.12 * row.column.size for row in rows):
        return not ENDS_TEXT.search(text)
    return _stands_alone(rows, text, follows, spaced)


def _stands_alone(rows: Sequence[Row], text: str, follows: Row | None, spaced: bool) -> bool:
    """A short line in plain type, without a full stop, right above a paragraph."""
    if len(rows) > 1 or follows is None or ENDS_TEXT.search(text) or text.endswith(":"):
        return False
    if NUMBERED.match(text) and len(text) < 90:
        return spaced
    row = rows[0]
    short = row.line.box.width < 0.6 * row.column.width and len(text.split()) <= 9
    close = follows.page == row.page and follows.line.baseline - row.line.baseline < 1.35 * row.column.pitch
    return spaced and short and close and text[:1].isupper() and len(follows.text) > 40


def depth_of(text: str) -> int | None:
    """The depth that a heading's number gives: 1 for '2', 2 for '2.3'; None without a number."""
    found = NUMBERED.match(text)
    return found["number"].rstrip(".").count(".") + 1 if found else None
