"""Stage structure. Groups to blocks: what kind each is, how deep it stands, and its text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kamerstukken.model import BlockKind, Word
from kamerstukken.structure.flow import Flow, flow_of, joined_flow
from kamerstukken.structure.headings import depth_of, is_answer, is_heading, is_question, style_of
from kamerstukken.structure.hyphens import Vocabulary
from kamerstukken.structure.markers import Markers
from kamerstukken.structure.paragraphs import ENDS, Group
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
    kinds = _kinds(groups)
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


def _kinds(groups: Sequence[Group]) -> list[BlockKind]:
    kinds: list[BlockKind] = []
    part: BlockKind | None = None
    for at, group in enumerate(groups):
        if group.table is not None:
            kinds.append("table")
            continue
        following = groups[at + 1] if at + 1 < len(groups) else None
        kind = _kind(group, following)
        if _is_number_of_question(group, following):
            kind, part = "heading", "question"
        elif kind == "item" and _is_numbered_question(group, following):
            kind, part = "question", "answer"
        elif kind == "item" and _is_numbered_title(group, following, groups[at - 1] if at else None):
            kind, part = "heading", None
        elif kind == "heading" and not (part == "question" and _asks(group)):
            part = _part_after(group.text, part)
        elif kind in ("paragraph", "heading") and part is not None:
            if part == "question" and kinds[-1] == "question" and _answers(group, groups[at - 1]):
                part = "answer"
            kind = part
        kinds.append(kind)
    return kinds


def _is_number_of_question(group: Group, following: Group | None) -> bool:
    """True for a number alone on its line at the left edge, right above a question."""
    if following is None or len(group.rows) != 1 or not following.rows or not group.text.isdigit():
        return False
    row = group.rows[0]
    alike = any(style_of(row)) and style_of(row) == style_of(following.rows[0])
    at_edge = abs(row.x0 - row.column.left) < SAME_INDENT
    return at_edge and len(group.text) <= 3 and (alike or _asks(following))


def _is_numbered_question(group: Group, following: Group | None) -> bool:
    """True for a numbered item that asks, with an answer in other type below it."""
    if group.opening is None or not group.opening.numbered or not group.text.endswith("?"):
        return False
    if following is None or not following.rows or following.opening is not None:
        return False
    return style_of(following.rows[0]) != style_of(group.rows[-1])


def _is_numbered_title(group: Group, following: Group | None, above: Group | None) -> bool:
    """True for '2. Vragen over de toets' in the type of the text: one line between blank lines, above a paragraph."""
    if group.opening is None or not group.opening.numbered or len(group.rows) > 1:
        return False
    if following is None or not following.rows or following.opening is not None or not following.spaced:
        return False
    title = group.text.partition(" ")[2]
    alone = group.spaced and (above is None or above.opening is None)
    return alone and title[:1].isupper() and not title.endswith(ENDS) and len(following.rows) > 1


def _asks(group: Group) -> bool:
    return "?" in group.text


def _answers(group: Group, above: Group) -> bool:
    """True for plain text below a question in bold or italics."""
    return any(style_of(above.rows[0])) and not any(style_of(group.rows[0]))


def _part_after(heading: str, part: BlockKind | None) -> BlockKind | None:
    """Question or answer: what the paragraphs under a heading are."""
    if is_question(heading):
        return "question"
    if is_answer(heading):
        return "answer"
    return part if part == "answer" else None


def _kind(group: Group, follows: Group | None) -> BlockKind:
    following = follows.rows[0] if follows is not None and follows.rows else None
    set_off = any(
        all(style_of(row)[kind] for row in group.rows) for kind in range(3)
    ) and not group.text.endswith((".", ";", ","))
    if group.opening is not None and not (group.opening.numbered and set_off and len(group.rows) <= 2):
        return "item"
    if is_heading(group.rows, following, group.spaced):
        return "heading"
    return "paragraph"


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
