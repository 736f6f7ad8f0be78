"""The look of a ministry's own letter: logo bar, address, margin colophon, 'Pagina 2 van 9'."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from typeset.flow import Frame, Unit, lines_of
from typeset.lines import Type
from typeset.paper import Pen, dutch_date
from typeset.source import Run, Source

WIDTH, HEIGHT = 595.28, 841.89
BLUE = HexColor("#154273")
COLOPHON = 6.5


class MinistryLook:
    """Made for one letter, since margin, hyphens and colophon differ by ministry."""

    def __init__(self, source: Source) -> None:
        meta = source.meta
        size = meta.get("size", 9.0)
        hyphen = {"hard": "-", "soft": "\u00ad", "none": None}[meta.get("hyphen", "none")]
        self.body = Type("Vera", size, size * 13 / 9, hyphen)
        self.notes = Type("Vera", 7.0, 9.5, hyphen)
        self._left = meta.get("colophon_side", "right") == "left"
        self._x = 150.0 if self._left else 79.0
        self._margin = 40.0 if self._left else 465.0
        self._torn = meta.get("torn_kerning", False)

    def frame(self, page: int) -> Frame:
        """Lower on the first page, under the letterhead."""
        return Frame(self._x, 505.0 if page == 1 else 720.0, 78.0, 370.0)

    def opening(self, source: Source) -> list[Unit]:
        """The salutation, where the letter has one."""
        text = source.meta.get("salutation", "Geachte voorzitter,")
        return lines_of([Run(text)], self.body, 370.0, 0.0, {}) if text else []

    def closing(self, source: Source) -> list[Unit]:
        """'Hoogachtend,' and each signatory's role, room for a signature, name."""
        out: list[Unit] = []
        if formula := source.meta.get("formula", "Hoogachtend,"):
            out += self._line(formula, self.body.leading)
        for who in source.meta["signatories"]:
            out += self._line(who["role_printed"], self.body.leading)
            out += self._line(who["name"], self.body.leading * 3.5)
        return [replace(unit, keep=True) for unit in out[:-1]] + out[-1:]

    def _line(self, text: str, before: float) -> list[Unit]:
        first, *rest = lines_of([Run(text)], self.body, 370.0, 0.0, {})
        return [replace(first, before=before), *rest]

    def furniture(self, canvas: Canvas, source: Source, page: int, pages: int) -> None:
        """All that is not body. The colophon's lines come from the front matter, those in bold with a *."""
        pen = Pen(canvas)
        foot = f"Pagina {page} van {pages}"
        pen.write(self._margin, 40, foot.replace("P", "P|", 1) if self._torn else foot, 6.5)
        if page == 1:
            self._first(pen, source)
        else:
            self._later(pen, source)

    def _first(self, pen: Pen, source: Source) -> None:
        meta = source.meta
        pen.canvas.setFillColor(BLUE)
        pen.canvas.rect(WIDTH / 2 - 14, HEIGHT - 96, 28, 96, stroke=0, fill=1)
        pen.canvas.setFillColor(HexColor("#000000"))
        pen.column(WIDTH / 2 + 22, HEIGHT - 66, meta["logo"], 10.5, 13)
        colophon = [*meta["colophon"], "", "*Ons kenmerk", meta["kenmerk"]]
        if meta.get("uw_kenmerk"):
            colophon += ["", "*Uw kenmerk", meta["uw_kenmerk"]]
        if meta.get("enclosures"):
            colophon += ["", "*Bijlagen", str(meta["enclosures"])]
        pen.column(self._margin, HEIGHT - 152, colophon, COLOPHON, 9)
        pen.write(self._x, HEIGHT - 132, f"> Retouradres {meta['return_address']}", 6.5)
        pen.column(self._x, HEIGHT - 152, meta["address"], 9, 13)
        pen.write(self._x, HEIGHT - 262, "Datum", 9)
        pen.write(self._x + 44, HEIGHT - 262, dutch_date(meta["date"]), 9)
        pen.write(self._x, HEIGHT - 275, "Betreft", 9)
        subject = lines_of([Run(meta["subject"])], Type("Vera", 9, 13), 320.0, 0.0, {})
        for n, unit in enumerate(subject):
            pen.write(self._x + 44, HEIGHT - 275 - 13 * n, " ".join(p.text for _, _, p in unit.pieces), 9)

    def _later(self, pen: Pen, source: Source) -> None:
        meta = source.meta
        name = list(takewhile(lambda line: line.startswith("*"), meta["colophon"]))
        lines = [*name, "", "*Datum", dutch_date(meta["date"])]
        pen.column(self._margin, HEIGHT - 122, [*lines, "", "*Ons kenmerk", meta["kenmerk"]], COLOPHON, 9)
