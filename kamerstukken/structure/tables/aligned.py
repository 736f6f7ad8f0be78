"""Stage structure. Tables without rules: parts of rows that stand under each other."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from kamerstukken.model import Word
from kamerstukken.structure.items import BARE_NUMBER, BULLET, NUMBER
from kamerstukken.structure.lines import Line, joined
from kamerstukken.structure.tables.table import Table

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
