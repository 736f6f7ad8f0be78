"""kamerstukken diff: what is new, changed, kept or gone, between two runs or since a day."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from datetime import date

    from kamerstukken.link.changes import Change

COLOURS = {"nieuw": "yellow", "gewijzigd": "magenta", "voldaan": "green", "vervallen": "red"}


def diff(
    runs: Annotated[
        list[Path] | None,
        typer.Argument(help="Two runs' folders or registers, the older first; none with --since."),
    ] = None,
    since: Annotated[
        str | None, typer.Option(help="What changed after this day (2024-07-01) in one register.")
    ] = None,
    on: Annotated[str | None, typer.Option(help="As things stood on this day (default: today).")] = None,
    register: Annotated[
        Path | None, typer.Option(help="The register for --since (default: the newest in outputs/).")
    ] = None,
    feed: Annotated[Path | None, typer.Option(help="Also write an Atom feed to this file.")] = None,
    json: Annotated[bool, typer.Option("--json", help="Print JSON and nothing else.")] = False,
) -> None:
    """Show promises and measures that are new, changed, kept or gone."""
    from kamerstukken.cli._linked import day_of

    day = day_of(on, "--on")
    changes = _changes(runs or [], since, day, register)
    if feed is not None:
        from kamerstukken.export.atom import feed_of, write_feed

        write_feed(
            feed_of(changes, title=f"Toezeggingen en maatregelen: veranderd tot {day.isoformat()}"), feed
        )
    if json:
        import msgspec

        typer.echo(msgspec.json.format(msgspec.json.encode(changes), indent=2).decode())
        return
    _print(changes)


def _changes(runs: list[Path], since: str | None, day: date, register: Path | None) -> tuple[Change, ...]:
    from kamerstukken.cli._linked import day_of, open_linked
    from kamerstukken.errors import BadInput
    from kamerstukken.link.changes import changes_between, changes_since

    if bool(runs) == bool(since) or len(runs) not in (0, 2):
        raise BadInput("diff: give two runs (`diff outputs/may outputs/june`) or --since DAY")
    if since:
        with open_linked(register) as opened:
            return changes_since(opened, day_of(since, "--since"), day)
    old, new = (path / "register.sqlite" if path.is_dir() else path for path in runs)
    with open_linked(old) as before, open_linked(new) as after:
        return changes_between(before, after, day)


def _print(changes: tuple[Change, ...]) -> None:
    from rich.text import Text

    from kamerstukken.cli._console import console, error_console, one_line
    from kamerstukken.graph.story import deadline_of
    from kamerstukken.link.changes import ORDER, why

    out = console()
    for change in changes:
        act = change.act
        line = Text.assemble(
            (f"{change.what:<10}", COLOURS[change.what]), f" {change.day}  ", (one_line(act.action), "bold")
        )
        for part in (act.actor or "", deadline_of(act), why(change)):
            line.append(f" · {one_line(part)}" if part else "")
        out.print(line)
        out.print(Text(one_line(f"           {act.date or ''} p{act.page} “{act.quote}”"), "italic dim"))
    counted = (f"{sum(c.what == what for c in changes)} {what}" for what in ORDER)
    error_console().print(", ".join(counted))
