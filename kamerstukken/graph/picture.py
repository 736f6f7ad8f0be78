"""A trace as a picture: letters from left to right in time, their acts under them, arrows for what led to what."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kamerstukken.graph.palette import NODES, STANDS
from kamerstukken.graph.story import headline
from kamerstukken.graph.trace import Line, Trace

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.text import Text

LETTERS, ACTS = 24, 14
"""So many letters, the youngest, and acts a letter fit on a picture; what is left out is counted on it."""

WIDE, HIGH = 3.3, 0.95
"""Inches from letter to letter and from act to act."""

SAYS = {
    "nakoming": STANDS["voldaan"], "deels": STANDS["deels"], "wijziging": STANDS["verlopen"],
    "vervallen": STANDS["vervallen"], "herhaling": STANDS["onbekend"],
}  # fmt: skip
"""Colour of an arrow, by what is said."""


LED = "#0072B2"
"""Colour of an arrow from a motion to what it led to."""

Sides = tuple[float, float, float]

MEANS = {
    "nakoming": "komt na, noemt afgedaan", "deels": "deels", "wijziging": "verzet", "vervallen": "laat vervallen",
    "herhaling": "herhaalt",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Place:
    """A box: its centre, its words, its border and its filling."""

    x: float
    y: float
    text: str
    border: str
    filling: str = "#ffffff"


def draw(trace: Trace, path: Path) -> None:
    """Write the picture as SVG, PNG or PDF, by the ending of the name. The same trace gives the same bytes."""
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    places = _places(trace)
    style: Any = {"svg.hashsalt": "kamerstukken", "svg.fonttype": "none", "font.size": 6.5}
    with matplotlib.rc_context(style):
        width = max(p.x for p in places.values()) + 1.5
        height = 1.6 - min(p.y for p in places.values())
        figure, axes = pyplot.subplots(figsize=(width + 1.5, height))
        axes.set_xlim(-1.5, width)
        axes.set_ylim(0.8 - height, 0.8)
        axes.axis("off")
        axes.set_title(_title(trace), fontsize=8, loc="left", wrap=True)
        boxes = {id_: _box(axes, place) for id_, place in places.items()}
        figure.canvas.draw()  # gives the boxes their sizes, so that arrows end at their borders
        sides = {id_: _sides(axes, box) for id_, box in boxes.items()}
        for source, target, colour, curve in _arrows(trace, places):
            _arrow(axes, sides[source], sides[target], colour, curve)
        _legend(axes)
        metadata: dict[str, Any] = {".svg": {"Date": None}, ".pdf": {"CreationDate": None}}.get(
            path.suffix.lower(), {}
        )
        figure.savefig(path, dpi=150, bbox_inches="tight", metadata=metadata)
        pyplot.close(figure)


def _title(trace: Trace) -> str:
    out = trace.left_out + max(0, len(trace.steps) - LETTERS)
    more = f" · {out} oudere brieven niet getekend" if out else ""
    return headline(trace) + more


def _places(trace: Trace) -> dict[str, _Place]:
    """Every box by its node's id."""
    steps = trace.steps[-LETTERS:]
    places = {
        trace.subject.id: _Place(
            0, -1.2, _wrapped(trace.subject.label), _colour(trace.subject.type), "#fff4e5"
        )
    }
    others = dict.fromkeys(
        id_ for s in steps for x in s.lines if x.act for id_ in x.about if id_ not in places
    )
    for row, paper in enumerate(list(others)[:ACTS], 1):
        places[paper] = _Place(0, -1.2 - row * HIGH, paper, NODES["motie"])
    for column, step in enumerate(steps, 1):
        words = _wrapped(f"{step.letter.date or 'zonder datum'} {step.letter.subject or step.letter.file}")
        places.setdefault(step.letter.id, _Place(column * WIDE, 0, words, NODES["brief"], "#f2f2f2"))
        for row, line in enumerate(_acts(step.lines), 1):
            if line.act is not None and line.act.id not in places:
                places[line.act.id] = _act(line, column * WIDE, -row * HIGH - 0.35)
        if (more := sum(x.act is not None for x in step.lines) - ACTS) > 0:
            y = -(ACTS + 1) * HIGH - 0.35
            places[f"more:{step.letter.id}"] = _Place(column * WIDE, y, f"en {more} andere", "#ffffff")
    return places


def _acts(lines: tuple[Line, ...]) -> Iterator[Line]:
    acts = [line for line in lines if line.act is not None]
    return iter(acts[:ACTS])


def _act(line: Line, x: float, y: float) -> _Place:
    assert line.act is not None
    stand = line.stand.status if line.stand else "onbekend"
    until = f"\n[{stand}]" + (f" t/m {line.act.deadline_end}" if line.act.deadline_end else "")
    return _Place(x, y, _wrapped(line.act.action or line.act.quote) + until, STANDS[stand])


def _colour(type_: str) -> str:
    return NODES.get(type_, "#000000")


def _wrapped(text: str) -> str:
    """At most three lines; '$' is no formula."""
    return textwrap.fill(text, 36, max_lines=3, placeholder=" …").replace("$", r"\$")


def _arrows(trace: Trace, places: dict[str, _Place]) -> list[tuple[str, str, str, float]]:
    """Source, target, colour and bend of every arrow between two boxes; each once."""
    found = [(k.act or k.letter, k.to, SAYS[k.how], 0.12) for k in trace.links if k.how in SAYS]
    found += [(paper, x.act.id, LED, 0.0) for x in trace.acts if x.act for paper in x.about]
    drawn = (row for row in found if row[0] in places and row[1] in places and row[0] != row[1])
    return list(dict.fromkeys(drawn))


def _box(axes: Axes, place: _Place) -> Text:
    frame = {
        "boxstyle": "round,pad=0.35",
        "edgecolor": place.border,
        "facecolor": place.filling,
        "linewidth": 1.4,
    }
    return axes.text(place.x, place.y, place.text, ha="center", va="center", bbox=frame, zorder=3)


def _sides(axes: Axes, box: Text) -> tuple[float, float, float]:
    """Left, right and height of a box's sides, as the axes count."""
    frame = box.get_bbox_patch()
    extent = (frame or box).get_window_extent().transformed(axes.transData.inverted())
    return extent.x0, extent.x1, (extent.y0 + extent.y1) / 2


def _arrow(axes: Axes, here: Sides, there: Sides, colour: str, curve: float) -> None:
    """From the side of a box that looks at the other to the side that looks back."""
    left, right, y = here
    back = there[1] <= left
    start = (left if back or there[0] < right else right, y)
    end = (there[1] if back else there[0], there[2])
    axes.annotate(
        "", end, start, zorder=2,
        arrowprops={
            "arrowstyle": "-|>", "color": colour, "linewidth": 1.2 if curve else 0.8, "alpha": 0.85,
            "shrinkA": 0, "shrinkB": 0, "connectionstyle": f"arc3,rad={curve}",
        },
    )  # fmt: skip


def _legend(axes: Axes) -> None:
    from matplotlib.lines import Line2D

    named = {"leidde tot": LED, **{MEANS[how]: colour for how, colour in SAYS.items()}}
    handles = [Line2D([], [], color=colour, label=name) for name, colour in named.items()]
    axes.legend(
        handles=handles,
        loc="lower left",
        ncols=len(handles),
        frameon=False,
        fontsize=6,
        bbox_to_anchor=(0, -0.04),
    )
