"""kamerstukken plugins: what can be plugged in, and what is."""

from __future__ import annotations

import typer


def plugins() -> None:
    """List the kinds of references, the rules for commitments and the formats, also those of other packages."""
    from rich.table import Table

    from kamerstukken.cli._console import console
    from kamerstukken.cli._plugins import all_plugins

    table = Table("room", "name", "what it does", "from", box=None, pad_edge=False)
    for plugin in all_plugins():
        table.add_row(plugin.room, plugin.name, plugin.help, plugin.origin)
    console().print(table)
    raise typer.Exit
