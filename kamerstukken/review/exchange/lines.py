"""Decisions as JSON Lines: one a line, in the order they were made, the same bytes for the same decisions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from kamerstukken.errors import BadInput
from kamerstukken.model import Decision

MOST = 10_000_000
"""Characters in one line: a decision holds a few quotes."""


def to_lines(decisions: Iterable[Decision]) -> Iterator[bytes]:
    """Each decision as a line of JSON, with its line end."""
    return (msgspec.json.encode(decision) + b"\n" for decision in decisions)


def from_file(path: Path) -> tuple[Decision, ...]:
    """The decisions of a file. Raises BadInput, naming file and line, where one is none."""
    try:
        with path.open("rb") as stream:
            return tuple(_decisions(path, stream))
    except OSError as error:
        raise BadInput(
            f"{path}: cannot be opened ({error.strerror}); check the name and its rights"
        ) from error


def _decisions(path: Path, lines: Iterable[bytes]) -> Iterator[Decision]:
    for n, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            if len(line) > MOST:
                raise BadInput(f"{path}, line {n}: longer than any decision")
            yield msgspec.json.decode(line, type=Decision)
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            raise BadInput(
                f"{path}, line {n}: not a decision ({error}); give a file that `kamerstukken decisions export` wrote"
            ) from error
