"""A slow pattern is searched only near a cheap trigger: that is what makes a scan fast, and keeps it linear."""

from __future__ import annotations

import re
from collections.abc import Iterator


def near(
    pattern: re.Pattern[str], trigger: re.Pattern[str], text: str, *, before: int, after: int = 400
) -> Iterator[re.Match[str]]:
    """Matches of `pattern` that begin at most `before` characters left of a trigger, in order, none overlapping.

    `after` is how far right of the trigger a match may reach. Both are bounds on work: text without a trigger
    costs the scan for the trigger alone.
    """
    done = 0
    for hint in trigger.finditer(text):
        if hint.start() < done:
            continue
        match = pattern.search(text, max(done, hint.start() - before), hint.end() + after)
        if match and match.start() <= hint.end():
            done = match.end()
            yield match
