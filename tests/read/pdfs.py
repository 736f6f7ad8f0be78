"""Small PDFs set by reportlab, each with one fault or habit of real letters."""

from __future__ import annotations

import io
from collections.abc import Callable

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from kamerstukken.model import Letter

LEFT, SIZE, PITCH = 80.0, 9.0, 12.5


def letter_of(*pages: Callable[[Canvas], None], name: str = "brief.pdf", **options: object) -> Letter:
    """A letter with one page for each drawing function."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1, **options)
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return Letter(name, buffer.getvalue())


def put(
    canvas: Canvas, text: str, down: float, *, x: float = LEFT, size: float = SIZE, font: str = "Helvetica"
) -> None:
    """Text with its baseline `down` points under the page's top."""
    canvas.setFont(font, size)
    canvas.drawString(x, A4[1] - down, text)


def put_lines(canvas: Canvas, lines: list[str], down: float, **style: object) -> float:
    """Lines under each other; gives the baseline of the line after them."""
    for at, line in enumerate(lines):
        put(canvas, line, down + at * PITCH, **style)  # type: ignore[arg-type]
    return down + len(lines) * PITCH


def raised(canvas: Canvas, before: str, marker: str, down: float, *, after: str = "") -> None:
    """A line with a marker in superscript behind `before`."""
    put(canvas, before, down)
    x = LEFT + canvas.stringWidth(before, "Helvetica", SIZE)
    put(canvas, marker, down - 3.2, x=x, size=5.8)
    if after:
        put(canvas, after, down, x=x + canvas.stringWidth(marker, "Helvetica", 5.8))


def rule(canvas: Canvas, x0: float, x1: float, down: float) -> None:
    """A thin horizontal rule."""
    canvas.setLineWidth(0.5)
    canvas.line(x0, A4[1] - down, x1, A4[1] - down)
