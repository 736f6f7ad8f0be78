"""kamerstukken run: letters in, lists and a graph out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kamerstukken.cli._console import error_console, one_line, set_up_logging

if TYPE_CHECKING:
    from kamerstukken.run import Summary

INTERRUPTED = 130
"""Exit code after Ctrl-C, as shells have it."""

MANY = 20
"""How many failures are listed on the terminal."""


def run(
    letters: Annotated[
        list[Path], typer.Argument(help="PDF files, and folders that hold some at any depth.")
    ],
    out: Annotated[
        Path, typer.Option(help="Folder for what comes out; made where it does not exist.")
    ] = Path("outputs/run"),
    register: Annotated[
        Path | None, typer.Option(help="Keep the letters in this register, not in OUT/register.sqlite.")
    ] = None,
    recipe: Annotated[
        Path | None, typer.Option(help="A recipe (TOML): options of the stages, formats to write.")
    ] = None,
    engine: Annotated[str, typer.Option(help="Where the work is done: serial, or processes:N.")] = "serial",
    language: Annotated[
        str | None, typer.Option(help="An installed spaCy pipeline for Dutch, in place of our own.")
    ] = None,
    again: Annotated[
        bool, typer.Option("--again", help="Read every letter anew, also those that are known.")
    ] = False,
    retry: Annotated[bool, typer.Option("--retry", help="Try letters that failed before once more.")] = False,
    verbose: Annotated[
        int, typer.Option("-v", "--verbose", count=True, help="A line a letter; -vv tells more.")
    ] = 0,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="Say nothing but errors.")] = False,
    json: Annotated[
        bool, typer.Option("--json", help="Print run.json on standard output, and nothing else there.")
    ] = False,
) -> None:
    """Read letters and write the commitment list, the references, the graph and the register.

    Only what is new or changed is read; letters that are gone from a folder named here leave the register.
    Exit code 0: all well; 1: some letters could not be read (failures.jsonl says why); 2: wrong usage.
    """  # fmt: skip
    verbosity = -1 if quiet else verbose
    set_up_logging(verbosity)
    summary = _run(letters, out, register, recipe, engine, language, again, retry, verbosity)
    if json:
        typer.echo((out / "run.json").read_text(encoding="utf-8"), nl=False)
    if verbosity >= 0:
        _tell(summary, out)
    raise typer.Exit(1 if summary.failures else 0)


def _run(
    letters: list[Path], out: Path, register: Path | None, recipe: Path | None,
    engine: str, language: str | None, again: bool, retry: bool, verbosity: int,
) -> Summary:  # fmt: skip
    from kamerstukken.cli._progress import watcher
    from kamerstukken.engines import parse
    from kamerstukken.recipe import Recipe, load_recipe
    from kamerstukken.run import Options, find_letters
    from kamerstukken.run import run as run_letters

    chosen = (load_recipe(recipe) if recipe else Recipe()).speaking(language)
    if language:
        from kamerstukken.language import load

        load(language)  # one that is not installed is told before any letter is read
    options = Options(chosen, parse(engine), register, again, retry)
    corpus = find_letters(letters)
    try:
        with watcher(len(corpus), verbosity) as watch:
            return run_letters(corpus, out, options, watch)
    except KeyboardInterrupt:
        error_console().print("Stopped. Finished letters are kept; the same command does the rest.")
        raise typer.Exit(INTERRUPTED) from None


def _tell(summary: Summary, out: Path) -> None:
    say = error_console().print
    rate = f", {summary.pages / summary.seconds:.1f} pages/s" if summary.pages else ""
    known = summary.files - summary.read
    say(
        f"{summary.files} letters: {summary.read} read ({summary.pages} pages in {summary.seconds:.1f} s{rate}), {known} known"
    )
    if summary.failures:
        say(f"{len(summary.failures)} failed:")
        for failure in summary.failures[:MANY]:
            say(f"  {one_line(failure.file)}: {one_line(failure.reason)}", markup=False)
        if (more := len(summary.failures) - MANY) > 0:
            say(f"  and {more} more: see failures.jsonl")
    say(f"Written to {out}", markup=False)
