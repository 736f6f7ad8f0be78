"""The errors that may cross the command line; every message names file, place and remedy.

KamerstukkenError
├── UnreadableLetter     a PDF that cannot be read; becomes a row in failures.jsonl
├── BadInput             an option, a recipe, a labels' file or a table that is not as it should be
├── EngineError          workers that cannot be started or reached
├── RegisterError        a register that is locked, damaged, read-only or of another version
├── CatalogueError       the same of a catalogue
├── SourceError          a service that cannot be reached, or answers what it should not
└── DecisionConflict     a decision on an act that someone else decided in the meantime
"""

from __future__ import annotations


class KamerstukkenError(Exception):
    """Base of all errors that this package raises on purpose."""


class UnreadableLetter(KamerstukkenError):
    """A letter cannot be read. `stage` is the room that gave up, `remedy` says what a user can do."""

    def __init__(self, reason: str, *, stage: str = "read", remedy: str = "") -> None:
        super().__init__(f"{reason}. {remedy}".strip() if remedy else reason)
        self.stage = stage
        self.reason = reason
        self.remedy = remedy

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle over processes with the keyword arguments kept."""
        return (_unreadable, (self.reason, self.stage, self.remedy))


def _unreadable(reason: str, stage: str, remedy: str) -> UnreadableLetter:
    return UnreadableLetter(reason, stage=stage, remedy=remedy)


class BadInput(KamerstukkenError):
    """Something a user gave (option, recipe, labels, mapping) is not as it should be."""


class EngineError(KamerstukkenError):
    """The workers of an engine cannot be started or reached."""


class RegisterError(KamerstukkenError):
    """The register cannot be opened, read or written."""


class DecisionConflict(KamerstukkenError):
    """Someone decided, or took a decision back, after the reviewer last looked. Nothing was changed."""


class CatalogueError(KamerstukkenError):
    """The catalogue cannot be opened, read or written."""


class SourceError(KamerstukkenError):
    """A service cannot be reached, or its answer is not what it should be; the message names address and remedy."""
