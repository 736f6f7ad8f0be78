"""Stage 5, names of acts. A name that stays when the file changes but the letter and the sentence do not."""

from __future__ import annotations

import hashlib
import re
from collections import Counter

from kamerstukken.model import Document

NOT_WORD = re.compile(r"\W+")


def letter_key(document: Document) -> str:
    """What makes a letter that letter: its kenmerk, else its paper's number, else ministry, date and subject.

    A letter without any of these is known by its bytes alone.
    """
    m = document.metadata
    if m.kenmerk:
        return _plain(m.kenmerk)
    if m.dossiers and m.number:
        return _plain(f"{m.dossiers[0]} {m.number}")
    if m.date and m.subject:
        return _plain(f"{m.ministry or ''} {m.date} {m.subject}")
    return document.sha256


def identifiers(document: Document, quotes: tuple[str, ...]) -> tuple[str, ...]:
    """A name for each quote of a letter, in order: 12 hexadecimal digits. Equal quotes are told apart by their order."""
    key = letter_key(document)
    seen: Counter[str] = Counter()
    names = []
    for quote in map(_plain, quotes):
        seen[quote] += 1
        text = f"{key}\n{quote}\n{seen[quote]}"
        names.append(hashlib.sha256(text.encode()).hexdigest()[:12])
    return tuple(names)


def _plain(text: str) -> str:
    return NOT_WORD.sub(" ", text.casefold()).strip()
