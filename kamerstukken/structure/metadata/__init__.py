"""Stage structure. Pages and their lines to a letter's metadata and its layout."""

from __future__ import annotations

from collections.abc import Sequence

from kamerstukken.model import Layout, Metadata, Page
from kamerstukken.structure.metadata.addressee import addressee_of
from kamerstukken.structure.metadata.cells import Cell, HasWords, cells_of
from kamerstukken.structure.metadata.dates import day_in, is_day
from kamerstukken.structure.metadata.kenmerk import kenmerk_of
from kamerstukken.structure.metadata.labels import Labelled, labelled
from kamerstukken.structure.metadata.layout import kind_of
from kamerstukken.structure.metadata.ministry import ministry_of
from kamerstukken.structure.metadata.official import aanhangsel_metadata, kst_metadata
from kamerstukken.structure.metadata.signatures import signatories_of
from kamerstukken.structure.metadata.subject import dossiers_in, subject_of

__all__ = ["layout_of", "metadata_of"]

LABELLED_PAGES = 2
"""The letterhead's labels stand on the first page; the second repeats some of them in its margin."""


def layout_of(pages: Sequence[Page], lines: Sequence[Sequence[HasWords]]) -> Layout:
    """What kind of paper this is; `lines` holds the lines of each page, in the order of `pages`."""
    if not pages:
        return "other"
    first = cells_of(lines[0])
    return kind_of(first, labelled(first), pages[0].height)


def metadata_of(pages: Sequence[Page], lines: Sequence[Sequence[HasWords]]) -> Metadata:
    """What letterhead, colophon and signature say; `lines` holds the lines of each page, in the order of `pages`.

    Nothing is taken from a file's name; what is not printed is None.
    """
    if not pages:
        return Metadata()
    first = cells_of(lines[0])
    layout = kind_of(first, labelled(first), pages[0].height)
    if layout == "aanhangsel":
        return aanhangsel_metadata(first)
    if layout == "kst":
        return kst_metadata(first, lines)
    return _letter_metadata(first, lines, pages[0].height)


def _letter_metadata(first: Sequence[Cell], lines: Sequence[Sequence[HasWords]], height: float) -> Metadata:
    labels = (
        *labelled(first),
        *(label for page in lines[1:LABELLED_PAGES] for label in labelled(cells_of(page))),
    )
    date, kenmerk, subject = _date(labels, first), kenmerk_of(labels, "kenmerk"), subject_of(labels)
    signatories = signatories_of(lines)
    roles = [signatory.role for signatory in signatories if signatory.role]
    return Metadata(
        date=date,
        subject=subject,
        ministry=ministry_of(first, day=date, kenmerk=kenmerk, roles=roles),
        kenmerk=kenmerk,
        uw_kenmerk=kenmerk_of(labels, "uw_kenmerk"),
        addressee=addressee_of(first, height),
        signatories=signatories,
        dossiers=dossiers_in(subject),
    )


def _date(labels: Sequence[Labelled], first: Sequence[Cell]) -> str | None:
    """The day after 'Datum', else the first day that stands alone on the first page ('Den Haag, 5 mei 2015')."""
    for label in labels:
        if label.field == "date" and label.lines and (day := day_in(label.lines[0])) is not None:
            return day
    return next((day_in(cell.text) for cell in first if is_day(cell.text)), None)
