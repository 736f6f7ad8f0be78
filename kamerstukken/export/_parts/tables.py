"""The five lists by name, for formats that write them all alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from kamerstukken.register import Register, lists
from kamerstukken.register.columns import Column, columns
from kamerstukken.register.lists import LetterRows
from kamerstukken.register.rows import CitationRow, CommitmentRow, DocumentRow, FailureRow, MotionRow


@dataclass(frozen=True, slots=True)
class Table:
    """A list: its title in Dutch, its row in the contract, and the way to its rows."""

    title: str
    row: type[msgspec.Struct]
    rows: Callable[[Register], Iterator[msgspec.Struct]]


TABLES = {
    "commitments": Table("Toezeggingen en maatregelen", CommitmentRow, lists.commitments),
    "motions": Table("Moties", MotionRow, lists.motions),
    "citations": Table("Verwijzingen", CitationRow, lists.citations),
    "documents": Table("Brieven", DocumentRow, lists.documents),
    "failures": Table("Niet gelezen", FailureRow, lists.failures),
}
"""Name of the file to the list."""

Sink = Callable[[Any], None]
"""Takes a row of one list."""


def pour(register: Register, sinks: Mapping[str, Sink]) -> None:
    """Give every row of the five lists to the sink of that name, reading each letter once."""
    letters = _passing(lists.letters(register), sinks)
    for motion in lists.motion_rows(register, letters):
        sinks["motions"](motion)
    for failure in lists.failures(register):
        sinks["failures"](failure)


def _passing(letters: Iterable[LetterRows], sinks: Mapping[str, Sink]) -> Iterator[LetterRows]:
    """The letters on their way to the motions, their rows taken as they come by."""
    for letter in letters:
        sinks["documents"](letter.document)
        for citation in letter.citations:
            sinks["citations"](citation)
        for act in letter.commitments:
            sinks["commitments"](act)
        yield letter


ONE_CELL = ("text", "integer", "number", "date", "one of", "yes or no", "list of text")
"""Types that one cell can hold."""


def flat_columns(row: type[msgspec.Struct]) -> tuple[Column, ...]:
    """The columns of a list that one cell can hold each: without blocks, footnotes, signatories and boxes."""
    return tuple(column for column in columns(row) if column.type in ONE_CELL)
