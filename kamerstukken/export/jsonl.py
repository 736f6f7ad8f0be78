"""JSON Lines: documents, citations, commitments, motions and failures, each field as docs/outputs.md says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import IO

import msgspec

from kamerstukken.export._beside import beside
from kamerstukken.register import Register, lists
from kamerstukken.register.lists import LetterRows

NAMES = ("documents", "citations", "commitments", "motions", "failures")


def write(register: Register, folder: Path) -> None:
    """Write the five files in one pass; none takes its place before all are whole."""
    with ExitStack() as stack:
        drafts = {name: stack.enter_context(beside(folder / f"{name}.jsonl")) for name in NAMES}
        with ExitStack() as open_files:
            streams = {name: open_files.enter_context(draft.open("wb")) for name, draft in drafts.items()}
            letters = _written(lists.letters(register), streams)
            _lines(streams["motions"], lists.motion_rows(register, letters))
            _lines(streams["failures"], lists.failures(register))


def _written(letters: Iterable[LetterRows], streams: Mapping[str, IO[bytes]]) -> Iterator[LetterRows]:
    """The letters as they come by, each written on its way to the motions."""
    for letter in letters:
        _lines(streams["documents"], (letter.document,))
        _lines(streams["citations"], letter.citations)
        _lines(streams["commitments"], letter.commitments)
        yield letter


def _lines(stream: IO[bytes], rows: Iterable[msgspec.Struct]) -> None:
    for row in rows:
        stream.write(msgspec.json.encode(row))
        stream.write(b"\n")
