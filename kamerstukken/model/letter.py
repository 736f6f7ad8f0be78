"""What goes in: one letter, as bytes with a name."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from kamerstukken.model.document import Metadata


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter's file. `file` is its name as shown to users (not a path to open), `data` the PDF's bytes.

    `known` is what the service that it was fetched from says of it; it fills what the letter does not print.
    """

    file: str
    data: bytes = field(repr=False)
    known: Metadata | None = None

    @property
    def sha256(self) -> str:
        """SHA-256 of the bytes, 64 hexadecimal digits."""
        return hashlib.sha256(self.data).hexdigest()
