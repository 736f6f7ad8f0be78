"""Stage structure. The letterhead's labels ('Datum', 'Betreft', 'Ons kenmerk') with their values, beside or under them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from kamerstukken.structure.metadata.cells import Cell, below, beside, text_of

Field = Literal["date", "subject", "kenmerk", "uw_kenmerk", "other"]

# written without blanks, for a text layer may drop or add some ('OnzeReferentie', 'Ons ken merk')
NAMES: tuple[tuple[Field, str], ...] = (
    ("date", r"Datum"),
    ("subject", r"Betreft|Onderwerp|Betreffende"),
    ("uw_kenmerk", r"Uw(?:kenmerk|referentie|ref\.?|nummer|brief(?:kenmerk)?)|Kenmerk(?:van)?uwbrief"),
    ("kenmerk", r"(?:Ons|Brief)?kenmerk|(?:Onze)?referentie|Onzeref\.?|Onsnummer|Briefnummer"),
    (
        "other",
        r"Bijlagen?|Bijlage\(n\)|Aantalbijlagen|Aantalpagina['’]?s|Uwbriefvan|Uwbericht(?:van)?|Datumuwbrief"
        r"|Afschrift(?:en)?(?:aan)?|Kopie(?:aan)?|Contactpersoon|Behandelddoor|Doorkiesnummer|Telefoon|Inlichtingen(?:bij)?"
        r"|E-mail|Fax|Bezoekadres|Postadres|Factuuradres|Overheidsidentificatien\w*|Auteur|Projectnaam|Zaaknummer|Dossiernummer"
        r"|Retouradres|Versie|Rubricering|Classificatie|Notulist",
    ),
)
# 'Ons kenmerk', 'Betreft:', 'BIJLAGE(N)'
LABEL = re.compile(
    r"^(?:" + "|".join(f"(?P<{field}>{names})" for field, names in NAMES) + r")(?P<colon>:)?$", re.IGNORECASE
)
# a value may not begin like this: the body has begun
SALUTATION = re.compile(
    r"^(?:Zeer )?(?:Geachte|Hooggeachte|Mijnheer|Mevrouw|Excellentie|L\.S\.)\b", re.IGNORECASE
)

LONGEST = 5
"""Words of the longest label ('Kenmerk van uw brief'), one split by its text layer."""
COLUMN = 130.0
"""Points between a label and a value beside it, at most: the margin colophon is farther away."""
EDGE = 8.0
"""Points by which the left edges of a value's lines may differ: a scanned page is never quite straight."""
TIGHT = 0.75
"""In heights of a line: a smaller gap than this continues a value on the next line."""


@dataclass(frozen=True, slots=True)
class Label:
    """A label as found: `cell` holds the label's words only, `rest` what follows it in the same cell."""

    field: Field
    cell: Cell
    rest: Cell | None
    colon: bool


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label's field with its value's lines, from top to bottom; no lines where nothing is filled in."""

    field: Field
    lines: tuple[str, ...]
    page: int


def labelled(cells: Sequence[Cell]) -> tuple[Labelled, ...]:
    """All labels of some pages with their values, in reading order."""
    labels = tuple(label for cell in cells if (label := label_in(cell)) is not None)
    taken = frozenset(id(label.cell) for label in labels if label.rest is None)
    return tuple(
        Labelled(label.field, _value(label, cells, taken), label.cell.page)
        for label in labels
        if label.field != "other"
    )


def label_in(cell: Cell) -> Label | None:
    """The label that a cell is or begins with, the longest that fits."""
    for length in range(min(LONGEST, len(cell.words)), 0, -1):
        match = LABEL.match(text_of(cell.words[:length]).replace(" ", ""))
        if match is None or not cell.words[0].text[0].isupper():
            continue  # a lower-case 'kenmerk' at a line's start is running text
        field = next(field for field, _ in NAMES if match[field])
        rest = cell.from_word(length)
        label = Label(field, cell if rest is None else _head(cell, length), rest, match["colon"] is not None)
        return label if _stands_alone(label) else None
    return None


def _head(cell: Cell, length: int) -> Cell:
    box = cell.words[0].box
    for word in cell.words[1:length]:
        box = box.union(word.box)
    return Cell(cell.words[:length], box)


def _stands_alone(label: Label) -> bool:
    """'Datum van ingang' in a text is no label: what follows must be set apart by a colon, its type or its kind."""
    if label.rest is None or label.colon or (label.cell.bold and not label.rest.bold):
        return True
    if label.field == "subject":
        return True
    return label.field != "other" and any(char.isdigit() for char in label.rest.text)


def _value(label: Label, cells: Sequence[Cell], taken: frozenset[int]) -> tuple[str, ...]:
    first = label.rest or _neighbour(label, cells, taken)
    if first is None:
        return ()
    lines = [first]
    while (more := _continuation(label, lines, cells, taken)) is not None:
        lines.append(more)
    return tuple(line.text for line in lines)


def _neighbour(label: Label, cells: Sequence[Cell], taken: frozenset[int]) -> Cell | None:
    right = beside(label.cell, cells, reach=COLUMN)
    if right is not None and id(right) not in taken and label_in(right) is None:
        return right
    under = below(label.cell, cells, reach=label.cell.box.height)
    if under is None or label_in(under) is not None or SALUTATION.match(under.text):
        return None
    return None if under.bold and label.cell.bold else under


def _continuation(
    label: Label, lines: Sequence[Cell], cells: Sequence[Cell], taken: frozenset[int]
) -> Cell | None:
    last = lines[-1]
    more = below(last, cells, reach=TIGHT * last.box.height, slack=EDGE)
    if more is None and len(lines) == 1 and label.field == "subject":
        more = _under_label(label, last, cells)
    if more is None or id(more) in taken or label_in(more) is not None or SALUTATION.match(more.text):
        return None
    return None if more.bold and not last.bold else more


def _under_label(label: Label, value: Cell, cells: Sequence[Cell]) -> Cell | None:
    """The second line of a value that is not indented: 'Betreft Commissiebrief inzake' / 'bezuinigingen'."""
    more = below(label.cell, cells, reach=TIGHT * value.box.height)
    return more if more is not None and more.box.top > value.box.top + value.box.height / 2 else None
