"""Stage 5, where an act stands. A stretch of a letter to its clause, sentence, block and surroundings.

Everything that is said of an act (who, what, when, on whose motion) is asked of an `Act`, never of a bare sentence: two
acts of one sentence share the sentence and differ in the clause.
"""

from __future__ import annotations

from dataclasses import dataclass

from kamerstukken.commit.sentences import sentence_end, sentence_start
from kamerstukken.model import Block, Document, Span

ROW_BREAK = "\n"
"""Between the rows of a table, as a block holds them."""


@dataclass(frozen=True, slots=True)
class Act:
    """The clause that carries an act and the sentence around it, both stretches of `Document.text`.

    `sentence` is the row in a table, and covers the clause always; where an act runs over more sentences, it covers them all.
    """

    document: Document
    block: Block
    clause: Span
    sentence: Span

    @property
    def text(self) -> str:
        """The words of the clause."""
        return self.document.text[self.clause.start : self.clause.end]

    @property
    def sentence_text(self) -> str:
        """The words of the sentence."""
        return self.document.text[self.sentence.start : self.sentence.end]

    @property
    def before(self) -> str:
        """The words of the sentence in front of the clause; '' where the clause opens it."""
        return self.document.text[self.sentence.start : self.clause.start]

    @property
    def within(self) -> Span:
        """The clause as offsets in `sentence_text`."""
        return Span(self.clause.start - self.sentence.start, self.clause.end - self.sentence.start)

    @property
    def heading(self) -> str:
        """The nearest heading above, or ''."""
        above = (b.text for b in reversed(self.document.blocks[: self.block.n - 1]) if b.kind == "heading")
        return next(above, "")

    @property
    def in_table(self) -> bool:
        """True for a row of a table."""
        return self.block.kind == "table"


def act_at(document: Document, clause: Span) -> Act | None:
    """The act at a stretch of `Document.text`; None where it begins outside the blocks."""
    block = document.block_at(clause.start)
    if block is None:
        return None
    inside = Span(clause.start, max(clause.start, min(clause.end, block.span.end)))
    start, end = _row_around(block, inside) if block.kind == "table" else _sentence_around(block, inside)
    text = block.text[start:end]
    trimmed = Span(block.start + end - len(text.lstrip()), block.start + start + len(text.rstrip()))
    return Act(document, block, inside, _covering(trimmed, inside))


def _sentence_around(block: Block, clause: Span) -> tuple[int, int]:
    at, last = clause.start - block.start, max(clause.start, clause.end - 1) - block.start
    return sentence_start(block.text, at), sentence_end(block.text, last)


def _row_around(block: Block, clause: Span) -> tuple[int, int]:
    at, last = clause.start - block.start, max(clause.start, clause.end - 1) - block.start
    end = block.text.find(ROW_BREAK, last)
    return block.text.rfind(ROW_BREAK, 0, at) + 1, end if end >= 0 else len(block.text)


def _covering(sentence: Span, clause: Span) -> Span:
    return Span(min(sentence.start, clause.start), max(sentence.end, clause.end))
