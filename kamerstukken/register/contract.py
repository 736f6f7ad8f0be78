"""Letters of the register as rows of the contract (`rows`)."""

from __future__ import annotations

from collections.abc import Iterator

from kamerstukken.model import Actor, Analysis, Commitment, Deadline, Document, Failure, Footnote, Stand
from kamerstukken.register.ministries import ministry_id
from kamerstukken.register.rows import (
    BlockRow,
    CitationRow,
    CommitmentRow,
    DocumentRow,
    FailureRow,
    FootnoteRow,
)
from kamerstukken.register.selection import NO_STANDS, Stands

WORDS_BEFORE = 6
"""How many words before a footnote's marker say where it stands."""


def document_row(document: Document, files: tuple[str, ...] = ()) -> DocumentRow:
    """A letter with its blocks and notes. `files` are the names of all files with its bytes."""
    meta = document.metadata
    return DocumentRow(
        id=document.id,
        file=document.file,
        files=files or (document.file,),
        sha256=document.sha256,
        pages=document.pages,
        layout=document.layout,
        date=meta.date,
        subject=meta.subject,
        ministry=meta.ministry,
        ministry_id=ministry_id(meta.ministry, meta.date),
        kenmerk=meta.kenmerk,
        uw_kenmerk=meta.uw_kenmerk,
        addressee=meta.addressee,
        signatories=meta.signatories,
        session=meta.session,
        dossiers=meta.dossiers,
        number=meta.number,
        document=meta.document,
        zaaknummers=meta.zaaknummers,
        from_manifest=meta.from_manifest,
        blocks=tuple(BlockRow(b.n, b.kind, b.page, b.text, b.start, b.level) for b in document.blocks),
        footnotes=tuple(_footnote_row(document, note) for note in document.footnotes),
        remarks=document.remarks,
    )


def _footnote_row(document: Document, note: Footnote) -> FootnoteRow:
    return FootnoteRow(
        note.marker, note.page, note.text, note.start, note.anchor, note.anchor_block, before(document, note)
    )


def before(document: Document, note: Footnote) -> str | None:
    """The six words right before a note's marker (fewer at a block's start); None without a marker."""
    block = next((b for b in document.blocks if b.n == note.anchor_block), None)
    if block is None or note.anchor is None:
        return None
    return " ".join(document.text[block.start : note.anchor].split()[-WORDS_BEFORE:])


def citation_rows(analysis: Analysis) -> Iterator[CitationRow]:
    """A letter's mentions, in order."""
    for citation in analysis.citations:
        reference = citation.reference
        yield CitationRow(
            letter=citation.letter,
            text=reference.text,
            kind=reference.kind,
            ids=reference.ids,
            chamber=reference.chamber,
            session=reference.session,
            where=citation.where,
            page=citation.page,
            start=reference.start,
            end=reference.end,
            url=citation.url,
            resolved_by=reference.resolved_by,
            pages=reference.pages,
            indieners=reference.indieners,
            number=reference.number,
            boxes=citation.boxes,
            file=analysis.document.file,
        )


def commitment_rows(analysis: Analysis, stands: Stands = NO_STANDS) -> Iterator[CommitmentRow]:
    """A letter's acts, in order, with how they stand where that is known."""
    return (_commitment_row(act, analysis.document, stands.get(act.id)) for act in analysis.commitments)


def _commitment_row(act: Commitment, document: Document, stand: Stand | None) -> CommitmentRow:
    actor: Actor = act.actor
    deadline = act.deadline
    moment = deadline or Deadline("")
    return CommitmentRow(
        id=act.id,
        letter=act.letter,
        kind=act.kind,
        status=act.status,
        stand=stand.status if stand else None,
        stand_on=stand.on if stand else None,
        stand_since=stand.since if stand else None,
        stand_letter=stand.by.letter if stand and stand.by else None,
        action=act.action,
        quote=act.quote.text,
        actor=actor.text,
        actor_norm=actor.norm,
        actor_name=actor.name,
        addressee=act.addressee,
        deadline_text=deadline.text if deadline else None,
        deadline_start=moment.start,
        deadline_end=moment.end,
        deadline_certainty=deadline.certainty if deadline else None,
        deadline_edtf=moment.edtf,
        deadline_rrule=moment.rrule,
        motions=act.motions,
        ids=act.ids,
        recommendation=act.recommendation,
        strength=act.strength,
        heading=act.headings[-1] if act.headings else None,
        headings=act.headings,
        block=act.block,
        page=act.page,
        start=act.quote.span.start,
        end=act.quote.span.end,
        boxes=act.quote.boxes,
        rule=act.rule,
        confidence=round(act.confidence, 4),
        file=document.file,
        letter_date=document.metadata.date,
        ministry=document.metadata.ministry,
        ministry_id=ministry_id(document.metadata.ministry, document.metadata.date),
        subject=document.metadata.subject,
        review=act.review.oordeel if act.review else None,
        remark=act.review.note if act.review else None,
        reviewer=act.review.reviewer if act.review else None,
        reviewed_at=act.review.at if act.review else None,
    )


def failure_row(failure: Failure) -> FailureRow:
    """A file that could not be read."""
    return FailureRow(failure.file, failure.sha256 or None, failure.stage, failure.reason)
