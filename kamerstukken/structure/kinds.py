"""Stage structure. What kind of block a group is: by its look, by its words, and by what stands around it."""

from __future__ import annotations

from collections.abc import Sequence

from kamerstukken.model import BlockKind
from kamerstukken.structure.headings import is_answer, is_heading, is_question, style_of
from kamerstukken.structure.paragraphs import ENDS, Group

AT_EDGE = 6.0
"""Points: what starts this near to the body's left edge starts at it."""


def kinds_of(groups: Sequence[Group]) -> list[BlockKind]:
    """The kind of each group, in reading order."""
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
    at_edge = abs(row.x0 - row.column.left) < AT_EDGE
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
