"""What both looks share: drawing text and filled pages on a canvas."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from reportlab.pdfgen.canvas import Canvas

from typeset.flow import Frame, Sheet, Unit
from typeset.lines import Piece, Type
from typeset.source import Part, Source

MONTHS = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
]
KERNING_GAP = "|"
"""In the furniture: here the printer's kerning tears a word apart ('P|agina' reads as 'P agina')."""


class Look(Protocol):
    """How one kind of paper looks."""

    body: Type
    notes: Type

    def frame(self, page: int) -> Frame:
        """The body's frame on a page."""

    def opening(self, source: Source) -> list[Unit]:
        """What stands in the body before the first block: the salutation."""

    def closing(self, source: Source) -> list[Unit]:
        """What stands in the body after the last block: formula and signatures."""

    def furniture(self, canvas: Canvas, source: Source, page: int, pages: int) -> None:
        """Letterhead, margin, header and footer of a page."""


@dataclass(frozen=True, slots=True)
class Pen:
    """Writes furniture."""

    canvas: Canvas
    family: str = "Vera"

    def write(self, x: float, y: float, text: str, size: float, bold: bool = False) -> None:
        """A line of text; a kerning gap moves the pen by a third of the size."""
        font = Type(self.family, size, size).font(bold)
        self.canvas.setFont(font, size)
        for piece in text.split(KERNING_GAP):
            self.canvas.drawString(x, y, piece)
            x += Piece(piece, font, size).width + size * 0.33

    def column(self, x: float, y: float, lines: Iterable[str], size: float, leading: float) -> float:
        """Lines under each other, those that begin with * in bold; gives the height of the next line."""
        for line in lines:
            self.write(x, y, line.removeprefix("*"), size, bold=line.startswith("*"))
            y -= leading
        return y


def dutch_date(iso: str) -> str:
    """'2023-03-14' as '14 maart 2023'."""
    year, month, day = iso.split("-")
    return f"{int(day)} {MONTHS[int(month) - 1]} {year}"


def draw_sheet(canvas: Canvas, sheet: Sheet, notes: Type) -> None:
    """The body of a page, then its notes under their rule."""
    for top, unit in sheet.units:
        _draw_unit(canvas, sheet.frame.x, top, unit)
    if not sheet.notes:
        return
    y = sheet.frame.bottom + sheet.foot() - 5
    canvas.setLineWidth(0.5)
    canvas.line(sheet.frame.x, y, sheet.frame.x + 120, y)
    top = sheet.frame.bottom + sheet.foot() - 10
    for line in sheet.notes:
        _draw_unit(canvas, sheet.frame.x, top, line.unit)
        top -= line.unit.height


def _draw_unit(canvas: Canvas, x: float, top: float, unit: Unit) -> None:
    canvas.setLineWidth(0.4)
    for x0, y0, x1, y1 in unit.rules:
        canvas.line(x + x0, top - y0, x + x1, top - y1)
    for dx, dy, piece in _joined(unit.pieces):
        canvas.setFont(piece.font, piece.size)
        canvas.drawString(x + dx, top - dy + piece.rise, piece.text)


def _joined(pieces: Sequence[tuple[float, float, Piece]]) -> list[tuple[float, float, Piece]]:
    """Words of one line and style written in one go, with the spaces between them in the text layer."""
    out: list[tuple[float, float, Piece]] = []
    for x, y, piece in pieces:
        if out:
            px, py, last = out[-1]
            gap = x - px - last.width
            space = Piece(" ", piece.font, piece.size).width
            same = (py, last.font, last.size, last.rise) == (y, piece.font, piece.size, piece.rise)
            if same and (abs(gap) < 0.01 or abs(gap - space) < 0.01):
                joint = last.text + ("" if abs(gap) < 0.01 else " ") + piece.text
                out[-1] = (px, py, Piece(joint, last.font, last.size, last.x, last.rise))
                continue
        out.append((x, y, piece))
    return out


def page_of_part(sheets: Sequence[Sheet], index: int) -> int:
    """The page on which a block begins; ValueError where it was not set."""
    for sheet in sheets:
        if any(unit.part == index for _, unit in sheet.units):
            return sheet.number
    raise ValueError(f"block {index + 1} is on no page")


def page_of_note(sheets: Sequence[Sheet], key: str) -> int:
    """The page on which a note begins; ValueError where it was not set."""
    for sheet in sheets:
        foot = any(line.key == key and line.first for line in sheet.notes)
        if foot or any(unit.end_note == key for _, unit in sheet.units):
            return sheet.number
    raise ValueError(f"note {key} is on no page")


def annex_starts(parts: Sequence[Part]) -> int | None:
    """Index of the first part of the annex, None without one."""
    return next((i for i, part in enumerate(parts) if part.annex), None)
