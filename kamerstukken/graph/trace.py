"""What a motion, a paper, a dossier, an act or an office led to, as a tree over time: letters, and in them what they say.

`trace(register, subject, on)` asks the register by index alone and never reads whole letters, so it takes as long as
there is to tell, whatever the size of the register.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from kamerstukken.graph.subject import Subject
from kamerstukken.language import sentence_spans
from kamerstukken.link import statuses
from kamerstukken.model import Link, OralPromise, Stand
from kamerstukken.register import Register
from kamerstukken.register.acts import ActHead, Mention
from kamerstukken.register.lookup import Head

What = Literal["noemt", "actie", "zegt"]
"""noemt: a letter names the paper; actie: an act in it; zegt: it says what became of an act or a motion."""

STEPS = 6
"""So many letters on from the first the links are followed; one of an office, whose acts have little to do with each other."""

LETTERS = 200
"""So many letters a trace shows at most, the youngest."""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that a letter says, with its evidence: `page` and the sentence `quote`.

    `act` and `stand` are there for 'actie'; `link` for 'zegt'; `about` is the paper or act that it has to do with.
    """

    what: What
    page: int
    where: str
    quote: str
    about: tuple[str, ...] = ()
    act: ActHead | None = None
    stand: Stand | None = None
    link: Link | None = None
    oral: OralPromise | None = None
    """The promise of the Kamer's register that the act is about."""


@dataclass(frozen=True, slots=True)
class Step:
    """A letter, and what it says in reading order."""

    letter: Head
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Trace:
    """The letters in order of time. `left_out` counts older letters beyond the limit; `on` is the day of the stands."""

    subject: Subject
    on: date
    steps: tuple[Step, ...]
    left_out: int = 0

    @property
    def acts(self) -> tuple[Line, ...]:
        """All lines with an act, in order of time."""
        return tuple(line for step in self.steps for line in step.lines if line.what == "actie")

    @property
    def settled(self) -> tuple[Link, ...]:
        """What calls the traced paper itself done, in order of time."""
        return tuple(k for k in self.links if k.type == "settles" and k.to == self.subject.id)

    @property
    def links(self) -> tuple[Link, ...]:
        """All that is said of acts and motions, in order of time."""
        return tuple(line.link for step in self.steps for line in step.lines if line.link)

    def said_of(self, act: str) -> tuple[Link, ...]:
        """What later letters say of an act."""
        return tuple(k for k in self.links if k.to == act)

    def day_of(self, letter: str | None) -> str:
        """The date of a letter in the trace, else its id."""
        found = (step.letter.date for step in self.steps if step.letter.id == letter)
        return next(found, None) or letter or ""


@dataclass
class _Found:
    """What a trace is made of, by letter."""

    acts: dict[tuple[str, int], ActHead] = field(default_factory=dict)
    papers: dict[tuple[str, int], list[str]] = field(default_factory=lambda: defaultdict(list))
    mentions: list[Mention] = field(default_factory=list)
    links: dict[tuple[str, int, str, str], Link] = field(default_factory=dict)
    letters: set[str] = field(default_factory=set)

    def by_letter(self) -> dict[str, _Found]:
        """What each letter has of it, in the same order."""
        parts: dict[str, _Found] = defaultdict(_Found)
        for key, act in self.acts.items():
            parts[key[0]].acts[key] = act
            if papers := self.papers.get(key):
                parts[key[0]].papers[key] = papers
        for mention in self.mentions:
            parts[mention.letter].mentions.append(mention)
        for name, link in self.links.items():
            parts[link.letter].links[name] = link
        return parts

    def take(self, acts: Iterable[tuple[str | None, ActHead]]) -> set[str]:
        """Add acts, each with the paper that it rests on; gives the ids of those that are new."""
        new = set()
        for paper, act in acts:
            key = (act.letter, act.n)
            if key not in self.acts:
                self.acts[key] = act
                new.add(act.id)
            if paper and paper not in self.papers[key]:
                self.papers[key].append(paper)
        return new


def trace(register: Register, subject: Subject, on: date, *, limit: int = LETTERS) -> Trace:
    """What became of a subject, as far as letters up to day `on` tell; at most `limit` letters, the youngest."""
    day = on.isoformat()
    found = _Found()
    todo = _begin(register, subject, found, limit)
    for _ in range(1 if subject.type == "bewindspersoon" else STEPS):
        if not todo:
            break
        todo = _follow(register, found, todo, day)
    return _assemble(register, subject, on, found, limit)


