"""Stage structure. Words of lines to running text, with the place of every stretch and the markers met on the way."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from msgspec import Struct
from msgspec.structs import replace

from kamerstukken.model import PlacedText, Word
from kamerstukken.structure.hyphens import SOFT, Vocabulary, join
from kamerstukken.structure.notes.markers import BRACKETS, Markers

NO_MARKERS = Markers()


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


def flow_of(lines: Sequence[Sequence[Word]], known: Vocabulary, markers: Markers = NO_MARKERS) -> Flow:
    """Lines of words as one text without `markers`; other raised words are text."""
    text = ""
    placed: list[PlacedText] = []
    marks: list[Mark] = []
    for line in lines:
        words = markers.parted(line)
        fresh = True
        hidden = False
        for word in words:
            found = markers.of(word, words) if word.superscript or word.text.endswith(BRACKETS) else ()
            if found and not (found[0].endswith(BRACKETS) and _is_open(text)):
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
