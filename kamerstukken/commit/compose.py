"""Stage 5, put together. What was decided, with all that is known of it, as Commitments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kamerstukken.commit.act import Act, act_at
from kamerstukken.commit.deadline.choose import deadline_of, still_to_come
from kamerstukken.commit.decide import THRESHOLD, Decision, decide
from kamerstukken.commit.fields.action import plain, predicate_of, summary_of
from kamerstukken.commit.fields.action.hanging import hanging_summary, subject_above
from kamerstukken.commit.fields.actor import actor
from kamerstukken.commit.fields.addressee import addressee
from kamerstukken.commit.fields.ident import identifiers
from kamerstukken.commit.fields.recommendation import recommendation
from kamerstukken.commit.fields.strength import strength
from kamerstukken.commit.learned import Weights
from kamerstukken.commit.ties import motions_of, papers_of, ties_of
from kamerstukken.commit.units import units
from kamerstukken.language import parse, speaker
from kamerstukken.language.speaker import Speaker
from kamerstukken.model import Actor, Citation, Commitment, Deadline, Document, Span

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
    trained part alone. Only sentences whose words leave a chance are parsed, by our own pipeline or by the installed spaCy
    pipeline that `language` names. Pure: the same letter gives the same commitments, ids included.
    """
    decisions = decide(units(document), threshold=threshold, weights=weights, rules=rules, language=language)
    acts = [act for d in decisions if (act := act_at(document, d.clause)) is not None]
    trees = _trees(acts, {d.unit.span: d.tree for d in decisions}, language)
    names = identifiers(document, tuple(act.text for act in acts))
    speaks = speaker(document)
    return tuple(
        _commitment(act, decision, citations, trees[act.sentence], speaks, name)
        for act, decision, name in zip(acts, decisions, names, strict=True)
    )


def _trees(acts: list[Act], known: dict[Span, Doc], language: str | None) -> dict[Span, Doc]:
    """The parse of each sentence that holds an act; what the decision needed parsed is not parsed again."""
    missing = {act.sentence: act.sentence_text for act in acts if act.sentence not in known}
    return known | dict(zip(missing, parse(missing.values(), name=language), strict=True))


def _commitment(
    act: Act, decision: Decision, citations: tuple[Citation, ...], tree: Doc, speaks: Speaker, name: str
) -> Commitment:
    document, clause = act.document, act.clause
    deadline = _deadline(act, decision)
    ties = ties_of(document, citations, clause)
    action, who = _action_and_actor(act, tree, deadline, speaks)
    if not action:
        action = plain(act.text, promised=decision.kind == "toezegging")
    return Commitment(
        id=name,
        letter=document.id,
        kind=decision.kind,
        status=decision.status,
        quote=document.quote(clause),
        block=act.block.n,
        page=act.block.page,
        action=action,
        actor=who,
        addressee=addressee(act),
        deadline=deadline,
        strength=strength(act),
        ids=papers_of(ties),
        motions=motions_of(ties),
        recommendation=recommendation(act, decision.unit.headings),
        headings=decision.unit.headings,
        rule=decision.rule,
        confidence=round(decision.confidence, 3),
    )


def _deadline(act: Act, decision: Decision) -> Deadline | None:
    """The moment of an act; of one that is done only what its own words put in the future. None in a letter without a date."""
    date = act.document.metadata.date
    if date is None:
        return None
    if decision.status == "afgerond":
        return still_to_come(act.text, date)
    return deadline_of(act.document, act.clause, date)


def _action_and_actor(act: Act, tree: Doc, deadline: Deadline | None, speaks: Speaker) -> tuple[str, Actor]:
    """Both are read from the parse: '' and nobody for a row of a table."""
    tokens = tree.char_span(act.within.start, act.within.end, alignment_mode="expand")
    if act.in_table or tokens is None:
        return "", Actor()
    predicate = predicate_of(tokens)
    who = actor(act, tokens, predicate, speaks)
    if subject_above(act) and (hung := hanging_summary(act, deadline.text if deadline else "")):
        return hung, who
    moment = _moment(act, deadline)
    return summary_of(tokens, predicate, acts=who.text is not None, moment=moment, heading=act.heading), who


def _moment(act: Act, deadline: Deadline | None) -> Span | None:
    """The deadline's place in the sentence, where it stands there."""
    at = act.sentence_text.find(deadline.text) if deadline else -1
    return Span(at, at + len(deadline.text)) if deadline and at >= 0 else None
