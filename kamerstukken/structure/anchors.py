"""Stage structure. Notes tied to the markers in the body: on their own page first, each marker to one note."""

from __future__ import annotations

from collections.abc import Sequence

from kamerstukken.structure.flow import Mark
from kamerstukken.structure.footnotes import Note


def tie(notes: Sequence[Note], marks: Sequence[Mark]) -> list[Mark | None]:
    """For each note the mark that stands for it, or None.

    A note stands on the page of its marker; where a long page pushes it on, on the next one. Numbering may
    start again on a page, so the page counts before the order.
    """
    free = dict(enumerate(marks))
    tied: list[Mark | None] = []
    for note in notes:
        at = next(
            (
                key
                for off in ((0, -1, 1) if note.marker.isdigit() else ())
                for key, mark in free.items()
                if mark.marker == note.marker and mark.page == note.page + off
            ),
            None,
        )
        if at is None:
            at = next((key for key, mark in free.items() if mark.marker == note.marker), None)
        tied.append(free.pop(at) if at is not None else None)
    return tied


def known_markers(notes: Sequence[Note]) -> frozenset[tuple[int, str]]:
    """The (page, marker) pairs that have a note; page 0 stands for any page, for markers that occur once."""
    pairs = {(note.page, note.marker) for note in notes}
    counts = [note.marker for note in notes]
    plain = {(0, marker) for marker in counts if not marker.isdigit()}
    once = {(0, marker) for marker in counts if counts.count(marker) == 1 and len(counts) > 1}
    return frozenset(pairs | plain | once)
