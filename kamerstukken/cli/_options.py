"""Options that `run` and `watch` share, and what they come to."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from kamerstukken.run import Options

Out = Annotated[Path, typer.Option(help="Folder for what comes out; made where it does not exist.")]
RegisterFile = Annotated[
    Path | None,
    typer.Option("--register", help="Keep the letters in this register, not in OUT/register.sqlite."),
]
RecipeFile = Annotated[
    Path | None, typer.Option("--recipe", help="A recipe (TOML): options of the stages, formats to write.")
]
EngineName = Annotated[
    str,
    typer.Option(
        "--engine",
        envvar="KAMERSTUKKEN_ENGINE",
        help="Where the work is done: processes (one a core), processes:N, dask://HOST:PORT, or serial (in this one, without limits).",
    ),
]
TimeLimit = Annotated[float, typer.Option(help="Seconds that one letter may take.")]
MemoryLimit = Annotated[int, typer.Option(help="Megabytes that the worker of one letter may take.")]
CatalogueFile = Annotated[
    Path | None,
    typer.Option(
        "--catalogue",
        help="What `fetch catalogue` made (or a CSV of moties): motions by name, titles, the Kamer's register.",
    ),
]
Language = Annotated[
    str | None, typer.Option("--language", help="An installed spaCy pipeline for Dutch, in place of our own.")
]
Again = Annotated[bool, typer.Option("--again", help="Read every letter anew, also those that are known.")]
Retry = Annotated[bool, typer.Option("--retry", help="Try letters that failed before once more.")]
Verbose = Annotated[int, typer.Option("-v", "--verbose", count=True, help="A line a letter; -vv tells more.")]
Quiet = Annotated[bool, typer.Option("-q", "--quiet", help="Say nothing but errors.")]

LogJson = Annotated[
    bool,
    typer.Option(
        "--log-json", help="Log to standard error as JSON, a line a letter and one for the summary."
    ),
]

SECONDS, MEGABYTES = 600.0, 2048
"""As `engines.Limits` has them, which is not imported for the sake of `--help`."""


def options(
    *, recipe: Path | None, language: str | None, engine: str, time_limit: float, memory_limit: int,
    register: Path | None, catalogue: Path | None = None, again: bool = False, retry: bool = False,
) -> Options:  # fmt: skip
    """How to run. Raises BadInput for a wrong recipe, engine or limit, and a language that is not installed."""
    from kamerstukken.engines import Limits, parse
    from kamerstukken.recipe import Recipe, load_recipe
    from kamerstukken.run import Options

    chosen = (load_recipe(recipe) if recipe else Recipe()).speaking(language)
    if catalogue:
        chosen = chosen.knowing(catalogue)
    if language:
        from kamerstukken.language import load

        load(language)  # one that is not installed is told before any letter is read
    return Options(chosen, parse(engine, Limits(time_limit, memory_limit)), register, again, retry)
