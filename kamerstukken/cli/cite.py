"""kamerstukken cite: the references in a text or a letter."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kamerstukken.cli._console import console, one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kamerstukken.model import Reference

PDF = b"%PDF-"
STANDARD_INPUT = "-"


class Form(StrEnum):
    """How the references are printed."""

    table = "table"
    jsonl = "jsonl"
    marked = "marked"


def cite(
    source: Annotated[
        str,
        typer.Argument(metavar="FILE|-", help="A text in UTF-8 or a letter's PDF; - reads standard input."),
    ],
    form: Annotated[
        Form, typer.Option("--format", help="A table, JSON Lines, or the text with the references marked.")
    ] = Form.table,
    json: Annotated[
        bool, typer.Option("--json", help="The same as --format jsonl: nothing but JSON on standard output.")
    ] = False,
) -> None:
    """Find the references in a text or a letter: Kamerstukken, moties, Handelingen, Staatsblad, laws and more."""
    text, found = _read(source)
    if json or form is Form.jsonl:
        _print_lines(found)
    elif form is Form.marked:
        typer.echo(marked(text, found), nl=not text.endswith("\n"))
    else:
        _print_table(found)


def marked(text: str, found: Sequence[Reference]) -> str:
    """The text with each reference as [words](ids); one whose ids are not known as [words](?)."""
    parts, at = [], 0
    for reference in found:
        parts += [text[at : reference.start], f"[{reference.text}]({' '.join(reference.ids) or '?'})"]
        at = reference.end
    return "".join([*parts, text[at:]])


def _read(source: str) -> tuple[str, Sequence[Reference]]:
    """A text and its references; a letter is read whole, so that notes and the letter's own dossier count too."""
    from kamerstukken.cite import cite_text
    from kamerstukken.errors import BadInput

    try:
        data = sys.stdin.buffer.read() if source == STANDARD_INPUT else Path(source).read_bytes()
    except OSError as error:
        raise BadInput(
            f"{one_line(source)}: cannot be read ({error.strerror}); give a text, a PDF or -"
        ) from error
    if data[:1024].lstrip().startswith(PDF):
        return _letter(source, data)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = f"byte {error.start + 1}"
        raise BadInput(
            f"{one_line(source)}: {place} is not UTF-8; save the text as UTF-8 or give a PDF"
        ) from error
    return text, cite_text(text)


def _letter(source: str, data: bytes) -> tuple[str, Sequence[Reference]]:
    from kamerstukken.cite import cite as cite_document
    from kamerstukken.errors import BadInput, UnreadableLetter
    from kamerstukken.model import Letter
    from kamerstukken.read import read_pages
    from kamerstukken.structure import build_document

    letter = Letter(Path(source).name, data)
    try:
        document = build_document(letter, read_pages(letter))
    except UnreadableLetter as error:
        raise BadInput(f"{one_line(source)}: {error}") from error
    return document.text, [citation.reference for citation in cite_document(document)]


def _print_lines(found: Sequence[Reference]) -> None:
    import msgspec

    for reference in found:
        typer.echo(msgspec.json.encode(reference).decode())


def _print_table(found: Sequence[Reference]) -> None:
    from rich.table import Table
    from rich.text import Text

    table = Table("at", "kind", "ids", "resolved by", "text", box=None, pad_edge=False)
    for r in found:
        cells = (str(r.start), r.kind, " ".join(r.ids), r.resolved_by or "", one_line(r.text))
        table.add_row(*(Text(cell) for cell in cells))
    console().print(table)
