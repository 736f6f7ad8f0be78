"""Letters as they arrive in a folder: each once it is copied whole, several that come together in one batch."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from watchfiles import Change, DefaultFilter, watch

from kamerstukken.run.corpus import Corpus, find_letters

LOOK = 0.5
"""Seconds between two looks at files that are still being copied."""


@dataclass(slots=True)
class Arrivals:
    """What has come into `folder` and is not yet handed on. A file is whole when it stayed as it is for `settle` seconds.

    `clock` tells the time as file systems do; tests have their own.
    """

    folder: Path
    settle: float = 2.0
    clock: Callable[[], float] = time.time
    _pending: dict[Path, tuple[tuple[int, int], float]] = field(default_factory=dict)
    _gone: bool = False

    def note(self, change: Change, path: Path) -> None:
        """Something happened to a file, or to a folder with files in it."""
        if change is Change.deleted:
            self._pending.pop(path, None)
            self._gone = True
        elif path.is_dir():  # what was put into a new folder before the system watched it is told by nobody
            for file in find_letters([path], empty=True).files:
                self.note(Change.added, file.path)
        elif path.suffix.lower() == ".pdf" and (state := _state(path)):
            self._pending[path] = (state, self.clock())

    def ready(self) -> Corpus | None:
        """The letters that are whole now, named by their path within the folder; None where there is nothing to do.

        Where files are gone this is the whole folder, so that the register forgets them.
        """
        if not self._pending and not self._gone:
            return None
        whole = {path for path in tuple(self._pending) if self._is_whole(path)}
        for path in whole:
            del self._pending[path]
        everything = find_letters([self.folder], empty=True)
        if self._gone and not self._pending:
            self._gone = False
            return everything
        if not whole:
            return None
        return Corpus(tuple(file for file in everything.files if file.path in whole))

    def _is_whole(self, path: Path) -> bool:
        """Whether a file is as it was for long enough; looked at anew, since not every change is told."""
        state, seen = self._pending[path]
        now = _state(path)
        if now is None:
            del self._pending[path]
            return False
        if now != state:
            self._pending[path] = (now, self.clock())
            return False
        return self.clock() - seen >= self.settle


def arrivals(folder: Path, *, settle: float = 2.0, poll: bool = False) -> Iterator[Corpus]:
    """Batches of letters, without end: first what lies in the folder, then what comes. Ctrl-C raises KeyboardInterrupt.

    `poll` looks at the folder itself, for network shares whose changes this machine is not told of.
    """
    coming = Arrivals(Path(os.path.abspath(folder)), settle)  # noqa: PTH100  (links are not followed)
    changes = watch(
        coming.folder, watch_filter=_Letters(), rust_timeout=int(LOOK * 1000), yield_on_timeout=True,
        force_polling=poll or None, raise_interrupt=True,
    )  # fmt: skip
    for file in find_letters([coming.folder], empty=True).files:
        coming.note(Change.added, file.path)
    for told in changes:
        for change, path in told:
            coming.note(change, Path(path))
        if batch := coming.ready():
            yield batch


class _Letters(DefaultFilter):
    """PDFs, folders, and all that is gone: a folder that is moved away tells nothing of its files."""

    def __call__(self, change: Change, path: str) -> bool:
        name = os.path.basename(path)  # noqa: PTH119
        if name.startswith(".") or not super().__call__(change, path):
            return False
        return change is Change.deleted or name.lower().endswith(".pdf") or os.path.isdir(path)  # noqa: PTH112


def _state(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns
