"""Stage 5, names of acts. A name that stays when the file changes but the letter and the sentence do not."""

from __future__ import annotations

import hashlib
from collections import Counter

from kamerstukken.model import Document
from kamerstukken.model.document import plain


def identifiers(document: Document, quotes: tuple[str, ...]) -> tuple[str, ...]:
    """A name for each quote of a letter, in order: 12 hexadecimal digits. Equal quotes are told apart by their order."""
    key = document.key
    seen: Counter[str] = Counter()
    names = []
    for quote in map(plain, quotes):
        seen[quote] += 1
        text = f"{key}\n{quote}\n{seen[quote]}"
        names.append(hashlib.sha256(text.encode()).hexdigest()[:12])
    return tuple(names)
