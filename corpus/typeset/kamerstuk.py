"""The look of the official publication: 'Tweede Kamer der Staten-Generaal', dossier and number, footer with ISSN."""

from __future__ import annotations

from dataclasses import replace

from reportlab.pdfgen.canvas import Canvas

from typeset.flow import Frame, Unit, lines_of
from typeset.lines import Type
from typeset.paper import Pen, dutch_date
from typeset.source import Run, Source

LEFT, BODY, RIGHT = 54.0, 218.0, 540.0
TOP = 842.0


class KamerstukLook:
    """One dossier and number; body in the right-hand column, words broken with a hard hyphen."""

    def __init__(self, source: Source) -> None:
        hyphen = (
            None if source.meta.get("hyphen") == "none" else "-"
        )  # the standard fonts have no soft hyphen
        self.body = Type("Helvetica", 9.5, 11.5, hyphen)
        self.notes = Type("Helvetica", 7.0, 8.5, hyphen)

    def frame(self, page: int) -> Frame:
        """Lower on the first page, under title and addressee."""
        return Frame(BODY, 560.0 if page == 1 else 770.0, 100.0, RIGHT - BODY)

    def opening(self, source: Source) -> list[Unit]:
        """Addressee, place and date."""
        meta = source.meta
        first = lines_of([Run(meta["addressee"])], self.body, RIGHT - BODY, 0.0, {})
        second = lines_of([Run(f"Den Haag, {dutch_date(meta['date'])}")], self.body, RIGHT - BODY, 0.0, {})
        return [*first, replace(second[0], before=self.body.leading)]

    def closing(self, source: Source) -> list[Unit]:
        """Role and name, without a formula."""
        out: list[Unit] = []
        for who in source.meta["signatories"]:
            for n, text in enumerate((who["role_printed"], who["name"])):
                first, *rest = lines_of([Run(text)], self.body, RIGHT - BODY, 0.0, {})
                out += [replace(first, before=0.0 if n else self.body.leading, keep=n == 0), *rest]
        return out

    def furniture(self, canvas: Canvas, source: Source, page: int, pages: int) -> None:
        """The bars of the first page, and the footer of all."""
        meta = source.meta
        pen = Pen(canvas, "Helvetica")
        dossier = f"{meta['dossiers'][0][:2]} {meta['dossiers'][0][2:]}"
        year = meta["session"].replace("-", "–")
        if page == 1:
            self._first(pen, source, dossier, year)
        left = [f"kst-{meta['dossiers'][0]}-{meta['number']}", "ISSN 0921 - 7371"]
        imprint = f"’s-Gravenhage {meta['date'][:4]}"
        pen.column(LEFT, 62, [*left, imprint] if page == 1 else left[:1], 5.5, 7)
        pen.write(BODY, 48, f"Tweede Kamer, vergaderjaar {year}, {dossier}, nr. {meta['number']}", 8)
        pen.write(RIGHT - 8, 48, str(page), 8)

    def _first(self, pen: Pen, source: Source, dossier: str, year: str) -> None:
        meta = source.meta
        pen.write(LEFT, TOP - 78, "Tweede Kamer der Staten-Generaal", 17, bold=True)
        pen.write(RIGHT - 28, TOP - 88, "2", 40, bold=True)
        pen.canvas.line(LEFT, TOP - 120, RIGHT, TOP - 120)
        pen.write(LEFT, TOP - 132, f"Vergaderjaar {year}", 8.5)
        pen.canvas.line(LEFT, TOP - 172, RIGHT, TOP - 172)
        pen.write(LEFT, TOP - 188, dossier, 11, bold=True)
        self._bold(pen, TOP - 188, meta["subject"], 11)
        pen.write(LEFT, TOP - 232, f"Nr. {meta['number']}", 11, bold=True)
        self._bold(pen, TOP - 232, meta["heading"], 11)

    def _bold(self, pen: Pen, y: float, text: str, size: float) -> None:
        kind = Type("Helvetica", size, size * 1.2)
        for n, unit in enumerate(lines_of([Run(text, bold=True)], kind, RIGHT - BODY, 0.0, {})):
            pen.write(
                BODY, y - n * kind.leading, " ".join(p.text for _, _, p in unit.pieces), size, bold=True
            )
