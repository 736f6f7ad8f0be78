"""Stage 5, in answer to what. The recommendation of others that an act answers, by its number, its words, or both.

The nearest way that gives one wins: the act's own sentence ('aanbeveling 3 neem ik over'), the cell of its row, a sentence before it in
its paragraph ('De Raad beveelt aan …'), the heading above ('Aanbeveling 2: …'), a paragraph before that is a recommendation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kamerstukken.commit.act import ROW_BREAK, Act
from kamerstukken.language.sentences import sentence_spans
from kamerstukken.model import Block, Document

_NUMBER = r"(?:\d{1,2}(?:\.\d{1,2})?[a-z]?|[A-H]|[IVX]{1,4})"
NUMBERED = re.compile(
    rf"\baanbeveling(?:en)?\s+(?:nr\.?\s*|nummer\s+)?(?P<numbers>{_NUMBER}\b(?:(?:\s*,\s*|\s+en\s+|\s+t/m\s+|\s+tot\s+en\s+met\s+|\s*[-–]\s*){_NUMBER}\b)*)",
    re.IGNORECASE,
)
"""'aanbeveling 3', 'aanbevelingen 2 en 4', 'Aanbeveling 2.1'"""
ORDINAL = re.compile(
    r"\b(?P<which>eerste|tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende|laatste)\s+aanbeveling\b",
    re.IGNORECASE,
)
ORDINALS = (
    "eerste",
    "tweede",
    "derde",
    "vierde",
    "vijfde",
    "zesde",
    "zevende",
    "achtste",
    "negende",
    "tiende",
)
RECOMMENDS = re.compile(
    r"""\b(?:beve(?:elt|len|al|len)\b.{0,160}\baan\b
        |(?<!te\s)advise(?:ert|ren|erde|erden)\b(?:\s+[\w’'-]+){0,12}?\s+(?:om|dat|te)\b
        |(?:geeft|geven)\s+(?:\w+\s+){0,3}in\s+overweging|raadt\b.{0,80}\baan|roep(?:t|en)\b.{0,80}\bop\s+(?:om|tot)\b
        |(?:doet|deed|doen|deden|geeft|gaf)\s+(?:[\w-]+\s+){0,6}aanbeveling\s+(?:om|dat)\b|aanbeveling\s+(?:\w+\s+){0,3}(?:luidt|is|was)\s+(?:om|dat)\b|aanbeveling\s*:)""",
    re.VERBOSE | re.IGNORECASE,
)
"""'De Raad beveelt aan om …', 'deed de Inspectie de aanbeveling'"""
HEADS = re.compile(r"\W*(?:\d+(?:\.\d+)*[.)]?\s+)?(?:De\s+\w+\s+)?(?:Aanbeveling|Advies)\b", re.IGNORECASE)
"""'Aanbeveling 2: Verbeter de aansluiting', '3.1 Aanbeveling B', 'De eerste aanbeveling'"""
GENERAL = re.compile(r"\W*(?:\d+(?:\.\d+)*[.)]?\s+)?(?:De\s+)?(?:aanbevelingen|adviezen)\b", re.IGNORECASE)
"""A heading above all of them says of none which it is."""
COLUMN = re.compile(r"\s*(?:aanbeveling(?:en)?|advies|adviezen)\b", re.IGNORECASE)
OWN = re.compile(r"\b(?:ik|wij|we|het\s+kabinet|mijn|Nederland|motie)\b", re.IGNORECASE)
"""Who speaks in the letter recommends nothing to itself, and what a motie asks is a tie of its own."""
SAYS = re.compile(r"\s*[:.–-]\s*\w.{8}")
"""Between a recommendation's number and its words."""
NEAR = 4
"""A recommendation answers for so many sentences, and paragraphs, behind it."""
LONGEST = 200
"""Characters; longer ones are cut between words."""
SPACE = re.compile(r"\s+")


def recommendation(act: Act, headings: tuple[str, ...] = ()) -> str | None:
    """The recommendation that an act answers, as 'Aanbeveling 3: …' or in its own words; None where none is in sight.

    `headings` are those above the act, from the highest to the nearest.
    """
    if RECOMMENDS.search(act.text) and not OWN.search(
        act.text
    ):  # the recommendation itself: its number alone
        return _label(act.sentence_text) or _heading(headings)
    ways = (_named(act), _in_row(act), _before(act), _heading(headings), _paragraph_before(act))
    return next((shortened(found) for found in ways if found), None)


def shortened(text: str) -> str:
    """Blanks made one, and cut between words where too long."""
    text = SPACE.sub(" ", text).strip(" \t:;")
    return text if len(text) <= LONGEST else text[:LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"


def _named(act: Act) -> str | None:
    for text in (act.text, act.sentence_text):
        if label := _label(text):
            return _with_words(act.document, label)
    return None


def _label(text: str) -> str | None:
    """'Aanbeveling 3' from 'aanbeveling nr. 3' or 'de derde aanbeveling'."""
    if found := NUMBERED.search(text):
        several = not re.fullmatch(_NUMBER, found["numbers"], re.IGNORECASE)
        return f"{'Aanbevelingen' if several else 'Aanbeveling'} {SPACE.sub(' ', found['numbers'])}"
    found = ORDINAL.search(text)
    which = found["which"].lower() if found else ""
    return f"Aanbeveling {ORDINALS.index(which) + 1}" if which in ORDINALS else None


def _with_words(document: Document, label: str) -> str:
    """The label with what a heading or paragraph of the letter says it is."""
    for block in document.blocks:
        found = NUMBERED.match(block.text)
        if found and _label(block.text[: found.end()]) == label and SAYS.match(block.text, found.end()):
            return f"{label}: {_sentence(block.text[found.end() :].lstrip(' .:–-'))}"
    return label


def _sentence(text: str) -> str:
    spans = sentence_spans(text)
    return text[spans[0].start : spans[0].end] if spans else text


def _in_row(act: Act) -> str | None:
    """The cell of a row in the column of recommendations, where the act stands in another."""
    if not act.in_table:
        return None
    heads = act.block.text.split(ROW_BREAK)[0].split("\t")
    cells = act.sentence_text.split("\t")
    column = next((i for i, head in enumerate(heads) if COLUMN.match(head)), None)
    if column is None or len(heads) < 2 or len(cells) <= column:
        return None
    return cells[column].strip() or None


def _before(act: Act) -> str | None:
    """The nearest sentence before the act in its paragraph that recommends or names a recommendation."""
    text = act.document.text[act.block.start : act.sentence.start]
    if act.in_table or not text.strip():
        return None
    spans = sentence_spans(text)[-NEAR:]
    for span in reversed(spans):
        said = text[span.start : span.end]
        if RECOMMENDS.search(said) and not OWN.search(said):
            label = _label(said)
            return f"{label}: {said}" if label else said
        if (label := _label(said)) is not None:
            return _with_words(act.document, label)
    return None


def _heading(headings: tuple[str, ...]) -> str | None:
    return next((h for h in reversed(headings) if HEADS.match(h) and not GENERAL.match(h)), None)


def _paragraph_before(act: Act) -> str | None:
    """A paragraph or item above that opens with a recommendation's number, or one right above that recommends and no more."""
    for distance, block in enumerate(_above(act)):
        if NUMBERED.match(block.text) or HEADS.match(block.text):
            return block.text
        short = distance == 0 and len(sentence_spans(block.text)) <= 2
        if short and RECOMMENDS.search(block.text) and not OWN.search(block.text):
            return block.text
    return None


def _above(act: Act) -> Iterator[Block]:
    for block in reversed(act.document.blocks[max(0, act.block.n - 1 - NEAR) : act.block.n - 1]):
        if block.kind == "heading":
            return
        if block.kind != "table":
            yield block
