"""Stage structure. Footnote markers in a text: raised, in brackets, two in a row, or plain digits behind a word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from kamerstukken.model import Word

# '1', '12', '*', '**', 'a)', '1,2', '1)', '[1]'
MARKER = re.compile(r"^[\[(]?(?P<marks>\d{1,3}(?:[,;]\d{1,3})*|\*{1,4}|†|‡|[ivx]{1,5}|[a-z])[\])]?[,;]?$")
# markers in plain type: '1)', '[2]'
PLAIN = re.compile(r"^(?:\d{1,2}\)|\[\d{1,3}\])$")
# 'geslacht?[1]', 'Venezuela’?1)', '2)?'
BRACKETED = re.compile(r"^(?P<word>\S*?)(?P<marker>(?<!\d)\d{1,2}\)|\[\d{1,3}\])(?P<rest>[?.,:;’”\"']*)$")
BRACKETS = (")", "]")
# digits that lost their rise, as in a scan: 'onderwijs.1', 'realiseren3', '(AI)”,12'; not 'CO2', 'nr.13', '2022/23'
UNRAISED = re.compile(
    r"^(?P<word>\S*(?:[^\W\d_]{2}[)”’\"']*[.,;:?!]+[)”’\"']*|[^\W\d_]{2}[)”’\"']+|[a-zà-ÿ]{3}))(?P<marker>\d{1,3})(?P<rest>[.,;:?!]?)$"
)
ABBREVIATED = re.compile(r"(?:^|\W)(?:nrs?|artt?|blz|pag?|pp|no|par|hfst|zie|vgl|lid)\.$", re.IGNORECASE)
# the unit before an exponent: 'm', 'km', '€/m', 'CO'
UNIT = re.compile(r"(?:^|[\s/(\d])(?:[kcdmh]?m|CO|NO|H|µm)$")
SUPERSCRIPT_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
ANY_PAGE = 0

Place = tuple[int, str]
"""A page's number (or ANY_PAGE) and a marker."""


def markers_in(word: Word) -> tuple[str, ...]:
    """The markers that a raised word stands for; empty where it is none."""
    found = MARKER.match(word.text.translate(SUPERSCRIPT_DIGITS).strip(".:"))
    return tuple(re.split(r"[,;]", found["marks"])) if found else ()


def unraised_in(word: Word) -> str | None:
    """The digits at a word's end where they can be a marker that lost its rise."""
    found = UNRAISED.match(word.text) if word.text.rstrip(".,;:?!")[-1:].isdigit() else None
    return found["marker"] if found and not ABBREVIATED.search(found["word"]) else None


@dataclass(frozen=True, slots=True)
class Markers:
    """The markers that have a note. `unraised` are those that stand in the body as digits without rise."""

    noted: frozenset[Place] = frozenset()
    unraised: frozenset[Place] = frozenset()

    def of(self, word: Word, line: Sequence[Word]) -> tuple[str, ...]:
        """The markers that a word of a line stands for; empty where it is text."""
        if self.is_bracketed(word, line):
            return (word.text,)
        if not word.superscript or _is_exponent(word, line):
            return ()
        found = markers_in(word)
        choices = (found, *_in_a_row(word.text))
        return next((each for each in choices if each and self._all_noted(each, word.box.page)), ())

    def is_bracketed(self, word: Word, line: Sequence[Word]) -> bool:
        """True for '1)' and '[1]' in the type of the text."""
        if not word.text.endswith(BRACKETS) or word is line[0]:
            return False
        return (ANY_PAGE, word.text) in self.noted and bool(PLAIN.match(word.text))

    def _all_noted(self, markers: Sequence[str], page: int) -> bool:
        return all(
            any((near, marker) in self.noted for near in (page, page + 1, ANY_PAGE)) for marker in markers
        )

    def parted(self, words: Sequence[Word]) -> list[Word]:
        """Words with a marker at their end as two: 'geslacht?[1]', 'onderwijs.1'."""
        parts: list[Word] = []
        for word in words:
            found = self._at_end(word)
            parts.extend(_cut(word, found) if found else (word,))
        return parts

    def _at_end(self, word: Word) -> re.Match[str] | None:
        if ")" in word.text or "]" in word.text:
            found = BRACKETED.match(word.text)
            if found and (ANY_PAGE, found["marker"]) in self.noted:
                return found
        if self.unraised and (marker := unraised_in(word)) and (word.box.page, marker) in self.unraised:
            return UNRAISED.match(word.text)
        return None


def _cut(word: Word, found: re.Match[str]) -> list[Word]:
    box = word.box
    cut = box.x0 + box.width * len(found["word"]) / len(word.text)
    raised = found["marker"].isdigit()
    parts = [
        replace(word, text=found["word"], box=replace(box, x1=cut)),
        replace(word, text=found["marker"], box=replace(box, x0=cut), glued=True, superscript=raised),
    ]
    if found["rest"]:
        parts.append(replace(word, text=found["rest"], box=replace(box, x0=cut), glued=True))
    return parts


def _in_a_row(text: str) -> list[tuple[str, str]]:
    """Two numbers that follow each other, printed as one: '45' is 4 and 5, '1213' is 12 and 13."""
    if not text.isdigit():
        return []
    pairs = [(text[:at], text[at:]) for at in range(1, len(text))]
    return [(one, other) for one, other in pairs if int(other) == int(one) + 1]


def _is_exponent(word: Word, line: Sequence[Word]) -> bool:
    """True for the 3 of 'm³' and the like."""
    at = line.index(word)
    return bool(at) and word.text in ("2", "3") and word.glued and bool(UNIT.search(line[at - 1].text))
