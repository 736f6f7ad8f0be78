"""Stage structure. Where the body starts under the letterhead, and where closing formula and signature stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from kamerstukken.model import Layout
from kamerstukken.structure.headings import is_question
from kamerstukken.structure.rows import Row

# 'Geachte voorzitter,', 'Mijnheer de Voorzitter,', 'Zeer geachte heer Bosma,'
SALUTATION = re.compile(
    r"^(?:zeer\s+)?(?:(?:geachte|beste|waarde|hooggeachte)\b[^.]{0,90}|(?:mijnheer|mevrouw)\s+de\s+voorzitter|excellentie|dear\b[^.]{0,60})[,:]?\s*$",
    re.IGNORECASE,
)
# 'Datum 6 juli 2023', 'Betreft Vervolgaanpak', 'Onderwerp:', 'Ons kenmerk'
LABEL = re.compile(
    r"^(?:datum|betreft|betreffende|onderwerp|inzake|(?:ons|uw|onze|mijn)\s+(?:kenmerk|referentie|brief(?:\s+\(kenmerk\))?)|kenmerk|bijlagen?(?:\(n\))?|referentie|nummer|doorkiesnummer)\b(?:\s*:|\s{2,}|$|\s)",
    re.IGNORECASE,
)
# 'Datum 27 februari 2015', 'Betreft Uw verzoek', 'Onderwerp: Reactie'; not 'Onderwerp van gesprek was'
LABEL_AND_VALUE = re.compile(
    r"^(?:(?:datum|betreft|onderwerp|inzake)\s*:?\s*(?-i:[A-Z0-9À-Ý‘'“\"(])|[^:]{3,28}:)", re.IGNORECASE
)
TAB = 0.6
"""In type sizes: a wider blank behind a label's word is a tab."""
LABELS_END = 0.62
"""The share of the first page above which the letterhead's labels stand."""
# 'Ontvangen' without a day in a draft, 'Den Haag, 3 juni 2019', ''s-Gravenhage, 3 juni 2019', 'Aan de Voorzitter van de Tweede Kamer der Staten-Generaal'
OFFICIAL_HEAD = re.compile(
    r"^(?:Den Haag|[’'‘]s[- ]Gravenhage),?\s+\d|^Aan de Voorzitters? van de (?:Tweede|Eerste) Kamer|^(?:Ontvangen|Vastgesteld|Voorgesteld)(?:\s.*\d{4}|$)",
    re.IGNORECASE,
)

# 'Hoogachtend,', 'Met vriendelijke groet,', 'Met de meeste hoogachting,'
CLOSING = re.compile(
    r"^(?:hoogachtend|met\s+(?:de\s+meeste\s+)?(?:hoog)?acht(?:ing)?|met\s+(?:vriendelijke|hartelijke|beste)\s+groet(?:en)?|vriendelijke\s+groet)\b.{0,30}$",
    re.IGNORECASE,
)
# 'De Minister van Defensie,', 'DE STAATSSECRETARIS VAN FINANCIEN,', 'Minister voor Rechtsbescherming', 'De minister-president,'
ROLE = re.compile(
    r"^(?:mede namens\s+)?(?:de\s+|het\s+)?(?:vice-)?(?:minister(?:-president)?|staatssecretaris|ministers)\b(?:\s*,|\s+(?:van|voor|president)\b|\s*$)",
    re.IGNORECASE,
)
ANNEX = re.compile(
    r"^(?:bijlage|annex|appendix|vragen\b|vraag\b|antwoord|beantwoording|\d{4}Z\d{5}|inbreng|lijst van)",
    re.IGNORECASE,
)
WIDE = 0.72
"""A row that is wider than this share of the column is running text, no line of a signature."""


def body_start(rows: Sequence[Row], layout: Layout, height: float) -> int:
    """The first row of the body: behind salutation, 'Datum' and 'Betreft'; `height` is that of page 1 in points."""
    first = [row for row in rows if row.page == rows[0].page] if rows else []
    if layout in ("kst", "aanhangsel"):
        return _official_start(first, layout)
    start = _behind_labels(first, height)
    for at, row in enumerate(rows[start : start + 12], start):
        if SALUTATION.match(row.text) and row.page <= rows[0].page + 1:
            return at + 1
    return start


def _official_start(first: Sequence[Row], layout: Layout) -> int:
    if layout == "aanhangsel":
        return next((at for at, row in enumerate(first) if is_question(row.text)), 0)
    found = [at for at, row in enumerate(first) if OFFICIAL_HEAD.match(row.text)]
    return found[-1] + 1 if found else 0


