"""Ties: which motions and kamerstukken an act rests on.

The nearest way that gives a motion wins: the act's own sentence, a footnote in it, the line above its list,
what its paragraph spoke of last, a later sentence of it that ties it in so many words, the question it answers, the headings above it,
the paragraph before that presents a motion, and, where the act speaks of a motion without a name, the only one in the letter or the one that
the paragraphs before name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kamerstukken.commit.act import act_at
from kamerstukken.commit.sentences import sentence_end, sentence_start
from kamerstukken.model import Block, Citation, Document, Span

# 'Hiermee geef ik uitvoering aan de motie …', 'Met … wordt opvolging gegeven aan de motie …': a later sentence of the paragraph that ties it
KEEPS = re.compile(
    r"""\b(?:uitvoering|invulling|opvolging|gevolg|gehoor|vervolg|recht|tegemoet|voldaan|voldoe\w*|uitgevoerd|afgedaan|afgehandeld|ingevuld|nagekomen|naar\s+aanleiding\s+van|conform|in\s+lijn\s+met|op\s+basis\s+van)\b[^.?!]{0,300}\bmotie
    |\bmotie\b[^?!]{0,300}\b(?:uitgevoerd|afgedaan|afgehandeld|ingevuld|voldaan|nagekomen)\b""",
    re.VERBOSE | re.IGNORECASE,
)
# 'conform motie', 'deze motie', 'de motie', 'dit verzoek', 'uw verzoek'
BARE = re.compile(
    r"\b(?:conform\s+(?:de\s+)?|de|deze|die|genoemde|bovengenoemde|betreffende)\s*moties?\b", re.IGNORECASE
)
# 'De motie van het lid Jansen (…) verzoekt de regering …'
PRESENTS = re.compile(r"\b(?:verzoekt|verzocht|verzoeken|vraagt|roept|spreekt\s+uit|overweegt|draagt)\b")
SPEAKS_OF_MOTION = re.compile(r"\bmoties?\b|\bmotie-", re.IGNORECASE)
TOPIC_WITHIN = 60
"""A motion named in so many characters from a paragraph's beginning is what the paragraph is about."""
NAMED_BEFORE = 60
"""A kamerstuk so many characters behind the word 'motie' is that motion."""
REACHES = 3
"""So many sentences before and behind a mention an act can be tied to it, unless it points at it ('deze motie')."""
SEVERAL = re.compile(r"\bmoties\b", re.IGNORECASE)
TOPIC_HOLDS = 4
"""So many paragraphs a presented motion holds, unless another or a heading comes first."""
PAPER = ("kst-", "ah-", "h-", "motie:")


@dataclass(frozen=True, slots=True)
class Tie:
    """A motion or another paper, by its id, and the way it is tied: 'eigen woorden', 'voetnoot', 'volgende zin', 'opsomming',
    'alinea', 'vraag', 'kop', 'vorige alinea', 'enige motie'."""

    id: str
    way: str
    motion: bool


def ties_of(document: Document, citations: Iterable[Citation], act: Span) -> tuple[Tie, ...]:
    """What an act rests on, the act given as its stretch of `Document.text`; motions first, each id once."""
    found = act_at(document, act)
    if found is None:
        return ()
    block, sentence = found.block, found.sentence
    view = _View(document, tuple(sorted(citations, key=lambda c: c.reference.span)))
    own = view.within(sentence, "eigen woorden") + view.in_notes(sentence)
    clause = _with_marker(document, found.clause)
    nearest = _motions(view.within(clause, "eigen woorden") + view.in_notes(clause))
    motions = nearest or _motions(own) or _beyond(view, block, sentence)
    papers = tuple(t for t in own if not t.motion)
    return tuple({t.id: t for t in reversed((*motions, *papers))}.values())[::-1]


def motions_of(ties: Iterable[Tie]) -> tuple[str, ...]:
    """The ids of the motions among what an act rests on."""
    return tuple(t.id for t in ties if t.motion)


