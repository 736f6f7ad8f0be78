"""How a run shows itself: a bar on a terminal, plain lines elsewhere, nothing when it is to be quiet."""

from __future__ import annotations

import logging
import time
from types import TracebackType
from typing import TYPE_CHECKING, Protocol, Self

from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)

from kamerstukken.cli._console import error_console, one_line
from kamerstukken.model import Analysis, Failure

if TYPE_CHECKING:
    from kamerstukken.run import Step

log = logging.getLogger("kamerstukken.run")

EVERY = 10.0
"""Seconds between two plain lines that say how far a run is."""


class Watcher(Protocol):
    """Sees every step of a run."""

    def __call__(self, step: Step) -> None:
        """A file is dealt with."""

    def __enter__(self) -> Self:
        """The run begins."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """The run has ended."""


def watcher(total: int, verbosity: int, *, as_json: bool = False) -> Watcher:
    """The right one for this terminal. `verbosity` below 0 is quiet, above 0 gives a line a letter."""
    if as_json:
        return JsonWatcher(total, -1)
    console = error_console()
    if verbosity >= 0 and console.is_terminal:
        return BarWatcher(total, verbosity)
    return LineWatcher(total, verbosity)


class LineWatcher:
    """Plain lines: one every ten seconds, or with -v one a letter. Failures are listed at the end of a run."""

    def __init__(self, total: int, verbosity: int) -> None:
        self._total, self._verbosity = total, verbosity
        self._console = error_console()
        self._done, self._pages = 0, 0
        self._begin = self._spoke = time.monotonic()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def __call__(self, step: Step) -> None:
        """Count the step, and say so where it is time to."""
        self._done += 1
        self._pages += pages_of(step)
        if self._verbosity > 0:
            self._say(f"{self._done}/{self._total} {describe(step)}")
        elif self._verbosity == 0 and self._done < self._total and time.monotonic() - self._spoke >= EVERY:
            self._say(self._how_far())

    def _how_far(self) -> str:
        spent = time.monotonic() - self._begin
        left = spent / self._done * (self._total - self._done)
        return (
            f"{self._done}/{self._total} letters, {self._pages / spent:.1f} pages/s, about {left:.0f} s left"
        )

    def _say(self, line: str) -> None:
        self._spoke = time.monotonic()
        self._console.print(line, markup=False)


class JsonWatcher(LineWatcher):
    """A log record a letter, of level INFO, or WARNING where it failed; the logging makes JSON of it."""

    def __call__(self, step: Step) -> None:
        """Log the step."""
        found, extra = step.outcome, {"file": step.file.name, "seconds": round(step.seconds, 3)}
        if found is None:
            log.info("letter", extra={**extra, "outcome": "known"})
        elif isinstance(found, Failure):
            log.warning(
                "letter", extra={**extra, "outcome": "failed", "stage": found.stage, "reason": found.reason}
            )
        else:
            counts = {
                "pages": found.document.pages,
                "citations": len(found.citations),
                "commitments": len(found.commitments),
            }
            log.info("letter", extra={**extra, "outcome": "read", **counts})


class BarWatcher:
    """A progress bar with rate and time left; with -v letters scroll by above it."""

    def __init__(self, total: int, verbosity: int) -> None:
        self._verbosity = verbosity
        self._pages = 0
        self._progress = Progress(
            TextColumn("letters"),
            BarColumn(bar_width=None),
            MofNCompleteColumn(),
            TextColumn("{task.fields[rate]}"),
            TimeElapsedColumn(),
            TextColumn("left"),
            TimeRemainingColumn(),
            console=error_console(),
        )
        self._task = self._progress.add_task("letters", total=total, rate="")
        self._begin = time.monotonic()

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._progress.stop()

    def __call__(self, step: Step) -> None:
        """Move the bar."""
        self._pages += pages_of(step)
        rate = f"{self._pages / max(time.monotonic() - self._begin, 0.001):.1f} pages/s"
        self._progress.update(self._task, advance=1, rate=rate)
        if self._verbosity > 0:
            self._progress.console.print(describe(step), markup=False)


def pages_of(step: Step) -> int:
    """How many pages were read for a step."""
    return step.outcome.document.pages if isinstance(step.outcome, Analysis) else 0


def describe(step: Step) -> str:
    """One line on what became of a file."""
    name = one_line(step.file.name)
    if step.outcome is None:
        return f"{name}: known"
    if isinstance(step.outcome, Failure):
        return f"{name}: FAILED ({step.outcome.stage}) {one_line(step.outcome.reason)}"
    found = step.outcome
    return (
        f"{name}: {found.document.pages} pages, {len(found.citations)} references, "
        f"{len(found.commitments)} commitments, {step.seconds:.2f} s"
    )
