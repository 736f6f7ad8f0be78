"""JSON Lines: documents, citations, commitments, motions and failures, each field as docs/outputs.md says."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import IO

import msgspec

from kamerstukken.export._parts.beside import beside
from kamerstukken.export._parts.tables import TABLES, Sink, pour
from kamerstukken.register import Register


def write(register: Register, folder: Path) -> None:
    """Write the five files in one pass; none takes its place before all are whole."""
    with ExitStack() as stack:
        drafts = {name: stack.enter_context(beside(folder / f"{name}.jsonl")) for name in TABLES}
        with ExitStack() as files:
            pour(
                register,
                {name: _lines(files.enter_context(path.open("wb"))) for name, path in drafts.items()},
            )


def _lines(stream: IO[bytes]) -> Sink:
    def take(row: msgspec.Struct) -> None:
        stream.write(msgspec.json.encode(row) + b"\n")

    return take
