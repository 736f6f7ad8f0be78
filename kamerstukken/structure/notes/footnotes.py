"""Stage structure. Footnotes: the block at a page's foot set apart, cut into notes, carried on over pages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from kamerstukken.model import Box, Word
from kamerstukken.structure.columns import Column
from kamerstukken.structure.headings import is_answer
from kamerstukken.structure.lines import LEVEL, LONE_MARKER, Line, joined
from kamerstukken.structure.notes.markers import markers_in

SMALL = 0.94
"""Notes are set in type smaller than this share of the body's."""
RULE = (40.0, 260.0)
"""Points: how long the rule above notes is; a longer one is the border of a table."""
JOINT = 3.0
"""Points: rules that come this near to each other's ends are drawn as one figure."""
# '1', '12', '*'
PLAIN_MARKER = re.compile(r"^(?:(?P<marker>\[\d{1,3}\]|\d{1,2}\))|(?P<plain>\d{1,3}|\*{1,4})[.:]?)$")
FURTHEST_STEP = 3
"""A plain number opens a note where it is at most this much higher than the note before it."""


@dataclass(frozen=True)
class Note:
    """A note as lines of words; `marker` is empty for lines that carry on a note of the page before."""

    marker: str
    page: int
    lines: tuple[tuple[Word, ...], ...]


def split_notes(lines: Sequence[Line], column: Column, rules: Sequence[Box]) -> tuple[list[Line], list[Line]]:
    """A page's body lines and the lines of the notes at its foot, both from top to bottom."""
    ordered = sorted(lines, key=lambda line: (line.baseline, line.box.x0))
    start = _under_rule(ordered, column, rules)
    if start is None:
        start = _small_tail(ordered, column, rules)
    return ordered[:start], ordered[start:]


def unmarked(notes: Sequence[Line]) -> int:
    """How many lines stand before the first note of a page: the rest of a note of the page before, if there is one."""
    return next((at for at, line in enumerate(notes) if _marker_of(line)), len(notes))


def notes_of(pages: Sequence[Sequence[Line]]) -> list[Note]:
    """The notes of all pages; what carries on over a page is put behind its note."""
    notes: list[Note] = []
    for lines in pages:
        for note in _page_notes(lines, notes[-1].marker if notes else "0"):
            if note.marker or not notes:
                notes.append(note)
            else:
                last = notes[-1]
                notes[-1] = Note(last.marker, last.page, last.lines + note.lines)
    return [note for note in notes if note.marker]


def _under_rule(lines: Sequence[Line], column: Column, rules: Sequence[Box]) -> int | None:
    """The first line under the short rule that parts notes from body."""
    found = []
    for rule in rules:
        if rule.height > 2 or not RULE[0] <= rule.width <= RULE[1] or abs(rule.x0 - column.left) > 12:
            continue
        under = next((at for at, line in enumerate(lines) if line.baseline > rule.bottom + 1), None)
        if under is None or _touches(lines, rule) or _in_frame(rule, rules):
            continue
        first = lines[under]
        tail = lines[under:]
        small = all(line.size <= SMALL * column.size for line in tail)
        if first.baseline - rule.bottom < 40 and (
            small or (_marker_of(first) and first.box.x0 < column.left + 30)
        ):
            found.append(under)
    return min(found) if found else None


def _in_frame(rule: Box, rules: Sequence[Box]) -> bool:
    """True where another rule goes on from an end of this one: a side of a frame or of a table's grid."""
    return any(
        other is not rule
        and min(abs(other.x0 - rule.x0), abs(other.x0 - rule.x1), abs(other.x1 - rule.x0)) < JOINT
        and other.top - JOINT < rule.bottom
        and rule.top < other.bottom + JOINT
        and (other.height > 2 * JOINT or other.x0 > rule.x1 - JOINT or other.x1 < rule.x0 + JOINT)
        for other in rules
    )


def _touches(lines: Sequence[Line], rule: Box) -> bool:
    """True where a rule underlines text."""
    return any(
        0 <= rule.top - line.baseline < 0.3 * line.size
        and line.box.x0 - 3 <= rule.x0
        and rule.x1 <= line.box.x1 + 3
        for line in lines
    )


def _small_tail(lines: Sequence[Line], column: Column, rules: Sequence[Box]) -> int:
    """The first of the small lines that a page ends with, from the first that opens with a marker."""
    start = len(lines)
    while start and lines[start - 1].size <= SMALL * column.size and not _boxed(lines[start - 1], rules):
        start -= 1
    for at in range(start, len(lines)):
        if _marker_of(lines[at]) and lines[at].box.x0 < column.left + 40:
            return at
    return len(lines)


