"""The way from a file that is written to a letter's PDF."""

from __future__ import annotations

from pathlib import Path

from kamerstukken.register import Register, path_of, uri_of


def letter_uri(register: Register, letter: str, folder: Path) -> str:
    """A relative URI reference from `folder` to the letter's first file, so that both can move together."""
    source = register.files(letter)[0]
    return uri_of(path_of(source.uri, register.folder), folder)


def letter_link(register: Register, letter: str, folder: Path) -> str:
    """The same as an address in a workbook; the writer trips over one-letter names without './'."""
    way = letter_uri(register, letter, folder)
    return f"external:./{way}" if "/" not in way else f"external:{way}"
