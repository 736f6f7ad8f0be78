"""Stage 5, put together. What was decided, with all that is known of it, as Commitments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kamerstukken.commit.deadline.choose import deadline_of
from kamerstukken.commit.decide import THRESHOLD, Decision, decide
from kamerstukken.commit.fields.action import act_verb, plain, summary
from kamerstukken.commit.fields.actor import actor
from kamerstukken.commit.fields.addressee import addressee
from kamerstukken.commit.fields.ident import identifiers
from kamerstukken.commit.fields.strength import strength
from kamerstukken.commit.learned import Weights
from kamerstukken.commit.ties import motions_of, papers_of
from kamerstukken.commit.units import units
from kamerstukken.language import parse, speaker
from kamerstukken.language.speaker import Speaker
from kamerstukken.model import Actor, Citation, Commitment, Deadline, Document

if TYPE_CHECKING:
    from spacy.tokens import Doc


def commit(
    document: Document,
    citations: tuple[Citation, ...] = (),
    *,
    threshold: float = THRESHOLD,
    weights: Weights | None = None,
    rules: bool = True,
    language: str | None = None,
) -> tuple[Commitment, ...]:
    """The commitments, measures and recommendations of a letter, in reading order.

    `threshold` (0..1) is the least chance of being an act; lower finds more and errs more. `rules` false leaves the
    trained part alone. Only sentences that are kept are parsed, by our own pipeline or by the installed spaCy pipeline that `language` names. Pure: the same
    letter gives the same commitments, ids included.
    """
    decisions = decide(units(document), threshold=threshold, weights=weights, rules=rules)
    parsed = parse([d.unit.text for d in decisions], name=language)
    names = identifiers(document, tuple(d.unit.text for d in decisions))
    speaks = speaker(document)
    return tuple(
        _commitment(document, citations, decision, doc, name, speaks)
        for decision, doc, name in zip(decisions, parsed, names, strict=True)
    )


def _commitment(
    document: Document,
    citations: tuple[Citation, ...],
    decision: Decision,
    doc: Doc,
    name: str,
    speaks: Speaker,
) -> Commitment:
    unit = decision.unit
    deadline = _deadline(document, decision)
    action, who = _action_and_actor(decision, doc, deadline, speaks)
    return Commitment(
        id=name,
        letter=document.id,
        kind=decision.kind,
        status=decision.status,
        quote=document.quote(unit.span),
        block=unit.block.n,
        page=unit.block.page,
        action=action,
        actor=who,
        addressee=addressee(unit.text, document),
        deadline=deadline,
        strength=strength(unit.text),
        ids=papers_of(document, citations, unit.span),
        motions=motions_of(document, citations, unit.span),
        headings=unit.headings,
        rule=decision.rule,
        confidence=round(decision.confidence, 3),
    )


def _deadline(document: Document, decision: Decision) -> Deadline | None:
    """The moment of an act; one that is done has none, and a letter without a date can have none in days."""
    if decision.status == "afgerond" or document.metadata.date is None:
        return None
    return deadline_of(document, decision.unit.span, document.metadata.date)


def _action_and_actor(
    decision: Decision, doc: Doc, deadline: Deadline | None, speaks: Speaker
) -> tuple[str, Actor]:
    text = decision.unit.text
    roots = [t for t in doc if t.dep_ == "ROOT"]
    if decision.unit.block.kind == "table" or not roots or roots[0].pos_ not in ("VERB", "AUX"):
        return plain(text), Actor()
    at = text.find(deadline.text) if deadline else -1
    moment = (at, at + len(deadline.text)) if deadline and at >= 0 else None
    verb = act_verb(roots[0])
    return summary(verb, moment) or plain(text), actor(doc[:], verb, speaks)
