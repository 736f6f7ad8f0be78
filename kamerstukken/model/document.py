"""What `structure` gives: a letter as text with its parts, and the way from an offset to a place on the page."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field, fields, replace
from typing import Any, Literal

from msgspec import Struct

from kamerstukken.model.box import Box
from kamerstukken.model.span import Quote, Span

NOT_WORD = re.compile(r"\W+")
BlockKind = Literal["heading", "paragraph", "item", "question", "answer", "table"]
GAP = "\n\n"
"""Between two parts of `Document.text`."""

Layout = Literal["ministry", "kst", "aanhangsel", "other"]


@dataclass(frozen=True, slots=True)
class Block:
    """A part of the body. `n` counts from 1, `page` is where it starts, `start` its offset in `Document.text`.

    `level` is a heading's depth (1 is the highest), or an item's depth in its list; 0 elsewhere.
    """

    n: int
    kind: BlockKind
    page: int
    start: int
    text: str
    level: int = 0

    @property
    def span(self) -> Span:
        """The block's stretch of `Document.text`."""
        return Span(self.start, self.start + len(self.text))


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note. `anchor` is the offset in `Document.text` right behind the word that carries the marker.

    `anchor_block` is that word's block; both are None where no marker was found in the body.
    """

    marker: str
    page: int
    start: int
    text: str
    anchor: int | None = None
    anchor_block: int | None = None

    @property
    def span(self) -> Span:
        """The note's stretch of `Document.text`."""
        return Span(self.start, self.start + len(self.text))


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signs: name and office as printed."""

    name: str | None
    role: str | None


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the letterhead, colophon and signature say; None where not printed. `date` is ISO 8601.

    `document` and `zaaknummers` are the Kamer's own numbers ('2026D01234', '2026Z01234'), which no letter prints.
    `from_manifest` names the fields that the letter does not print and the service that it was fetched from knows.
    """

    date: str | None = None
    subject: str | None = None
    ministry: str | None = None
    kenmerk: str | None = None
    uw_kenmerk: str | None = None
    addressee: str | None = None
    signatories: tuple[Signatory, ...] = ()
    session: str | None = None
    dossiers: tuple[str, ...] = ()
    number: str | None = None
    document: str | None = None
    zaaknummers: tuple[str, ...] = ()
    from_manifest: tuple[str, ...] = ()

    def filled(self, known: Metadata | None) -> Metadata:
        """What is printed, and for what is not printed what is known from elsewhere."""
        if known is None:
            return self
        names = [f.name for f in fields(self) if f.name != "from_manifest"]
        missing = {
            name: value for name in names if not getattr(self, name) and (value := getattr(known, name))
        }
        return replace(self, **missing, from_manifest=tuple(missing))

    @property
    def printed(self) -> Metadata:
        """What the letter itself says."""
        nothing: dict[str, Any] = {f.name: f.default for f in fields(self) if f.name in self.from_manifest}
        return replace(self, **nothing, from_manifest=()) if nothing else self


class PlacedText(Struct, frozen=True, gc=False):
    """A stretch of `Document.text` that stands in one box (a word, or a part of one broken over lines)."""

    start: int
    end: int
    box: Box


@dataclass(frozen=True, slots=True)
class Document:
    """A letter's text with its structure.

    `text` holds all blocks in reading order, then all footnotes, joined by blank lines ('\\n\\n').
    `placed` is sorted by start and does not overlap. `furniture` keeps what was set apart (headers, colophon).
    """

    file: str
    sha256: str
    pages: int
    layout: Layout
    metadata: Metadata
    text: str
    blocks: tuple[Block, ...]
    footnotes: tuple[Footnote, ...] = ()
    placed: tuple[PlacedText, ...] = field(default=(), repr=False)
    furniture: tuple[str, ...] = field(default=(), repr=False)
    remarks: tuple[str, ...] = ()
    """What a user should know of the reading, in Dutch: a file that was damaged, pages without text, pages read by OCR."""

    @property
    def paper(self) -> str | None:
        """The id that the letter was published under ('kst-36600-XVI-12'): its dossier and its number, printed or known."""
        meta = self.metadata
        if self.layout == "aanhangsel" or not meta.number or not meta.dossiers:
            return None
        return f"kst-{meta.dossiers[0]}-{meta.number}"

    @property
    def id(self) -> str:
        """The letter's id: the first 12 digits of its SHA-256, so it is the same on every machine and run."""
        return self.sha256[:12]

    @property
    def key(self) -> str:
        """What makes a letter that letter, also in a corrected version: its kenmerk, else its paper's number, else
        ministry, date and subject. A letter without any of these is known by its bytes alone.
        """
        m = self.metadata.printed  # the same with and without a manifest
        if m.kenmerk:
            return plain(m.kenmerk)
        if m.dossiers and m.number:
            return plain(f"{m.dossiers[0]} {m.number}")
        if m.date and m.subject:
            return plain(f"{m.ministry or ''} {m.date} {m.subject}")
        return self.sha256

    def boxes(self, span: Span) -> tuple[Box, ...]:
        """Where a stretch of text stands on the pages: one box a line, in reading order."""
        first = bisect_right(self.placed, span.start, key=lambda p: p.end)
        last = bisect_left(self.placed, span.end, key=lambda p: p.start)
        lines: list[Box] = []
        for piece in self.placed[first:last]:
            if lines and _same_line(lines[-1], piece.box):
                lines[-1] = lines[-1].union(piece.box)
            else:
                lines.append(piece.box)
        return tuple(lines)

    def quote(self, span: Span) -> Quote:
        """The words of a stretch of text with their boxes."""
        return Quote(span, self.text[span.start : span.end], self.boxes(span))

    def block_at(self, offset: int) -> Block | None:
        """The block that holds an offset, or None (between blocks, in a footnote)."""
        at = bisect_right(self.blocks, offset, key=lambda b: b.start) - 1
        if at < 0 or offset >= self.blocks[at].span.end:
            return None
        return self.blocks[at]

    def footnote_at(self, offset: int) -> Footnote | None:
        """The footnote that holds an offset, or None."""
        at = bisect_right(self.footnotes, offset, key=lambda f: f.start) - 1
        if at < 0 or offset >= self.footnotes[at].span.end:
            return None
        return self.footnotes[at]

    def notes_in(self, span: Span) -> tuple[Footnote, ...]:
        """The footnotes whose marker stands in a stretch of text (also right behind its last character)."""
        return tuple(f for f in self.footnotes if f.anchor is not None and span.start < f.anchor <= span.end)

    def where(self, offset: int) -> str | None:
        """'block 7' or 'footnote 2', as the outputs name a place; None between the parts."""
        if block := self.block_at(offset):
            return f"block {block.n}"
        if note := self.footnote_at(offset):
            return f"footnote {note.marker}"
        return None


def plain(text: str) -> str:
    """A text's words alone, in small letters: what two versions of it share."""
    return NOT_WORD.sub(" ", text.casefold()).strip()


def _same_line(one: Box, other: Box) -> bool:
    overlap = min(one.bottom, other.bottom) - max(one.top, other.top)
    return one.page == other.page and other.x0 >= one.x0 - 1 and overlap > 0.5 * min(one.height, other.height)
