"""What changed: between two days of one register, or between two registers. New, changed, kept, gone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from kamerstukken.link.stand import LEAST, statuses
from kamerstukken.model import Stand
from kamerstukken.register import Register
from kamerstukken.register.acts import ActHead

What = Literal["nieuw", "gewijzigd", "voldaan", "vervallen"]
"""new; another moment, stand or wording; kept; dropped, or no longer in the register."""

ORDER: tuple[What, ...] = ("nieuw", "gewijzigd", "voldaan", "vervallen")

FIELDS = ("kind", "status", "action", "deadline_start", "deadline_end", "actor")
"""What of an act is compared between two registers."""


@dataclass(frozen=True, slots=True)
class Change:
    """An act that changed: `before` and `after` are its stands, None where it was not there. `fields` are those that
    differ, as 'deadline_end: 2023-06-20 → 2023-11-30'. `day` is the day of the letter or of time's passing.
    """

    what: What
    act: ActHead
    before: Stand | None
    after: Stand | None
    fields: tuple[str, ...] = ()

    @property
    def day(self) -> str:
        """The day on which it changed, as far as letters tell."""
        return (self.after.since if self.after and self.what != "nieuw" else None) or self.act.date or ""


def changes_since(register: Register, since: date, on: date, *, least: float = LEAST) -> tuple[Change, ...]:
    """What the letters after day `since`, and the days up to `on`, changed; by index, whatever the register's size."""
    first, last = since.isoformat(), on.isoformat()
    ids = list(register.acts.touched_between(first, last))
    before = statuses(register, since, ids, least=least)
    after = statuses(register, on, ids, least=least)
    acts = {act.id: act for act in register.acts.get(ids)}
    return _sorted(_change(acts[i], before.get(i), after.get(i), ()) for i in ids if i in after and i in acts)


def changes_between(old: Register, new: Register, on: date, *, least: float = LEAST) -> tuple[Change, ...]:
    """What differs between two registers, both as they stand on the same day."""
    was, now = {a.id: a for a in old.acts.all()}, {a.id: a for a in new.acts.all()}
    before = statuses(old, on, was, least=least)
    after = statuses(new, on, now, least=least)
    gone = (Change("vervallen", was[i], before[i], None) for i in before if i not in now)
    kept = (_change(now[i], before.get(i), after[i], _fields(was.get(i), now[i])) for i in after)
    return _sorted((*gone, *kept))


def _change(
    act: ActHead, before: Stand | None, after: Stand | None, fields: tuple[str, ...]
) -> Change | None:
    if before is None:
        return Change("nieuw", act, None, after)
    if after is None or (
        before.status == after.status and before.successor == after.successor and not fields
    ):
        return None
    what: What = "gewijzigd"
    if after.status != before.status and after.status in ("voldaan", "vervallen"):
        what = "voldaan" if after.status == "voldaan" else "vervallen"
    return Change(what, act, before, after, fields)


def _fields(was: ActHead | None, now: ActHead) -> tuple[str, ...]:
    if was is None:
        return ()
    pairs = ((name, getattr(was, name), getattr(now, name)) for name in FIELDS)
    return tuple(f"{name}: {old or '-'} → {new or '-'}" for name, old, new in pairs if old != new)


def _sorted(changes: Iterable[Change | None]) -> tuple[Change, ...]:
    found = [change for change in changes if change is not None]
    return tuple(sorted(found, key=lambda c: (ORDER.index(c.what), c.day, c.act.file, c.act.n, c.act.id)))


def why(change: Change) -> str:
    """What is different, in Dutch: 'verlopen → voldaan, brief van 2024-09-17; deadline_end: 2023-06-20 → 2023-11-30'."""
    parts = []
    before, after = change.before, change.after
    if before and after and before.status != after.status:
        by = f", brief van {after.by.date}" if after.by else ""
        moved = f" (nu {after.by.new})" if after.by and after.by.new else ""
        parts.append(f"{before.status} → {after.status}{moved}{by}")
    elif before and after is None:
        parts.append("niet meer in het register")
    return "; ".join((*parts, *change.fields))
