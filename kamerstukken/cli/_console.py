"""What commands share: logging, consoles, and text from files made safe for a terminal."""

from __future__ import annotations

import logging
import re
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Escape sequences and direction marks: a file name or a PDF must not steer a terminal."""


def one_line(text: str) -> str:
    """Text for one line of a terminal: control characters as \\xNN, line ends as a blank."""
    return controls_shown(" ".join(text.split("\n")))


def controls_shown(text: str) -> str:
    """Text for a terminal, with line ends and tabs kept."""
    return CONTROLS.sub(lambda match: f"\\x{ord(match[0]):02x}", text)


def console() -> Console:
    """Standard output, for what a command is asked for."""
    from rich.console import Console  # 0.1 s to import, which help does not need

    return Console(highlight=False, soft_wrap=not sys.stdout.isatty())


def error_console() -> Console:
    """Standard error, for progress and messages."""
    from rich.console import Console

    return Console(stderr=True, highlight=False, soft_wrap=not sys.stderr.isatty())


def set_up_logging(verbosity: int, *, as_json: bool = False) -> None:
    """Our warnings by default, -v adds what was decided, -vv everything, -q (below 0) errors alone.

    Of the libraries only errors: pdfminer warns of every odd PDF.
    """
    if as_json:
        verbosity = max(verbosity, 1)
    levels = {-1: logging.ERROR, 0: logging.WARNING, 1: logging.INFO}
    logging.basicConfig(format="%(name)s: %(message)s", level=logging.ERROR, stream=sys.stderr)
    if as_json:
        from pythonjsonlogger.json import JsonFormatter

        names = {"levelname": "level", "name": "logger", "asctime": "time"}
        form = JsonFormatter("%(asctime)s %(levelname)s %(name)s %(message)s", rename_fields=names)
        form.default_time_format, form.default_msec_format = "%Y-%m-%dT%H:%M:%S", "%s.%03d"
        for handler in logging.getLogger().handlers:
            handler.setFormatter(form)
    logging.getLogger("kamerstukken").setLevel(levels.get(verbosity, logging.DEBUG))
