"""Which motions and papers an act rests on, and in what way the letter says so."""

from __future__ import annotations

import re
import time
from dataclasses import replace
from typing import NamedTuple

import pytest

from kamerstukken.commit.ties import motions_of, papers_of, ties_of
from kamerstukken.model import Block, BlockKind, Citation, Document, Footnote, Metadata, Reference, Span

IDS = {
    "motie van het lid Jansen": ("motie", "kst-36200-12"),
    "motie Pietersen": ("motie", "motie:Pietersen"),
    "Kamerstuk 36 200, nr. 12": ("kamerstuk", "kst-36200-12"),
    "Kamerstuk 30 000, nr. 7": ("kamerstuk", "kst-30000-7"),
}
"""Mentions that the test letters use, with the kind and the id that they have."""
NOTE = re.compile(r"\[(\d)\]")


class Letter(NamedTuple):
    document: Document
    citations: tuple[Citation, ...]

    def span(self, words: str) -> Span:
        start = self.document.text.index(words)
        return Span(start, start + len(words))


def letter(*blocks: tuple[BlockKind, str], notes: tuple[str, ...] = ()) -> Letter:
    """A letter of blocks; '[1]' in a block is the marker of the first note."""
    made: list[Block] = []
    anchors: dict[str, tuple[int, int]] = {}
    offset = 0
    for n, (kind, marked) in enumerate(blocks, 1):
        text = marked
        while found := NOTE.search(text):
            anchors[found[1]] = (offset + found.start(), n)
            text = text[: found.start()] + text[found.end() :]
        made.append(Block(n, kind, 1, offset, text))
        offset += len(text) + 2
    footnotes: list[Footnote] = []
    for n, text in enumerate(notes, 1):
        footnotes.append(Footnote(str(n), 1, offset, text, *anchors[str(n)]))
        offset += len(text) + 2
    whole = "\n\n".join([b.text for b in made] + list(notes))
    document = Document(
        "brief.pdf", "0" * 64, 1, "ministry", Metadata(), whole, tuple(made), tuple(footnotes)
    )
    return Letter(document, tuple(_citations(document)))


def _citations(document: Document) -> list[Citation]:
    found = []
    for words, (kind, id_) in IDS.items():
        for match in re.finditer(re.escape(words), document.text):
            reference = Reference(kind, match.start(), match.end(), words, (id_,))
            found.append(Citation(document.id, reference, document.where(match.start()) or "", 1))
    return sorted(found, key=lambda c: c.reference.start)


class Case(NamedTuple):
    why: str
    letter: Letter
    act: str
    motions: tuple[str, ...]
    way: str | None


