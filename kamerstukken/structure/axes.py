"""Stage structure. The numbers along the upright axis of a chart: alone on their lines, in equal steps."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from kamerstukken.structure.lines import LEVEL, Line

# '1.800', '0', '-20', '7,5', '40%', '€ 200'
NUMBER = re.compile(
    r"^(?:€\s*)?(?P<number>[-–]?\s?\d{1,3}(?:\.\d{3})+(?:,\d+)?|[-–]?\s?\d+(?:[,.]\d+)?)\s*%?$"
)
FEWEST = 5
"""Numbers that make an axis."""
EDGE = 3.0
"""Points: numbers whose right edges differ less stand under each other."""
LOOSE = 0.15
"""Share by which steps of numbers or of places may differ and still be equal."""


def axis_lines(lines: Sequence[Line]) -> set[int]:
    """The `id` of each line of a page that belongs to an axis."""
    found: set[int] = set()
    numbers = [(line, value) for line in lines if (value := _value(line)) is not None]
    numbers.sort(key=lambda pair: (round(pair[0].box.x1 / EDGE), pair[0].baseline))
    run: list[tuple[Line, float]] = []
    for line, value in numbers:
        if run and not _goes_on(run, line, value):
            found |= _axis(run, lines)
            run = []
        run.append((line, value))
    return found | _axis(run, lines)


def _axis(run: Sequence[tuple[Line, float]], lines: Sequence[Line]) -> set[int]:
    """The run where it is an axis: long, and most of its numbers alone on their lines, unlike those of a table."""
    if len(run) < FEWEST:
        return set()
    alone = sum(1 for line, _ in run if not any(_level(line, other) for other in lines))
    return {id(line) for line, _ in run} if alone > 0.5 * len(run) else set()


def _level(line: Line, other: Line) -> bool:
    return other is not line and abs(other.baseline - line.baseline) < LEVEL * line.size


def _value(line: Line) -> float | None:
    match = NUMBER.match(line.text)
    if match is None:
        return None
    plain = match["number"].replace("–", "-").replace(" ", "")
    return float(re.sub(r"\.(?=\d{3})", "", plain).replace(",", "."))


def _goes_on(run: Sequence[tuple[Line, float]], line: Line, value: float) -> bool:
    """True where number and place are one step further, as in all steps before."""
    if abs(line.box.x1 - run[-1][0].box.x1) > EDGE:
        return False
    places = [one.baseline for one, _ in run] + [line.baseline]
    values = [number for _, number in run] + [value]
    return _equal(places) and _equal(values) and values[0] != values[1]


def _equal(values: Sequence[float]) -> bool:
    steps = [after - before for before, after in pairwise(values)]
    usual = sum(steps) / len(steps)
    return all(abs(step - usual) <= LOOSE * abs(usual) for step in steps)
