"""kamerstukken show: one letter, with its structure, references and commitments."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kamerstukken.cli._console import console, one_line, set_up_logging

if TYPE_CHECKING:
    from kamerstukken.model import Analysis, Failure

MANY = 10
"""How many letters a message lists where several may be meant."""


def show(
    letter: Annotated[
        str,
        typer.Argument(help="A PDF, or the id, the file name or a part of it of a letter in the register."),
    ],
    register: Annotated[
        Path | None, typer.Option(help="The register to look in (default: the newest in outputs/).")
    ] = None,
    json: Annotated[
        bool, typer.Option("--json", help="Print JSON on standard output, and nothing else.")
    ] = False,
    short: Annotated[
        bool, typer.Option("--short", help="Leave the text out: head, references and commitments alone.")
    ] = False,
    language: Annotated[
        str | None,
        typer.Option(help="An installed spaCy pipeline for Dutch, in place of our own (for a PDF)."),
    ] = None,
    verbose: Annotated[int, typer.Option("-v", "--verbose", count=True, help="Tell what was decided.")] = 0,
) -> None:
    """Print one letter: its head, its text with the commitments marked, its references and its commitments."""  # fmt: skip
    set_up_logging(verbose)
    path = Path(letter)
    outcome = _read(path, language) if register is None and path.is_file() else _look_up(letter, register)
    from kamerstukken.model import Failure

    if isinstance(outcome, Failure):
        typer.secho(f"kamerstukken: {one_line(outcome.file)}: {one_line(outcome.reason)}", err=True, fg="red")
        raise typer.Exit(1)
    if json:
        typer.echo(_json(outcome))
        return
    from kamerstukken.cli._letter import render

    out = console()
    for part in render(outcome, text=not short):
        out.print(part)


def _read(path: Path, language: str | None) -> Analysis | Failure:
    from kamerstukken.errors import BadInput
    from kamerstukken.model import Letter
    from kamerstukken.pipeline import analyse
    from kamerstukken.recipe import Recipe
    from kamerstukken.register import shown

    try:
        return analyse(Letter(shown(path.name), path.read_bytes()), Recipe().speaking(language))
    except OSError as error:
        raise BadInput(f"{path}: cannot be opened ({error.strerror}); check that it may be read") from error


def _look_up(words: str, path: Path | None) -> Analysis:
    from kamerstukken.cli._register import open_register
    from kamerstukken.errors import BadInput

    with open_register(path) as register:
        found = register.find(words)
        if not found:
            raise BadInput(f"{words}: no file here, and no letter of that id or name in {register.path}")
        if len(found) > 1:
            names = [f"  {i}  {one_line(register.files(i)[0].name)}" for i in found[:MANY]]
            more = [f"  and {len(found) - MANY} more"] if len(found) > MANY else []
            raise BadInput(
                "\n".join([f"{words}: {len(found)} letters may be meant; give an id:", *names, *more])
            )
        return register.analysis(found[0])


def _json(analysis: Analysis) -> str:
    import msgspec

    from kamerstukken.register.contract import citation_rows, commitment_rows, document_row

    row = {
        "document": document_row(analysis.document),
        "citations": list(citation_rows(analysis)),
        "commitments": list(commitment_rows(analysis)),
    }
    return msgspec.json.format(msgspec.json.encode(row), indent=2).decode()
