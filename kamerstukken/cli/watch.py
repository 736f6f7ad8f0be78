"""kamerstukken watch: reads letters as they arrive in a folder."""

from __future__ import annotations

import signal
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kamerstukken.cli._console import error_console, set_up_logging
from kamerstukken.cli._options import (
    MEGABYTES,
    SECONDS,
    CatalogueFile,
    EngineName,
    Language,
    LogJson,
    MemoryLimit,
    Out,
    Quiet,
    RecipeFile,
    RegisterFile,
    TimeLimit,
    Verbose,
    options,
)

if TYPE_CHECKING:
    from kamerstukken.run import Options


def watch(
    folder: Annotated[Path, typer.Argument(help="Folder to watch, with all folders in it.")],
    out: Out = Path("outputs/watch"),
    register: RegisterFile = None,
    recipe: RecipeFile = None,
    catalogue: CatalogueFile = None,
    engine: EngineName = "processes",
    time_limit: TimeLimit = SECONDS,
    memory_limit: MemoryLimit = MEGABYTES,
    language: Language = None,
    settle: Annotated[
        float,
        typer.Option(
            help="Seconds that a file must stay as it is before it is read: it may still be copied."
        ),
    ] = 2.0,
    poll: Annotated[
        bool,
        typer.Option(
            "--poll", help="Look at the folder again and again: for network shares that tell of no changes."
        ),
    ] = False,
    verbose: Verbose = 0,
    quiet: Quiet = False,
    log_json: LogJson = False,
) -> None:
    """Read letters as they arrive in a folder, and keep the lists up to date, until it is stopped (Ctrl-C, SIGTERM).

    What lies there already is read first. Letters that are taken away leave the register.
    """
    verbosity = -1 if quiet else verbose
    set_up_logging(verbosity, as_json=log_json)
    chosen = options(
        recipe=recipe, language=language, engine=engine, time_limit=time_limit, memory_limit=memory_limit,
        register=register, catalogue=catalogue,
    )  # fmt: skip
    if not folder.is_dir():
        raise typer.BadParameter(f"{folder}: no such folder")
    signal.signal(signal.SIGTERM, _stop)
    try:
        _watch(folder, out, chosen, settle, poll, verbosity, log_json)
    except KeyboardInterrupt:
        if verbosity >= 0 and not log_json:
            error_console().print("Stopped. Finished letters are kept.")


def _stop(*_: Any) -> None:
    raise KeyboardInterrupt


def _watch(
    folder: Path, out: Path, chosen: Options, settle: float, poll: bool, verbosity: int, log_json: bool
) -> None:
    from kamerstukken.cli._progress import watcher
    from kamerstukken.cli._summary import tell
    from kamerstukken.run import run
    from kamerstukken.run.arrivals import arrivals

    if verbosity >= 0 and not log_json:
        error_console().print(f"Watching {folder}; Ctrl-C stops.", markup=False)
    for batch in arrivals(folder, settle=settle, poll=poll):
        with watcher(len(batch), verbosity, as_json=log_json) as shown:
            summary = run(batch, out, chosen, shown)
        tell(summary, out, verbosity, as_json=log_json)
