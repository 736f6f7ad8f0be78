"""What a reviewer does with an act, as steps (`Step`): nothing is kept here, `Decisions.decide` does that.

All raise BadInput, in Dutch, where something cannot be done.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from kamerstukken.commit.deadline import parse_deadline
from kamerstukken.commit.fields.ident import identifiers
from kamerstukken.errors import BadInput
from kamerstukken.model import Analysis, Commitment, Document, Quote, Span, Verb
from kamerstukken.register.decisions import Judged, Step, find, with_quote
from kamerstukken.review.fields import changed

T = TypeVar("T")

LONGEST = 2_000
"""Characters that merged quotes may span before the first quote alone is kept."""

BY_HAND = "toegevoegd door een lezer"
"""The reason that an added act gives for itself."""


def accept(act: Commitment, reviewer: str, why: str = "") -> Step:
    """Take an act as it stands."""
    return _step("accept", reviewer, (act,), (act,), why)


def reject(act: Commitment, reviewer: str, why: str) -> Step:
    """Take an act off the list. A reason is needed: it is what the rules can learn from."""
    if not why.strip():
        raise BadInput("geef een reden")
    return _step("reject", reviewer, (act,), (), why.strip())


def edit(document: Document, act: Commitment, given: Mapping[str, str], reviewer: str, why: str = "") -> Step:
    """Change fields of an act; `quote` among them, which must stand in the letter."""
    now = changed(act, _with_days(document, act, given))
    if "quote" in given and given["quote"].split() != act.quote.text.split():
        now = with_quote(document, now, quote_of(document, given["quote"], near=act.quote.span.start))
    return _step("edit", reviewer, (act,), (now,), why)


def split(
    document: Document,
    act: Commitment,
    parts: Sequence[Mapping[str, str]],
    taken: Sequence[str],
    reviewer: str,
) -> Step:
    """Make two or more acts of one. Each part gives its `quote` and what differs; the first keeps the id."""
    if len(parts) < 2:
        raise BadInput("splitsen geeft ten minste twee rijen")
    now: list[Commitment] = []
    for part in parts:
        quote = quote_of(document, part.get("quote", ""), near=act.quote.span.start)
        one = with_quote(document, changed(act, {k: v for k, v in part.items() if k != "quote"}), quote)
        now.append(
            replace(one, id=act.id if not now else _new_id(document, quote, (*taken, *(a.id for a in now))))
        )
    return _step("split", reviewer, (act,), tuple(now))


def merge(document: Document, acts: Sequence[Commitment], reviewer: str) -> Step:
    """Make one act of several in one letter: the first, with the words, papers and moment of the others."""
    first, *others = acts
    if not others:
        raise BadInput("kies een rij om mee samen te voegen")
    spans = [act.quote.span for act in acts]
    whole = Span(min(s.start for s in spans), max(s.end for s in spans))
    same_block = len({act.block for act in acts}) == 1 and len(whole) <= LONGEST
    one = with_quote(document, first, _quote(document, acts, whole)) if same_block else first
    now = replace(
        one,
        motions=_union(act.motions for act in acts),
        ids=_union(act.ids for act in acts),
        deadline=next((act.deadline for act in acts if act.deadline), None),
        recommendation=next((act.recommendation for act in acts if act.recommendation), None),
    )
    return _step("merge", reviewer, tuple(acts), (now,))


def add(
    analysis: Analysis, given: Mapping[str, str], taken: Sequence[str], reviewer: str, near: int = 0
) -> Step:
    """A new act from words of the letter."""
    document = analysis.document
    quote = quote_of(document, given.get("quote", ""), near=near)
    blank = Commitment(
        id=_new_id(document, quote, taken), letter=document.id, kind="toezegging", status="aangekondigd", quote=quote,
        block=0, page=1, action="", rule=BY_HAND,
    )  # fmt: skip
    blank = with_quote(document, blank, quote)
    blank = replace(blank, headings=_headings(document, blank.block))
    fields = {name: value for name, value in given.items() if name != "quote"}
    return _step(
        "add", reviewer, (), (changed(blank, _with_days(document, blank, {"action": "", **fields})),)
    )


def link(act: Commitment, paper: str, *, motion: bool, reviewer: str) -> Step:
    """Tie an act to a paper, as the motion that it rests on or as another source."""
    paper = paper.strip()
    if not paper or any(sign in paper for sign in ";,\n"):
        raise BadInput(f"'{paper}' is geen kenmerk van een stuk; schrijf bijvoorbeeld kst-34843-30")
    ids = _union((act.ids, (paper,)))
    now = replace(act, ids=ids, motions=_union((act.motions, (paper,)))) if motion else replace(act, ids=ids)
    return _step("edit", reviewer, (act,), (now,))


def quote_of(document: Document, words: str, *, near: int) -> Quote:
    """Words of the letter with their place, in one block. Raises BadInput where the letter does not say them so."""
    if not words.strip():
        raise BadInput("kies eerst woorden uit de brief")
    span = find(document.text, words, near=near)
    if span is None:
        short = words if len(words) < 80 else f"{words[:80]}…"
        raise BadInput(f"'{short}' staat niet letterlijk in de brief")
    block = document.block_at(span.start)
    if block is None:
        raise BadInput("het citaat staat in een voetnoot; kies woorden uit de brief zelf")
    if span.end > block.span.end:
        raise BadInput("het citaat loopt over meer dan één alinea; kies woorden uit één alinea")
    return document.quote(span)


def taken_ids(acts: Sequence[Judged]) -> tuple[str, ...]:
    """Ids that a new act may not have."""
    return tuple(i for one in acts for i in (one.act.id, one.found.id if one.found else one.act.id))


def _step(
    verb: Verb, reviewer: str, took: Sequence[Commitment], left: Sequence[Commitment], why: str = ""
) -> Step:
    """`seen` is what stood on each act when it was read from the register; a page that showed less must say so."""
    letter = (*took, *left)[0].letter
    seen = {act.id: act.review.decision for act in took if act.review}
    return Step(verb, letter, reviewer, tuple(a.id for a in took), tuple(left), why or None, seen)


def _with_days(document: Document, act: Commitment, given: Mapping[str, str]) -> dict[str, str]:
    """A moment written anew, without days, gets the days that its words mean on the letter's date."""
    text, day = given.get("deadline_text", ""), document.metadata.date
    old = (act.deadline.start or "", act.deadline.end or "") if act.deadline else ("", "")
    days = (given.get("deadline_start", old[0]), given.get("deadline_end", old[1]))
    if not text or not day or days != old or (act.deadline and text == act.deadline.text):
        return dict(given)
    found = parse_deadline(text, day)
    if found is None or not (found.start or found.end):
        return dict(given)
    return {**given, "deadline_start": found.start or "", "deadline_end": found.end or ""}


def _quote(document: Document, acts: Sequence[Commitment], span: Span) -> Quote:
    """Without the places of words, those of the merged quotes."""
    quote = document.quote(span)
    return quote if quote.boxes else replace(quote, boxes=_union(act.quote.boxes for act in acts))


def _union(lists: Iterable[Iterable[T]]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(member for members in lists for member in members))


def _new_id(document: Document, quote: Quote, taken: Sequence[str]) -> str:
    """The id that a program would give it, so that a later run which finds these words knows it for the same."""
    for count in range(1, len(taken) + 2):
        if (name := identifiers(document, (quote.text,) * count)[-1]) not in taken:
            return name
    raise AssertionError("more names than are taken")


def _headings(document: Document, block: int) -> tuple[str, ...]:
    above: list[tuple[int, str]] = []
    for one in document.blocks:
        if one.n >= block:
            break
        if one.kind == "heading":
            above = [(level, text) for level, text in above if level < one.level] + [(one.level, one.text)]
    return tuple(text for _, text in above)
