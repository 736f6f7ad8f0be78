"""Stage structure. Tables: ruled ones by their grid of rules, others by parts that stand under each other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from kamerstukken.model import Box, Word
from kamerstukken.structure.lines import LEVEL, Line, baseline_of, joined

Lines = tuple[tuple[Word, ...], ...]

DIGITS = re.compile(r"\d+")
TOUCH = 3.0
"""Points: rules that come this near to each other touch."""
FEWEST_RULES = 6
FEWEST_IN_LIST = 4
"""Rows that make a list of one ruled column."""
USUAL_IN_LIST = 2
"""Lines of a usual row in such a list; single rows may be longer."""


@dataclass(frozen=True)
class Table:
    """Cells by row and column, each as lines of words."""

    page: int
    top: float
    bottom: float
    cells: tuple[tuple[Lines, ...], ...]
    last_page: int = 0
    """Where it ends, for a table over pages; 0 where it is on one."""


def goes_on(above: Table, below: Table) -> bool:
    """True where a table on the next page is the rest of this one: as many columns, and no head of its own."""
    return (
        below.page == (above.last_page or above.page) + 1
        and len(above.cells[0]) == len(below.cells[0])
        and not _is_head(below.cells[0])
        and _pattern(above.cells[0]) != _pattern(below.cells[0])
    )


def over_pages(above: Table, below: Table) -> Table:
    """A table and its rest as one."""
    return Table(above.page, above.top, above.bottom, (*above.cells, *below.cells), below.page)


def _pattern(row: Sequence[Lines]) -> str:
    """A row's words with every number as 0: 'Planning Q1' and 'Planning Q2' head two tables of one kind."""
    return DIGITS.sub("0", " ".join(word.text for cell in row for line in cell for word in line))


def _is_head(row: Sequence[Lines]) -> bool:
    return all(word.bold for cell in row for line in cell for word in line)


def ruled_tables(lines: Sequence[Line], rules: Sequence[Box]) -> tuple[list[Table], list[Line]]:
    """The tables that rules draw on a page, and the lines outside of them."""
    if len(rules) < FEWEST_RULES:
        return [], list(lines)
    rest = list(lines)
    tables = []
    for group in _touching(rules):
        upright = [r for r in group if r.height > r.width]
        xs = _levels([r.x0 for r in upright] + [r.x1 for r in upright])
        # a table that goes on from the page before may lack its uppermost rule
        ys = _levels([r.top for r in group if r.width >= r.height] + [r.top for r in upright])
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
        if not _has_columns(table) and not _is_list(table):
            continue
        tables += [table] if _has_columns(table) else _parts(table)
        taken = {id(line) for line in inside}
        rest = [line for line in rest if id(line) not in taken]
    return tables, rest


def _has_columns(table: Table) -> bool:
    return any(len([cell for cell in row if cell]) > 1 for row in table.cells)


def _is_list(table: Table) -> bool:
    """One column of short rows, each ruled off: a planning. A frame around a paragraph is none."""
    filled = [cell for row in table.cells for cell in row if cell]
    return len(filled) >= FEWEST_IN_LIST and median(len(cell) for cell in filled) <= USUAL_IN_LIST


def _parts(table: Table) -> list[Table]:
    """A list's bold rows are heads ('Kwartaal 2'): each begins a table of its own."""
    parts: list[list[tuple[Lines, ...]]] = [[]]
    for row in table.cells:
        if parts[-1] and _is_head(row):
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
    words: dict[tuple[int, int], list[Word]] = {}
    for line in lines:
        for word in line.words:
            x, y = _middle(word.box)
            row, column = _slot(y, ys), _slot(x, xs)
            while column > 0 and not _drawn(rules, xs[column], (ys[row], ys[row + 1]), upright=True):
                column -= 1
            while row > 0 and not _drawn(rules, ys[row], (xs[column], xs[column + 1]), upright=False):
                row -= 1
            words.setdefault((row, column), []).append(word)
    grid = [[_as_lines(words.get((r, c), [])) for c in range(len(xs) - 1)] for r in range(len(ys) - 1)]
    used = [c for c in range(len(xs) - 1) if any(row[c] for row in grid)]
    return tuple(tuple(row[c] for c in used) for row in grid if any(row))