ACT = "Ik zal de dienstregeling in juni aanpassen."
CASES = [
    Case(
        "its own words",
        letter(("paragraph", "Ik voer de motie van het lid Jansen uit door de haven te verbreden.")),
        "door de haven te verbreden",
        ("kst-36200-12",),
        "eigen woorden",
    ),
    Case(
        "a note that is called a motion in the sentence",
        letter(
            ("paragraph", "Ik zal, zoals de motie vraagt[1], de dienstregeling aanpassen."),
            notes=("Kamerstuk 36 200, nr. 12",),
        ),
        "de dienstregeling aanpassen",
        ("kst-36200-12",),
        "voetnoot",
    ),
    Case(
        "a note that calls its paper a motion itself",
        letter(
            ("paragraph", f"{ACT[:-1]}.[1]"), notes=("De motie over veren, zie Kamerstuk 36 200, nr. 12",)
        ),
        ACT,
        ("kst-36200-12",),
        "voetnoot",
    ),
    Case(
        "a note that is a mere paper",
        letter(("paragraph", f"{ACT[:-1]}.[1]"), notes=("Kamerstuk 30 000, nr. 7",)),
        ACT,
        (),
        None,
    ),
    Case(
        "the sentence before",
        letter(
            (
                "paragraph",
                f"Uw Kamer heeft de motie van het lid Jansen aangenomen. Over deze motie het volgende. {ACT}",
            )
        ),
        ACT,
        ("kst-36200-12",),
        "alinea",
    ),
    Case(
        "of two motions in the paragraph the last before the act",
        letter(
            ("paragraph", f"De motie Pietersen is uitgevoerd. De motie van het lid Jansen nog niet. {ACT}")
        ),
        ACT,
        ("kst-36200-12",),
        "alinea",
    ),
    Case(
        "a closing sentence",
        letter(("paragraph", f"{ACT} Hiermee geef ik invulling aan de motie Pietersen.")),
        ACT,
        ("motie:Pietersen",),
        "volgende zin",
    ),
    Case(
        "a later mention that ties nothing",
        letter(("paragraph", f"{ACT} Op de motie Pietersen kom ik later terug.")),
        ACT,
        (),
        None,
    ),
    Case(
        "the line above the list",
        letter(
            ("paragraph", "Ter uitvoering van de motie van het lid Jansen:"),
            ("item", "verbreed ik de haven;"),
            ("item", "pas ik de regeling aan."),
        ),
        "pas ik de regeling aan.",
        ("kst-36200-12",),
        "opsomming",
    ),
    Case(
        "the heading",
        letter(
            ("heading", "De motie van het lid Jansen"),
            ("paragraph", "De veren varen te weinig."),
            ("paragraph", ACT),
        ),
        ACT,
        ("kst-36200-12",),
        "kop",
    ),
    Case(
        "another heading ends it",
        letter(
            ("heading", "De motie van het lid Jansen"),
            ("paragraph", "De veren varen te weinig."),
            ("heading", "Havens"),
            ("paragraph", ACT),
        ),
        ACT,
        (),
        None,
    ),
    Case(
        "the question",
        letter(
            ("question", "Wanneer wordt de motie van het lid Jansen uitgevoerd?"),
            ("heading", "Antwoord 1"),
            ("answer", ACT),
        ),
        ACT,
        ("kst-36200-12",),
        "vraag",
    ),
    Case(
        "a question further up is another's",
        letter(
            ("question", "Wanneer wordt de motie van het lid Jansen uitgevoerd?"),
            ("answer", "In mei."),
            ("question", "Is de haven open?"),
            ("answer", ACT),
        ),
        ACT,
        (),
        None,
    ),
    Case(
        "a paragraph that presents a motion",
        letter(
            ("paragraph", "De motie van het lid Jansen verzoekt de regering de veren vaker te laten varen."),
            ("paragraph", ACT),
        ),
        ACT,
        ("kst-36200-12",),
        "vorige alinea",
    ),
    Case(
        "the only motion of the letter, called 'de motie'",
        letter(
            ("paragraph", "Ik sprak over de motie van het lid Jansen."),
            ("paragraph", "Dat was nuttig."),
            ("paragraph", "Conform de motie pas ik de regeling aan."),
        ),
        "Conform de motie pas ik de regeling aan.",
        ("kst-36200-12",),
        "enige motie",
    ),
    Case(
        "of two motions in the letter 'de motie' names neither",
        letter(
            ("paragraph", "Ik sprak over de motie van het lid Jansen en de motie Pietersen."),
            ("paragraph", "Conform de motie pas ik de regeling aan."),
        ),
        "Conform de motie pas ik de regeling aan.",
        (),
        None,
    ),
    Case(
        "a row of a table has its own motion only",
        letter(("table", "Planning Q1\nBrief over veren (motie Pietersen)\nBrief over havens")),
        "Brief over havens",
        (),
        None,
    ),
    Case(
        "a motion four sentences back is another subject",
        letter(
            (
                "paragraph",
                f"De motie van het lid Jansen is uitgevoerd. De veren varen. De haven is open. Het weer is goed. De kade is breed. {ACT}",
            )
        ),
        ACT,
        (),
        None,
    ),
    Case(
        "unless the act points at it",
        letter(
            (
                "paragraph",
                "De motie van het lid Jansen is aangenomen. De veren varen. De haven is open. Het weer is goed. De kade is breed. Conform deze motie pas ik de regeling aan.",
            )
        ),
        "Conform deze motie pas ik de regeling aan.",
        ("kst-36200-12",),
        "alinea",
    ),
    Case(
        "both of two motions that are spoken of together",
        letter(
            (
                "paragraph",
                f"In reactie op de moties (motie van het lid Jansen en motie Pietersen) het volgende. {ACT}",
            )
        ),
        ACT,
        ("kst-36200-12", "motie:Pietersen"),
        "alinea",
    ),
    Case(
        "of two acts in a sentence each has the motion of its clause",
        letter(
            (
                "paragraph",
                "Ik voer de motie van het lid Jansen uit en met de motie Pietersen ga ik in 2025 aan de slag.",
            )
        ),
        "met de motie Pietersen ga ik in 2025 aan de slag",
        ("motie:Pietersen",),
        "eigen woorden",
    ),
    Case(
        "and the first has its own",
        letter(
            (
                "paragraph",
                "Ik voer de motie van het lid Jansen uit en met de motie Pietersen ga ik in 2025 aan de slag.",
            )
        ),
        "Ik voer de motie van het lid Jansen uit",
        ("kst-36200-12",),
        "eigen woorden",
    ),
    Case(
        "a clause without a motion has that of its sentence",
        letter(("paragraph", "Conform de motie Pietersen verbreed ik de haven en keur ik de veren.")),
        "keur ik de veren",
        ("motie:Pietersen",),
        "eigen woorden",
    ),
    Case(
        "a note behind the comma of a clause is the clause's",
        letter(
            (
                "paragraph",
                "Ik voer de motie uit,[1] en zal de haven verbreden, zoals de motie Pietersen vraagt.",
            ),
            notes=("Kamerstuk 36 200, nr. 12",),
        ),
        "Ik voer de motie uit",
        ("kst-36200-12",),
        "voetnoot",
    ),
    Case(
        "pointed at in the next paragraph",
        letter(
            ("paragraph", "Uw Kamer nam de motie Pietersen aan, die om meer veren vraagt."),
            ("paragraph", "Eerder sprak ik over de motie van het lid Jansen, en dat is klaar."),
            ("heading", "Vervolg"),
            ("paragraph", "De motie Pietersen is aangenomen op 3 mei. Dat was nuttig. Dank daarvoor."),
            ("paragraph", "Naar aanleiding van deze motie pas ik de regeling aan."),
        ),
        "Naar aanleiding van deze motie pas ik de regeling aan.",
        ("motie:Pietersen",),
        "vorige alinea",
    ),
    Case(
        "of two motions in the paragraph before 'deze motie' names neither",
        letter(
            (
                "paragraph",
                "De motie Pietersen en de motie van het lid Jansen zijn aangenomen. Dat was nuttig. Dank.",
            ),
            ("paragraph", "Naar aanleiding van deze motie pas ik de regeling aan."),
        ),
        "Naar aanleiding van deze motie pas ik de regeling aan.",
        (),
        None,
    ),
    Case(
        "'deze moties' names both",
        letter(
            (
                "paragraph",
                "De motie Pietersen en de motie van het lid Jansen zijn aangenomen. Dat was nuttig. Dank.",
            ),
            ("paragraph", "Naar aanleiding van deze moties pas ik de regeling aan."),
        ),
        "Naar aanleiding van deze moties pas ik de regeling aan.",
        ("motie:Pietersen", "kst-36200-12"),
        "vorige alinea",
    ),
    Case(
        "a closing sentence too far behind",
        letter(
            (
                "paragraph",
                f"{ACT} De veren varen. De haven is open. Het weer is goed. Hiermee geef ik invulling aan de motie Pietersen.",
            )
        ),
        ACT,
        (),
        None,
    ),
    Case(
        "'motieven' are no moties",
        letter(
            ("paragraph", "De motie Pietersen is uitgevoerd."),
            ("paragraph", "Ik onderzoek de motieven van de reizigers."),
        ),
        "Ik onderzoek de motieven van de reizigers.",
        (),
        None,
    ),
    Case("no motion in the letter", letter(("paragraph", ACT)), ACT, (), None),
]


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.why)
def test_motions(case: Case) -> None:
    act = case.letter.span(case.act)
    assert motions_of(ties_of(case.letter.document, case.letter.citations, act)) == case.motions
    ways = {t.way for t in ties_of(case.letter.document, case.letter.citations, act) if t.motion}
    assert ways == ({case.way} if case.way else set())


