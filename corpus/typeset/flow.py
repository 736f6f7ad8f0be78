"""Lines to pages: fills frames from the top, sets notes at the foot of the page that bears their marker."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from typeset.lines import Piece, Type, set_lines
from typeset.source import Part, Run, Source

TABLE_PADDING = 3.0
"""Points between a cell's rule and its text."""
RULE_GAP = 10.0
"""Points between the body and the first note on a page; the short rule stands in it."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the body goes on a page, in points from the lower left corner."""

    x: float
    top: float
    bottom: float
    width: float


@dataclass(frozen=True, slots=True)
class Unit:
    """What never breaks: a line of text, a row of a table. Pieces as (x, y under the unit's top, piece)."""

    height: float
    pieces: tuple[tuple[float, float, Piece], ...] = ()
    rules: tuple[tuple[float, float, float, float], ...] = ()
    before: float = 0.0
    keep: bool = False
    """Stays with the next two units: a heading."""
    part: int | None = None
    end_note: str | None = None
    """Key of the note, where notes stand as a list at the letter's end."""
    new_page: bool = False

    @property
    def notes(self) -> tuple[str, ...]:
        """Keys of the notes whose markers stand here."""
        return tuple(piece.note for _, _, piece in self.pieces if piece.note)


@dataclass(frozen=True, slots=True)
class NoteLine:
    """One line of a note at the foot of a page; `first` is true for the line with the marker."""

    key: str
    first: bool
    unit: Unit


@dataclass(slots=True)
class Sheet:
    """A page while it is filled."""

    number: int
    frame: Frame
    units: list[tuple[float, Unit]] = field(default_factory=list)
    notes: list[NoteLine] = field(default_factory=list)
    used: float = 0.0

    def foot(self, extra: Sequence[NoteLine] = ()) -> float:
        """Height of the notes, with `extra` among them."""
        lines = [*self.notes, *extra]
        return sum(line.unit.height for line in lines) + (RULE_GAP if lines else 0.0)

    def room(self, extra: Sequence[NoteLine] = ()) -> float:
        """Points left for the body."""
        return self.frame.top - self.frame.bottom - self.used - self.foot(extra)

    def put(self, unit: Unit) -> None:
        """Set a unit under the last one."""
        before = unit.before if self.units else 0.0
        self.units.append((self.frame.top - self.used - before, unit))
        self.used += before + unit.height


def lines_of(
    runs: Sequence[Run], kind: Type, width: float, indent: float, markers: dict[str, str]
) -> list[Unit]:
    """Text as units of one line each."""
    base = kind.leading * 0.78
    return [
        Unit(kind.leading, tuple((indent + piece.x, base, piece) for piece in line))
        for line in set_lines(runs, kind, width - indent, markers)
    ]


def units_of(part: Part, index: int, kind: Type, width: float, markers: dict[str, str]) -> list[Unit]:
    """A part of the letter as units, white space before it included."""
    if part.kind == "table":
        units = _rows(
            part,
            replace(kind, size=min(kind.size - 1, 9.0), leading=min(kind.leading - 2, 12.0), hyphen=None),
            width,
        )
    else:
        runs = part.runs
        if part.kind == "heading":
            runs = tuple(replace(run, bold=part.level == 1, italic=part.level > 1) for run in runs)
        indent = kind.size * 1.6 * part.level if part.kind == "item" else 0.0
        units = lines_of(runs, kind, width, indent, markers)
        if part.bullet:
            bullet = Piece(part.bullet, kind.font(), kind.size)
            first = units[0]
            units[0] = replace(
                first, pieces=((indent - kind.size * 1.4, kind.leading * 0.78, bullet), *first.pieces)
            )
    units = [replace(unit, part=index, keep=part.kind == "heading") for unit in units]
    return [replace(units[0], before=_white(part, kind)), *units[1:]]


def _white(part: Part, kind: Type) -> float:
    if part.kind == "item":
        return 0.0
    return kind.leading if part.kind in ("heading", "table", "paragraph", "question", "answer") else 0.0


