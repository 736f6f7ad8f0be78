"""The room 'language', its sentences in spaCy. Sets where the sentences of a document start, before the parser."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from spacy.attrs import IDX, SENT_START
from spacy.language import Language

from kamerstukken.language.sentences import sentence_spans

if TYPE_CHECKING:
    from spacy.tokens import Doc

START, INSIDE = np.array([1, -1]).astype(np.uint64)
"""What spaCy keeps for a word that starts a sentence, and for one that does not."""


def split(doc: Doc) -> Doc:
    """The same document; its sentences are those of `sentence_spans`, to the nearest word.

    A document that comes with sentences (a text that is known to be one) keeps them.
    """
    if doc.has_annotation("SENT_START"):
        return doc
    return mark(doc, [span.start for span in sentence_spans(doc.text)])


def mark(doc: Doc, offsets: list[int]) -> Doc:
    """The same document, its sentences starting at the words at or behind these offsets, and at its first."""
    starts = np.searchsorted(doc.to_array(IDX), offsets)
    marks = np.full((len(doc), 1), INSIDE, dtype=np.uint64)
    marks[starts[starts < len(doc)]] = START
    marks[0] = START
    doc.from_array([SENT_START], marks)
    return doc


Language.component("kamerstukken_sentences", assigns=["token.is_sent_start", "doc.sents"], func=split)
