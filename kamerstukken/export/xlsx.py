"""XLSX: commitments.xlsx with sheets for commitments, motions, references, letters, failures and a legend, in Dutch.

Text is written as text: no cell can become a formula, and every character comes back.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
from xlsxwriter import Workbook
from xlsxwriter.format import Format

from kamerstukken.export._parts.beside import beside
from kamerstukken.export._parts.links import letter_link
from kamerstukken.export._parts.sheets import FLAT, MADE, SAFE, Formats, Links, Sheet, Shown, write_lines
from kamerstukken.model import Analysis
from kamerstukken.register import Register, lists
from kamerstukken.register.columns import columns
from kamerstukken.register.lists import LetterRows
from kamerstukken.register.rows import CitationRow, CommitmentRow, DocumentRow, FailureRow, MotionRow

COMMITMENTS = (
    Shown("stand", 13), Shown("status", 13), Shown("kind", 12), Shown("action", 38, wrap=True), Shown("quote", 64, wrap=True),
    Shown("review", 14), Shown("remark", 24, wrap=True), Shown("actor_norm", 18, wrap=True), Shown("addressee", 13, wrap=True), Shown("deadline_text", 16, wrap=True),
    Shown("deadline_start", 11), Shown("deadline_end", 11), Shown("motions", 16, wrap=True),
    Shown("ids", 16, wrap=True), Shown("file", 44, wrap=True), Shown("page", 8),
    Shown("heading", 28, wrap=True), Shown("recommendation", 24, wrap=True), Shown("ministry", 26, wrap=True),
    Shown("letter_date", 11), Shown("subject", 34, wrap=True), Shown("strength", 15), Shown("confidence", 16),
    Shown("rule", 34, wrap=True), Shown("letter", 15), Shown("id", 18),
    Shown("reviewer", 16), Shown("reviewed_at", 28), Shown("stand_on", 11), Shown("stand_since", 11), Shown("stand_letter", 15),
)  # fmt: skip

PRINTED, MOTIONS_PRINTED = 16, 15
"""The first columns of these lists go on paper; the others are for sorting and looking up."""

MOTIONS = (
    Shown("motion", 20, wrap=True), Shown("title", 36, wrap=True), Shown("indieners", 22, wrap=True), Shown("settled", 12), Shown("stand", 13), Shown("status", 13), Shown("kind", 12),
    Shown("action", 40, wrap=True), Shown("quote", 64, wrap=True), Shown("actor_norm", 18, wrap=True),
    Shown("deadline_text", 16, wrap=True), Shown("deadline_end", 11), Shown("letter_date", 11),
    Shown("file", 44, wrap=True), Shown("page", 8), Shown("first", 11), Shown("last", 11),
    Shown("letters", 18, wrap=True), Shown("commitment", 18), Shown("outcome", 16), Shown("appreciation", 22), Shown("afgedaan", 11),
)  # fmt: skip

CITATIONS = (
    Shown("kind", 14), Shown("text", 60, wrap=True), Shown("ids", 24, wrap=True), Shown("chamber", 8),
    Shown("session", 12), Shown("where", 12), Shown("page", 8), Shown("resolved_by", 18),
    Shown("file", 44, wrap=True), Shown("letter", 14),
)  # fmt: skip

LETTERS = (
    Shown("date", 11), Shown("subject", 50, wrap=True), Shown("ministry", 34, wrap=True), Shown("kenmerk", 20),
    Shown("uw_kenmerk", 18), Shown("addressee", 30, wrap=True), Shown("dossiers", 14), Shown("number", 9),
    Shown("session", 12), Shown("layout", 11), Shown("pages", 9), Shown("file", 44, wrap=True), Shown("id", 14), Shown("ministry_id", 60),
)  # fmt: skip

FAILURES = (
    Shown("file", 50, wrap=True),
    Shown("stage", 12),
    Shown("reason", 100, wrap=True),
    Shown("sha256", 68),
)

LEGEND_WIDTHS = (26, 20, 110)


LISTS: tuple[tuple[str, type[msgspec.Struct], tuple[Shown, ...], int | None], ...] = (
    ("Toezeggingen en maatregelen", CommitmentRow, COMMITMENTS, PRINTED),
    ("Moties", MotionRow, MOTIONS, MOTIONS_PRINTED),
    ("Verwijzingen", CitationRow, CITATIONS, None),
    ("Brieven", DocumentRow, LETTERS, None),
    ("Niet gelezen", FailureRow, FAILURES, None),
)
"""Title of each sheet, its row, what is shown of it, and how many columns go on paper (None: all)."""


def write(register: Register, folder: Path) -> None:
    """Write commitments.xlsx."""
    with beside(folder / "commitments.xlsx") as path, Workbook(str(path), SAFE | FLAT) as workbook:
        workbook.set_properties({"title": "Toezeggingen en maatregelen", "created": MADE})
        formats = Formats(workbook)
        sheets = tuple(Sheet(workbook, formats, *each) for each in LISTS)
        acts, motions, citations, letters, failures = sheets
        places: dict[str, str] = {}
        for letter in lists.letters(register):
            way = places[letter.document.id] = letter_link(register, letter.document.id, folder)
            _add(letter, (acts, citations, letters), way)
        for motion in lists.motions(register):
            motions.add(motion, _motion_links(motion, places))
        for failure in lists.failures(register):
            failures.add(failure)
        for sheet in sheets:
            sheet.finish()
        _legend(workbook, formats)


def _add(letter: LetterRows, sheets: tuple[Sheet, Sheet, Sheet], way: str) -> None:
    """A letter's rows, linked to the official pages and to the letter's own page."""
    acts, citations, letters = sheets
    letters.add(letter.document, {"file": way})
    for citation in letter.citations:
        paper = {"ids": citation.url} if citation.url else {}
        citations.add(citation, {**paper, **_place(way, citation.page)})
    known = _official_pages(letter.analysis)
    for act in letter.commitments:
        papers = {
            name: known[ids[0]]
            for name in ("motions", "ids")
            if (ids := getattr(act, name)) and ids[0] in known
        }
        acts.add(act, {**papers, **_place(way, act.page)})


def _motion_links(motion: MotionRow, places: dict[str, str]) -> Links:
    paper = {"motion": motion.url} if motion.url else {}
    if motion.letter is None or motion.page is None:
        return paper
    return {**paper, **_place(places[motion.letter], motion.page)}


def _official_pages(analysis: Analysis) -> dict[str, str]:
    return {ids[0]: c.url for c in analysis.citations if (ids := c.reference.ids) and c.url}


def _place(letter: str, page: int) -> Links:
    return {"file": letter, "page": f"{letter}#page={page}"}


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
        ((stand, formats.status[stand]), ("Stand", formats.text), (meaning, formats.wrapped))
        for stand, meaning in STAND_MEANS.items()
    )
    yield from (
        ((kind, formats.strong), ("Soort", formats.text), (meaning, formats.wrapped))
        for kind, meaning in KIND_MEANS.items()
    )
    yield from _legend_columns(formats)


def _legend_columns(formats: Formats) -> Iterator[tuple[tuple[str, Format], ...]]:
    for title, row, shown, _ in LISTS:
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


STAND_MEANS = {
    "open": "De termijn is niet voorbij, of er is geen termijn en de toezegging is jonger dan een jaar.",
    "deels": "Een latere brief meldt dat het deels is nagekomen.",
    "voldaan": "Nagekomen, volgens de brief zelf of een latere.",
    "verlopen": "De termijn is voorbij en geen brief zegt meer.",
    "gewijzigd": "Een latere brief noemt een andere termijn.",
    "vervallen": "Een latere brief zegt dat het niet doorgaat.",
    "onbekend": "Geen termijn, en al een jaar zegt geen brief er iets over.",
}
"""How an act stands on the day in the column 'Stand op'."""

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
