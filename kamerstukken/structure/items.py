"""Stage structure. List items: what a row starts with where it is one, and where its text begins."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kamerstukken.structure.rows import Row

BULLETS = "•●▪■◦○·∙–—-‐‑−*➢►▶→✓√❖▫□➔§‣⁃◾"
# '•', '–', 'o', '»'
BULLET = re.compile(rf"^(?:[{re.escape(BULLETS)}\uf000-\uf0ff]|o|»|>)$")
# '1.', '2)', '(3)', 'a.', 'b)', 'iv.', '1°', '3.a'
NUMBER = re.compile(r"^\(?(?:\d{1,2}|[a-zA-Z]|[ivxIVX]{1,5})(?:[.)]|\.\)|°)$")
BARE_NUMBER = re.compile(r"^\d{1,2}$")
WIDE = 0.45
"""In type sizes: the least blank behind a number that makes it the number of an item."""


@dataclass(frozen=True, slots=True)
class Opening:
    """What opens an item: how many words, left of the sign, left of the text, and whether it is a number."""

    words: int
    sign: float
    text: float
    numbered: bool


def opening_of(row: Row) -> Opening | None:
    """The bullet or number that a row opens with; None where it opens with text."""
    words = row.line.words
    if len(words) < 2:
        return None
    first, second = words[0], words[1]
    gap = second.box.x0 - first.box.x1
    if first.superscript or (second.glued and gap < 0.2 * first.size):
        return None
    if BULLET.match(first.text):
        if first.text == "o" and gap < WIDE * row.line.size:
            return None
        if first.text in "–—" and gap < 0.2 * row.line.size:
            return None
        return Opening(1, first.box.x0, second.box.x0, False)
    if NUMBER.match(first.text) or (
        BARE_NUMBER.match(first.text) and len(row.parts) > 1 and len(row.parts[0].words) == 1
    ):
        return Opening(1, first.box.x0, second.box.x0, True)
    return None