def _behind_labels(first: Sequence[Row], height: float) -> int:
    """Behind the last label and the lines of its value, which stand further to the right."""
    labels = [at for at, row in enumerate(first) if row.line.box.top < LABELS_END * height and _is_label(row)]
    if not labels:
        return 0
    at = labels[-1]
    value = first[at].parts[1].box.x0 if len(first[at].parts) > 1 else None
    row = first[at]
    at += 1
    while at < len(first):
        step = first[at].line.baseline - row.line.baseline
        deep = first[at].x0 > row.column.left + 15
        if step > 1.9 * row.column.pitch or not (
            deep or (value is None and step < 1.3 * row.column.pitch and at == labels[-1] + 1)
        ):
            break
        row = first[at]
        at += 1
    return at


def _is_label(row: Row) -> bool:
    if not LABEL.match(row.parts[0].text):
        return False
    return (
        len(row.parts) > 1
        or len(row.text.split()) <= 3
        or _wide_after_label(row)
        or bool(LABEL_AND_VALUE.match(row.text))
    )


def _wide_after_label(row: Row) -> bool:
    """True where the blank behind the first word is a tab's: 'Onderwerp   nadere informatie'."""
    first, second = row.line.words[:2]
    return second.box.x0 - first.box.x1 > TAB * row.line.size


def signature_rows(rows: Sequence[Row], names: Sequence[str], tabled: AbstractSet[int]) -> set[int]:
    """Indices of the rows of closing formulas and signatures; text behind them (an annex) is not among them.

    `names` are those of the signatories, as the metadata have them; `tabled` are the pages with a table.
    """
    found: set[int] = set()
    at = 0
    while at < len(rows):
        if CLOSING.match(rows[at].text) or _is_name(rows[at], names) or _opens_signature(rows, at, names):
            end = _signature_end(rows, at, tabled)
            found.update(range(at, end))
            at = end
        else:
            at += 1
    return found


def _opens_signature(rows: Sequence[Row], at: int, names: Sequence[str]) -> bool:
    """A minister's office alone on a line, with nothing but short lines behind it on the page.

    Without a comma and far from the names of those who sign it is a heading ('Minister voor Klimaat', above a table).
    """
    row = rows[at]
    if not ROLE.match(row.text) or row.text.endswith(".") or (row.line.bold and row.text.endswith(":")):
        return False
    if names and not row.text.endswith(",") and not _near_name(rows, at, names):
        return False
    if at and rows[at - 1].page == row.page:
        before = rows[at - 1]
        spaced = row.line.baseline - before.line.baseline > 1.35 * row.column.pitch
        if not spaced or (
            not before.text.rstrip("”’\"')").endswith((".", "!", "?", ":", ","))
            and before.line.box.width > WIDE * row.column.width
        ):
            return False
    behind = [other for other in rows[at + 1 :] if other.page == row.page]
    wide = next((k for k, other in enumerate(behind) if _is_text(other)), len(behind))
    return wide >= 1 or (not behind and row.line.box.width < WIDE * row.column.width)


def _near_name(rows: Sequence[Row], at: int, names: Sequence[str]) -> bool:
    here = rows[at].page
    near = (" ".join(row.text.split()).casefold() for row in rows if here <= row.page <= here + 1)
    return any(name in text for text in near for name in names)


def _is_name(row: Row, names: Sequence[str]) -> bool:
    """True where a short row holds a signatory's name and hardly more ('mw. drs. E.I. Schippers')."""
    text = " ".join(row.text.split()).casefold()
    short = row.line.box.width < WIDE * row.column.width
    return (
        short
        and any(name and name in text and len(text) < len(name) + 45 for name in names)
        and not text.endswith(".")
    )


def _signature_end(rows: Sequence[Row], start: int, tabled: AbstractSet[int]) -> int:
    at = start + 1
    page = rows[start].page
    while at < len(rows):
        row = rows[at]
        if row.page != page and (row.page in tabled or not _signature_page(rows, at)):
            break
        page = row.page
        if (_is_text(row) and at > start + 1) or ANNEX.match(row.text):
            break
        at += 1
    return at


def _is_text(row: Row) -> bool:
    return (
        row.line.box.width > WIDE * row.column.width
        and not ROLE.match(row.text)
        and len(row.parts) == 1
        and any(char.islower() for char in row.text)
    )


def _signature_page(rows: Sequence[Row], at: int) -> bool:
    """True where a page holds nothing but the rest of a signature."""
    page = [row for row in rows[at:] if row.page == rows[at].page]
    short = all(
        not _is_text(row) and not ANNEX.match(row.text) and not row.text.endswith(".") for row in page
    )
    return short and (len(page) <= 4 or (len(page) <= 12 and any(ROLE.match(row.text) for row in page)))
