"""How much one letter may take, and what is said of a letter that took more."""

from __future__ import annotations

from dataclasses import dataclass

from kamerstukken.errors import BadInput

MOST_SECONDS = 600.0
"""A letter of 100 pages takes some ten seconds; a scan of 100 pages that goes through OCR five minutes."""

MOST_MEGABYTES = 2048
"""A worker holds about 300 MB with the language pipeline, a letter of 100 pages some 100 MB more."""

LEAST_MEGABYTES = 512
"""With less the language pipeline does not load, and every letter would fail."""

LEAVE_OUT = "Leave it out, or open it and print it to a new PDF"


@dataclass(frozen=True, slots=True)
class Limits:
    """What one letter may take: wall-clock seconds, and megabytes (2**20 bytes) of its worker's memory.

    Raises BadInput for values with which no letter could be read.
    """

    seconds: float = MOST_SECONDS
    megabytes: int = MOST_MEGABYTES

    def __post_init__(self) -> None:
        if not self.seconds > 0:
            raise BadInput(f"--time-limit {self.seconds:g}: give a number of seconds above 0")
        if self.megabytes < LEAST_MEGABYTES:
            raise BadInput(
                f"--memory-limit {self.megabytes}: give megabytes, at least {LEAST_MEGABYTES} (the language pipeline needs half of it)"
            )

    def too_slow(self) -> str:
        """The reason for a failure by time."""
        return f"took longer than {self.seconds:g} s and was stopped. {LEAVE_OUT}; --time-limit allows more"

    def too_large(self) -> str:
        """The reason for a failure by memory."""
        return f"needed more than {self.megabytes} MB of memory and was stopped. {LEAVE_OUT}; --memory-limit allows more"

    def died(self, how: str) -> str:
        """The reason for a failure where the process that read the letter is gone. `how` is what is known of it."""
        return f"the process that read it died ({how}): a PDF that crashes the reader, or more memory than there was. {LEAVE_OUT}"
