"""Files that are whole or not there: written beside their place, then renamed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

from kamerstukken.errors import BadInput


@contextmanager
def beside(path: Path) -> Iterator[Path]:
    """A path to write to; when the block ends well it takes the place of `path`, else it is removed.

    Drafts that a killed process left there are removed. Raises BadInput where the folder cannot be written or the disk is full.
    """
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        _sweep(path)
        yield draft
        with draft.open("r+b") as stream:  # Windows syncs only what may be written
            os.fsync(stream.fileno())
        draft.replace(path)
    except OSError as error:
        raise _not_writable(path, error) from error
    finally:
        draft.unlink(missing_ok=True)


def folder_in(folder: Path, name: str) -> Path:
    """A folder within another, made where it is not there. Raises BadInput where it cannot be made."""
    path = folder / name
    try:
        path.mkdir(exist_ok=True)
    except OSError as error:
        raise _not_writable(path, error) from error
    return path


def _not_writable(path: Path, error: OSError) -> BadInput:
    reason = error.strerror or type(error).__name__
    return BadInput(
        f"{path}: cannot be written ({reason}); close it elsewhere, make room, or name another folder"
    )


def _sweep(path: Path) -> None:
    """Another run may be writing its own draft of the same file; one whose process is gone writes no more."""
    for draft in path.parent.glob(f".{path.name}.*"):
        pid = draft.name.rpartition(".")[2]
        if pid.isdecimal() and not psutil.pid_exists(int(pid)):
            draft.unlink(missing_ok=True)
