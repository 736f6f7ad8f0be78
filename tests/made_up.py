"""Letters of a toy format and the stages that read them, so that runs, registers and exports are tested without PDFs.

A toy letter is text: a line a block; '# ' begins a heading, '^1 ' a footnote (its marker hangs on the last word before it);
a line with 'zal' is a toezegging; 'kst-1-2' is a citation. Empty bytes cannot be read, 'BOOM' raises, 'DIE' kills the process,
'HANG' never ends, 'EAT' takes memory bit by bit, 'GULP' all at once, 'WARN' logs a warning.
"""

from __future__ import annotations

import hashlib
import logging
import os
import re
import time
from pathlib import Path

from kamerstukken import pipeline
from kamerstukken.errors import UnreadableLetter
from kamerstukken.model import (
    Actor,
    Analysis,
    Block,
    Box,
    Citation,
    Commitment,
    Deadline,
    Document,
    Footnote,
    Letter,
    Metadata,
    Page,
    Reference,
    Signatory,
    Span,
)

REFERENCE = re.compile(r"kst-\d+-\d+")

STAGES = {
    "read": "made_up:read_pages",
    "structure": "made_up:build_document",
    "cite": "made_up:cite",
    "commit": "made_up:commit",
}


def install() -> None:
    """Put the toy stages in place; also as the initializer of a worker process."""
    pipeline.STAGES.update(STAGES)


def read_pages(letter: Letter, *, dpi: int = 200) -> tuple[Page, ...]:
    if not letter.data:
        raise UnreadableLetter("an empty file", remedy="Fetch it again")
    if b"BOOM" in letter.data:
        raise RuntimeError("boom")
    if b"DIE" in letter.data:
        os._exit(1)
    for number in range(letter.data.count(b"WARN")):
        logging.getLogger("kamerstukken.read.toy").warning("page %d is odd", number + 1)
    _misbehave(letter.data)
    return (Page(1, 595, 842, ()),)


def _misbehave(data: bytes) -> None:
    if b"HANG" in data:
        time.sleep(3600)
    eaten = [bytearray(b"x" * (1 << 24)) for _ in range(1 << 10)] if b"EAT" in data else []
    if b"GULP" in data:
        eaten.append(bytearray(1 << 36))


def build_document(letter: Letter, pages: tuple[Page, ...]) -> Document:
    blocks: list[Block] = []
    notes: list[tuple[str, int, int]] = []
    offset = 0
    for line in letter.data.decode("utf-8", "surrogateescape").split("\n"):
        if line.startswith("^"):
            notes.append((line[3:], offset - 2, len(blocks)))
            continue
        kind = "heading" if line.startswith("# ") else "paragraph"
        text = line.removeprefix("# ")
        blocks.append(Block(len(blocks) + 1, kind, 1, offset, text, 1 if kind == "heading" else 0))
        offset += len(text) + 2
    footnotes = []
    for n, (text, anchor, block) in enumerate(notes, 1):
        footnotes.append(Footnote(str(n), 1, offset, text, anchor, block))
        offset += len(text) + 2
    return Document(
        file=letter.file,
        sha256=letter.sha256,
        pages=len(pages),
        layout="ministry",
        metadata=Metadata(
            date="2099-03-01",
            subject="Veren",
            ministry="Ministerie van Waterwegen",
            signatories=(Signatory("A. de Zwaan", "minister"),),
        ),
        text="\n\n".join([b.text for b in blocks] + [f.text for f in footnotes]),
        blocks=tuple(blocks),
        footnotes=tuple(footnotes),
    )


def cite(document: Document, *, catalogue: str | None = None) -> tuple[Citation, ...]:
    found = []
    for match in REFERENCE.finditer(document.text):
        reference = Reference(
            "kamerstuk", *match.span(), match[0], (match[0],), "II", "2098-2099", resolved_by="own words"
        )
        where = document.where(match.start()) or "block 1"
        url = f"https://zoek.officielebekendmakingen.nl/{match[0]}.html"
        found.append(Citation(document.id, reference, where, 1, (Box(1, 1.5, 2, 3, 4.25),), url))
    return tuple(found)


def commit(document: Document, citations: tuple[Citation, ...]) -> tuple[Commitment, ...]:
    return tuple(
        _act(document, block, citations) for block in document.blocks if " zal " in f" {block.text} "
    )


def _act(document: Document, block: Block, citations: tuple[Citation, ...]) -> Commitment:
    ids = tuple(i for c in citations if c.where == f"block {block.n}" for i in c.reference.ids)
    return Commitment(
        id=hashlib.sha256(block.text.encode("utf-8", "surrogateescape")).hexdigest()[:10],
        letter=document.id,
        kind="toezegging",
        status="aangekondigd",
        quote=document.quote(Span(block.start, block.start + len(block.text))),
        block=block.n,
        page=1,
        action=block.text[:30],
        actor=Actor("ik", "minister van WW", "A. de Zwaan"),
        addressee="Tweede Kamer",
        deadline=Deadline("voor 1 juli 2099", None, "2099-06-30"),
        ids=ids,
        motions=ids[:1],
        headings=tuple(b.text for b in document.blocks[: block.n] if b.kind == "heading")[-1:],
        rule="zal",
        confidence=0.75,
    )


def toy(text: str, file: str = "brief.pdf") -> Analysis:
    """A toy letter analysed."""
    letter = Letter(file, text.encode("utf-8", "surrogateescape"))
    document = build_document(letter, read_pages(letter))
    citations = cite(document)
    return Analysis(document, citations, commit(document, citations))


def put(folder: Path, **texts: str) -> Path:
    """Toy letters as files: name (without .pdf) to text."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.pdf").write_text(text, encoding="utf-8")
    return folder