def tighten(units: list[Unit], previous: Part | None, part: Part) -> list[Unit]:
    """Text stands right under its heading, and the first item right under the sentence that leads to it."""
    if previous is not None and previous.kind == "heading" and part.kind != "heading":
        return [replace(units[0], before=0.0), *units[1:]]
    return units


def _rows(part: Part, kind: Type, width: float) -> list[Unit]:
    columns = list(zip(*part.rows, strict=True))
    weights = [min(max(len(cell) for cell in column), 60) + 4 for column in columns]
    widths = [width * weight / sum(weights) for weight in weights]
    return [_row(row, kind, widths, header=i == 0) for i, row in enumerate(part.rows)]


def _row(cells: Sequence[str], kind: Type, widths: Sequence[float], header: bool) -> Unit:
    x, pieces, height = 0.0, [], 0.0
    edges = [0.0]
    for cell, width in zip(cells, widths, strict=True):
        lines = set_lines([Run(cell, bold=header)], kind, width - 2 * TABLE_PADDING, {})
        for n, line in enumerate(lines):
            y = TABLE_PADDING + n * kind.leading + kind.leading * 0.78
            pieces += [(x + TABLE_PADDING + piece.x, y, piece) for piece in line]
        height = max(height, 2 * TABLE_PADDING + len(lines) * kind.leading)
        x += width
        edges.append(x)
    across = [(0.0, y, x, y) for y in (0.0, height)]
    down = [(edge, 0.0, edge, height) for edge in edges]
    return Unit(height, tuple(pieces), tuple(across + down))


def note_lines(source: Source, key: str, kind: Type, width: float) -> list[NoteLine]:
    """A note as it stands at the foot of the page, its marker first."""
    note = source.note(key)
    runs = (Run("", note=key), Run(" "), *note.runs)
    units = lines_of(runs, kind, width, 0.0, {key: note.marker})
    return [NoteLine(key, i == 0, unit) for i, unit in enumerate(units)]


def end_notes(source: Source, kind: Type, width: float) -> list[Unit]:
    """All notes as a list under the last block, marked '1)'."""
    out: list[Unit] = []
    for note in source.notes:
        first, *rest = lines_of((Run(f"{note.marker}) "), *note.runs), kind, width, 0.0, {})
        out += [replace(first, before=kind.leading / 2, end_note=note.key), *rest]
    return out


def paginate(
    units: Sequence[Unit], frame_of: Callable[[int], Frame], note_of: Callable[[str], list[NoteLine]]
) -> list[Sheet]:
    """Fill pages. A note that does not fit whole runs on at the foot of the next page."""
    sheets = [Sheet(1, frame_of(1))]
    carried: list[NoteLine] = []
    for i, unit in enumerate(units):
        extra = [line for key in unit.notes for line in note_of(key)]
        if sheets[-1].units and (unit.new_page or carried or not _fits(sheets[-1], units[i : i + 3], extra)):
            sheets.append(_next(sheets[-1], frame_of, carried))
            carried = []
        sheet = sheets[-1]
        sheet.put(unit)
        while extra and sheet.room(extra[:1]) >= 0:
            sheet.notes.append(extra.pop(0))
        carried += extra
    while carried:
        sheets.append(_next(sheets[-1], frame_of, carried))
        carried = []
    return sheets


def _next(sheet: Sheet, frame_of: Callable[[int], Frame], carried: list[NoteLine]) -> Sheet:
    return Sheet(sheet.number + 1, frame_of(sheet.number + 1), notes=list(carried))


def _fits(sheet: Sheet, ahead: Sequence[Unit], extra: Sequence[NoteLine]) -> bool:
    """Whether the first of `ahead` goes on the page with at least one line of its note; a heading brings two lines along."""
    unit, following = ahead[0], ahead[1:] if ahead[0].keep else ()
    need = unit.before + unit.height + sum(u.before + u.height for u in following)
    return sheet.room(extra[:1]) >= need
