"""Stage structure. Tables by their grid of drawn rules."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import cache
from statistics import median

from kamerstukken.model import Box, Word
from kamerstukken.structure.lines import LEVEL, Line, baseline_of
from kamerstukken.structure.tables.table import Lines, Table, is_head

TOUCH = 3.0
"""Points: rules that come this near to each other touch."""
FEWEST_RULES = 6
RUNNING = 0.85
"""Share of the ruled width that most lines of running text fill."""
SHORTEST_ROW = 6.0
"""Points."""
FEWEST_IN_LIST = 4
"""Rows that make a list of one ruled column."""
USUAL_IN_LIST = 2
"""Lines of a usual row in such a list; single rows may be longer."""


def ruled_tables(lines: Sequence[Line], rules: Sequence[Box]) -> tuple[list[Table], list[Line]]:
    """The tables that rules draw on a page, and the lines outside of them."""
    if len(rules) < FEWEST_RULES:
        return [], list(lines)
    rest = list(lines)
    tables = []
    for group in _touching(rules):
        if _is_highlight(group, rest):
            continue
        upright = [r for r in group if r.height > r.width]
        xs = _levels([r.x0 for r in upright] + [r.x1 for r in upright])
        flat = [r for r in group if r.width >= r.height]
        # a table over two pages may lack its uppermost and its lowermost rule
        ys = _levels([r.top for r in flat] + [r.top for r in upright] + _below(upright, flat))
        if len(xs) < 2 or len(ys) < 2:
            continue
        inside = [
            line
            for line in rest
            if xs[0] - 2 <= _middle(line.box)[0] <= xs[-1] + 2
            and ys[0] - 2 <= _middle(line.box)[1] <= ys[-1] + 2
        ]
        if not inside:
            continue
        table = Table(inside[0].page, ys[0], ys[-1], _grid(inside, xs, ys, group))
        if not _has_columns(table) and not _is_list(table, xs[-1] - xs[0]):
            continue
        tables += [table] if _has_columns(table) else _parts(table)
        taken = {id(line) for line in inside}
        rest = [line for line in rest if id(line) not in taken]
    return tables, rest


def _is_highlight(group: Sequence[Box], lines: Sequence[Line]) -> bool:
    """True where most rules are sides of boxes that fit one line of text snugly: a coloured ground, no cells."""
    top, bottom = min(rule.top for rule in group), max(rule.bottom for rule in group)
    near = [line for line in lines if top - line.size < line.box.bottom and line.box.top < bottom + line.size]
    snug, most = 0, 0.6 * len(group)
    for left, rule in zip(range(len(group), 0, -1), group, strict=True):
        if snug + left <= most:
            return False
        snug += any(_fits(rule, line) for line in near)
    return snug > most


def _fits(rule: Box, line: Line) -> bool:
    """True for a side of a box around one line that starts and ends where the line does."""
    box, size = line.box, line.size
    if rule.height > 1.6 * size or not (
        rule.top > box.top - 0.6 * size and rule.bottom < box.bottom + 0.6 * size
    ):
        return False
    if rule.height > rule.width:
        return min(abs(rule.x0 - box.x0), abs(rule.x1 - box.x1)) < 0.3 * size
    return abs(rule.x0 - box.x0) < 0.3 * size and abs(rule.x1 - box.x1) < 0.3 * size


def _below(upright: Sequence[Box], flat: Sequence[Box]) -> list[float]:
    """Where upright rules end far below the last flat one: a row that the page's end leaves open."""
    last = max((r.bottom for r in flat), default=0.0)
    end = max((r.bottom for r in upright), default=0.0)
    open_at = [r.bottom for r in upright if r.bottom > end - TOUCH]
    return [end] if end > last + SHORTEST_ROW and len(open_at) > 1 else []


def _has_columns(table: Table) -> bool:
    return any(len([cell for cell in row if cell]) > 1 for row in table.cells)


def _is_list(table: Table, width: float) -> bool:
    """One column of short rows, each ruled off: a planning. A frame around a paragraph is none."""
    filled = [cell for row in table.cells for cell in row if cell]
    short = len(filled) >= FEWEST_IN_LIST and median(len(cell) for cell in filled) <= USUAL_IN_LIST
    return short and not _runs_on([line for cell in filled for line in cell], width)


def _runs_on(lines: Sequence[Sequence[Word]], width: float) -> bool:
    """True where most lines fill the ruled width: running text on a coloured ground."""
    full = sum(line[-1].box.x1 - line[0].box.x0 > RUNNING * width for line in lines)
    return full > 0.5 * len(lines)