def papers_of(ties: Iterable[Tie]) -> tuple[str, ...]:
    """The ids of all papers among what an act rests on, motions included."""
    return tuple(t.id for t in ties if t.id.startswith(PAPER) or t.motion)


def _with_marker(document: Document, clause: Span) -> Span:
    """The clause with the comma or stop behind it, to which a footnote's marker is tied."""
    behind = document.text[clause.end : clause.end + 1]
    return Span(clause.start, clause.end + (behind in (",", ".", ";", ":", ")")))


@dataclass(frozen=True, slots=True)
class _View:
    """A letter with its citations, to be asked what stands where."""

    document: Document
    citations: tuple[Citation, ...]

    def within(self, span: Span, way: str, *, motions_only: bool = False) -> tuple[Tie, ...]:
        """The papers that are cited in a stretch of the text."""
        found = [c for c in self.citations if span.covers(c.reference.span)]
        ties = (Tie(i, way, self.is_motion(c)) for c in found for i in c.reference.ids)
        return tuple(t for t in ties if t.motion or not motions_only)

    def is_motion(self, citation: Citation) -> bool:
        """True where the mention, or the words before it, say that the paper is a motion ('de motie … (Kamerstuk 34 843, nr. 30)')."""
        if is_motion(citation):
            return True
        at = citation.reference.start
        note = self.document.footnote_at(at)
        before = self.document.text[note.start if note else max(0, at - NAMED_BEFORE) : at]
        of_paper = any(i.startswith("kst-") for i in citation.reference.ids)
        return of_paper and SPEAKS_OF_MOTION.search(before) is not None

    def in_notes(self, span: Span) -> tuple[Tie, ...]:
        """The papers of the footnotes in a stretch; a kamerstuk is the motion that the words before its marker name."""
        ties: list[Tie] = []
        for note in self.document.notes_in(span):
            anchor = note.anchor or span.start
            named = (
                SPEAKS_OF_MOTION.search(self.document.text[max(span.start, anchor - 200) : anchor])
                is not None
            )
            for tie in self.within(note.span, "voetnoot"):
                ties.append(Tie(tie.id, tie.way, tie.motion or (named and tie.id.startswith("kst-"))))
        return tuple(ties)

    def all_in(self, block: Block, way: str) -> tuple[Tie, ...]:
        """The motions of a block, those of its footnotes included."""
        noted = (Tie(t.id, way, t.motion) for t in self.in_notes(block.span) if t.motion)
        return (*self.within(block.span, way, motions_only=True), *noted)


def is_motion(citation: Citation) -> bool:
    """True where the mention itself says that the paper is a motion."""
    reference = citation.reference
    return reference.kind == "motie" or any(i.startswith("motie:") for i in reference.ids)


def _beyond(view: _View, block: Block, sentence: Span) -> tuple[Tie, ...]:
    ways: tuple[Callable[[], tuple[Tie, ...]], ...] = (
        lambda: _above_list(view, block),
        lambda: _paragraph(view, block, sentence),
        lambda: _behind(view, block, sentence),
        lambda: _question(view, block),
        lambda: _heading(view, block),
        lambda: _presented(view, block),
        lambda: _only(view, sentence),
        lambda: _pointed_at(view, block, sentence),
    )
    return next((found for found in (way() for way in ways) if found), ())


def _behind(view: _View, block: Block, sentence: Span) -> tuple[Tie, ...]:
    """'Hiermee geef ik invulling aan de motie X': later in the act's paragraph."""
    at = sentence.end
    for _ in range(REACHES if block.kind != "table" else 0):
        if at >= block.span.end:
            break
        end = block.start + sentence_end(block.text, at - block.start)
        behind = Span(at, end)
        found = _motions(view.within(behind, "volgende zin") + view.in_notes(behind))
        if found and KEEPS.search(view.document.text[at:end]):
            return found
        at = max(end, at + 1)
    return ()


