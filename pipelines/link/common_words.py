"""Writes the table of common words: `python -m pipelines.link.common_words REGISTER`.

Counts in how many letters of a register each lemma stands, and keeps those that stand in many. The table that ships
was made from 104 letters of ten ministries, 2014 to 2026; it holds words and counts, no text.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from pathlib import Path

from kamerstukken.link.words import TABLE, lemmas_in
from kamerstukken.register import Register

SHARE = 0.075
"""A word in fewer letters than this says what a letter is about; it has full weight."""


def common_words(register: Register) -> list[tuple[str, float]]:
    """Lemmas and the share of letters that hold them, most common first."""
    letters = 0
    counts: Counter[str] = Counter()
    for analysis in register.analyses():
        letters += 1
        counts.update(set(lemmas_in(analysis.document.text)))
    shares = ((word, round(count / letters, 3)) for word, count in counts.items())
    return sorted((row for row in shares if row[1] >= SHARE), key=lambda row: (-row[1], row[0]))


def main() -> None:
    """The command."""
    with Register(sys.argv[1]) as register, Path(TABLE).open("w", encoding="utf-8", newline="") as target:
        writer = csv.writer(target, lineterminator="\n")
        writer.writerows([("lemma", "share"), *common_words(register)])


if __name__ == "__main__":
    main()
