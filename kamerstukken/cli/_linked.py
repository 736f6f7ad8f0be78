"""A register whose links are up to date, and days given on the command line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from kamerstukken.cli._console import error_console
from kamerstukken.cli._register import newest, open_register
from kamerstukken.errors import RegisterError
from kamerstukken.register import Register, parse_day


def open_linked(path: Path | None) -> Register:
    """Open for reading; links that are missing (a register of an older version, a run that was broken off) are made first.

    Where the register cannot be written it is read as it is, with a warning.
    """
    register = open_register(path)
    waiting = register.links.stale()
    if not waiting:
        return register
    register.close()
    path = path or newest()
    say = error_console().print
    try:
        with Register.writable(path) as opened:
            from kamerstukken.link.linking import update

            say(f"Linking {waiting} letters …")
            update(opened)
    except RegisterError as error:
        say(f"{waiting} letters are not linked yet, and cannot be: {error}", markup=False)
    return open_register(path)


def day_of(text: str | None, option: str) -> date:
    """A day as given, or today. Raises BadInput, naming the option."""
    return parse_day(text, option) if text else date.today()
