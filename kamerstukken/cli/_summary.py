"""The end of a run in words, or as a line of JSON."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from kamerstukken.cli._console import error_console, one_line

if TYPE_CHECKING:
    from kamerstukken.run import Summary

MANY = 20
"""How many failures are listed on the terminal."""

SLOWEST = 3
"""How many of the slowest letters are named there."""


def tell(summary: Summary, out: Path, verbosity: int, *, as_json: bool = False) -> None:
    """What was read, what failed and why, and which letters took longest; nothing where it is to be quiet."""
    if as_json:
        _log(summary, out)
    elif verbosity >= 0:
        _say(summary, out)


def _log(summary: Summary, out: Path) -> None:
    logging.getLogger("kamerstukken.run").warning(
        "summary",
        extra={
            "files": summary.files, "read": summary.read, "known": summary.files - summary.read,
            "pages": summary.pages, "failed": len(summary.failures), "seconds": round(summary.seconds, 3),
            "slowest": [{"file": name, "seconds": round(seconds, 3)} for name, seconds in summary.slowest],
            "failures": [{"file": f.file, "stage": f.stage, "reason": f.reason} for f in summary.failures],
            "out": str(out),
        },
    )  # fmt: skip


def _say(summary: Summary, out: Path) -> None:
    say = error_console().print
    rate = f", {summary.pages / summary.seconds:.1f} pages/s" if summary.pages else ""
    known = summary.files - summary.read
    say(
        f"{summary.files} letters: {summary.read} read ({summary.pages} pages in {summary.seconds:.1f} s{rate}), {known} known"
    )
    if len(summary.slowest) > 1:
        slowest = ", ".join(
            f"{one_line(name)} {seconds:.1f} s" for name, seconds in summary.slowest[:SLOWEST]
        )
        say(f"Slowest: {slowest}", markup=False)
    if summary.failures:
        say(f"{len(summary.failures)} failed:")
        for failure in summary.failures[:MANY]:
            say(f"  {one_line(failure.file)}: {one_line(failure.reason)}", markup=False)
        if (more := len(summary.failures) - MANY) > 0:
            say(f"  and {more} more: see failures.jsonl")
    if summary.disagreeing:
        say(
            f"{summary.disagreeing} letters print something else than their manifest says: see disagreements.jsonl"
        )
    say(f"Written to {out}", markup=False)
