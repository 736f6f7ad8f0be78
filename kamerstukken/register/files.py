"""A letter's file as the register knows it: a name for people, and a way back to the file."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote_to_bytes


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file. `name` is for people (any bytes that are no UTF-8 shown as \\xNN); `uri` finds it again."""

    uri: str
    name: str


def uri_of(path: Path, folder: Path) -> str:
    """A path as a relative URI reference seen from `folder`, so that both can move together.

    Percent-encoded byte by byte: every name that a file system allows comes back as it was. A file on
    another drive gets an absolute `file:` URI.
    """
    absolute = path.absolute()
    try:
        relative = os.path.relpath(absolute, folder.absolute())
    except ValueError:  # Windows: no way from one drive to another
        return absolute.as_uri()
    return quote(os.fsencode(Path(relative).as_posix()))


def path_of(uri: str, folder: Path) -> Path:
    """The file that `uri_of(path, folder)` named."""
    if uri.startswith("file:///"):
        return Path(os.fsdecode(unquote_to_bytes(uri.removeprefix("file:///"))))
    return Path(os.path.normpath(folder.absolute() / os.fsdecode(unquote_to_bytes(uri))))


def shown(name: str) -> str:
    """A file name as text that every output can hold; bytes that are no UTF-8 become \\xNN."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")
