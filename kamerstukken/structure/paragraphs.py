"""Stage structure. Rows of the body to groups that belong together: paragraphs, items, headings, tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kamerstukken.structure.headings import is_answer, is_heading, is_question, style_of
from kamerstukken.structure.items import Opening, opening_of
from kamerstukken.structure.rows import Row
from kamerstukken.structure.tables import Table, goes_on, over_pages

SPACED = 1.3
"""In line pitches: a larger step from baseline to baseline is a blank line between paragraphs."""
INDENT = 5.0
"""Points: a row that starts this much further to the left or right starts something else."""
ENDS = (".", "?", "!", ":", ";", ".”", ".’", ".'", '."', "?’", "?”", ".)", "?)")


@dataclass(frozen=True)
class Group:
    """Rows that make one block, or a table. `opening` is an item's bullet or number."""

    rows: tuple[Row, ...]
    opening: Opening | None = None
    table: Table | None = None
    spaced: bool = True
    """A blank line, a page's top or a table stands before it."""

    @property
    def text(self) -> str:
        """The rows' text, roughly."""
        return " ".join(row.text for row in self.rows)


def groups_of(parts: Sequence[Row | Table]) -> list[Group]:
    """The groups of a letter's body, in reading order."""
    groups: list[Group] = []
    for part in parts:
        if isinstance(part, Table):
            above = groups[-1].table if groups else None
            if above is not None and goes_on(above, part):
                groups[-1] = Group((), table=over_pages(above, part))
            else:
                groups.append(Group((), table=part))
            continue
        current = groups[-1] if groups and groups[-1].rows else None
        opening = opening_of(part)
        if current is not None and not _parts(current, part, opening):
            groups[-1] = Group((*current.rows, part), current.opening, None, current.spaced)
        else:
            groups.append(Group((part,), opening, None, current is None or _spaced(current.rows[-1], part)))
    return _over_pages(groups)


def _spaced(above: Row, below: Row) -> bool:
    if above.page != below.page:
        return True
    return below.line.baseline - above.line.baseline > SPACED * max(below.column.pitch, 1.1 * below.line.size)


def _parts(group: Group, row: Row, opening: Opening | None) -> bool:
    """True where a row starts a group of its own on the same page."""
    above = group.rows[-1]
    if above.page != row.page or _spaced(above, row):
        return True
    if is_question(above.text) or is_answer(above.text) or is_question(row.text) or is_answer(row.text):
        return True
    if opening is not None and _is_opening(group, row, opening):
        return True
    if _set_off_differently(group, row):
        return True
    return _indented(group, row) or _ended(above, row)


def _is_opening(group: Group, row: Row, opening: Opening) -> bool:
    """True for a real bullet or number: the row above it is not running on into a dash or a date."""
    above = group.rows[-1]
    if group.opening is not None and abs(group.opening.sign - opening.sign) < INDENT:
        return True
    if above.leaves_room_for(row) or above.text.endswith(ENDS) or abs(above.x0 - opening.sign) > INDENT:
        return True
    gap = opening.text - row.line.words[0].box.x1
    return gap > 0.6 * row.line.size


def _set_off_differently(group: Group, row: Row) -> bool:
    """True where a heading in other type stands right above a paragraph, or a paragraph above a heading."""
    above, here = style_of(group.rows[-1]), style_of(row)
    if above == here:
        return abs(group.rows[-1].line.size - row.line.size) > 0.15 * row.line.size
    whole = all(style_of(other) == above for other in group.rows)
    last = group.rows[-1]
    lettered = any(map(str.isalpha, row.text))  # a marker alone on a line has no look of its own
    ended = last.leaves_room_for(row) or (any(above) and last.text.endswith(ENDS) and lettered)
    return whole and (any(above) or any(here)) and ended


def _indented(group: Group, row: Row) -> bool:
    above = group.rows[-1]
    text = group.opening.text if group.opening is not None else above.x0
    moved = row.x0 - text
    if abs(moved) <= INDENT:
        return False
    if group.opening is not None:
        outside = row.x0 < group.opening.sign + INDENT
        return above.leaves_room_for(row) or (
            outside and len(group.rows) > 1 and abs(above.x0 - text) <= INDENT
        )
    return above.leaves_room_for(row) or (abs(moved) > INDENT and len(group.rows) > 2)


def _ended(above: Row, row: Row) -> bool:
    """True where the line above stops short although the next word would have fitted."""
    if not above.leaves_room_for(row):
        return False
    if above.text.endswith(ENDS):
        return True
    short = above.line.box.x1 < above.column.right - 0.2 * above.column.width
    return short and (row.text[:1].isupper() or row.text[:1].isdigit())


def _over_pages(groups: Sequence[Group]) -> list[Group]:
    """Groups that a page's end cut in two, as one."""
    whole: list[Group] = []
    for group in groups:
        if whole and whole[-1].rows and group.rows and _carries_on(whole[-1], group):
            whole[-1] = Group((*whole[-1].rows, *group.rows), whole[-1].opening, None, whole[-1].spaced)
        else:
            whole.append(group)
    return whole


def _runs_on(group: Group, following: Group) -> bool:
    """True where a paragraph of lines of about full width stops in the middle of a sentence, and text follows."""
    above = group.rows[-1]
    wide = above.line.box.x1 > above.column.right - 0.25 * above.column.width
    return wide and len(group.rows) > 1 and (len(following.rows) > 1 or following.text.endswith(ENDS))


def _is_short(group: Group) -> bool:
    """True for one line without a full stop: a heading at a page's top, not the end of a paragraph."""
    return (
        len(group.rows) == 1
        and not group.text.endswith(ENDS)
        and group.rows[0].leaves_room_for(group.rows[0])
    )


def _carries_on(group: Group, following: Group) -> bool:
    above, row = group.rows[-1], following.rows[0]
    if (
        above.page == row.page
        or following.opening is not None
        or any(map(is_question, (above.text, row.text)))
    ):
        return False
    if is_answer(above.text) or is_answer(row.text):
        return False
    if style_of(above) != style_of(row) and (
        is_heading(group.rows, row, True)
        or (all(style_of(r) == style_of(row) for r in following.rows) and any(style_of(row)[::2]))
    ):
        return False
    if row.text[:1].islower() and not above.text.endswith((".", "?", "!")):
        return True
    if _is_short(following) and above.text.endswith(ENDS):
        return False
    if not above.text.endswith(ENDS) and _runs_on(group, following):
        return True
    if above.leaves_room_for(row):
        return False
    if not above.text.endswith(ENDS):
        return True
    inside = group.opening is None or abs(row.x0 - group.opening.text) < INDENT
    return inside and above.line.box.x1 > above.column.right - 0.1 * above.column.width
