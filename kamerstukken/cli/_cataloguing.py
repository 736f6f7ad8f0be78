"""What `fetch catalogue` does with its options, and what it tells."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import msgspec
import typer
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from kamerstukken.cli._console import error_console, one_line
from kamerstukken.cli._fetching import MANY, cache_file, interruptible, way
from kamerstukken.errors import BadInput
from kamerstukken.sources import catalogue as sources
from kamerstukken.sources.http import Client
from kamerstukken.sources.services import load_services


@dataclass(frozen=True, slots=True)
class Task:
    """The options of `fetch catalogue`."""

    to: Path
    dumps: tuple[Path, ...]
    entity: str | None
    only: tuple[str, ...]
    dicta: int
    via: str
    services: Path | None
    dry_run: bool
    again: bool


def fetch_catalogue(task: Task, *, verbosity: int, json: bool) -> bool:
    """Fetch or read, tell, and say whether all is well."""
    with interruptible(), _watcher(verbosity, task.dry_run) as watch:
        summaries = list(_summaries(task, watch))
    if json:
        typer.echo(msgspec.json.encode(summaries[-1]))
    if verbosity >= 0:
        for summary in summaries:
            _tell(summary, task)
    return not any(summary.problems for summary in summaries)


def _summaries(task: Task, watch: Callable[[sources.Event], None]) -> Iterator[sources.Summary]:
    if task.dumps:
        if task.dry_run:
            raise BadInput("--dry-run: with --from nothing is asked; leave one of the two out")
        yield sources.read_dumps(task.dumps, task.to, entity=task.entity, watch=watch)
        return
    via = way(task.via)
    if via == "koop":
        raise BadInput("--via koop: KOOP has no catalogue of moties; use odata, odata_v4 or syncfeed")
    with Client(load_services(task.services), cache=cache_file()) as client:
        yield sources.fetch_catalogue(
            client, task.to, via=via, only=task.only, again=task.again, dry_run=task.dry_run, watch=watch
        )
        if task.dicta and not task.dry_run:
            yield sources.fetch_dicta(client, task.to, task.dicta, watch)


@contextmanager
def _watcher(verbosity: int, dry_run: bool) -> Iterator[Callable[[sources.Event], None]]:
    """A running line with counts; with -v and in a dry run a line a page. Fields that are gone are always told."""
    console = error_console()
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(
        *columns, console=console, transient=True, disable=verbosity < 0 or not console.is_terminal
    ) as bar:
        task = bar.add_task("asking …")
        rows = 0

        def watch(event: sources.Event) -> None:
            nonlocal rows
            rows += event.rows
            bar.update(task, description=f"{event.entity}: {rows} rows so far")
            if event.gone and verbosity >= 0:
                said = f"{event.entity}: the service has no {', '.join(event.gone)} any more; it stays empty"
                console.print(one_line(said), markup=False)
            elif event.would or (verbosity > 0 and not event.gone):
                console.print(one_line(_line(event)), markup=False)

        yield watch


def _line(event: sources.Event) -> str:
    if event.would:
        return f"would ask {event.address}"
    return f"{event.entity}: {event.rows} rows, {event.removed} removed, {event.left_out} left out  {event.address}"


def _tell(summary: sources.Summary, task: Task) -> None:
    say = error_console().print
    if task.dry_run:
        say("Nothing was asked or written.")
        return
    new = ", ".join(f"{count} {table}" for table, count in summary.rows.items() if count) or "nothing new"
    say(f"{new}; {summary.removed} removed, {summary.left_out} left out; {summary.requests} requests")
    for name, problem in summary.problems[:MANY]:
        say(f"  {one_line(name)}: {one_line(problem)}", markup=False)
    holds = ", ".join(
        f"{summary.holds.get(t, 0)} {t}" for t in ("moties", "dossiers", "bewindspersonen", "toezeggingen")
    )
    say(f"{task.to} holds {holds}", markup=False)
    if summary.problems:
        say("What was read is kept; the same command goes on from there.")
