"""run.json: what made the files beside it, with which versions, and when. The only output that knows the clock."""

from __future__ import annotations

import platform
import sqlite3
from datetime import datetime, timedelta
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from kamerstukken import __version__
from kamerstukken.export import beside
from kamerstukken.register import Register
from kamerstukken.register.database import newest

if TYPE_CHECKING:
    from kamerstukken.run.run import Options, Summary

PACKAGES = ("pypdfium2", "pdfplumber", "spacy", "networkx", "pandas", "xlsxwriter")
"""Those whose version can change what comes out."""


def write_manifest(out: Path, summary: Summary, options: Options, register: Register) -> None:
    """Write run.json into the output folder."""
    row = {
        "schema_version": newest(),
        "versions": {"kamerstukken": __version__, "python": platform.python_version(), "sqlite": sqlite3.sqlite_version}
        | {name: metadata.version(name) for name in PACKAGES},
        "recipe": msgspec.to_builtins(options.recipe),
        "recipe_hash": options.recipe.hash,
        "engine": options.engine.name,
        "counts": {
            "files": summary.files,
            "read": summary.read,
            "known": summary.files - summary.read,
            "failures": len(summary.failures),
            "disagreeing": summary.disagreeing,
            "pages_read": summary.pages,
        },
        "register": register.counts(),
        "times": {
            "begin": _moment(summary.begin),
            "end": _moment(summary.begin + timedelta(seconds=summary.seconds)),
            "seconds": round(summary.seconds, 3),
            "slowest": [{"file": name, "seconds": round(seconds, 3)} for name, seconds in summary.slowest],
        },
    }  # fmt: skip
    with beside(out / "run.json") as path:
        path.write_bytes(msgspec.json.format(msgspec.json.encode(row), indent=2) + b"\n")


def _moment(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")