def test_papers_hold_what_is_cited_with_the_act() -> None:
    it = letter(("paragraph", f"{ACT[:-1]}.[1]"), notes=("Kamerstuk 30 000, nr. 7",))
    assert papers_of(ties_of(it.document, it.citations, it.span(ACT))) == ("kst-30000-7",)


def test_an_act_outside_the_blocks_has_no_ties() -> None:
    it = letter(("paragraph", ACT))
    assert ties_of(it.document, it.citations, Span(5000, 5010)) == ()


def test_the_order_of_the_citations_does_not_matter() -> None:
    for case in CASES:
        act = case.letter.span(case.act)
        ties = ties_of(case.letter.document, case.letter.citations, act)
        assert ties == ties_of(case.letter.document, case.letter.citations[::-1], act)


@pytest.mark.parametrize("piece", ["uitvoering ", "motie ", ". ", "Hiermee. "])
def test_hostile_paragraphs_take_linear_time(piece: str) -> None:
    it = letter(("paragraph", f"{ACT} " + piece * (12_000 // len(piece)) + "motie Pietersen"))
    begun = time.process_time()
    motions_of(ties_of(it.document, it.citations, it.span(ACT)))
    assert time.process_time() - begun < 5


def test_a_heading_holds_for_the_headings_beneath_it() -> None:
    it = letter(
        ("heading", "De motie van het lid Jansen"),
        ("heading", "Uitvoering"),
        ("paragraph", ACT),
        ("heading", "Havens"),
    )
    levels = (1, 2, 0, 1)
    blocks = tuple(replace(b, level=level) for b, level in zip(it.document.blocks, levels, strict=True))
    found = motions_of(ties_of(replace(it.document, blocks=blocks), it.citations, it.span(ACT)))
    assert found == ("kst-36200-12",)
