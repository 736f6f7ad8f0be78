"""XLSX: commitments.xlsx with sheets for commitments, references, letters, failures and a legend, headings in Dutch.

Text is written as text: no cell can become a formula, and every character comes back.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from kamerstukken.export._beside import beside
from kamerstukken.export._sheets import Formats, Links, Sheet, Shown, write_lines
from kamerstukken.model import Analysis
from kamerstukken.register import Register, path_of, uri_of
from kamerstukken.register.contract import citation_rows, commitment_rows, document_row, failure_row
from kamerstukken.register.rows import CitationRow, CommitmentRow, DocumentRow, FailureRow, columns

MADE = datetime(2000, 1, 1)
"""The date in the file's properties: a workbook of the same register has the same bytes."""

SAFE = {"strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}

FLAT = {"constant_memory": True}
"""Rows go to disk as they come: memory does not grow with the register."""

COMMITMENTS = (
    Shown("status", 13), Shown("kind", 12), Shown("action", 38, wrap=True), Shown("quote", 64, wrap=True),
    Shown("actor_norm", 18, wrap=True), Shown("addressee", 13, wrap=True), Shown("deadline_text", 16, wrap=True),
    Shown("deadline_start", 11), Shown("deadline_end", 11), Shown("motions", 16, wrap=True),
    Shown("ids", 16, wrap=True), Shown("file", 30, wrap=True), Shown("page", 8),
    Shown("heading", 28, wrap=True), Shown("recommendation", 24, wrap=True), Shown("ministry", 26, wrap=True),
    Shown("letter_date", 11), Shown("subject", 34, wrap=True), Shown("strength", 15), Shown("confidence", 16),
    Shown("rule", 34, wrap=True), Shown("letter", 15), Shown("id", 18),
)  # fmt: skip

PRINTED = 13
"""The first columns of the commitments go on paper; the others are for sorting and looking up."""

CITATIONS = (
    Shown("kind", 14), Shown("text", 60, wrap=True), Shown("ids", 24, wrap=True), Shown("chamber", 8),
    Shown("session", 12), Shown("where", 12), Shown("page", 8), Shown("resolved_by", 18),
    Shown("file", 44, wrap=True), Shown("letter", 14),
)  # fmt: skip

LETTERS = (
    Shown("date", 11), Shown("subject", 50, wrap=True), Shown("ministry", 34, wrap=True), Shown("kenmerk", 20),
    Shown("uw_kenmerk", 18), Shown("addressee", 30, wrap=True), Shown("dossiers", 14), Shown("number", 9),
    Shown("session", 12), Shown("layout", 11), Shown("pages", 9), Shown("file", 44, wrap=True), Shown("id", 14),
)  # fmt: skip

FAILURES = (
    Shown("file", 50, wrap=True),
    Shown("stage", 12),
    Shown("reason", 100, wrap=True),
    Shown("sha256", 68),
)

LEGEND_WIDTHS = (26, 20, 110)


def write(register: Register, folder: Path) -> None:
    """Write commitments.xlsx."""
    with beside(folder / "commitments.xlsx") as path, Workbook(str(path), SAFE | FLAT) as workbook:
        workbook.set_properties({"title": "Toezeggingen en maatregelen", "created": MADE})
        formats = Formats(workbook)
        sheets = (
            Sheet(workbook, formats, "Toezeggingen en maatregelen", CommitmentRow, COMMITMENTS, PRINTED),
            Sheet(workbook, formats, "Verwijzingen", CitationRow, CITATIONS),
            Sheet(workbook, formats, "Brieven", DocumentRow, LETTERS),
            Sheet(workbook, formats, "Niet gelezen", FailureRow, FAILURES),
        )
        for analysis in register.analyses():
            _add(analysis, sheets, _letter_link(register, analysis, folder))
        for failure in register.failed():
            sheets[3].add(failure_row(failure))
        for sheet in sheets:
            sheet.finish()
        _legend(workbook, formats)


def _add(analysis: Analysis, sheets: tuple[Sheet, ...], letter: str) -> None:
    """A letter's rows, linked to the official pages and to the letter's own page."""
    commitments, citations, letters, _ = sheets
    known = {ids[0]: c.url for c in analysis.citations if (ids := c.reference.ids) and c.url}
    letters.add(document_row(analysis.document), {"file": letter})
    for citation in citation_rows(analysis):
        paper = {"ids": citation.url} if citation.url else {}
        citations.add(citation, {**paper, **_place(letter, citation.page)})
    for act in commitment_rows(analysis):
        papers = {
            name: known[ids[0]]
            for name in ("motions", "ids")
            if (ids := getattr(act, name)) and ids[0] in known
        }
        commitments.add(act, {**papers, **_place(letter, act.page)})


def _place(letter: str, page: int) -> Links:
    return {"file": letter, "page": f"{letter}#page={page}"}


def _letter_link(register: Register, analysis: Analysis, folder: Path) -> str:
    """The way from the workbook to the letter's PDF: relative, so that both can move together."""
    source = register.files(analysis.document.id)[0]
    way = uri_of(path_of(source.uri, register.folder), folder)
    return (
        f"external:./{way}" if "/" not in way else f"external:{way}"
    )  # the writer trips over one-letter names


def _legend(workbook: Workbook, formats: Formats) -> None:
    sheet = workbook.add_worksheet("Legenda")
    for n, width in enumerate(LEGEND_WIDTHS):
        sheet.set_column(n, n, width, formats.text)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    write_lines(sheet, _legend_lines(formats))


def _legend_lines(formats: Formats) -> Iterator[tuple[tuple[str, Format], ...]]:
    yield (("Toezeggingen en maatregelen uit brieven aan de Kamer", formats.title),)
    yield ()
    yield (
        (
            "Elke rij staat voor één handeling; het citaat staat letterlijk zo in de brief, op de genoemde pagina.",
            formats.text,
        ),
    )
    yield (
        ("De rijen zijn door een programma gevonden: lees het citaat voordat u erop bouwt.", formats.text),
    )
    yield ()
    yield from (
        ((status, formats.status[status]), ("Status", formats.text), (meaning, formats.wrapped))
        for status, meaning in STATUS_MEANS.items()
    )
    yield from (
        ((kind, formats.strong), ("Soort", formats.text), (meaning, formats.wrapped))
        for kind, meaning in KIND_MEANS.items()
    )
    for title, row, shown in (
        ("Toezeggingen en maatregelen", CommitmentRow, COMMITMENTS), ("Verwijzingen", CitationRow, CITATIONS),
        ("Brieven", DocumentRow, LETTERS), ("Niet gelezen", FailureRow, FAILURES),
    ):  # fmt: skip
        by_name = {column.name: column for column in columns(row)}
        yield ()
        yield (
            (title, formats.head),
            ("Veld", formats.head),
            ("Betekenis (Engels, als in docs/outputs.md)", formats.head),
        )
        for column in (by_name[s.name] for s in shown):
            yield (
                (column.title, formats.strong),
                (column.name, formats.text),
                (column.description, formats.wrapped),
            )


STATUS_MEANS = {
    "aangekondigd": "Moet nog beginnen.",
    "lopend": "Is begonnen en nog niet klaar.",
    "afgerond": "Gedaan, in werking getreden of verzonden.",
}

KIND_MEANS = {
    "toezegging": "De regering verbindt zich tot een handeling in de toekomst.",
    "maatregel": "Een concrete beleidsactie die de brief meldt.",
    "aanbeveling": "Een advies van een ander aan de regering; geen toezegging.",
}
