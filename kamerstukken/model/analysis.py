"""What a letter becomes: an analysis, or a failure."""

from __future__ import annotations

from dataclasses import dataclass

from kamerstukken.model.commitment import Commitment
from kamerstukken.model.document import Document
from kamerstukken.model.reference import Citation


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that was found in one letter."""

    document: Document
    citations: tuple[Citation, ...] = ()
    commitments: tuple[Commitment, ...] = ()


@dataclass(frozen=True, slots=True)
class Failure:
    """A letter that could not be analysed: the room that gave up, why, and what a user can do."""

    file: str
    sha256: str
    stage: str
    reason: str
