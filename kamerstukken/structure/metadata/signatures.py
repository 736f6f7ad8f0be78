"""Stage structure. Who signs: offices and names that stand alone, name under or over the office, also side by side."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kamerstukken.model import Signatory
from kamerstukken.structure.metadata.cells import (
    Cell,
    HasWords,
    above,
    below,
    beside,
    cells_of,
    joined,
    text_of,
)
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
NEXT_TOP = 300.0
"""Points from the top of the next page within which the name of an office at a page's foot stands."""
FIRST = frozenset({"de", "min", "sta", "vic", "hoo", "met"})
"""How the first word of an office or a closing begins: 'De minister', 'Staatssecretaris', 'Hoogachtend'."""
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


@dataclass(frozen=True, slots=True)
class _Signed:
    office: Office
    name: Cell


def signatories_of(pages: Sequence[Sequence[HasWords]]) -> tuple[Signatory, ...]:
    """Those who sign first in a document, in reading order; an annex signed by others is left alone.

    `pages` holds the lines of each page. An office without a name (signed by hand only) is given where no
    office has one.
    """
    signed: list[_Signed] = []
    unnamed: tuple[Signatory, ...] = ()
    for number, lines in enumerate(pages):
        if not any(map(_may_sign, lines)):
            continue
        cells = cells_of(lines)
        following = cells_of(pages[number + 1]) if number + 1 < len(pages) else ()
        found = _signed_on(cells, following)
        group = _same_hand(signed, found, cells)
        signed += group
        if len(group) < len(found):
            break
        unnamed = unnamed or _unnamed(cells) or _unofficed(cells)
    if signed:
        return tuple(Signatory(each.name.text.rstrip(" ,"), each.office.role) for each in signed)
    return unnamed


def _may_sign(line: HasWords) -> bool:
    """A quick look at a line's first words: only pages with an office or a closing are looked at closely."""
    if not line.words or line.words[0].text[:3].casefold() not in FIRST:
        return False
    text = text_of(line.words[:8])
    return begins_office(text) or CLOSING.match(text) is not None


def _signed_on(cells: Sequence[Cell], following: Sequence[Cell]) -> list[_Signed]:
    used: set[int] = set()
    found = []
    for office in _offices(cells):
        name = _name_of(office, cells, following, used)
        if name is not None:
            used.add(id(name))
            found.append(_Signed(office, name))
    return found


def _same_hand(before: Sequence[_Signed], found: Sequence[_Signed], cells: Sequence[Cell]) -> list[_Signed]:
    """Those of a page who sign the same letter: no running text parts them from the one before."""
    group: list[_Signed] = []
    for each in found:
        last = group[-1] if group else before[-1] if before else None
        if last is not None and _text_between(last.name, each.office.cells[0], cells):
            break
        group.append(each)
    return group


def _offices(cells: Sequence[Cell]) -> tuple[Office, ...]:
    found = (_whole_office(cell, cells) for cell in cells if begins_office(cell.text))
    return tuple(office for office in found if is_office(office.text))


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


def _name_of(office: Office, cells: Sequence[Cell], following: Sequence[Cell], used: set[int]) -> Cell | None:
    under, over = _under(office, cells, following), _over(office, cells)
    right = beside(office.cells[-1], cells, reach=200)
    candidates = [under, over] if office.leads or over is None else [over, under]
    for name in (*candidates, right):
        if name is not None and id(name) not in used and _signs(office, name.text.rstrip(" ,")):
            return name
    return None


def _signs(office: Office, text: str) -> bool:
    return is_name(text) or (is_officer(office.text) and is_surname(text))


def _under(office: Office, cells: Sequence[Cell], following: Sequence[Cell]) -> Cell | None:
    """The next cell in the column under an office, notes such as 'namens deze,' skipped; on the next page at its top."""
    last = office.cells[-1]
    found = below(last, cells, reach=ROOM, slack=EDGE)
    while found is not None and found.text.casefold().startswith(
        ("namens", "i.a.", "b.a.", "voor deze", "(w.g.)", "w.g.")
    ):
        found = below(found, cells, reach=ROOM, slack=EDGE)
    on_next = (c for c in following if abs(c.box.x0 - last.box.x0) <= EDGE and c.box.top < NEXT_TOP)
    return found or next(on_next, None)


def _over(office: Office, cells: Sequence[Cell]) -> Cell | None:
    first = office.cells[0]
    return above(first, cells, reach=TIGHT * first.box.height, slack=EDGE)


def _text_between(one: Cell, other: Cell, cells: Sequence[Cell]) -> bool:
    """True where running text stands between two cells; `cells` are those of the second one's page."""
    if other.page - one.page > 1:
        return True
    start, end = (one.page, one.box.bottom), (other.page, other.box.top)
    between = (cell for cell in cells if start <= (cell.page, cell.box.top) <= end)
    return any(len(cell.words) >= BODY_WORDS and not is_office(cell.text) for cell in between)


def _unnamed(cells: Sequence[Cell]) -> tuple[Signatory, ...]:
    return tuple(Signatory(None, office.role) for office in _offices(cells) if office.leads)[:1]


def _unofficed(cells: Sequence[Cell]) -> tuple[Signatory, ...]:
    """'Hoogachtend,' with a name under it and no office."""
    for cell in cells:
        if CLOSING.match(cell.text):
            name = below(cell, cells, reach=ROOM, slack=EDGE)
            if name is not None and is_name(name.text):
                return (Signatory(name.text, None),)
    return ()