def _parts(table: Table) -> list[Table]:
    """A list's bold rows are heads ('Kwartaal 2'): each begins a table of its own."""
    parts: list[list[tuple[Lines, ...]]] = [[]]
    for row in table.cells:
        if parts[-1] and is_head(row):
            parts.append([])
        parts[-1].append(row)
    height = (table.bottom - table.top) / len(table.cells)
    tops = [table.top + height * sum(map(len, parts[:n])) for n in range(len(parts))]
    return [
        Table(table.page, top, top + height * len(part), tuple(part))
        for top, part in zip(tops, parts, strict=True)
    ]


def _middle(box: Box) -> tuple[float, float]:
    return (box.x0 + box.x1) / 2, (box.top + box.bottom) / 2


def _touching(rules: Sequence[Box]) -> list[list[Box]]:
    """Rules in groups that hang together."""
    groups: list[tuple[Box, list[Box]]] = []
    for rule in sorted(rules, key=lambda r: (r.top, r.x0)):
        whole, members = rule, [rule]
        apart = []
        for box, group in groups:
            if _meet(box, whole):
                whole, members = box.union(whole), group + members
            else:
                apart.append((box, group))
        groups = [*apart, (whole, members)]
    return [group for _, group in groups if len(group) >= FEWEST_RULES]


def _meet(one: Box, other: Box) -> bool:
    return (
        one.x0 <= other.x1 + TOUCH
        and other.x0 <= one.x1 + TOUCH
        and one.top <= other.bottom + TOUCH
        and other.top <= one.bottom + TOUCH
    )


def _levels(values: Sequence[float]) -> list[float]:
    """Values that lie close together as one."""
    levels: list[list[float]] = []
    for value in sorted(values):
        if levels and value - levels[-1][-1] <= TOUCH:
            levels[-1].append(value)
        else:
            levels.append([value])
    return [sum(level) / len(level) for level in levels]


def _grid(
    lines: Sequence[Line], xs: Sequence[float], ys: Sequence[float], rules: Sequence[Box]
) -> tuple[tuple[Lines, ...], ...]:
    """The cells between the levels; a cell whose border is not drawn is part of its neighbour above or to the left."""
    home = _homes(xs, ys, rules)
    words: dict[tuple[int, int], list[Word]] = {}
    for line in lines:
        for word in line.words:
            x, y = _middle(word.box)
            words.setdefault(home(_slot(y, ys), _slot(x, xs)), []).append(word)
    grid = [[_as_lines(words.get((r, c), [])) for c in range(len(xs) - 1)] for r in range(len(ys) - 1)]
    used = [c for c in range(len(xs) - 1) if any(row[c] for row in grid)]
    return tuple(tuple(row[c] for c in used) for row in grid if any(row))


def _slot(value: float, levels: Sequence[float]) -> int:
    return bisect_right(levels, value, 1, len(levels) - 1) - 1


def _homes(
    xs: Sequence[float], ys: Sequence[float], rules: Sequence[Box]
) -> Callable[[int, int], tuple[int, int]]:
    """From a row and a column between the levels to those of the cell that holds this part of the grid."""
    upright = [((r.x0 + r.x1) / 2, r.top, r.bottom) for r in rules if r.height > r.width]
    flat = [((r.top + r.bottom) / 2, r.x0, r.x1) for r in rules if r.height <= r.width]

    @cache
    def home(row: int, column: int) -> tuple[int, int]:
        while column > 0 and not _drawn(upright, xs[column], ys[row], ys[row + 1]):
            column -= 1
        while row > 0 and not _drawn(flat, ys[row], xs[column], xs[column + 1]):
            row -= 1
        return row, column

    return home


def _drawn(rules: Sequence[tuple[float, float, float]], at: float, start: float, end: float) -> bool:
    """True where rules (their place, start and end) cover most of a border."""
    covered = sum(
        max(0.0, min(high, end) - max(low, start)) for place, low, high in rules if abs(place - at) <= TOUCH
    )
    return covered > 0.5 * (end - start)


def _as_lines(words: Sequence[Word]) -> Lines:
    """A cell's words as lines from top to bottom."""
    lines: list[list[Word]] = []
    at = 0.0
    for word in sorted((w for w in words if not w.superscript), key=baseline_of):
        if lines and baseline_of(word) - at <= LEVEL * word.size:
            lines[-1].append(word)
        else:
            lines.append([word])
            at = baseline_of(word)
    for word in (w for w in words if w.superscript):
        home = next(
            (
                line
                for line in lines
                if -0.1 * word.size <= baseline_of(line[0]) - baseline_of(word) <= 0.9 * line[0].size
            ),
            None,
        )
        if home is None:
            lines.append([word])
        else:
            home.append(word)
    return tuple(tuple(sorted(line, key=lambda w: w.box.x0)) for line in lines)
