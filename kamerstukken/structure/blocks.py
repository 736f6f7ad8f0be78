"""Stage structure. Groups to blocks: what kind each is, how deep it stands, and its text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kamerstukken.model import BlockKind, Word
from kamerstukken.structure.flow import Flow, flow_of, joined_flow
from kamerstukken.structure.headings import depth_of, style_of
from kamerstukken.structure.hyphens import Vocabulary
from kamerstukken.structure.kinds import kinds_of
from kamerstukken.structure.notes.markers import Markers
from kamerstukken.structure.paragraphs import Group
from kamerstukken.structure.rows import Row
from kamerstukken.structure.tables import Table

SAME_INDENT = 6.0


@dataclass(frozen=True, slots=True)
class Draft:
    """A block before it has a number and a place in the document's text."""

    kind: BlockKind
    page: int
    flow: Flow
    level: int = 0


def drafts_of(groups: Sequence[Group], known: Vocabulary, markers: Markers) -> list[Draft]:
    """The blocks of a letter, in reading order."""
    kinds = kinds_of(groups)
    headings = _heading_levels(
        [group for group, kind in zip(groups, kinds, strict=True) if kind == "heading"]
    )
    signs = sorted({group.opening.sign for group in groups if group.opening is not None})
    drafts = []
    for group, kind in zip(groups, kinds, strict=True):
        if group.table is not None:
            draft = Draft("table", group.table.page, _table_flow(group.table, known, markers))
        else:
            flow = flow_of(_words(group, kind), known, markers)
            level = _level(group, kind, headings, signs)
            draft = Draft(kind, group.rows[0].page, flow, level)
        if draft.flow.text.strip():
            drafts.append(draft)
    return drafts


def _words(group: Group, kind: BlockKind) -> list[tuple[Word, ...]]:
    """The words of each row; an item without its bullet."""
    lines = [row.line.words for row in group.rows]
    if kind == "item" and group.opening is not None:
        lines[0] = lines[0][group.opening.words :]
    return lines


def _level(
    group: Group, kind: BlockKind, headings: dict[tuple[object, ...], int], signs: Sequence[float]
) -> int:
    if kind == "heading":
        return depth_of(group.text) or headings[_look(group.rows[0])]
    if kind == "item" and group.opening is not None:
        steps = [sign for at, sign in enumerate(signs) if at == 0 or sign - signs[at - 1] > SAME_INDENT]
        return max(1, sum(1 for sign in steps if sign <= group.opening.sign + 0.1))
    return 0


def _look(row: Row) -> tuple[object, ...]:
    bold, italic, underlined = style_of(row)
    return (-round(row.line.size), not bold, italic, not underlined)


def _heading_levels(headings: Sequence[Group]) -> dict[tuple[object, ...], int]:
    """Levels by look: larger before smaller, bold before plain, upright before italic."""
    looks = sorted({_look(group.rows[0]) for group in headings}, key=repr)
    looks.sort(key=lambda look: tuple(int(part) for part in look))  # type: ignore[call-overload]
    return {look: level for level, look in enumerate(looks, 1)}


def _table_flow(table: Table, known: Vocabulary, markers: Markers) -> Flow:
    rows = (joined_flow((flow_of(cell, known, markers) for cell in row), "\t") for row in table.cells)
    return joined_flow(rows, "\n")
