"""kamerstukken report: one HTML file with overview, list, pages, motions and graph."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kamerstukken.cli._selection import selecting

if TYPE_CHECKING:
    from kamerstukken.register import Selection


@selecting
def report(
    selection: Selection,
    out: Annotated[
        Path | None, typer.Option(help="File to write (default: report.html beside the register).")
    ] = None,
    on: Annotated[
        str | None, typer.Option(help="Day of the stands, as 2024-07-01 (default: the newest letter's).")
    ] = None,
    pictures: Annotated[
        bool, typer.Option("--pictures/--no-pictures", help="Pictures of the pages that acts stand on.")
    ] = True,
    register: Annotated[
        Path | None, typer.Option(help="The register (default: the newest in outputs/).")
    ] = None,
) -> None:
    """Write one HTML file for people: overview, list, each sentence on its page, motions, graph. It needs no network."""  # fmt: skip
    from kamerstukken.cli._console import error_console, set_up_logging
    from kamerstukken.cli._register import open_register
    from kamerstukken.register import parse_day
    from kamerstukken.report import write_report

    set_up_logging(0)
    day = parse_day(on, "--on") if on else None
    with open_register(register) as opened:
        path = out or opened.folder / "report.html"
        write_report(opened.select(selection), path, on=day, with_pictures=pictures)
    error_console().print(f"Written to {path} ({path.stat().st_size / 1e6:.1f} MB)", markup=False)
