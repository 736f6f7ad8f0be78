"""'deze motie', 'dezelfde motie', 'voornoemde motie': the motie that was named last in the same block."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kamerstukken.cite.resolve.beside import is_plural
from kamerstukken.model import Document, Reference

# Deze motie verzoekt · met dezelfde motie · de voornoemde motie · eerdergenoemde motie · bovengenoemde motie
POINTING = re.compile(
    r"(?<!\w)(?:[Dd]eze|[Dd]ie|[Dd]ezelfde|(?:[Dd]e\s)?(?:[Vv]oor|[Ee]erder|[Bb]oven|[Hh]iervoor\s)?genoemde|(?:[Dd]e\s)?[Vv]oornoemde|"
    r"(?:[Dd]e\s)?[Bb]ovenstaande|(?:[Dd]e\s)?betreffende)\smotie(?!\w)(?!\s(?:van|[A-Z])|-)"
)


def pointing(document: Document, found: Sequence[Reference]) -> tuple[Reference, ...]:
    """Add mentions that point back. Where the block names two moties before one of them, nothing is added for it."""
    new = [r for block in document.blocks for r in _in_block(block.text, block.start, found)]
    return tuple(sorted((*found, *new), key=lambda r: r.start))


def _in_block(text: str, start: int, found: Sequence[Reference]) -> Iterator[Reference]:
    if "otie" not in text:
        return
    moties = [r for r in found if r.kind == "motie" and start <= r.start < start + len(text)]
    for match in POINTING.finditer(text):
        at = start + match.start()
        before = [r for r in moties if r.end <= at]
        meant = {r.ids or r.indieners for r in before}
        if len(meant) == 1 and not is_plural(before[-1]):
            words = match[0]
            yield replace(
                before[-1], start=at, end=at + len(words), text=words, resolved_by="motie named before"
            )
