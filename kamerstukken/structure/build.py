"""Stage structure. A letter's pages to a Document; the order of the steps."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from kamerstukken.model import GAP, Block, Document, Footnote, Layout, Letter, Page
from kamerstukken.structure.axes import axis_lines
from kamerstukken.structure.blocks import Draft, drafts_of
from kamerstukken.structure.columns import Column, columns_of
from kamerstukken.structure.flow import Flow, flow_of, joined_flow
from kamerstukken.structure.furniture import body_lines
from kamerstukken.structure.hyphens import Vocabulary, vocabulary_of
from kamerstukken.structure.letterhead import body_start, signature_rows
from kamerstukken.structure.lines import Line, lines_of
from kamerstukken.structure.metadata import layout_of, metadata_of
from kamerstukken.structure.notes.anchors import markers_of, tie
from kamerstukken.structure.notes.footnotes import Note, endnotes, notes_of, split_notes, unmarked
from kamerstukken.structure.paragraphs import groups_of
from kamerstukken.structure.remarks import remarks_of
from kamerstukken.structure.rows import Row, rows_of
from kamerstukken.structure.tables import Table, aligned_tables, ruled_tables


def build_document(letter: Letter, pages: tuple[Page, ...]) -> Document:
    """The letter as text with its parts, its metadata, and the place of every word."""
    lines = [lines_of(page) for page in pages]
    layout = layout_of(pages, lines)
    columns = columns_of(pages, lines)
    kept, aside = body_lines(pages, lines, columns)
    bodies, feet = _split(pages, kept, columns)
    notes = notes_of(feet)
    metadata = metadata_of(pages, lines)
    names = [who.name.casefold() for who in metadata.signatories if who.name]
    parts, set_apart = _parts(pages, bodies, columns, layout, names)
    parts, behind = _without_endnotes(parts)
    notes = [*notes, *behind]
    known = vocabulary_of([line.plain for page in (*bodies, *feet) for line in page])
    drafts = drafts_of(groups_of(parts), known, markers_of(notes, bodies))
    return Document(
        file=letter.file,
        sha256=letter.sha256,
        pages=len(pages),
        layout=layout,
        metadata=metadata,
        furniture=tuple(line.text for line in (*aside, *set_apart)),
        remarks=remarks_of(pages),
        **_text(drafts, notes, known),  # type: ignore[arg-type]
    )


def _split(
    pages: Sequence[Page], kept: Sequence[Sequence[Line]], columns: Sequence[Column]
) -> tuple[list[list[Line]], list[list[Line]]]:
    """Each page's body and notes. What carries on no note of an earlier page belongs to the body."""
    bodies: list[list[Line]] = []
    feet: list[list[Line]] = []
    for page, lines, column in zip(pages, kept, columns, strict=True):
        body, notes = split_notes(lines, column, page.rules)
        back = 0 if any(feet) else unmarked(notes)
        bodies.append([*body, *notes[:back]])
        feet.append(notes[back:])
    return bodies, feet


def _parts(
    pages: Sequence[Page],
    bodies: Sequence[Sequence[Line]],
    columns: Sequence[Column],
    layout: Layout,
    names: Sequence[str],
) -> tuple[list[Row | Table], list[Line]]:
    """Rows and tables of the body in reading order, and what belongs to letterhead and signature."""
    opening = list(zip(pages, bodies, columns, strict=True))[:2]
    first = [row for page, lines, column in opening for row in rows_of(lines, column, page.rules)]
    head = first[: body_start(first, layout, pages[0].height)]
    gone = {id(part) for row in head for part in row.parts}
    axes = {mark for lines in bodies for mark in axis_lines(lines)}
    charts = [line for lines in bodies for line in lines if id(line) in axes]
    gone |= axes
    rows: list[Row] = []
    tables: list[Table] = []
    for page, lines, column in zip(pages, bodies, columns, strict=True):
        ruled, rest = ruled_tables([line for line in lines if id(line) not in gone], page.rules)
        tables.extend(ruled)
        rows.extend(rows_of(rest, column, page.rules))
    signed = signature_rows(rows, names, {table.page for table in tables})
    body = [row for at, row in enumerate(rows) if at not in signed]
    apart = head + [row for at, row in enumerate(rows) if at in signed]
    body, aligned = _aligned(body, columns)
    parts: list[Row | Table] = [*body, *tables, *aligned]
    return sorted(parts, key=_place), [row.line for row in apart] + charts


def _without_endnotes(parts: Sequence[Row | Table]) -> tuple[list[Row | Table], list[Note]]:
    """The body without notes that stand behind the last answer ('1) Amigoe, 8 augustus 2015')."""
    rows = [part for part in parts if isinstance(part, Row)]
    start, notes = endnotes([row.line for row in rows], "")
    gone = {id(row) for row in rows[start:]}
    return [part for part in parts if id(part) not in gone], notes


def _aligned(rows: Sequence[Row], columns: Sequence[Column]) -> tuple[list[Row], list[Table]]:
    """Tables without rules among the rows."""
    kept: list[Row] = []
    tables: list[Table] = []
    for page, on_page in groupby(rows, key=lambda row: row.page):
        here = list(on_page)
        if sum(len(row.parts) > 1 for row in here) < 3:
            kept.extend(here)
            continue
        found, _ = aligned_tables([part for row in here for part in row.parts], columns[page - 1].left)
        tables.extend(found)
        kept.extend(row for row in here if not any(t.top - 1 <= row.line.box.top <= t.bottom for t in found))
    return kept, tables


def _place(part: Row | Table) -> tuple[int, float]:
    if isinstance(part, Table):
        return part.page, part.top
    return part.page, part.line.box.top


def _text(drafts: Sequence[Draft], notes: Sequence[Note], known: Vocabulary) -> dict[str, object]:
    """Blocks and notes with their places in one text."""
    note_flows = [flow_of(note.lines, known) for note in notes]
    whole = joined_flow([draft.flow for draft in drafts] + note_flows, GAP)
    blocks, at = [], 0
    for n, draft in enumerate(drafts, 1):
        blocks.append(Block(n, draft.kind, draft.page, at, draft.flow.text, draft.level))
        at += len(draft.flow.text) + len(GAP)
    return {
        "text": whole.text,
        "blocks": tuple(blocks),
        "footnotes": _footnotes(notes, note_flows, whole, blocks, at),
        "placed": whole.placed,
    }


def _footnotes(
    notes: Sequence[Note], flows: Sequence[Flow], whole: Flow, blocks: Sequence[Block], at: int
) -> tuple[Footnote, ...]:
    made = []
    for note, flow, mark in zip(notes, flows, tie(notes, whole.marks), strict=True):
        block = None
        if mark is not None:
            block = next((b.n for b in blocks if b.start <= mark.at <= b.span.end), None)
        anchor = mark.at if mark is not None else None
        made.append(Footnote(_printed(note.marker, notes), note.page, at, flow.text, anchor, block))
        at += len(flow.text) + len(GAP)
    return tuple(made)


def _printed(marker: str, notes: Sequence[Note]) -> str:
    """'1)' as '1', unless the letter also has notes that count in plain numbers."""
    bare = marker.rstrip(")")
    return marker if any(note.marker.isdigit() for note in notes) else bare
