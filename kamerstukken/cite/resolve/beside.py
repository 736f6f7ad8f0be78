"""A motie or amendement and the number that stands beside it in the same sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kamerstukken.language.sentences import sentence_spans
from kamerstukken.model import Reference

NAMED = ("motie", "amendement")
PAPERS = ("kamerstuk", "zaaknummer", "documentnummer")

FARTHEST = 220
"""How far behind the name a number may stand: 'motie X over <its whole title> (Kamerstuk …)'."""

# (t.v.v. 33187 nr. 36): the paper that the motie replaces
REPLACED = re.compile(r"(?:t\.?\s?v\.?\s?v\.?|ter vervanging van|gewijzigd na|dekking voor)[^()]{0,20}$")
NEW_CLAUSE = re.compile(r";\s+[A-ZÀ-Þ‘“]|\n-")
# 'de motie X heb ik in mijn brief van 3 mei (Kamerstuk …)': the number is the letter's
OTHER_PAPER = re.compile(
    r"\b(?:[Kk]amer)?(?:brief|brieven|verslag|rapport(?:age)?|nota|antwoord(?:en)?|beantwoording|wetsvoorstel|besluit|advies|"
    r"[Hh]andelingen|moties?|amendement(?:en)?|overleg|debat|zie ook|voorstel)\b"
)
CLOSE = re.compile(
    r"[\s,(\[:–-]{0,4}(?:zie:?|ook|TK|Tweede Kamer|Eerste Kamer|met|kenmerk|nummer|d\.d\.[^()]{0,20})?[\s,(:]{0,3}$"
)


def number_beside(text: str, found: Sequence[Reference]) -> tuple[Reference, ...]:
    """Give each motie and amendement without ids those of the paper named next in its sentence.

    `found` is sorted and without overlaps; offsets are those of `text`.
    """
    return tuple(_resolved(text, found, i) for i in range(len(found)))


def _resolved(text: str, found: Sequence[Reference], i: int) -> Reference:
    mention = found[i]
    if mention.kind not in NAMED or mention.ids:
        return mention
    papers = tuple(_papers(text, found, i))
    ids = tuple(dict.fromkeys(id for paper in papers for id in meant(paper)))
    if not ids or (len(ids) > 1 and not is_plural(mention) and len(papers) > 1):
        return mention
    session = next((p.session for p in papers if p.session), None)
    return replace(mention, ids=ids, session=session, chamber=papers[0].chamber, resolved_by="own sentence")


def meant(paper: Reference) -> tuple[str, ...]:
    """The ids of a paper, or its number in the Kamer's administration; a dossier alone means no single paper."""
    ids = paper.ids or ((paper.number,) if paper.kind != "kamerstuk" and paper.number else ())
    return tuple(id for id in ids if not id.startswith("dossier:"))


def is_plural(mention: Reference) -> bool:
    """'moties van het lid X' may mean several papers."""
    return re.match(r"(?:\w+\s+){0,3}(?:moties|amendementen)\b", mention.text) is not None


def _papers(text: str, found: Sequence[Reference], i: int) -> Iterator[Reference]:
    """The papers right behind a mention: one, or a list of them for 'moties'."""
    end = found[i].end
    for j in range(i + 1, len(found)):
        paper, gap = found[j], text[end : min(found[j].start, end + FARTHEST + 1)]
        if paper.kind not in PAPERS or not meant(paper) or len(gap) > FARTHEST or REPLACED.search(gap):
            return
        if end == found[i].end and not _reaches(gap):
            return
        if end != found[i].end and not (
            is_plural(found[i]) and re.fullmatch(r"[\s,;)(/]*(?:en)?[\s,(]*", gap)
        ):
            return
        yield paper
        end = paper.end


def _reaches(gap: str) -> bool:
    if CLOSE.match(gap):
        return True
    return (
        len(gap) <= FARTHEST
        and not NEW_CLAUSE.search(gap)
        and len(sentence_spans(gap)) <= 1
        and not OTHER_PAPER.search(gap)
        and bool(re.search(r"[(\[,;:]\s?(?:zie:?\s|TK\s|Tweede Kamer,\s)?$", gap))
    )
