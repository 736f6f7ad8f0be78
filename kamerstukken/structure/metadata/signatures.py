"""Stage structure. Who signs: offices and names that stand alone, name under or over the office, also side by side."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kamerstukken.model import Signatory
from kamerstukken.structure.metadata.cells import Cell, above, below, beside, joined
from kamerstukken.structure.metadata.people import (
    begins_office,
    has_initials,
    is_name,
    is_office,
    is_officer,
    is_surname,
)

ROOM = 190.0
"""Points between an office and the name under it, at most: room for a signature by hand."""
TIGHT = 0.8
"""In heights of a line: what stands nearer belongs to the line above it."""
EDGE = 8.0
"""Points by which the left edges of an office and its name may differ."""
BODY_WORDS = 9
"""A cell of more words is running text: it parts two signatures (of a letter and of its annex)."""
# 'Hoogachtend,', 'Met vriendelijke groet,'
CLOSING = re.compile(r"^(?:Hoogachtend|Met vriendelijke groet(?:en)?|Met gevoelens van)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Office:
    """An office as printed, over one or more lines."""

    cells: tuple[Cell, ...]

    @property
    def text(self) -> str:
        """The lines joined."""
        return joined(cell.text for cell in self.cells)

    @property
    def role(self) -> str:
        """The office without the comma at its end."""
        return re.sub(r"\s+,", ",", self.text).rstrip(" ,.")

    @property
    def leads(self) -> bool:
        """True where a comma says that the name follows."""
        return self.text.rstrip().endswith(",")


def signatories_of(cells: Sequence[Cell]) -> tuple[Signatory, ...]:
    """Those who sign first in a document, in reading order; an annex signed by others is left alone.

    An office without a name (signed by hand only) is given where no office has one.
    """
    offices = _offices(cells)
    used: set[int] = set()
    signed: list[tuple[Office, Cell]] = []
    for office in offices:
        name = _name_of(office, cells, used)
        if name is None:
            continue
        if signed and _text_between(signed[-1][1], office.cells[0], cells):
            break
        used.add(id(name))
        signed.append((office, name))
    if signed:
        return tuple(Signatory(name.text.rstrip(" ,"), office.role) for office, name in signed)
    return _unnamed(offices) or _unofficed(cells)


def _offices(cells: Sequence[Cell]) -> tuple[Office, ...]:
    found = []
    for cell in cells:
        if begins_office(cell.text):
            office = _whole_office(cell, cells)
            if is_office(office.text):
                found.append(office)
    return tuple(found)


def _whole_office(first: Cell, cells: Sequence[Cell]) -> Office:
    lines = [first]
    while len(lines) < 5:
        more = below(lines[-1], cells, reach=TIGHT * lines[-1].box.height)
        if more is None or _ends_before(lines[-1].text, more.text):
            break
        lines.append(more)
    return Office(tuple(lines))


def _ends_before(line: str, following: str) -> bool:
    """True where an office ends with a line: a name or another office comes next."""
    if begins_office(following) or has_initials(following):
        return True
    if is_officer(line):
        return is_surname(following)
    unfinished = re.search(r"\b(?:van|voor|en|namens)$", line.strip(), re.IGNORECASE)
    return is_name(following) and not unfinished


def _name_of(office: Office, cells: Sequence[Cell], used: set[int]) -> Cell | None:
    under, over = _under(office, cells), _over(office, cells)
    right = beside(office.cells[-1], cells, reach=200)
    candidates = [under, over] if office.leads or over is None else [over, under]
    for name in (*candidates, right):
        if name is not None and id(name) not in used and _signs(office, name.text.rstrip(" ,")):
            return name
    return None


def _signs(office: Office, text: str) -> bool:
    return is_name(text) or (is_officer(office.text) and is_surname(text))


def _under(office: Office, cells: Sequence[Cell]) -> Cell | None:
    """The next cell in the column under an office, notes such as 'namens deze,' skipped; on the next page at its top."""
    last = office.cells[-1]
    found = below(last, cells, reach=ROOM, slack=EDGE)
    while found is not None and found.text.casefold().startswith(
        ("namens", "i.a.", "b.a.", "voor deze", "(w.g.)", "w.g.")
    ):
        found = below(found, cells, reach=ROOM, slack=EDGE)
    return found or _on_next_page(last, cells)


def _on_next_page(last: Cell, cells: Sequence[Cell]) -> Cell | None:
    following = (
        c
        for c in cells
        if c.page == last.page + 1 and abs(c.box.x0 - last.box.x0) <= EDGE and c.box.top < 300
    )
    return next(following, None)


def _over(office: Office, cells: Sequence[Cell]) -> Cell | None:
    first = office.cells[0]
    return above(first, cells, reach=TIGHT * first.box.height, slack=EDGE)


def _text_between(one: Cell, other: Cell, cells: Sequence[Cell]) -> bool:
    start, end = (one.page, one.box.bottom), (other.page, other.box.top)
    return any(
        start <= (cell.page, cell.box.top) <= end
        and len(cell.words) >= BODY_WORDS
        and not is_office(cell.text)
        for cell in cells
    )


def _unnamed(offices: Sequence[Office]) -> tuple[Signatory, ...]:
    return tuple(Signatory(None, office.role) for office in offices if office.leads)[:1]


def _unofficed(cells: Sequence[Cell]) -> tuple[Signatory, ...]:
    """'Hoogachtend,' with a name under it and no office."""
    for cell in cells:
        if CLOSING.match(cell.text):
            name = below(cell, cells, reach=ROOM, slack=EDGE)
            if name is not None and is_name(name.text):
                return (Signatory(name.text, None),)
    return ()
