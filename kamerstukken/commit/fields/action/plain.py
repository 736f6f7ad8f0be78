"""A summary without a parse: of a row of a table, a phrase without a verb."""

from __future__ import annotations

import re

LONGEST = 12
"""Words of a summary; the labels' have 9 on average, and 15 in one of twenty."""
SPACE = re.compile(r"\s+")
BULLET = re.compile(r"\A(?:[-–•*·▪]|\(?[a-z0-9]{1,2}[.)])\s+", re.IGNORECASE)
PAPER = re.compile(
    r"\b\w*(?:brief|rapportage|rapport|verslag|reactie|agenda|overzicht|monitor|nota|notitie|update|advies|wetsvoorstel|stand\s+van\s+zaken|beantwoording|evaluatie|verkenning|appreciatie|visie|plan|programma)\b",
    re.IGNORECASE,
)
"""Papers that letters promise to send."""
CELL_BREAK = "\t"
MOST_LETTERS = re.compile(r"[^\W\d_]")
EDGES = " ,;:.-–—•"


def plain(text: str, *, promised: bool = False) -> str:
    """The words of a phrase up to the limit, cut between words; of a row the cell with most letters.

    `promised`: a paper that is only named ('Voortgangsrapportage veren') is one that the Kamer is to get.
    """
    cell = max(text.split(CELL_BREAK), key=lambda c: len(MOST_LETTERS.findall(c)))
    words = sentence_case(shortened(BULLET.sub("", cell.strip())))
    return f"Aan de Kamer sturen: {words}" if promised and PAPER.search(words) else words


def shortened(text: str, longest: int = LONGEST) -> str:
    """A text of so many words at most; '…' where words are left out."""
    words = SPACE.sub(" ", text).strip(EDGES).split(" ")
    if len(words) <= longest:
        return " ".join(words)
    return " ".join(words[:longest]).rstrip(EDGES) + " …"


def sentence_case(text: str) -> str:
    """With a capital in front."""
    return text[:1].upper() + text[1:]