def _above_list(view: _View, block: Block) -> tuple[Tie, ...]:
    if block.kind != "item":
        return ()
    above = next((b for b in reversed(view.document.blocks[: block.n - 1]) if b.kind != "item"), None)
    return (
        view.all_in(above, "opsomming") if above is not None and above.kind in ("paragraph", "answer") else ()
    )


def _paragraph(view: _View, block: Block, sentence: Span) -> tuple[Tie, ...]:
    """The motion that the paragraph spoke of last before the act."""
    if block.kind == "table":
        return ()
    points = BARE.search(view.document.text[sentence.start : sentence.end]) is not None
    end = sentence.start
    for _ in range(len(block.text) if points else REACHES):
        if end <= block.start:
            break
        start = block.start + sentence_start(block.text, end - 1 - block.start)
        said = Span(start, end)
        if found := _motions(view.within(said, "alinea") + view.in_notes(said)):
            return found if _several(view, said) else found[-1:]
        end = start
    return ()


def _several(view: _View, said: Span) -> bool:
    """'de moties A en B': both are spoken of."""
    return SEVERAL.search(view.document.text[said.start : said.end]) is not None


def _pointed_at(view: _View, block: Block, sentence: Span) -> tuple[Tie, ...]:
    """'Naar aanleiding van deze motie …': the one that the paragraphs before name, until a heading; of two neither."""
    if not BARE.search(view.document.text[sentence.start : sentence.end]):
        return ()
    for above in reversed(view.document.blocks[max(0, block.n - 1 - TOPIC_HOLDS) : block.n - 1]):
        if above.kind == "heading":
            return ()
        if found := view.all_in(above, "vorige alinea"):
            one = len({tie.id for tie in found}) == 1
            return found if one or _several(view, sentence) else ()
    return ()


def _question(view: _View, block: Block) -> tuple[Tie, ...]:
    """The motions of the question that an answer answers, and of the answer's own paragraphs before."""
    if block.kind not in ("answer", "item"):
        return ()
    found: tuple[Tie, ...] = ()
    seen_question = False
    for above in reversed(view.document.blocks[: block.n - 1]):
        if above.kind == "question":
            seen_question = True
            found += view.all_in(above, "vraag")
        elif seen_question and above.kind != "item":
            break
    return found


def _heading(view: _View, block: Block) -> tuple[Tie, ...]:
    """The motions of the nearest heading, else of the headings that it stands under."""
    depth: int | None = None
    for above in reversed(view.document.blocks[: block.n - 1]):
        if above.kind != "heading" or (depth is not None and not 0 < above.level < depth):
            continue
        if found := view.all_in(above, "kop"):
            return found
        depth = above.level
        if depth <= 1:  # the highest, or one whose depth is not known
            break
    return ()


def _presented(view: _View, block: Block) -> tuple[Tie, ...]:
    """'De motie van het lid X verzoekt …': the paragraphs behind it speak of that motion, until another comes."""
    for above in reversed(view.document.blocks[max(0, block.n - 1 - TOPIC_HOLDS) : block.n - 1]):
        if above.kind == "heading":
            return ()
        head = Span(above.start, min(above.span.end, above.start + TOPIC_WITHIN))
        if sentence_end(above.text, sentence_end(above.text, 0)) < len(above.text):
            continue  # more than two sentences: it presents the motion and answers it
        found = view.within(above.span, "vorige alinea", motions_only=True)
        first = next(
            (c for c in view.citations if view.is_motion(c) and above.span.covers(c.reference.span)), None
        )
        if found and first is not None and first.reference.start < head.end and PRESENTS.search(above.text):
            return found[:1]
    return ()


def _only(view: _View, sentence: Span) -> tuple[Tie, ...]:
    if not BARE.search(view.document.text[sentence.start : sentence.end]):
        return ()
    ids = {i for c in view.citations if view.is_motion(c) for i in c.reference.ids}
    return (Tie(next(iter(ids)), "enige motie", True),) if len(ids) == 1 else ()


def _motions(ties: tuple[Tie, ...]) -> tuple[Tie, ...]:
    return tuple(t for t in ties if t.motion)
