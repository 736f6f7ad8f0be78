"""The command line. A command is one module here: `cli/NAME.py` with a function NAME (`NAME_` where Python has the word),
or with a group of commands of that name.

Modules that begin with an underscore are no commands. A command's module may import only what is cheap; what is
heavy is imported inside the function, so that `--help` comes at once.
"""

from __future__ import annotations

import importlib
import os
import pkgutil
import sys
from typing import Annotated, Any

import typer

from kamerstukken import __version__
from kamerstukken.errors import KamerstukkenError

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
"""Before NumPy is imported. The network's matrices are small: more threads gain nothing on an idle machine and wait for each other on a busy one."""

FIRST = ("run", "show", "cite", "export")
"""The commands that help lists first; the others follow by name."""

USAGE = 2
"""Exit code for what the user can mend: a wrong option, a missing file, a register that is locked."""


class Commands(typer.core.TyperGroup):
    """The group of all commands: our own errors end with a message and no traceback."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command that was asked for."""
        try:
            return super().invoke(ctx)
        except KamerstukkenError as error:
            typer.secho(f"kamerstukken: {error}", err=True, fg="red")
            raise typer.Exit(USAGE) from error


app = typer.Typer(
    cls=Commands,
    name="kamerstukken",
    help="Dutch government letters to parliament: from PDFs to a commitment list with sources, and a citation graph.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # plain help comes in a third of the time: rich takes 0.3 s to import
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"kamerstukken {__version__}")
        raise typer.Exit


@app.callback()
def _all(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and leave.")
    ] = False,
) -> None:
    pass


def commands() -> tuple[str, ...]:
    """The names of all commands, in the order of help."""
    names = {found.name for found in pkgutil.iter_modules(__path__) if not found.name.startswith("_")}
    return tuple(sorted(names, key=lambda name: (FIRST.index(name) if name in FIRST else len(FIRST), name)))


def _add(name: str) -> None:
    module = importlib.import_module(f"{__name__}.{name}")
    command = getattr(module, name, None) or getattr(module, f"{name}_")
    if isinstance(command, typer.Typer):
        app.add_typer(command, name=name)
    else:
        app.command(name)(command)


for _name in commands():
    _add(_name)


def main() -> None:
    """Entry point of `kamerstukken` and `python -m kamerstukken`."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(
            stream, "reconfigure"
        ):  # Windows' code pages have no '…' or 'ë'; a terminal that fails shows '?'
            stream.reconfigure(errors="replace")
    app()
