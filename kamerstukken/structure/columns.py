"""Stage structure. Where the body stands on each page: its left and right edge, its type size, its line pitch."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kamerstukken.model import Page
from kamerstukken.structure.lines import Line

NEAR = 0.12
"""Type sizes this close, as a share, are one size."""
FEWEST_LINES = 8
"""A page with fewer body lines than this takes its edges from the pages like it."""
EDGE = 3.0
"""Points: left edges closer than this are one edge."""


@dataclass(frozen=True, slots=True)
class Column:
    """The body of one page: edges in points from the page's left, type size and distance of baselines in points."""

    left: float
    right: float
    size: float
    pitch: float

    @property
    def width(self) -> float:
        """Width in points."""
        return self.right - self.left

    def near(self, line: Line) -> bool:
        """True where a line is set in about the size of the body or larger."""
        return line.size >= self.size * (1 - NEAR)


def columns_of(pages: Sequence[Page], lines: Sequence[Sequence[Line]]) -> tuple[Column, ...]:
    """The body's column of each page."""
    size = _body_size(line for page in lines for line in page)
    body = [[line for line in page if abs(line.size - size) <= NEAR * size] for page in lines]
    pitch = _pitch(body) or 1.4 * size
    shapes: dict[bool, list[Line]] = {False: [], True: []}
    for page, found in zip(pages, body, strict=True):
        shapes[page.width > page.height].extend(found)
    common = {wide: _edges(found, pitch) for wide, found in shapes.items()}
    columns = []
    for page, found in zip(pages, body, strict=True):
        shared = common[page.width > page.height] or (0.1 * page.width, 0.9 * page.width)
        left, right = shared
        own = _edges(found, pitch) if len(found) >= FEWEST_LINES else None
        if own is not None and (abs(own[0] - left) > EDGE or own[1] > right + EDGE):
            left, right = own[0], max(own[1], right if abs(own[0] - left) <= EDGE else 0.0)
        columns.append(Column(left, right, size, pitch))
    return tuple(columns)


def _body_size(lines: Iterable[Line]) -> float:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size * 2) / 2] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 10.0


def _edges(lines: Sequence[Line], pitch: float) -> tuple[float, float] | None:
    """The left edge at which most text starts, and the right edge that its lines reach."""
    starts: Counter[int] = Counter()
    for line in lines:
        starts[round(line.box.x0)] += len(line.text)
    if not starts:
        return None
    near = {x: sum(starts[x + d] for d in (-2, -1, 0, 1, 2)) for x in starts}
    most = max(near.values())
    left = float(min(x for x, weight in near.items() if weight >= 0.6 * most))
    ends = sorted(
        line.box.x1 for line in lines if left - 2 <= line.box.x0 <= left + 60 and len(line.text) > 30
    )
    if not ends:
        ends = sorted(line.box.x1 for line in lines)
    return left - 0.5, ends[min(len(ends) - 1, int(0.98 * len(ends)))]


def _pitch(pages: Iterable[Sequence[Line]]) -> float | None:
    """The usual distance between the baselines of two lines that follow each other."""
    steps: Counter[float] = Counter()
    for page in pages:
        for above, below in itertools.pairwise(page):
            step = below.baseline - above.baseline
            if 0.9 * above.size < step < 2.2 * above.size and abs(above.box.x0 - below.box.x0) < EDGE:
                steps[round(step * 2) / 2] += 1
    if not steps:
        return None
    common = steps.most_common(1)[0][0]
    near = [(step, times) for step, times in steps.items() if abs(step - common) <= 1.0]
    return sum(step * times for step, times in near) / sum(times for _, times in near)
