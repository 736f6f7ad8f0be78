"""Stage structure. Words of lines to running text, with the place of every stretch and the markers met on the way."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from msgspec import Struct
from msgspec.structs import replace

from kamerstukken.model import PlacedText, Word
from kamerstukken.structure.hyphens import SOFT, Vocabulary, join

# '1', '12', '*', '**', 'a)', '1,2', '1)'
MARKER = re.compile(r"^[\[(]?(?P<marks>\d{1,3}(?:[,;]\d{1,3})*|\*{1,4}|†|‡|[ivx]{1,5}|[a-z])[\])]?[,;]?$")
# markers in plain type: '1)', '[2]'
PLAIN = re.compile(r"^(?:\d{1,2}\)|\[\d{1,3}\])$")
# 'geslacht?[1]', 'Venezuela’?1)', '2)?'
BRACKETED = re.compile(r"^(?P<word>\S*?)(?P<marker>(?<!\d)\d{1,2}\)|\[\d{1,3}\])(?P<rest>[?.,:;’”\"']*)$")
# the unit before an exponent: 'm', 'km', '€/m', 'CO'
UNIT = re.compile(r"(?:^|[\s/(\d])(?:[kcdmh]?m|CO|NO|H|µm)$")
BRACKETS = (")", "]")
SUPERSCRIPT_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


class Mark(Struct, frozen=True, gc=False):
    """A footnote marker in the body: `at` is the offset behind the word that carries it."""

    marker: str
    at: int
    page: int


@dataclass(frozen=True, slots=True)
class Flow:
    """Running text; `placed` and `marks` count from its start."""

    text: str
    placed: tuple[PlacedText, ...] = ()
    marks: tuple[Mark, ...] = ()

    def shifted(self, by: int) -> Flow:
        """The same with all offsets moved."""
        return Flow(
            self.text,
            tuple([PlacedText(p.start + by, p.end + by, p.box) for p in self.placed]),
            tuple([Mark(m.marker, m.at + by, m.page) for m in self.marks]),
        )


def markers_in(word: Word) -> tuple[str, ...]:
    """The markers that a raised word stands for; empty where it is none."""
    found = MARKER.match(word.text.translate(SUPERSCRIPT_DIGITS).strip(".:"))
    return tuple(re.split(r"[,;]", found["marks"])) if found else ()


def _found(word: Word) -> tuple[str, ...]:
    return (word.text,) if PLAIN.match(word.text) else markers_in(word)


def flow_of(lines: Sequence[Sequence[Word]], known: Vocabulary, markers: frozenset[tuple[int, str]]) -> Flow:
    """Lines of words as one text. `markers` are the (page, marker) pairs that have a note; other raised words are text."""
    text = ""
    placed: list[PlacedText] = []
    marks: list[Mark] = []
    for line in lines:
        words = _split_markers(line, markers)
        fresh = True
        hidden = False
        for word in words:
            found = _found(word) if is_marker(word, words, markers) else ()
            if found and not (PLAIN.match(word.text) and _is_open(text)):
                at = len(text.rstrip())
                marks.extend(Mark(marker, at, word.box.page) for marker in found)
                hidden = True
                continue
            glue = " "
            if not text:
                glue = ""
            elif fresh:
                cut, glue = join(text, _rest(words, word), known)
                text, placed = _without(text, placed, cut)
            elif word.glued and not (hidden and word.text[:1].isalnum()):  # 'kiezen.² Dat'
                glue = ""
            text += glue
            placed.append(PlacedText(len(text), len(text) + len(word.text), word.box))
            text += word.text
            fresh = hidden = False
    return _without_soft(Flow(text, tuple(placed), tuple(marks)))


def is_marker(word: Word, line: Sequence[Word], markers: frozenset[tuple[int, str]]) -> bool:
    """True where a word is a footnote marker: raised, or smaller and glued, and a note with that marker is near."""
    if word.text.endswith(BRACKETS) and PLAIN.match(word.text):
        return word is not line[0] and (0, word.text) in markers
    if not word.superscript or _is_exponent(word, line):
        return False
    found = markers_in(word)
    return bool(found) and all(
        any((page, marker) in markers for page in (word.box.page, word.box.page + 1, 0)) for marker in found
    )


def _is_exponent(word: Word, line: Sequence[Word]) -> bool:
    """True for the 3 of 'm³' and the like."""
    at = line.index(word)
    return bool(at) and word.text in ("2", "3") and word.glued and bool(UNIT.search(line[at - 1].text))


def _split_markers(words: Sequence[Word], markers: frozenset[tuple[int, str]]) -> list[Word]:
    """Words with a marker in brackets at their end as two: 'geslacht?[1]'."""
    parts: list[Word] = []
    for word in words:
        found = BRACKETED.match(word.text) if ")" in word.text or "]" in word.text else None
        if found is None or (0, found["marker"]) not in markers:
            parts.append(word)
            continue
        box = word.box
        cut = box.x0 + box.width * len(found["word"]) / len(word.text)
        parts.append(replace(word, text=found["word"], box=replace(box, x1=cut)))
        parts.append(replace(word, text=found["marker"], box=replace(box, x0=cut), glued=True))
        if found["rest"]:
            parts.append(replace(word, text=found["rest"], box=replace(box, x0=cut), glued=True))
    return parts


def joined_flow(flows: Iterable[Flow], glue: str) -> Flow:
    """Flows one after the other with the same text between them."""
    parts: list[Flow] = []
    at = 0
    for flow in flows:
        parts.append(flow.shifted(at))
        at += len(flow.text) + len(glue)
    return Flow(
        glue.join(part.text for part in parts),
        tuple(p for part in parts for p in part.placed),
        tuple(m for part in parts for m in part.marks),
    )


def _rest(words: Sequence[Word], first: Word) -> str:
    """The first word as it reads, with what is glued to it."""
    text = ""
    for word in words[words.index(first) :]:
        if text and not word.glued:
            return f"{text} {word.text}"
        text += word.text
    return text


def _without(text: str, placed: list[PlacedText], cut: str) -> tuple[str, list[PlacedText]]:
    if not cut or not text.endswith(cut):
        return text, placed
    end = len(text) - len(cut)
    last = placed[-1]
    kept = placed[:-1] if last.start >= end else [*placed[:-1], replace(last, end=end)]
    return text[:end], kept


def _without_soft(flow: Flow) -> Flow:
    """Soft hyphens inside a line are invisible and go; offsets behind them move up."""
    if SOFT not in flow.text:
        return flow
    moved = [0]
    for char in flow.text:
        moved.append(moved[-1] + (char != SOFT))
    pieces = (PlacedText(moved[p.start], moved[p.end], p.box) for p in flow.placed)
    return Flow(
        flow.text.replace(SOFT, ""),
        tuple(p for p in pieces if p.end > p.start),
        tuple(replace(m, at=moved[m.at]) for m in flow.marks),
    )


def _is_open(text: str) -> bool:
    """True where a bracket is still open: the '2)' of '(zie vraag 2)' is no marker."""
    near = text[-200:]
    return near.rfind("(") > near.rfind(")")
