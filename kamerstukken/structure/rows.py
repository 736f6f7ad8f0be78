"""Stage structure. Lines of the body to rows: what stands on one baseline, with its parts kept apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from kamerstukken.model import Box
from kamerstukken.structure.columns import Column
from kamerstukken.structure.lines import LEVEL, Line, joined

FULL = 1.2
"""In type sizes: what a line may leave blank beside the next line's first word and still count as full."""


@dataclass(frozen=True)
class Row:
    """One baseline of the body. `parts` are its lines from left to right; `underlined` where a rule runs below it."""

    line: Line
    parts: tuple[Line, ...]
    column: Column
    underlined: bool = False

    @property
    def page(self) -> int:
        """The page's number."""
        return self.line.page

    @property
    def x0(self) -> float:
        """Left edge."""
        return self.line.box.x0

    @cached_property
    def text(self) -> str:
        """The text without superscripts."""
        return self.line.plain

    def leaves_room_for(self, other: Row) -> bool:
        """True where the first word of the next row would have fitted on this one, so its end was meant."""
        first = other.line.words[0].box.width
        return self.line.box.x1 + first + FULL * self.column.size < self.column.right


def rows_of(lines: Sequence[Line], column: Column, rules: Sequence[Box]) -> list[Row]:
    """The rows of one page, from top to bottom."""
    groups: list[list[Line]] = []
    for line in sorted(lines, key=lambda item: item.baseline):
        if groups and line.baseline - groups[-1][0].baseline <= LEVEL * min(line.size, groups[-1][0].size):
            groups[-1].append(line)
        else:
            groups.append([line])
    rows = []
    for group in groups:
        parts = tuple(sorted(group, key=lambda item: item.box.x0))
        whole = joined(parts) if len(parts) > 1 else parts[0]
        rows.append(Row(whole, parts, column, _underlined(whole, rules)))
    return rows


def _underlined(line: Line, rules: Sequence[Box]) -> bool:
    covered = 0.0
    for rule in rules:
        if (
            -1.0 < rule.top - line.baseline < 0.35 * line.size
            and rule.height < 2
            and rule.width > rule.height
        ):
            covered += max(0.0, min(rule.x1, line.box.x1 + 2) - max(rule.x0, line.box.x0 - 2))
    return covered > 0.85 * line.box.width
