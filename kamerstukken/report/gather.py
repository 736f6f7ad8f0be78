"""The register to the values that the report tells: letters, acts with their stand, motions with their chains, the graph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from kamerstukken import model
from kamerstukken.export import letter_uri, standing
from kamerstukken.graph import Subject, Trace, build_graph, trace
from kamerstukken.register import Register, lists
from kamerstukken.register.lists import LetterRows
from kamerstukken.register.ministries import abbreviation
from kamerstukken.register.rows import CommitmentRow, MotionRow
from kamerstukken.report.values import (
    Act,
    ChainStep,
    Content,
    Failed,
    Letter,
    Link,
    Mention,
    Motion,
    Network,
    Node,
    Said,
)

CHAINS = 2_000
"""Motions that get their chain at most, those with acts first; the others are listed without."""


FIRST = date(2000, 1, 1)
"""The day where no letter has a date."""


def gather(register: Register, folder: Path, on: date | None = None) -> Content:
    """What is selected of a register, as it stands on a day (None: that of the newest letter, for no clock decides).

    Links to letters are seen from `folder`.
    """
    register = standing(register, on)
    found = list(lists.letters(register))
    on = on or _day(register.lookup.newest_day()) or FIRST
    acts, blocks = _acts(register, found, on)
    return Content(
        on=on.isoformat(),
        letters=tuple(_letter(register, letter, folder) for letter in found),
        acts=acts,
        blocks=blocks,
        motions=_motions(register, found, on),
        network=_network(register),
        failures=tuple(Failed(failure.file, failure.reason) for failure in lists.failures(register)),
    )


def _letter(register: Register, rows: LetterRows, folder: Path) -> Letter:
    row = rows.document
    return Letter(
        id=row.id,
        file=row.file,
        pages=row.pages,
        date=row.date,
        subject=row.subject,
        ministry=row.ministry,
        short=abbreviation(row.ministry),
        kenmerk=row.kenmerk,
        dossiers=row.dossiers,
        href=letter_uri(register, row.id, folder),
        mentions=tuple(_mention(citation, rows.analysis.document) for citation in rows.analysis.citations),
    )


def _mention(citation: model.Citation, document: model.Document) -> Mention:
    """A reference, at the block that it stands in or that its footnote hangs on."""
    kind, _, number = citation.where.partition(" ")
    block = int(number) if kind == "block" else 0
    if kind == "footnote":
        start = citation.reference.start
        note = next((n for n in document.footnotes if n.start <= start < n.start + len(n.text)), None)
        block = (note.anchor_block or 0) if note else 0
    return Mention(citation.reference.text, citation.page, block, citation.reference.ids, citation.url)


def _acts(
    register: Register, found: Iterable[LetterRows], on: date
) -> tuple[tuple[Act, ...], dict[str, str]]:
    """The acts, and the text of the blocks that they stand in."""
    later = defaultdict(list)
    for link in register.links.all():
        if link.to_letter is not None and link.type == "follows":
            later[link.to].append(link)
    acts: list[Act] = []
    blocks: dict[str, str] = {}
    for n, letter in enumerate(found):
        texts = {block.n: block for block in letter.analysis.document.blocks}
        for row in letter.commitments:
            if block := texts.get(row.block):
                blocks[f"{n}:{row.block}"] = block.text
            said = tuple(_said(link) for link in later[row.id] if (link.date or "") <= on.isoformat())
            acts.append(_act(row, n, block.start if block else row.start + 1, said))
    return tuple(acts), blocks


def _act(row: CommitmentRow, letter: int, start: int, said: tuple[Said, ...]) -> Act:
    """An act; `start` is where its block begins, behind the quote where no block is known."""
    return Act(
        key=f"{row.letter}.{row.start}",
        id=row.id,
        letter=letter,
        kind=row.kind,
        status=row.status,
        stand=row.stand or "onbekend",
        since=row.stand_since,
        action=row.action,
        quote=row.quote,
        page=row.page,
        block=row.block,
        start=row.start - start,
        end=row.end - start,
        confidence=row.confidence,
        actor=row.actor_norm or row.actor,
        addressee=row.addressee,
        deadline=row.deadline_text,
        first=row.deadline_start,
        last=row.deadline_end,
        certainty=row.deadline_certainty,
        heading=row.heading,
        recommendation=row.recommendation,
        rule=row.rule,
        review=row.review,
        motions=row.motions,
        ids=row.ids,
        boxes=tuple((b.page, b.x0, b.top, b.x1, b.bottom) for b in row.boxes),
        said=said,
    )


def _said(link: model.Link) -> Said:
    return Said(link.how, link.letter, link.page, link.quote, link.date, link.old, link.new)


def _motions(register: Register, found: Iterable[LetterRows], on: date) -> tuple[Motion, ...]:
    """The motions that the letters name, with their chains as far as letters up to the day tell."""
    rows: Mapping[str, list[MotionRow]] = defaultdict(list)
    for row in lists.motion_rows(register, found):
        rows[row.motion].append(row)
    most = sorted(rows, key=lambda id_: (-_count(rows[id_]), id_))[:CHAINS]
    chained = set(most)
    return tuple(
        _motion(each, trace(register, Subject(id_, "motie", id_), on) if id_ in chained else None)
        for id_, each in rows.items()
    )


def _count(rows: list[MotionRow]) -> int:
    return sum(row.commitment is not None for row in rows)


def _motion(rows: list[MotionRow], chain: Trace | None) -> Motion:
    first = rows[0]
    return Motion(
        id=first.motion,
        acts=_count(rows),
        title=first.title,
        indieners=first.indieners,
        url=first.url,
        done=bool(first.settled or first.afgedaan),
        outcome=first.outcome,
        appreciation=first.appreciation,
        chain=_chain(chain) if chain else (),
    )


def _chain(chain: Trace) -> tuple[ChainStep, ...]:
    return tuple(
        ChainStep(
            letter=step.letter.id,
            date=step.letter.date,
            subject=step.letter.subject,
            lines=tuple(
                Link(
                    what=line.what,
                    page=line.page,
                    quote=line.quote,
                    how=line.link.how if line.link else None,
                    act=line.act.id if line.act else None,
                    stand=line.stand.status if line.stand else None,
                )
                for line in step.lines
            ),
        )
        for step in chain.steps
    )


def _network(register: Register) -> Network:
    graph = build_graph(register)
    place = {id_: n for n, id_ in enumerate(graph)}
    nodes = tuple(
        Node(id_, values.get("type", ""), values.get("label", id_)) for id_, values in graph.nodes(data=True)
    )
    edges = sorted({(place[a], place[b], values["type"]) for a, b, values in graph.edges(data=True)})
    return Network(nodes, tuple(edges))


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None
