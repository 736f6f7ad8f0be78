"""How acts stand on a day, from what the letters up to that day say: reproducible for any day in the past.

What is said of an act holds for every repetition of it (links 'herhaling'), but not for what was said later.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import islice

from kamerstukken.link.cues import cue_of
from kamerstukken.model import How, Link, Stand, Standing
from kamerstukken.register import Register
from kamerstukken.register.acts import ActHead

LEAST = 0.5
"""Links below this confidence change no status."""

YOUNG = 365
"""Days that an act without a moment counts as open; after that nobody can tell."""

AT_ONCE = 1_000
"""Acts whose threads are in memory together; a register may hold hundreds of thousands."""

ENDS: dict[How, Standing] = {
    "nakoming": "voldaan",
    "vervallen": "vervallen",
    "wijziging": "gewijzigd",
    "deels": "deels",
}


def statuses(
    register: Register, on: date, ids: Iterable[str] | None = None, *, least: float = LEAST
) -> dict[str, Stand]:
    """The stand on day `on` of the acts with these ids (None: all acts), by id.

    Acts of letters younger than that day are left out; links with a confidence below `least` are passed over. With
    `ids` the work is by index, whatever the size of the register.
    """
    wanted = [a.id for a in register.acts.all()] if ids is None else list(ids)
    found = dict(each_status(register, on, wanted, least=least))
    return {id_: found[id_] for id_ in wanted if id_ in found}


def each_status(
    register: Register, on: date, ids: Iterable[str], *, least: float = LEAST
) -> Iterator[tuple[str, Stand]]:
    """`statuses`, each by itself, in no order: of a large register no more than a thread or AT_ONCE acts are in memory."""
    waiting = dict.fromkeys(ids)
    while waiting:
        threads = _threads(register, islice(waiting, AT_ONCE), on.isoformat(), least)
        for id_ in threads.asked:
            if id_ in waiting:
                del waiting[id_]
                if stand := _stand(id_, threads, on):
                    yield id_, stand


@dataclass(slots=True)
class _Thread:
    """An act and its repetitions, oldest first, with all that is said of any of them: worked out once for all of them."""

    acts: list[ActHead]
    said: list[Link]
    end: str | None = field(init=False)
    """The moment that the last one with a moment names."""
    newest: str = field(init=False)
    """When it was last said."""

    def __post_init__(self) -> None:
        self.end = next((act.deadline_end for act in reversed(self.acts) if act.deadline_end), None)
        self.newest = max(act.date for act in self.acts if act.date)


@dataclass
class _Threads:
    """Acts by id, what is said of them, and which repeat each other, as far as letters up to a day tell."""

    asked: set[str] = field(default_factory=set)
    """Ids of which everything that bears on them is here; not all are acts."""
    acts: dict[str, ActHead] = field(default_factory=dict)
    said: dict[str, dict[Link, None]] = field(default_factory=lambda: defaultdict(dict))
    repeats: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    moved: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """An act to those whose place it took: that they were kept is said of it too."""
    _threads: dict[str, _Thread] = field(default_factory=dict)

    def of(self, id_: str) -> _Thread:
        """The thread that an act is part of."""
        if id_ not in self._threads:
            around = self._around(id_)
            acts = sorted(
                (self.acts[i] for i in around if i in self.acts), key=lambda a: (a.date or "", a.id)
            )
            thread = _Thread(acts, self._said_of(acts))
            self._threads.update((act.id, thread) for act in acts)
        return self._threads[id_]

    def _around(self, id_: str) -> set[str]:
        """An act and all its repetitions."""
        found, todo = {id_}, [id_]
        while todo:
            for other in self.repeats.get(todo.pop(), set()) - found:
                found.add(other)
                todo.append(other)
        return found

    def _said_of(self, acts: list[ActHead]) -> list[Link]:
        """What was said of these acts and, but for moments, of those whose place they took."""
        older: set[str] = set()
        for act in acts:
            for moved in self.moved.get(act.id, set()) - older:
                older |= self._around(moved)
        older -= {act.id for act in acts}
        links = [k for act in acts for k in self.said.get(act.id, ())]
        return links + [k for i in sorted(older) for k in self.said.get(i, ()) if k.how != "wijziging"]


def _threads(register: Register, wanted: Iterable[str], day: str, least: float) -> _Threads:
    """Everything that bears on the wanted acts, found outwards from them along repetitions."""
    threads = _Threads()
    todo = set(wanted)
    while todo:
        threads.asked |= todo
        for act in register.acts.get(todo):
            if act.date is not None and act.date <= day:
                threads.acts.setdefault(act.id, act)
        links = {*register.links.to(todo), *register.links.by_acts(todo)}
        todo = set()
        for link in sorted(links, key=lambda k: (k.date or "", k.letter, k.span)):
            if (
                link.date is None
                or link.date > day
                or link.confidence < least
                or link.type not in ("follows", "settles")
            ):
                continue
            if link.how != "herhaling":
                threads.said[link.to][link] = None
                if link.how == "wijziging" and link.act is not None:
                    threads.moved[link.act].add(link.to)
                    todo.add(link.to)
            elif link.act is not None:
                threads.repeats[link.to].add(link.act)
                threads.repeats[link.act].add(link.to)
                todo |= {link.to, link.act}
        todo -= threads.asked  # an act that a reviewer took away is named by links, and found no more
    return threads


def _stand(id_: str, threads: _Threads, on: date) -> Stand | None:
    act = threads.acts.get(id_)
    if act is None or act.date is None:
        return None
    day, thread = on.isoformat(), threads.of(id_)
    said = [k for k in thread.said if (k.date or "") >= act.date and k.act != act.id]
    if ending := _last(said):
        return Stand(ENDS[ending.how], day, ending.date, ending, _successor(ending), ending.confidence)
    if act.status == "afgerond" and not cue_of(act.quote).told:
        return Stand("voldaan", day, act.date)
    return _by_time(act, thread, on)


def _last(said: list[Link]) -> Link | None:
    """What counts: kept or dropped before moved, moved before kept in part; of each the last."""
    for hows in (("nakoming", "vervallen"), ("wijziging",), ("deels",)):
        found = [link for link in said if link.how in hows]
        if found:
            return max(found, key=lambda k: (k.date or "", k.confidence, k.letter))
    return None


def _successor(link: Link) -> str | None:
    return link.act if link.how == "wijziging" else None


def _by_time(act: ActHead, thread: _Thread, on: date) -> Stand:
    """No letter says more: the moment decides, of the act or of the repetition that names one."""
    day = on.isoformat()
    if ends := act.deadline_end or thread.end:
        end = date.fromisoformat(ends)
        over = end < on
        return Stand(
            "verlopen" if over else "open", day, (end + timedelta(days=1)).isoformat() if over else act.date
        )
    said = date.fromisoformat(thread.newest)
    known = on - said <= timedelta(days=YOUNG)
    return Stand(
        "open" if known else "onbekend",
        day,
        act.date if known else (said + timedelta(days=YOUNG + 1)).isoformat(),
    )


def count(stands: Mapping[str, Stand]) -> dict[Standing, int]:
    """How many acts stand how, in the order of `Standing`."""
    order: tuple[Standing, ...] = (
        "open",
        "deels",
        "voldaan",
        "verlopen",
        "gewijzigd",
        "vervallen",
        "onbekend",
    )
    return {status: sum(s.status == status for s in stands.values()) for status in order}
