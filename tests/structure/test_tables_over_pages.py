"""Plannings: one ruled column is a table, a bold row heads the next one, and a table goes on over the page."""

from __future__ import annotations

import pytest

from kamerstukken.model import Box, Word
from kamerstukken.structure.lines import Line, line_of
from kamerstukken.structure.tables import Table, goes_on, over_pages, ruled_tables

LEFT, RIGHT, HIGH = 80.0, 500.0, 16.0


def line(text: str, row: int, *, bold: bool = False, page: int = 1) -> Line:
    top = 100 + row * HIGH + 3
    box = Box(page, LEFT + 4, top, LEFT + 4 + 5 * len(text), top + 9)
    return line_of([Word(text, box, 9.0, bold=bold)])


def frame(rows: int) -> list[Box]:
    bottom = 100 + rows * HIGH
    upright = [Box(1, x, 100, x + 0.5, bottom) for x in (LEFT, RIGHT)]
    return upright + [Box(1, LEFT, 100 + n * HIGH, RIGHT, 100 + n * HIGH + 0.5) for n in range(rows + 1)]


def words(table: Table) -> list[str]:
    return [" ".join(w.text for cell in row for part in cell for w in part) for row in table.cells]


def test_one_ruled_column_is_a_table_and_bold_rows_head_tables() -> None:
    rows = [
        ("Kwartaal1", True),
        ("Jaarplan", False),
        ("Verslag", False),
        ("Kwartaal2", True),
        ("Nota", False),
    ]
    lines = [line(text, n, bold=bold) for n, (text, bold) in enumerate(rows)]
    tables, rest = ruled_tables(lines, frame(len(rows)))
    assert [words(table) for table in tables] == [["Kwartaal1", "Jaarplan", "Verslag"], ["Kwartaal2", "Nota"]]
    assert rest == []


def test_a_frame_around_a_paragraph_is_no_table() -> None:
    upright = [Box(1, x, 100, x + 0.5, 200) for x in (LEFT, RIGHT)]
    around = (
        upright + [Box(1, LEFT, y, RIGHT, y + 0.5) for y in (100, 150, 200)] + [Box(1, 10, 700, 60, 700.5)]
    )
    lines = [line(f"regel{n}", n) for n in range(6)]
    assert ruled_tables(lines, around)[0] == []


def one_column(*rows: str, page: int, bold_head: bool = False) -> Table:
    cells = tuple(
        ((line(text, n, bold=bold_head and n == 0, page=page).words,),) for n, text in enumerate(rows)
    )
    return Table(page, 100.0, 100.0 + HIGH * len(rows), cells)


@pytest.mark.parametrize(
    "below, expected, why",
    [
        (one_column("Verslag", page=3), True, "the rest of the rows"),
        (
            one_column("Kwartaal3", "Verslag", page=3, bold_head=True),
            False,
            "a bold row is a head of its own",
        ),
        (one_column("Kwartaal3", "Verslag", page=3), False, "the same head but for its number"),
        (one_column("Verslag", page=4), False, "a page lies between"),
    ],
)
def test_what_goes_on_over_the_page(below: Table, expected: bool, why: str) -> None:
    above = one_column("Kwartaal2", "Nota", page=2)
    assert goes_on(above, below) is expected, why


def test_a_table_over_two_pages_holds_all_rows_and_can_go_on() -> None:
    whole = over_pages(one_column("Kwartaal2", "Nota", page=2), one_column("Verslag", page=3))
    assert (whole.page, words(whole)) == (2, ["Kwartaal2", "Nota", "Verslag"])
    assert goes_on(whole, one_column("Agenda", page=4))