def _boxed(line: Line, rules: Sequence[Box]) -> bool:
    """True between two upright rules: a cell of a table."""
    middle = (line.box.top + line.box.bottom) / 2
    beside = [r for r in rules if r.height > 2 * JOINT and r.top - 1 < middle < r.bottom + 1]
    return any(r.x1 < line.box.x0 + JOINT for r in beside) and any(r.x0 > line.box.x1 - JOINT for r in beside)


def _marker_of(line: Line) -> tuple[str, int] | None:
    """The marker that a line opens with, and how many words it takes."""
    first = line.words[0]
    if len(line.words) == 1:
        return (first.text, 1) if LONE_MARKER.match(first.text) else None
    small = first.superscript or first.size < 0.85 * line.size
    found = markers_in(first)
    if small and len(found) == 1:
        return found[0], 1
    plain = PLAIN_MARKER.match(first.text)
    return (plain["marker"] or plain["plain"], 1) if plain else None


def _page_notes(lines: Sequence[Line], before: str) -> list[Note]:
    raised = any(
        line.words[0].superscript or line.words[0].size < 0.85 * line.size
        for line in lines
        if _marker_of(line)
    )
    left = min((line.box.x0 for line in lines), default=0.0)
    notes: list[Note] = []
    last = before
    for line in _rows(lines):
        opening = _opens(line, raised, last, left)
        if opening is not None:
            last = opening
            notes.append(Note(opening, line.page, (line.words[1:],)))
        elif notes:
            notes[-1] = Note(notes[-1].marker, notes[-1].page, (*notes[-1].lines, line.words))
        else:
            notes.append(Note("", line.page, (line.words,)))
    return notes


def _opens(line: Line, raised: bool, last: str, left: float) -> str | None:
    found = _marker_of(line)
    if found is None or line.box.x0 > left + 30:
        return None
    first = line.words[0]
    if first.superscript or first.size < 0.85 * line.size:
        return found[0]
    if raised and len(line.words) > 1:
        return None
    number, before = found[0].strip("[])"), last.strip("[])")
    step = int(number) - int(before) if number.isdigit() and before.isdigit() else 1
    return found[0] if 0 < step <= FURTHEST_STEP or number == "1" else None


# '1) Amigoe, 8 augustus 2015', '[2] Nu.nl, 13-12-2022'
ENDNOTE = re.compile(r"^(?:(?P<round>\d{1,2})\)|\[(?P<square>\d{1,3})\])\s*\S")


def endnotes(lines: Sequence[Line], body: str) -> tuple[int, list[Note]]:
    """Notes in the body's own type that a letter ends with, and the first line of them.

    They count from 1, run to the end, and each marker stands in `body` (the text above them) too.
    """
    opened = [(at, found) for at, line in enumerate(lines) if (found := ENDNOTE.match(line.text))]
    for start, (at, found) in enumerate(opened):
        if (found["round"] or found["square"]) != "1":
            continue
        tail = opened[start:]
        numbers = [int(f["round"] or f["square"]) for _, f in tail]
        markers = [_bracketed(f) for _, f in tail]
        above = " ".join(line.text for line in lines[:at]) or body
        if any(is_answer(line.text) for line in lines[at:]):
            continue  # numbered questions
        if numbers == list(range(1, len(tail) + 1)) and all(_stands_in(marker, above) for marker in markers):
            ends = [k for k, _ in tail[1:]] + [len(lines)]
            return at, [_endnote(lines[k:end]) for (k, _), end in zip(tail, ends, strict=True)]
    return len(lines), []


def _stands_in(marker: str, text: str) -> bool:
    return bool(re.search(r"(?<![\d(])" + re.escape(marker), text))


def _endnote(lines: Sequence[Line]) -> Note:
    first = lines[0]
    marker = _bracketed(ENDNOTE.match(first.text))
    left = first.words[0].text.removeprefix(marker)
    words = (replace(first.words[0], text=left), *first.words[1:]) if left else first.words[1:]
    return Note(marker, first.page, (words, *(line.words for line in lines[1:])))


def _bracketed(found: re.Match[str] | None) -> str:
    """The marker as printed: '1)', '[2]'."""
    if found is None:
        return ""
    return f"{found['round']})" if found["round"] else f"[{found['square']}]"


def _rows(lines: Sequence[Line]) -> list[Line]:
    """Lines on one baseline as one: a marker can stand apart from its note."""
    rows: list[Line] = []
    for line in lines:
        if rows and abs(line.baseline - rows[-1].baseline) <= LEVEL * line.size:
            rows[-1] = joined((rows[-1], line))
        else:
            rows.append(line)
    return rows
