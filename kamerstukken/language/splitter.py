"""The room 'language', its sentences in spaCy. Sets where the sentences of a document start, before the parser."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from spacy.language import Language

from kamerstukken.language.sentences import sentence_spans

if TYPE_CHECKING:
    from spacy.tokens import Doc


def split(doc: Doc) -> Doc:
    """The same document; its sentences are those of `sentence_spans`, to the nearest word.

    A document that comes with sentences (a text that is known to be one) keeps them.
    """
    if doc.has_annotation("SENT_START"):
        return doc
    offsets = [token.idx for token in doc]
    starts = {bisect_left(offsets, span.start) for span in sentence_spans(doc.text)}
    for token in doc:
        token.is_sent_start = token.i in starts or token.i == 0
    return doc


Language.component("kamerstukken_sentences", assigns=["token.is_sent_start", "doc.sents"], func=split)
