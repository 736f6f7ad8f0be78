"""Where a sentence begins and ends, told from signs alone: for rules that look at neighbours without an analysis of the language."""

from __future__ import annotations

import re

# '… te publiceren. De uitkomsten …'; not behind 'a.s.', 'nr.', 'jl.'
SENTENCE_END = re.compile(
    r"(?<![\s.(]\w)(?<!\bnr)(?<!\bjl)(?<!\bas)(?<!\bdr)(?<!\bmr)(?<!\bart)[.?!]['’”)]{0,3}\s{1,9}(?=[\W\d]{0,9}[A-Z])"
)


def sentence_start(text: str, at: int) -> int:
    """The offset where the sentence around an offset begins."""
    ends = [m.end() for m in SENTENCE_END.finditer(text) if m.end() <= at]
    return ends[-1] if ends else 0


def sentence_end(text: str, at: int) -> int:
    """The offset right behind the sentence around an offset, blanks included."""
    match = SENTENCE_END.search(text, at)
    return match.end() if match else len(text)
