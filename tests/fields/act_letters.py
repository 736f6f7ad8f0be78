"""A plain letter of invented sentences, and one act in it with all its fields."""

from __future__ import annotations

from kamerstukken.commit.act import Act, act_at
from kamerstukken.commit.deadline import deadline_of
from kamerstukken.commit.fields.action import predicate_of, summary_of
from kamerstukken.commit.fields.actor import actor
from kamerstukken.language import load, speaker
from kamerstukken.model import Actor, Block, Document, Metadata, Signatory, Span

DAY = "2024-03-04"
SIGNED = (Signatory("A. Voorbeeld", "De minister van Volksgezondheid, Welzijn en Sport"),)
TWO = (*SIGNED, Signatory("B. Proef", "De staatssecretaris van Financiën"))


def letter(
    *blocks: tuple[str, str],
    signed: tuple[Signatory, ...] = SIGNED,
    addressee: str = "De voorzitter van de Tweede Kamer",
) -> Document:
    """A letter of the given (kind, text) blocks."""
    placed, at = [], 0
    for n, (kind, text) in enumerate(blocks, 1):
        placed.append(Block(n, kind, 1, at, text))  # type: ignore[arg-type]
        at += len(text) + 2
    metadata = Metadata(date=DAY, subject="Proef", kenmerk="1-2-VWS", signatories=signed, addressee=addressee)
    body = "\n\n".join(text for _, text in blocks)
    return Document("proef.pdf", "0" * 64, 1, "ministry", metadata, body, tuple(placed))


def act_in(document: Document, words: str) -> Act:
    """The act whose clause these words are."""
    start = document.text.index(words)
    act = act_at(document, Span(start, start + len(words)))
    assert act is not None
    return act


def action_and_actor(act: Act) -> tuple[str, Actor]:
    """What and who, as the stage says it."""
    tokens = load()(act.sentence_text).char_span(act.within.start, act.within.end, alignment_mode="expand")
    assert tokens is not None
    predicate = predicate_of(tokens)
    who = actor(act, tokens, predicate, speaker(act.document))
    found = deadline_of(act.document, act.clause, DAY)
    at = act.sentence_text.find(found.text) if found else -1
    moment = Span(at, at + len(found.text)) if found and at >= 0 else None
    return summary_of(tokens, predicate, acts=who.text is not None, moment=moment, heading=act.heading), who
