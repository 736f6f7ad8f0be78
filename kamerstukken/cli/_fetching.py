"""What `fetch` tells on the way and at the end."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import get_args
from urllib.parse import unquote

import msgspec
import typer
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from kamerstukken.cli._console import error_console, one_line
from kamerstukken.errors import BadInput
from kamerstukken.sources.http import Client
from kamerstukken.sources.letters import Event, Summary, Wanted
from kamerstukken.sources.letters import fetch_letters as fetch
from kamerstukken.sources.services import Via, load_services

MANY = 20
"""How many problems are listed on the terminal."""

CACHE = "http.sqlite"

INTERRUPTED = 130
"""Exit code after Ctrl-C, as shells have it."""


def cache_file() -> Path:
    """Where pages are kept with their versions: $XDG_CACHE_HOME/kamerstukken, or ~/.cache/kamerstukken."""
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "kamerstukken" / CACHE


def way(name: str) -> Via:
    """The way in that a user names. Raises BadInput where there is none of that name."""
    if name not in get_args(Via):
        raise BadInput(f"--via {name}: no such way; known are {', '.join(get_args(Via))}")
    via: Via = name  # type: ignore[assignment]  # checked above
    return via


def fetch_letters(
    wanted: Wanted,
    to: Path,
    via: str,
    services: Path | None,
    *,
    dry_run: bool,
    again: bool,
    verbosity: int,
    json: bool,
) -> bool:
    """Fetch, tell, and say whether all is well."""
    with (
        interruptible(),
        Client(load_services(services), cache=cache_file()) as client,
        _watcher(verbosity, dry_run) as watch,
    ):
        summary = fetch(client, wanted, to, via=way(via), dry_run=dry_run, again=again, watch=watch)
    if json:
        typer.echo(msgspec.json.encode(summary))
    if verbosity >= 0:
        _tell(summary, to, dry_run)
    elif summary.stopped:
        error_console().print(one_line(summary.stopped), markup=False)
    return not summary.failed and not summary.stopped


@contextmanager
def interruptible() -> Iterator[None]:
    """Ctrl-C as a message; parts, marks and manifest are on disk."""
    try:
        yield
    except KeyboardInterrupt:
        error_console().print("Stopped. What was fetched is kept; the same command goes on from there.")
        raise typer.Exit(INTERRUPTED) from None


@contextmanager
def _watcher(verbosity: int, dry_run: bool) -> Iterator[Callable[[Event], None]]:
    """A running line with counts; with -v and in a dry run a line a letter and a page."""
    console = error_console()
    lines = verbosity > 0 or dry_run
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(
        *columns, console=console, transient=True, disable=verbosity < 0 or not console.is_terminal
    ) as bar:
        task = bar.add_task("asking …")
        counts: dict[str, int] = {}

        def watch(event: Event) -> None:
            counts[event.what] = counts.get(event.what, 0) + 1
            said = ", ".join(f"{n} {what}" for what, n in counts.items() if what != "page")
            bar.update(task, description=f"page {counts.get('page', 0)}: {said or 'nothing yet'}")
            if lines and (event.what != "same" or verbosity > 0):
                console.print(one_line(_line(event)), markup=False)

        yield watch


def _line(event: Event) -> str:
    if event.entry is None:
        return f"asks   {unquote(event.detail)}"
    what = {"would": "would fetch"}.get(event.what, event.what)
    where = f" <- {event.detail}" if event.what == "would" else f": {event.detail}" if event.detail else ""
    return f"{what:<9} {event.entry.file}{where}"


def _tell(summary: Summary, to: Path, dry_run: bool) -> None:
    say = error_console().print
    if dry_run:
        say(
            f"{summary.found} letters found: {summary.would} would be fetched, {summary.same} are here. Nothing was written."
        )
    else:
        size = f" ({summary.bytes / 1_000_000:.1f} MB)" if summary.bytes else ""
        say(
            f"{summary.found} letters: {summary.new} new, {summary.changed} changed{size}, {summary.same} as before, "
            f"{summary.failed} failed, {summary.withdrawn} withdrawn; {summary.requests} requests"
            + (f"; {summary.no_pdf} that are no PDF (see manifest.jsonl)" if summary.no_pdf else "")
        )
    for id_, problem in summary.problems[:MANY]:
        say(f"  {one_line(id_)}: {one_line(problem)}", markup=False)
    if (more := len(summary.problems) - MANY) > 0:
        say(f"  and {more} more: see manifest.jsonl")
    if summary.stopped:
        say(f"Stopped early: {one_line(summary.stopped)}", markup=False)
        say("What was fetched is kept; the same command goes on from there.")
    elif not dry_run:
        say(f"Written to {to}", markup=False)
