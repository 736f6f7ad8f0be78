"""A register of invented letters, as large as asked: letters of ten ministries in many dossiers, with motions, acts and links."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

from kamerstukken.model import (
    Actor,
    Analysis,
    Block,
    Citation,
    Commitment,
    Deadline,
    Document,
    Link,
    Metadata,
    Reference,
    Signatory,
    Span,
)
from kamerstukken.register import Register
from kamerstukken.register.links import Draft, Offer
from kamerstukken.register.write import insert_letter

MINISTRIES = ("BZK", "BZ", "Financiën", "IenW", "JenV", "LNV", "OCW", "SZW", "VWS", "Defensie")
A_DOSSIER = 40
"""Letters a dossier; the busiest of real ones have a few hundred."""

ACTS = 6
AT_ONCE = 1_000
FIRST = date(2005, 1, 1)
THINGS = (
    "pont",
    "brug",
    "sluis",
    "dijk",
    "haven",
    "kade",
    "vuurtoren",
    "gemaal",
    "polder",
    "veerdam",
    "steiger",
    "vaargeul",
)
DOINGS = (
    "onderzoek naar",
    "uitbreiding van",
    "subsidie voor",
    "evaluatie van",
    "handreiking over",
    "proef met",
)


def letters(count: int, seed: int = 1) -> Iterator[Analysis]:
    """So many letters, by date; the same for the same seed."""
    chance = random.Random(seed)
    for n in range(count):
        yield _letter(n, count, chance)


def dossier_of(n: int, count: int) -> int:
    """A letter's dossier: letters of one are spread over all years."""
    return 20_000 + n % max(1, count // A_DOSSIER)


def _letter(n: int, count: int, chance: random.Random) -> Analysis:
    dossier = dossier_of(n, count)
    day = FIRST + timedelta(days=n * 7_300 // count)
    ministry = MINISTRIES[dossier % len(MINISTRIES)]
    motion = f"kst-{dossier}-{chance.randrange(1, 9)}"
    texts = [
        f"Naar aanleiding van de motie ({motion}) schrijf ik u over de {THINGS[dossier % len(THINGS)]} van {dossier}."
    ]
    for k in range(ACTS):
        doing, thing = chance.choice(DOINGS), chance.choice(THINGS)
        texts.append(
            f"Ik informeer uw Kamer voor 1 juli {day.year + 1} over de {doing} de {thing} nummer {k} in dossier {dossier}."
        )
    texts += [
        f"De {THINGS[i]} ligt er goed bij; het onderhoud gaat door zoals begroot in {day.year}."
        for i in range(6)
    ]
    blocks, offset = [], 0
    for b, text in enumerate(texts, 1):
        blocks.append(Block(b, "paragraph", 1 + b // 7, offset, text))
        offset += len(text) + 2
    sha = hashlib.sha256(f"letter {n}".encode()).hexdigest()
    document = Document(
        file=f"{day.isoformat()}_brief-{n}.pdf", sha256=sha, pages=2, layout="ministry",
        metadata=Metadata(
            date=day.isoformat(), subject=f"Voortgang {THINGS[dossier % len(THINGS)]} {dossier}", ministry=f"Ministerie van {ministry}",
            kenmerk=f"{ministry}-{n}", signatories=(Signatory(f"A. de Zwaan-{dossier % 50}", f"De minister van {ministry}"),),
            dossiers=(str(dossier),),
        ),
        text="\n\n".join(texts), blocks=tuple(blocks),
    )  # fmt: skip
    return Analysis(document, _citations(document, motion), _acts(document, motion, ministry))


def _citations(document: Document, motion: str) -> tuple[Citation, ...]:
    at = document.text.index(motion)
    reference = Reference(
        "motie", at, at + len(motion), motion, (motion,), indieners=("De Zwaan",), resolved_by="own words"
    )
    return (Citation(document.id, reference, "block 1", 1),)


def _acts(document: Document, motion: str, ministry: str) -> tuple[Commitment, ...]:
    acts = []
    for block in document.blocks[1 : 1 + ACTS]:
        year = int((document.metadata.date or "")[:4]) + 1
        acts.append(Commitment(
            id=hashlib.sha256(f"{document.id} {block.n}".encode()).hexdigest()[:12], letter=document.id, kind="toezegging",
            status="aangekondigd", quote=document.quote(Span(block.start, block.start + len(block.text))), block=block.n,
            page=block.page, action=block.text[:60], actor=Actor("ik", f"minister van {ministry}"), addressee="Tweede Kamer",
            deadline=Deadline(f"voor 1 juli {year}", None, f"{year}-06-30"), ids=(motion,), motions=(motion,), rule="made up",
            confidence=0.8,
        ))  # fmt: skip
    return tuple(acts)


def fill(path: Path, count: int) -> None:
    """Write a register with so many letters and their links. Many letters a transaction: this is not what is measured."""
    last: dict[int, Analysis] = {}
    with Register.writable(path) as register:
        stream = enumerate(letters(count))
        while some := list(islice(stream, AT_ONCE)):
            with register.links.writing():
                for n, analysis in some:
                    name = analysis.document.file
                    register._run("INSERT INTO files VALUES (?, ?, ?)", name, name, analysis.document.sha256)
                    insert_letter(register._connection, analysis, made_by="synthetic", file=name)
                    dossier = dossier_of(n, count)
                    _link(register, analysis, last.get(dossier))
                    last[dossier] = analysis


def _link(register: Register, analysis: Analysis, before: Analysis | None) -> None:
    """Half of the acts follow one of the letter before in the dossier; one letter in five calls its motion done."""
    document = analysis.document
    offers = [Offer(n, (f"word{n}-{document.metadata.dossiers[0]}",), "{}") for n in range(1, ACTS + 1)]
    register.links.offer(document.id, document.metadata.date or "", (), offers)
    drafts = []
    for n, act in enumerate(analysis.commitments, 1):
        if before is not None and n % 2:
            how = ("herhaling", "nakoming", "wijziging")[n % 3]
            drafts.append(Draft(_said(analysis, act, how, before.commitments[n - 1]), n, n))
    if int(document.sha256[:2], 16) % 5 == 0:
        act = analysis.commitments[0]
        drafts.append(
            Draft(
                Link(
                    document.id,
                    "settles",
                    "nakoming",
                    act.block,
                    1,
                    act.quote.span,
                    act.quote.text,
                    act.motions[0],
                )
            )
        )
    register.links.replace(document.id, drafts)


def _said(analysis: Analysis, act: Commitment, how: str, earlier: Commitment) -> Link:
    return Link(
        analysis.document.id, "follows", how, act.block, act.page, act.quote.span, act.quote.text, earlier.id, earlier.letter,  # type: ignore[arg-type]
        confidence=0.8, reason="made up",
    )  # fmt: skip
