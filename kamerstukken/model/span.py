"""A stretch of a text, and a quote that is evidence by itself."""

from __future__ import annotations

from dataclasses import dataclass

from kamerstukken.model.box import Box


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Offsets in `Document.text`, in characters, `end` exclusive."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """True where the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """True where `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the letter, verbatim: where they stand in the text and on the pages (one box a line)."""

    span: Span
    text: str
    boxes: tuple[Box, ...] = ()
