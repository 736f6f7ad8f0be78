"""JSON Lines: documents, citations, commitments and failures, each field as docs/outputs.md says."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import IO

import msgspec

from kamerstukken.export._beside import beside
from kamerstukken.model import Analysis
from kamerstukken.register import Register
from kamerstukken.register.contract import citation_rows, commitment_rows, document_row, failure_row

NAMES = ("documents", "citations", "commitments", "failures")


def write(register: Register, folder: Path) -> None:
    """Write the four files in one pass; none takes its place before all are whole."""
    with ExitStack() as stack:
        drafts = [stack.enter_context(beside(folder / f"{name}.jsonl")) for name in NAMES]
        with ExitStack() as open_files:
            streams = [open_files.enter_context(draft.open("wb")) for draft in drafts]
            for analysis in register.analyses():
                _write_letter(register, analysis, streams)
            for failure in register.failed():
                _line(streams[3], failure_row(failure))


def _write_letter(register: Register, analysis: Analysis, streams: Sequence[IO[bytes]]) -> None:
    documents, citations, commitments, _ = streams
    document = analysis.document
    _line(documents, document_row(document, tuple(f.name for f in register.files(document.id))))
    for citation in citation_rows(analysis):
        _line(citations, citation)
    for commitment in commitment_rows(analysis):
        _line(commitments, commitment)


def _line(stream: IO[bytes], row: msgspec.Struct) -> None:
    stream.write(msgspec.json.encode(row))
    stream.write(b"\n")
