"""kamerstukken export: any format from a register, without reading a PDF."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kamerstukken.cli._selection import selecting

if TYPE_CHECKING:
    from kamerstukken.register import Selection


@selecting
def export(
    selection: Selection,
    formats: Annotated[
        str, typer.Option("--format", help="Formats, with commas between; `kamerstukken plugins` lists them.")
    ] = "jsonl,csv,xlsx,graphml",
    out: Annotated[Path | None, typer.Option(help="Folder to write to (default: the register's).")] = None,
    option: Annotated[
        list[str] | None,
        typer.Option(help="An option of a format, as csv.separator=';' or csv.bom=true; may be repeated."),
    ] = None,
    columns: Annotated[
        Path | None,
        typer.Option(help="Also write a table with columns of your own, as this file (TOML) says."),
    ] = None,
    on: Annotated[
        str | None, typer.Option(help="Day of the stands, as 2024-07-01 (default: the newest letter's).")
    ] = None,
    register: Annotated[
        Path | None, typer.Option(help="The register (default: the newest in outputs/).")
    ] = None,
) -> None:
    """Make lists, workbook, calendar, graph … again from a register, without reading a PDF."""  # fmt: skip
    from kamerstukken.cli._format_options import format_options
    from kamerstukken.cli._register import open_register
    from kamerstukken.export import export as write
    from kamerstukken.register import parse_day

    day = parse_day(on, "--on") if on else None
    names = [name.strip() for name in formats.split(",") if name.strip()]
    options = format_options(option or [])
    if columns:
        names = list(dict.fromkeys([*names, "columns"]))
        options["columns"] = {"mapping": str(columns)}
    with open_register(register) as opened:
        folder = _made(out or opened.folder)
        write(opened.select(selection), folder, names, options, on=day)


def _made(folder: Path) -> Path:
    from kamerstukken.errors import BadInput

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BadInput(f"{folder}: cannot be made a folder ({error.strerror}); name another --out") from error
    return folder
