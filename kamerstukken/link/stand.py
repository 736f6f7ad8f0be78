"""How acts stand on a day, from what the letters up to that day say: reproducible for any day in the past.

What is said of an act holds for every repetition of it (links 'herhaling'), but not for what was said later.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

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
    wanted = list(dict.fromkeys(ids)) if ids is not None else [a.id for a in register.acts.all()]
    stands: dict[str, Stand] = {}
    for at in range(0, len(wanted), AT_ONCE):
        some = wanted[at : at + AT_ONCE]
        threads = _threads(register, some, on.isoformat(), least)
        stands |= {id_: stand for id_ in some if (stand := _stand(id_, threads, on)) is not None}
    return stands


@dataclass
class _Threads:
    """Acts by id, what is said of them, and which repeat each other, as far as letters up to a day tell."""

    acts: dict[str, ActHead] = field(default_factory=dict)
    said: dict[str, list[Link]] = field(default_factory=lambda: defaultdict(list))
    repeats: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    moved: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """An act to those whose place it took: that they were kept is said of it too."""

    def around(self, id_: str) -> set[str]:
        """An act and all its repetitions."""
        found, todo = {id_}, [id_]
        while todo:
            for other in self.repeats[todo.pop()] - found:
                found.add(other)
                todo.append(other)
        return found


def _threads(register: Register, wanted: Iterable[str], day: str, least: float) -> _Threads:
    """Everything that bears on the wanted acts, found outwards from them along repetitions."""
    threads = _Threads()
    todo = set(wanted)
    asked: set[str] = set()
    while todo:
        asked |= todo
        for act in register.acts.get(todo):
            if act.date is not None and act.date <= day:
                threads.acts.setdefault(act.id, act)
        links = {*register.links.to(todo), *register.links.by_acts(todo)}
        known = set(threads.acts)
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
                threads.said[link.to] += [link] if link not in threads.said[link.to] else []
                if link.how == "wijziging" and link.act is not None:
                    threads.moved[link.act].add(link.to)
                    todo |= {link.to} - known
            elif link.act is not None:
                threads.repeats[link.to].add(link.act)
                threads.repeats[link.act].add(link.to)
                todo |= {link.to, link.act} - known
        todo -= asked  # an act that a reviewer took away is named by links, and found no more
    return threads


def _stand(id_: str, threads: _Threads, on: date) -> Stand | None:
    act = threads.acts.get(id_)
    if act is None or act.date is None:
        return None
    day = on.isoformat()
    thread = sorted(threads.around(id_) & set(threads.acts), key=lambda i: (threads.acts[i].date or "", i))
    said = _said(act, thread, threads)
    if ending := _last(said):
        return Stand(ENDS[ending.how], day, ending.date, ending, _successor(ending), ending.confidence)
    if act.status == "afgerond" and not cue_of(act.quote).told:
        return Stand("voldaan", day, act.date)
    return _by_time(act, [threads.acts[member] for member in thread], on)


def _said(act: ActHead, thread: list[str], threads: _Threads) -> list[Link]:
    """What was said of an act and its repetitions, and, but for moments, of those whose place it took."""
    older = {o for m in thread for moved in threads.moved[m] for o in threads.around(moved)} - set(thread)
    links = [k for member in thread for k in threads.said[member]]
    links += [k for member in sorted(older) for k in threads.said[member] if k.how != "wijziging"]
    return [k for k in links if (k.date or "") >= (act.date or "") and k.act != act.id]


def _last(said: list[Link]) -> Link | None:
    """What counts: kept or dropped before moved, moved before kept in part; of each the last."""
    for hows in (("nakoming", "vervallen"), ("wijziging",), ("deels",)):
        found = [link for link in said if link.how in hows]
        if found:
            return max(found, key=lambda k: (k.date or "", k.confidence, k.letter))
    return None


def _successor(link: Link) -> str | None:
    return link.act if link.how == "wijziging" else None


def _by_time(act: ActHead, thread: list[ActHead], on: date) -> Stand:
    """No letter says more: the moment decides, of the act or of the repetition that names one."""
    day = on.isoformat()
    ends = [a.deadline_end for a in (act, *reversed(thread)) if a.deadline_end]
    if ends:
        end = date.fromisoformat(ends[0])
        over = end < on
        return Stand(
            "verlopen" if over else "open", day, (end + timedelta(days=1)).isoformat() if over else act.date
        )
    said = date.fromisoformat(max(a.date for a in thread if a.date))
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
