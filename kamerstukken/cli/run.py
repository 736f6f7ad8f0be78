"""kamerstukken run: letters in, lists and a graph out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kamerstukken.cli._console import error_console, set_up_logging
from kamerstukken.cli._options import (
    MEGABYTES,
    SECONDS,
    Again,
    CatalogueFile,
    EngineName,
    Language,
    LogJson,
    MemoryLimit,
    Out,
    Quiet,
    RecipeFile,
    RegisterFile,
    Retry,
    TimeLimit,
    Verbose,
    options,
)
from kamerstukken.cli._summary import tell

if TYPE_CHECKING:
    from kamerstukken.run import Options, Summary

INTERRUPTED = 130
"""Exit code after Ctrl-C, as shells have it."""


def run(
    letters: Annotated[
        list[Path], typer.Argument(help="PDF files, and folders that hold some at any depth.")
    ],
    out: Out = Path("outputs/run"),
    register: RegisterFile = None,
    recipe: RecipeFile = None,
    catalogue: CatalogueFile = None,
    engine: EngineName = "processes",
    time_limit: TimeLimit = SECONDS,
    memory_limit: MemoryLimit = MEGABYTES,
    language: Language = None,
    again: Again = False,
    retry: Retry = False,
    verbose: Verbose = 0,
    quiet: Quiet = False,
    log_json: LogJson = False,
    json: Annotated[
        bool, typer.Option("--json", help="Print run.json on standard output, and nothing else there.")
    ] = False,
) -> None:
    """Read letters and write the commitment list, the references, the graph and the register.

    Only what is new or changed is read; letters that are gone from a folder named here leave the register.
    Exit code 0: all well; 1: some letters could not be read (failures.jsonl says why); 2: wrong usage.
    """  # fmt: skip
    from kamerstukken.engines import start_early

    start_early(engine)
    verbosity = -1 if quiet else verbose
    set_up_logging(verbosity, as_json=log_json)
    chosen = options(
        recipe=recipe, language=language, engine=engine, time_limit=time_limit, memory_limit=memory_limit,
        register=register, catalogue=catalogue, again=again, retry=retry,
    )  # fmt: skip
    summary = _run(letters, out, chosen, verbosity, log_json)
    if json:
        typer.echo((out / "run.json").read_text(encoding="utf-8"), nl=False)
    tell(summary, out, verbosity, as_json=log_json)
    raise typer.Exit(1 if summary.failures else 0)


def _run(letters: list[Path], out: Path, chosen: Options, verbosity: int, log_json: bool) -> Summary:
    from kamerstukken.cli._progress import watcher
    from kamerstukken.run import find_letters
    from kamerstukken.run import run as run_letters

    corpus = find_letters(letters)
    try:
        with watcher(len(corpus), verbosity, as_json=log_json) as watch:
            return run_letters(corpus, out, chosen, watch)
    except KeyboardInterrupt:
        error_console().print("Stopped. Finished letters are kept; the same command does the rest.")
        raise typer.Exit(INTERRUPTED) from None
