"""kamerstukken open: what was promised and is not kept, and other gaps."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kamerstukken.cli._selection import selecting

if TYPE_CHECKING:
    from datetime import date

    from kamerstukken.graph.gaps import UnactedMotion
    from kamerstukken.link.due import Due
    from kamerstukken.model import Standing
    from kamerstukken.register import Register, Selection
    from kamerstukken.register.acts import ActHead

WIDE = 100_000
GAPS = ("promises", "motions", "sources")


@selecting
def open_(
    selection: Selection,
    before: Annotated[
        str | None, typer.Option(help="Only what had to be done before this day (2024-07-01).")
    ] = None,
    on: Annotated[str | None, typer.Option(help="As things stood on this day (default: today).")] = None,
    stand: Annotated[
        str, typer.Option(help="Which stands: open, deels, verlopen, onbekend …; commas between several.")
    ] = "open,deels,verlopen",
    gap: Annotated[
        str,
        typer.Option(
            help="promises: not kept; motions: without any action; sources: actions without a source."
        ),
    ] = "promises",
    register: Annotated[
        Path | None, typer.Option(help="The register (default: the newest in outputs/).")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print JSON and nothing else.")] = False,
) -> None:
    """List promises that are not kept, soonest first; motions without action; actions without a source."""
    from kamerstukken.cli._linked import day_of, open_linked
    from kamerstukken.errors import BadInput

    if gap not in GAPS:
        raise BadInput(f"--gap {gap}: there are {', '.join(GAPS)}")
    day, limit = day_of(on, "--on"), day_of(before, "--before") if before else None
    standings = _standings(stand)
    with open_linked(register) as opened:
        rows = _rows(opened, gap, selection, day, limit, standings)
    if json:
        import msgspec

        typer.echo(msgspec.json.format(msgspec.json.encode(rows), indent=2).decode())
        return
    show: dict[str, Callable[[Sequence[Any]], None]] = {
        "promises": _promises, "motions": _motions, "sources": _sources,
    }  # fmt: skip
    show[gap](rows)


def _rows(
    register: Register,
    gap: str,
    selection: Selection,
    day: date,
    limit: date | None,
    standings: list[Standing],
) -> Sequence[Any]:
    """What is asked for. Raises BadInput for a filter that motions without action do not have."""
    if gap == "promises":
        from kamerstukken.link.due import unkept

        return unkept(register, day, selection=selection, before=limit, standings=standings)
    from kamerstukken.graph.gaps import unacted_motions, unsourced_acts

    if gap == "sources":
        return unsourced_acts(register, selection)
    from kamerstukken.errors import BadInput
    from kamerstukken.register import Selection

    if selection != Selection(dossier=selection.dossier):
        raise BadInput("--gap motions: of the filters only --dossier can be given with it")
    return unacted_motions(register, dossier=selection.dossier)


def _standings(text: str) -> list[Standing]:
    from typing import get_args

    from kamerstukken.errors import BadInput
    from kamerstukken.model import Standing

    known: dict[str, Standing] = {name: name for name in get_args(Standing)}
    names = [name.strip() for name in text.split(",") if name.strip()]
    for name in names:
        if name not in known:
            raise BadInput(f"--stand {name}: there are {', '.join(known)}")
    return [known[name] for name in names]


def _promises(rows: Sequence[Due]) -> None:
    from rich.text import Text

    from kamerstukken.cli._console import console, error_console, one_line
    from kamerstukken.cli._tree import stand_text

    out = console()
    for row in rows:
        act = row.act
        again = f"{row.said}× gezegd" if row.said > 1 else ""
        on = f"op grond van {', '.join(row.motions)}" if row.motions else ""
        line = Text.assemble(
            f"{act.deadline_end or 'geen termijn':<12}  ",
            stand_text(row.stand),
            "  ",
            (one_line(act.action), "bold"),
        )
        for part in (act.actor, act.deadline_text, again, on):
            line.append(f" · {one_line(part)}" if part else "")
        out.print(line)
        out.print(
            Text(
                one_line(f"              {act.date} p{act.page} “{act.quote}” ({act.file}, {act.id})"),
                "italic dim",
            )
        )
    error_console().print(f"{len(rows)} openstaand")


def _motions(rows: Sequence[UnactedMotion]) -> None:
    table = _table("motie", "indieners", "brieven", "eerst", "laatst", "afgedaan")
    for row in rows:
        done = "ja" if row.settled else ""
        cells = (row.id, ", ".join(row.names), str(row.letters), row.first or "", row.last or "", done)
        table.add_row(*map(_cell, cells))
    _print(table, f"{len(rows)} moties zonder actie")


def _sources(rows: Sequence[ActHead]) -> None:
    table = _table("brief", "soort", "wie", "actie", "p", "citaat")
    for act in rows:
        cells = (act.date or "", act.kind, act.actor or "-", act.action, str(act.page), act.quote)
        table.add_row(*map(_cell, cells))
    _print(table, f"{len(rows)} acties zonder bron")


def _table(*names: str) -> Any:
    from rich.table import Table

    return Table(*names, box=None, pad_edge=False, header_style="dim")


def _cell(text: str) -> Any:
    from rich.text import Text

    from kamerstukken.cli._console import one_line

    return Text(one_line(text))


def _print(table: Any, summary: str) -> None:
    from kamerstukken.cli._console import console, error_console

    out = console()
    if not out.is_terminal:
        out.width = WIDE  # a file or a pipe gets whole lines
    out.print(table)
    error_console().print(summary)
