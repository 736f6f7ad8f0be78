"""Stage 5, decision. Units to the acts that are kept: rules drop, the trained part weighs, the place in the letter counts.

The cheap look comes first: only units whose words give them a chance are parsed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from kamerstukken.commit.clauses import clauses
from kamerstukken.commit.course import course, ruled_out
from kamerstukken.commit.features import Features, features
from kamerstukken.commit.grammar import grammar
from kamerstukken.commit.learned import Opinion, Weights, chance, opinion, shipped
from kamerstukken.commit.rules import Rule, fired
from kamerstukken.commit.surroundings import surroundings
from kamerstukken.commit.units import Unit
from kamerstukken.language import parse
from kamerstukken.model import Kind, Span, Status

if TYPE_CHECKING:
    from spacy.tokens import Doc

THRESHOLD = 0.35
"""A unit with less than this chance of being an act is dropped; chosen on letters held out (docs/commitments.md)."""

WORTH_A_PARSE = 0.14
"""A unit whose words alone give it less than this chance is not parsed: four in ten of all, and 4 of 2,000 acts that would be found (held out)."""

PLAIN = 0.8
"""The least confidence in a unit that a rule keeps: of the 11 labelled units that those rules find, 10 are acts."""

CREDIBLE = 8.0
"""Scores of single units count for no more than this (log odds) in their surroundings."""

RECOMMENDED = "herhaalt een aanbeveling van derden"
LEARNED = "lijkt op zinnen die als handeling zijn gelabeld"
"""The reason given where no rule has words for it: the trained part alone took the unit."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A clause of a unit that is kept, as what, and why; `tree` is the parse of the whole unit."""

    unit: Unit
    clause: Span
    kind: Kind
    status: Status
    rule: str
    confidence: float
    tree: Doc


@dataclass(frozen=True, slots=True)
class Look:
    """What is known of a unit before its place counts: rules that fired, its score, and what the parse says, if it was worth one."""

    unit: Unit
    signs: tuple[Rule, ...]
    score: float
    opinion: Opinion | None = None
    tree: Doc | None = None


def decide(
    found: tuple[Unit, ...],
    *,
    threshold: float,
    weights: Weights | None = None,
    rules: bool = True,
    language: str | None = None,
) -> tuple[Decision, ...]:
    """The units that carry an act or a recommendation, in reading order; without `rules` none is dropped by a rule."""
    chosen = weights or shipped()
    looks = look(found, chosen, rules=rules, language=language)
    chances = in_place(looks, chosen)
    pairs = zip(looks, chances, strict=True)
    kept = [d for seen, sure in pairs if (d := _decision(seen, sure, threshold, rules))]
    return tuple(part for decision in kept for part in _parted(decision, chosen, language))


def look(found: Sequence[Unit], weights: Weights, *, rules: bool, language: str | None) -> list[Look]:
    """Every unit by itself, in order: its words, and its parse where the words leave a chance."""
    seen = [(unit, fired(unit.text), features(unit)) for unit in found]
    first = [(unit, signs, words, float(weights.words.scores(words)[0])) for unit, signs, words in seen]
    worth = [_worth_a_parse(signs if rules else (), chance(score)) for _, signs, _, score in first]
    trees = parse(
        (unit.text for (unit, *_), is_worth in zip(first, worth, strict=True) if is_worth), name=language
    )
    return [
        _parsed(unit, signs, words, next(trees), weights) if is_worth else Look(unit, signs, score)
        for (unit, signs, words, score), is_worth in zip(first, worth, strict=True)
    ]


def _worth_a_parse(signs: tuple[Rule, ...], sure: float) -> bool:
    verdicts = {sign.verdict for sign in signs}
    return "drop" not in verdicts and (sure >= WORTH_A_PARSE or bool(verdicts & {"keep", "aanbeveling"}))


def parsed(unit: Unit, words: Features, tree: Doc) -> Features:
    """All features of a unit, from those of its words, and its parse."""
    found = words | grammar(tree)
    return found | course(unit, found)


def _parsed(unit: Unit, signs: tuple[Rule, ...], words: Features, tree: Doc, weights: Weights) -> Look:
    judged = opinion(weights.grammar.scores(parsed(unit, words, tree)), ruled_out(unit.text))
    return Look(unit, signs, judged.score, judged, tree)


def in_place(looks: Sequence[Look], weights: Weights) -> list[float]:
    """The chance, 0..1, of each unit of a letter, in order, with what stands around it."""
    scores = np.clip([seen.score for seen in looks], -CREDIBLE, CREDIBLE)
    columns = surroundings([seen.unit for seen in looks], [float(score) for score in scores])
    return [chance(score) for score in columns @ weights.place[:-1] + weights.place[-1]]


def _decision(seen: Look, sure: float, threshold: float, rules: bool) -> Decision | None:
    judged, tree = seen.opinion, seen.tree
    if judged is None or tree is None:
        return None
    verdicts = {sign.verdict for sign in seen.signs} if rules else set()
    if judged.aanbeveling >= 0.5 or "aanbeveling" in verdicts:
        sure = max(judged.aanbeveling, 0.5)
        return Decision(seen.unit, seen.unit.span, "aanbeveling", "aangekondigd", RECOMMENDED, sure, tree)
    if "keep" in verdicts:
        sure = max(sure, PLAIN)
    if sure < threshold:
        return None
    why = "; ".join(sign.why for sign in seen.signs if sign.verdict in ("act", "keep"))
    return Decision(seen.unit, seen.unit.span, judged.kind, judged.status, why or LEARNED, sure, tree)


def _parted(decision: Decision, weights: Weights, language: str | None) -> Iterator[Decision]:
    """One decision a clause; each clause of several is of its own kind and status."""
    unit = decision.unit
    parts = clauses(decision.tree) if unit.block.kind != "table" and decision.kind != "aanbeveling" else ()
    if len(parts) < 2:
        yield decision
        return
    texts = [unit.text[part.start : part.end] for part in parts]
    for part, text, tree in zip(parts, texts, parse(texts, name=language), strict=True):
        clause = replace(unit, text=text)
        judged = opinion(weights.grammar.scores(parsed(clause, features(clause), tree)), ruled_out(text))
        span = Span(unit.span.start + part.start, unit.span.start + part.end)
        yield replace(decision, clause=span, kind=judged.kind, status=judged.status)
