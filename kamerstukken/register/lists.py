"""The lists as they go out: rows of the contract of what is selected. Every format reads them here and nowhere else.

So what is known beyond a letter (how an act stands, what a person decided) is put into rows in this one place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import msgspec

from kamerstukken.model import Analysis, Citation, KnownPaper
from kamerstukken.register.contract import citation_rows, commitment_rows, document_row, failure_row
from kamerstukken.register.rows import CitationRow, CommitmentRow, DocumentRow, FailureRow, MotionRow
from kamerstukken.register.store import Register


@dataclass(frozen=True, slots=True)
class LetterRows:
    """A letter in rows of the contract, beside the nouns that they were made from."""

    analysis: Analysis
    document: DocumentRow
    citations: tuple[CitationRow, ...]
    commitments: tuple[CommitmentRow, ...]


def letters(register: Register) -> Iterator[LetterRows]:
    """The letters that are selected, in corpus order, one at a time."""
    return (_letter(register, analysis) for analysis in register.analyses())


def commitments(register: Register) -> Iterator[CommitmentRow]:
    """The acts that are selected, in corpus order."""
    return (row for letter in letters(register) for row in letter.commitments)


def citations(register: Register) -> Iterator[CitationRow]:
    """The mentions in the letters that are selected."""
    return (row for letter in letters(register) for row in letter.citations)


def documents(register: Register) -> Iterator[DocumentRow]:
    """The letters that are selected, one row each."""
    return (letter.document for letter in letters(register))


def failures(register: Register) -> Iterator[FailureRow]:
    """All files that could not be read, whatever is selected: nobody knows what they would have held."""
    return map(failure_row, register.failed())


def motions(register: Register) -> Iterator[MotionRow]:
    """The motions that the selected letters name, by id, each with the acts that rest on it by date."""
    return motion_rows(register, letters(register))


@dataclass(slots=True)
class _Motion:
    """What is known of a motion while letters come in."""

    indieners: tuple[str, ...] = ()
    url: str | None = None
    letters: list[tuple[str, str]] = field(default_factory=list)
    acts: list[CommitmentRow] = field(default_factory=list)


def motion_rows(register: Register, found: Iterable[LetterRows]) -> Iterator[MotionRow]:
    """Motions of some letters of a register; where a motion is asked for, those alone that an act rests on."""
    known: dict[str, _Motion] = {}
    for letter in found:
        for citation in letter.analysis.citations:
            _mention(known, letter, citation)
        for act in letter.commitments:
            for id_ in act.motions:
                motion = known.setdefault(id_, _Motion())
                motion.acts.append(act)
                _seen(motion, letter)
    records = register.records.papers()
    settled = _settled(register, known)
    for id_, motion in sorted(known.items()):
        if motion.acts or not register.selection.motion:
            rows = _rows(id_, motion, settled.get(id_, (None, None)))
            yield from rows if id_ not in records else (_recorded(row, records[id_]) for row in rows)


def _settled(register: Register, motions: Iterable[str]) -> dict[str, tuple[str | None, str | None]]:
    """Date and id of the letter that calls a motion wholly done, of letters up to the day of the stands."""
    day = register.stands_on
    return {
        link.to: (link.date, link.letter)
        for link in register.links.to(motions)
        if link.type == "settles" and link.how == "nakoming" and (day is None or (link.date or "") <= day)
    }


def _recorded(row: MotionRow, paper: KnownPaper) -> MotionRow:
    """The row with what the Kamer's records say of the motion."""
    return msgspec.structs.replace(
        row, title=paper.title, outcome=paper.outcome, appreciation=paper.appreciation, afgedaan=paper.settled
    )


def _letter(register: Register, analysis: Analysis) -> LetterRows:
    document = analysis.document
    return LetterRows(
        analysis,
        document_row(document, tuple(f.name for f in register.files(document.id))),
        tuple(citation_rows(analysis)),
        tuple(commitment_rows(analysis, register.stands)),
    )


def _mention(known: dict[str, _Motion], letter: LetterRows, citation: Citation) -> None:
    reference = citation.reference
    for n, id_ in enumerate(reference.ids if reference.kind == "motie" else ()):
        motion = known.setdefault(id_, _Motion())
        motion.indieners = motion.indieners or reference.indieners
        motion.url = motion.url or (citation.url if n == 0 else None)
        _seen(motion, letter)


def _seen(motion: _Motion, letter: LetterRows) -> None:
    at = (letter.document.date or "", letter.document.id)
    if at not in motion.letters:
        motion.letters.append(at)


def _rows(id_: str, motion: _Motion, settled: tuple[str | None, str | None]) -> Iterator[MotionRow]:
    seen = sorted(motion.letters)
    days = [day for day, _ in seen if day]
    ids = tuple(letter for _, letter in seen)
    head = (
        id_,
        motion.indieners,
        motion.url,
        ids,
        days[0] if days else None,
        days[-1] if days else None,
        *settled,
    )
    for act in sorted(motion.acts, key=lambda a: (a.letter_date or "", a.file, a.start)):
        yield MotionRow(
            *head, act.id, act.kind, act.status, act.stand, act.action, act.quote, act.actor_norm, act.deadline_text,
            act.deadline_end, act.letter, act.letter_date, act.file, act.page,
        )  # fmt: skip
    if not motion.acts:
        yield MotionRow(*head)