def _slot(value: float, levels: Sequence[float]) -> int:
    inside = sum(1 for level in levels[1:-1] if level <= value)
    return inside


def _drawn(rules: Sequence[Box], at: float, stretch: tuple[float, float], *, upright: bool) -> bool:
    """True where rules cover most of a border."""
    covered = 0.0
    for rule in rules:
        if upright != (rule.height > rule.width):
            continue
        place = (rule.x0 + rule.x1) / 2 if upright else (rule.top + rule.bottom) / 2
        if abs(place - at) <= TOUCH:
            low, high = (rule.top, rule.bottom) if upright else (rule.x0, rule.x1)
            covered += max(0.0, min(high, stretch[1]) - max(low, stretch[0]))
    return covered > 0.5 * (stretch[1] - stretch[0])


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


MOST_BLANK = 0.4
FEWEST_ROWS = 3


def aligned_tables(lines: Sequence[Line], left: float) -> tuple[list[Table], list[Line]]:
    """Tables without rules: rows in turn of two parts or more that stand in the same columns."""
    groups: list[list[list[Line]]] = []
    for row in _baselines(lines):
        cells = sorted(row, key=lambda line: line.box.x0)
        if groups and groups[-1] and _belongs(cells, groups[-1]):
            groups[-1].append(cells)
        else:
            groups.append([cells])
    tables: list[Table] = []
    rest: list[Line] = []
    for group in groups:
        if _is_table(group, left):
            tables.append(_table(group))
        else:
            rest.extend(line for row in group for line in row)
    return tables, rest


def _baselines(lines: Sequence[Line]) -> list[list[Line]]:
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda item: item.baseline):
        if rows and line.baseline - rows[-1][0].baseline <= 0.3 * line.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _belongs(cells: Sequence[Line], group: Sequence[Sequence[Line]]) -> bool:
    """True where a row goes on with the group: near, and each part starts where a part above starts."""
    above = group[-1]
    step = cells[0].baseline - above[0].baseline
    if step > 2.6 * above[0].size or (len(cells) == 1 and max(len(row) for row in group) == 1):
        return False
    starts = [part.box.x0 for row in group if len(row) == max(len(r) for r in group) for part in row]
    ends = [part.box.x1 for row in group if len(row) == max(len(r) for r in group) for part in row]
    aligned = [
        any(abs(c.box.x0 - x) < 4 for x in starts) or any(abs(c.box.x1 - x) < 4 for x in ends) for c in cells
    ]
    return (
        all(aligned)
        if len(cells) > 1
        else aligned[0] and cells[0].box.width < 0.45 * (max(ends) - min(starts))
    )


def _is_table(group: Sequence[Sequence[Line]], left: float) -> bool:
    from kamerstukken.structure.items import BARE_NUMBER, BULLET, NUMBER

    several = [row for row in group if len(row) > 1]
    if len(several) < FEWEST_ROWS:
        return False
    signs = sum(
        1
        for row in several
        if len(row) == 2 and any(p.match(row[0].text) for p in (BULLET, NUMBER, BARE_NUMBER))
    )
    return signs < 0.5 * len(several) and median(len(row) for row in several) >= 2


def _table(group: Sequence[Sequence[Line]]) -> Table:
    """Cells by the columns of the row with the most parts; a row without a first cell carries on the one above."""
    model = max(group, key=len)
    starts = [part.box.x0 for part in model]
    rows: list[list[list[tuple[Word, ...]]]] = []
    for row in group:
        cells: list[list[tuple[Word, ...]]] = [[] for _ in starts]
        for part in row:
            middle = [abs(part.box.x0 - start) for start in starts]
            overlap = [min(part.box.x1, m.box.x1) - max(part.box.x0, m.box.x0) for m in model]
            at = max(range(len(starts)), key=lambda k: (overlap[k] > 0, -middle[k]))
            cells[at].append(part.words)
        if rows and not cells[0] and len(row) < len(model):
            for above, cell in zip(rows[-1], cells, strict=True):
                above.extend(cell)
        else:
            rows.append(cells)
    box = joined([line for row in group for line in row]).box
    return Table(
        box.page,
        group[0][0].box.top,
        group[-1][0].box.bottom,
        tuple(tuple(tuple(cell) for cell in row) for row in rows),
    )
