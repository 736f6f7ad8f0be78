"""One letter for the terminal, as rich renderables: head, text with marks, references, commitments."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.panel import Panel
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from kamerstukken.cli._console import CONTROLS, one_line
from kamerstukken.model import Analysis, Block, Citation, Commitment, Document, Metadata

COLOURS = {"aangekondigd": "yellow", "lopend": "cyan", "afgerond": "green"}
"""Status to colour, as in the workbook."""

STYLES = {"heading": "bold", "question": "italic"}
BULLETS = {"item": "• ", "question": "? ", "answer": "! "}


def render(analysis: Analysis, *, text: bool = True) -> Iterator[RenderableType]:
    """The parts of a letter, from head to commitments."""
    yield _head(analysis)
    if text:
        yield Rule("Tekst", style="dim")
        yield _body(analysis)
    yield Rule(f"Verwijzingen ({len(analysis.citations)})", style="dim")
    if analysis.citations:
        yield _references(analysis.citations)
    yield Rule(f"Toezeggingen en maatregelen ({len(analysis.commitments)})", style="dim")
    yield from (_commitment(commitment) for commitment in analysis.commitments)


def _head(analysis: Analysis) -> RenderableType:
    document = analysis.document
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim")
    grid.add_column()
    for name, value in _facts(document.metadata):
        grid.add_row(name, Text(one_line(value)))
    for remark in document.remarks:
        grid.add_row("Let op", Text(remark, "bold"))
    grid.add_row("Brief", Text(f"{document.id}, {document.pages} pagina's, opmaak {document.layout}"))
    return Panel(grid, title=Text(one_line(document.file)), title_align="left")


def _facts(meta: Metadata) -> Iterator[tuple[str, str]]:
    signed = "; ".join(", ".join(part for part in (s.name, s.role) if part) for s in meta.signatories)
    facts = {
        "Datum": meta.date,
        "Betreft": meta.subject,
        "Ministerie": meta.ministry,
        "Kenmerk": meta.kenmerk,
        "Uw kenmerk": meta.uw_kenmerk,
        "Aan": meta.addressee,
        "Getekend": signed,
        "Vergaderjaar": meta.session,
        "Dossier": " ".join((*meta.dossiers, *((f"nr. {meta.number}",) if meta.number else ()))),
    }
    return ((name, value) for name, value in facts.items() if value)


def _body(analysis: Analysis) -> Table:
    grid = Table.grid(padding=(0, 1))
    grid.add_column(style="dim", justify="right", no_wrap=True)
    grid.add_column(style="dim", justify="right", no_wrap=True)
    grid.add_column()
    page = 0
    for block in analysis.document.blocks:
        grid.add_row(f"p{block.page}" if block.page != page else "", str(block.n), _block(block, analysis))
        page = block.page
    for note in analysis.document.footnotes:
        grid.add_row(f"p{note.page}", Text(f"[{note.marker}]"), Text(one_line(note.text), "dim"))
    return grid


def _block(block: Block, analysis: Analysis) -> Text:
    """A block's text, the commitments in it in the colour of their status, the note markers set in."""
    text = Text(CONTROLS.sub("\ufffd", block.text), STYLES.get(block.kind, ""))
    for act in analysis.commitments:
        if act.quote.span.overlaps(block.span):
            begin, end = act.quote.span.start - block.start, act.quote.span.end - block.start
            text.stylize(COLOURS[act.status], max(begin, 0), min(end, len(block.text)))
    lead = "  " * max(block.level - 1, 0) + BULLETS.get(block.kind, "") if block.kind != "heading" else ""
    return Text(lead) + _with_markers(text, block, analysis.document)


def _with_markers(text: Text, block: Block, document: Document) -> Text:
    whole = Text()
    at = 0
    notes = [note for note in document.footnotes if note.anchor_block == block.n and note.anchor is not None]
    for note in sorted(notes, key=lambda note: note.anchor or 0):
        until = (note.anchor or 0) - block.start
        whole += text[at:until] + Text(f"[{note.marker}]", "dim")
        at = until
    return whole + text[at:]


def _references(citations: tuple[Citation, ...]) -> Table:
    table = Table(
        "plaats", "p", "soort", "verwijzing", "kenmerk", box=None, pad_edge=False, header_style="dim"
    )
    for citation in citations:
        reference = citation.reference
        ids = " ".join(reference.ids) or "-"
        link = Text(ids, f"link {citation.url}" if citation.url else "")
        cells = (citation.where, str(citation.page), reference.kind, Text(one_line(reference.text)), link)
        table.add_row(*cells)
    return table


def _commitment(act: Commitment) -> Text:
    text = Text()
    text.append(f"{act.status:<12} ", COLOURS[act.status])
    text.append(f"{act.kind}  ", "dim")
    text.append(one_line(act.action), "bold")
    who = act.actor.norm or act.actor.text
    parts = [part for part in (who, f"voor {act.addressee}" if act.addressee else "", _deadline(act)) if part]
    text.append(f"\n  {one_line(' · '.join(parts))}" if parts else "")
    text.append(f"\n  p{act.page}, blok {act.block}: “{one_line(act.quote.text)}”", "italic")
    if sources := (*act.motions, *(id_ for id_ in act.ids if id_ not in act.motions)):
        text.append(f"\n  op grond van {one_line(', '.join(sources))}")
    text.append(f"\n  {act.confidence:.2f} {one_line(act.rule)}\n", "dim")
    return text


def _deadline(act: Commitment) -> str:
    if act.deadline is None:
        return ""
    days = " t/m ".join(dict.fromkeys(day for day in (act.deadline.start, act.deadline.end) if day))
    return f"termijn: {act.deadline.text}" + (f" ({days})" if days else "")