def _begin(register: Register, subject: Subject, found: _Found, limit: int) -> set[str]:
    """Where a trace starts; gives the ids of the first acts."""
    acts = register.acts
    if subject.type in ("motie", "kamerstuk"):
        return _papers(register, found, [subject.id])
    if subject.type == "dossier":
        dossier = subject.id.removeprefix("dossier:")
        heads = register.lookup.in_dossier(dossier)[-limit:]
        found.letters |= {head.id for head in heads}
        return _papers(register, found, register.lookup.papers_of(dossier)) | found.take(
            (None, a) for a in acts.of_letters(h.id for h in heads)
        )
    if subject.type == "brief":
        found.letters.add(subject.id)
        _keep(found, register.links.of_letters([subject.id]))
        return found.take((None, a) for a in acts.of_letters([subject.id]))
    if subject.type == "bewindspersoon":
        ids = acts.by_office(subject.id.removeprefix("bewindspersoon:"), limit)
        return found.take((None, a) for a in acts.get(ids[:limit]))
    new = found.take((None, a) for a in acts.get([subject.id]))
    for (letter, n), motions in acts.motions_of(list(found.acts.values())).items():
        found.papers[letter, n] += motions
    return new


def _papers(register: Register, found: _Found, papers: Sequence[str]) -> set[str]:
    found.mentions += register.acts.mentions(papers)
    _keep(found, (k for k in register.links.to(papers) if k.type == "settles"))
    return found.take(register.acts.resting_on(papers)) | found.take(
        register.acts.resting_on(papers, as_motion=True)
    )


def _follow(register: Register, found: _Found, acts: set[str], day: str) -> set[str]:
    """What later letters say of these acts, and earlier ones that these speak of; gives the acts that are new."""
    links = [k for k in (*register.links.to(acts), *register.links.by_acts(acts)) if (k.date or "") <= day]
    _keep(found, links)
    ids = {id_ for k in links if k.type != "points" for id_ in (k.act, k.to if k.to_letter else None) if id_}
    known = {act.id for act in found.acts.values()}
    return found.take((None, a) for a in register.acts.get(ids - known))


def _keep(found: _Found, links: Iterable[Link]) -> None:
    for link in links:
        found.links[link.letter, link.span.start, link.type, link.to] = link


def _assemble(register: Register, subject: Subject, on: date, found: _Found, limit: int) -> Trace:
    day = on.isoformat()
    letters = found.letters | {m.letter for m in found.mentions} | {key[0] for key in found.acts}
    letters |= {link.letter for link in found.links.values()}
    heads = [head for head in register.lookup.heads(letters) if (head.date or "") <= day]
    shown = heads[-limit:]
    stands = statuses(register, on, [a.id for a in found.acts.values()])
    said = found.by_letter()
    steps = (Step(head, _lines(register, head.id, said[head.id], stands)) for head in shown)
    return Trace(subject, on, tuple(steps), len(heads) - len(shown))


def _lines(register: Register, letter: str, found: _Found, stands: dict[str, Stand]) -> tuple[Line, ...]:
    """What one letter says, in reading order; a sentence with an act is not shown again as a mention."""
    placed: list[tuple[int, int, Line]] = []
    oral = {o.act: o for o in reversed(register.records.oral_of(letter)) if o.act}
    quotes: set[str] = set()
    for link in (k for k in found.links.values() if k.type != "points"):
        quotes.add(link.quote)
        line = Line("zegt", link.page, f"block {link.block}", link.quote, (link.to,), None, None, link)
        placed.append((link.block, 1, line))
    for key, act in found.acts.items():
        quotes.add(act.quote)
        about, stand = tuple(found.papers.get(key, ())), stands.get(act.id)
        line = Line(
            "actie", act.page, f"block {act.block}", act.quote, about, act, stand, None, oral.get(act.id)
        )
        placed.append((act.block, 0, line))
    placed += _mentions(register, found.mentions, quotes)
    return tuple(line for *_, line in sorted(placed, key=lambda p: (p[0], p[1])))


def _mentions(register: Register, mentions: list[Mention], quotes: set[str]) -> list[tuple[int, int, Line]]:
    """The sentences that name a paper, each once."""
    lines: dict[tuple[str, str], Line] = {}
    for mention in mentions:
        passage = register.acts.passage(mention.letter, mention.where, mention.start)
        if passage is None:
            continue
        quote = _sentence(passage.text, passage.at)
        if any(quote in q or q in quote for q in quotes):
            continue
        known = lines.get((passage.where, quote))
        about = tuple(dict.fromkeys((*(known.about if known else ()), mention.id)))
        lines[passage.where, quote] = Line("noemt", mention.page, passage.where, quote, about)
    return [(_block(where), -1, line) for (where, _), line in lines.items()]


def _sentence(text: str, offset: int) -> str:
    """The sentence that holds an offset; the last one where the offset lies behind (a note's marker)."""
    spans = sentence_spans(text)
    holding = next((s for s in spans if s.start <= offset < s.end), spans[-1] if spans else None)
    return text[holding.start : holding.end] if holding else text


def _block(where: str) -> int:
    return int(where.split()[1]) if where.startswith("block") else 1_000_000
