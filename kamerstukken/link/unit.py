"""A letter as units: its acts, and the sentences that may speak of an earlier act or a motion, each with its profile."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from kamerstukken.language import norm_ministry, sentence_spans
from kamerstukken.link.cues import Cue, cue_of
from kamerstukken.link.pointer import Pointers, pointers_in
from kamerstukken.link.profile import Profile
from kamerstukken.link.words import words_in
from kamerstukken.model import Analysis, Block, Commitment, Deadline, Span

LONGEST = 1_500
"""Characters of a sentence that are looked at: longer ones are rows of tables that lost their lines."""

BEFORE = 2
"""Sentences before a unit that may say what it is about."""

HEADING, SUBJECT, EARLIER = 0.8, 0.5, 0.7
"""How much words of the heading above, of the letter's subject and of the sentence before the last count, beside the last."""


# 'Ik zal daarbij ook ingaan op', 'Hierbij betrek ik'
WITH_IT = re.compile(r"\b(?:daarbij|daarin|hierbij|hierin|tegelijk(?:ertijd)?)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence of a letter. `act` is the number of its act (from 1), 0 where it is none."""

    block: int
    page: int
    span: Span
    text: str
    cue: Cue
    pointers: Pointers
    around: Pointers
    """What the paragraph points at up to and with this sentence."""
    profile: Profile
    act: int = 0
    commitment: Commitment | None = None


class Reading:
    """A letter as it is linked: what stands before a sentence, and its units."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.document = analysis.document
        self.day = self.document.metadata.date or ""
        self.ministry = _ministry(analysis)

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """The acts in order, then the sentences with a cue that hold no act."""
        acts = [self._act(n, act) for n, act in enumerate(self.analysis.commitments, 1)]
        taken = [act.quote.span for act in self.analysis.commitments]
        others = [
            self._unit(block, span, cue)
            for block in self.document.blocks
            if block.kind not in ("heading", "question", "table")
            for span in self.sentences[block.n]
            for cue in (cue_of(self.text(span)),)
            if cue and not any(span.overlaps(t) for t in taken)
        ]
        return (*acts, *others)

    @cached_property
    def sentences(self) -> dict[int, tuple[Span, ...]]:
        """The sentences of each block, as offsets in the letter's text."""
        return {
            b.n: tuple(Span(b.start + s.start, b.start + s.end) for s in sentence_spans(b.text))
            for b in self.document.blocks
        }

    def text(self, span: Span) -> str:
        """The words of a sentence, cut where it is endless."""
        return self.document.text[span.start : min(span.end, span.start + LONGEST)]

    def _plain(self, span: Span) -> str:
        """The words of a sentence without its references: who filed a motion is not what it is about."""
        return self._without_references[span.start : min(span.end, span.start + LONGEST)]

    @cached_property
    def _without_references(self) -> str:
        text = self.document.text
        for citation in self.analysis.citations:
            start, end = citation.reference.start, citation.reference.end
            text = text[:start] + " " * (end - start) + text[end:]
        return text

    def sentence_at(self, span: Span) -> Span:
        """The sentence that holds the beginning of a quote, or the quote where none does."""
        block = self.document.block_at(span.start)
        found = (s for s in self.sentences[block.n] if s.start <= span.start < s.end) if block else iter(())
        return next(found, span)

    def _act(self, n: int, act: Commitment) -> Unit:
        block = self.document.block_at(act.quote.span.start) or self.document.blocks[act.block - 1]
        sentence = self.sentence_at(act.quote.span) if block.kind != "table" else act.quote.span
        return self._unit(block, act.quote.span, cue_of(self.text(sentence)), n, act, sentence)

    def _unit(
        self,
        block: Block,
        span: Span,
        cue: Cue,
        n: int = 0,
        act: Commitment | None = None,
        sentence: Span | None = None,
    ) -> Unit:
        whole = sentence or span
        pointers = pointers_in(self.text(whole), self.day)
        around = pointers_in(self.document.text[block.start : whole.end][-LONGEST:], self.day)
        page = act.page if act else self.page_of(block, span)
        profile = self._profile(block, span, cue, pointers, act)
        return Unit(block.n, page, span, self.text(span), cue, pointers, around, profile, n, act)

    def _profile(
        self, block: Block, span: Span, cue: Cue, pointers: Pointers, act: Commitment | None
    ) -> Profile:
        members = {word for name in pointers.members for word in words_in(name)}
        own = {word: weight for word, weight in words_in(self._plain(span)).items() if word not in members}
        near = {word: weight for word, weight in self._near(block, span).items() if word not in own}
        deadline = self._deadline(act) if act else None
        citations = [c.reference for c in self.analysis.citations if span.covers(c.reference.span)]
        papers = tuple(dict.fromkeys((*(act.ids if act else ()), *(i for r in citations for i in r.ids))))
        return Profile(
            own, near,
            informs=cue.informs or cue.sent or bool(act and act.addressee),
            told=cue.told and not (cue.settles or cue.sent),
            done=bool(act and act.status == "afgerond"),
            announced=bool(act and (act.status == "aangekondigd" or _ahead(deadline, self.day))),
            start=deadline.start if deadline else None, end=deadline.end if deadline else None,
            ministry=self.ministry, motions=act.motions if act else (), papers=papers,
            dossiers=self.document.metadata.dossiers, members=pointers.members, debates=pointers.debates,
            letters=pointers.letters, 
        )  # fmt: skip

    def _deadline(self, act: Commitment) -> Deadline | None:
        """Its own moment; 'daarbij ga ik ook in op …' has that of the act just before it."""
        if act.deadline is not None or not WITH_IT.search(act.quote.text):
            return act.deadline
        before = [
            a
            for a in self.analysis.commitments
            if a.block == act.block and a.quote.span.end <= act.quote.span.start
        ]
        return before[-1].deadline if before else None

    def _near(self, block: Block, span: Span) -> dict[str, float]:
        """Words before a sentence in its block, in the line above its list, in the heading and the subject."""
        sources = [(1.0 if n == 0 else EARLIER, text) for n, text in enumerate(self._before(block, span))]
        heading = next(
            (b for b in reversed(self.document.blocks[: block.n - 1]) if b.kind == "heading"), None
        )
        sources.append((HEADING, heading.text if heading else ""))
        sources.append((SUBJECT, self.document.metadata.subject or ""))
        near: dict[str, float] = {}
        for factor, text in sources:
            for word, weight in words_in(text).items():
                near[word] = max(near.get(word, 0.0), round(weight * factor, 3))
        return near

    def _before(self, block: Block, span: Span) -> list[str]:
        """The sentences before, the last first; for an item also the line that its list hangs on."""
        before = [self._plain(s) for s in self.sentences[block.n] if s.end <= span.start][-BEFORE:][::-1]
        if block.kind == "item":
            above = next((b for b in reversed(self.document.blocks[: block.n - 1]) if b.kind != "item"), None)
            if above is not None and above.kind in ("paragraph", "answer"):
                before += [self._plain(s) for s in self.sentences[above.n][-1:]]
        return before

    def page_of(self, block: Block, span: Span) -> int:
        """The page of a sentence: a block may run over pages, and what stands before in it with a place tells."""
        placed = [(a.quote.span.start, a.page) for a in self.analysis.commitments if a.block == block.n]
        placed += [
            (c.reference.start, c.page)
            for c in self.analysis.citations
            if block.span.covers(c.reference.span)
        ]
        return max([block.page, *(page for start, page in placed if start <= span.end)])


def _ahead(deadline: Deadline | None, day: str) -> bool:
    return deadline is not None and (deadline.start or deadline.end or "") > day


def _ministry(analysis: Analysis) -> str | None:
    """The letter's ministry by its abbreviation; where the head has none, that of who signs."""
    meta = analysis.document.metadata
    printed: Iterator[str] = (t for t in (meta.ministry, *(s.role for s in meta.signatories)) if t)
    return next((found for text in printed if (found := norm_ministry(text))), None)
