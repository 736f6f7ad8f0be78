"""Stage structure. Notes tied to the markers in the body: on their own page first, each marker to one note."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet

from kamerstukken.model import Word
from kamerstukken.structure.flow import Mark
from kamerstukken.structure.lines import Line
from kamerstukken.structure.notes.footnotes import Note
from kamerstukken.structure.notes.markers import ANY_PAGE, Markers, Place, markers_in, unraised_in


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


def markers_of(notes: Sequence[Note], bodies: Iterable[Iterable[Line]]) -> Markers:
    """The markers that have a note; `bodies` are the lines above the notes, by page.

    Page 0 stands for any page, for markers that occur once. A note whose marker is raised nowhere near can have
    it as plain digits behind a word of its page, where one word alone ends so.
    """
    counts = Counter(note.marker for note in notes)
    plain = {(ANY_PAGE, marker) for marker in counts if not marker.isdigit()}
    once = {(ANY_PAGE, marker) for marker, times in counts.items() if times == 1 and len(notes) > 1}
    noted = {(note.page, note.marker) for note in notes}
    words = [word for lines in bodies for line in lines for word in line.words]
    raised = {(word.box.page, marker) for word in words if word.superscript for marker in markers_in(word)}
    lost = {(page, m) for page, m in noted if m.isdigit() and not {(page, m), (page - 1, m)} & raised}
    return Markers(frozenset(noted | plain | once), _unraised(words, lost))


def _unraised(words: Sequence[Word], lost: AbstractSet[Place]) -> frozenset[Place]:
    if not lost:
        return frozenset()
    found = Counter((word.box.page, marker) for word in words if (marker := unraised_in(word)))
    return frozenset(place for place in lost if found[place] == 1)
