"""Plain letters for tests of the commitments stage."""

from __future__ import annotations

from kamerstukken.model import Block, Document, Metadata, Signatory


def letter(*blocks: tuple[str, str], date: str = "2024-03-04") -> Document:
    """A plain letter of the given (kind, text) blocks and day (ISO 8601), signed by a minister of VWS."""
    placed, at = [], 0
    for n, (kind, text) in enumerate(blocks, 1):
        placed.append(Block(n, kind, 1, at, text))  # type: ignore[arg-type]
        at += len(text) + 2
    signed = (Signatory("A. Voorbeeld", "De minister van Volksgezondheid, Welzijn en Sport"),)
    metadata = Metadata(date=date, subject="Proef", kenmerk="1-2-VWS", signatories=signed)
    body = "\n\n".join(text for _, text in blocks)
    return Document("proef.pdf", "0" * 64, 1, "ministry", metadata, body, tuple(placed))
