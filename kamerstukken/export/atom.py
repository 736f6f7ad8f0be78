"""Atom: changes.atom, a feed of what letters promised, moved, kept and dropped, the latest first."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from kamerstukken.errors import BadInput
from kamerstukken.export._parts.beside import beside
from kamerstukken.export._parts.xml import xml_text
from kamerstukken.link.changes import Change, changes_since, why
from kamerstukken.register import Register

ENTRIES = 200
"""So many entries a feed holds at most, the latest."""

DAYS = 92
"""The export tells of the last quarter before the youngest letter; the clock is not asked."""

NAMESPACE = "urn:kamerstukken"


def write(register: Register, folder: Path, *, days: int = DAYS) -> None:
    """Write changes.atom: what changed in the last `days` days before the youngest letter."""
    last = register.lookup.youngest_day()
    changes: tuple[Change, ...] = ()
    if last is not None:
        until = date.fromisoformat(last)
        changes = changes_since(register, until - timedelta(days=days), until)
    feed = feed_of(changes, title="Toezeggingen en maatregelen")
    with beside(folder / "changes.atom") as path:
        path.write_bytes(feed)


def write_feed(feed: bytes, path: Path) -> None:
    """Write a feed to a file. Raises BadInput where it cannot be written."""
    try:
        path.write_bytes(feed)
    except OSError as error:
        raise BadInput(f"{path}: cannot be written ({error.strerror}); name another file") from error


def feed_of(changes: Iterable[Change], *, title: str) -> bytes:
    """The feed (RFC 4287). Each change has an id of its own that stays, so that a reader shows it once."""
    from feedgen.feed import FeedGenerator

    latest = sorted(changes, key=lambda c: (c.day, c.act.id, c.what), reverse=True)[:ENTRIES]
    feed = FeedGenerator()
    feed.id(f"{NAMESPACE}:changes")
    feed.title(xml_text(title))
    feed.author({"name": "kamerstukken"})
    feed.language("nl")
    feed.updated(_moment(latest[0].day if latest else ""))
    for change in latest:
        _add(feed.add_entry(order="append"), change)
    return bytes(feed.atom_str(pretty=True))


def _add(entry: object, change: Change) -> None:
    act = change.act
    after = change.after.status if change.after else "weg"
    entry.id(f"{NAMESPACE}:{act.id}:{change.what}:{after}:{change.day}")  # type: ignore[attr-defined]
    entry.title(xml_text(f"{change.what}: {act.action}"))  # type: ignore[attr-defined]
    entry.updated(_moment(change.day))  # type: ignore[attr-defined]
    entry.category({"term": change.what})  # type: ignore[attr-defined]
    facts = [act.actor, f"termijn t/m {act.deadline_end}" if act.deadline_end else None, why(change)]
    where = f"“{act.quote}” ({act.subject or act.file}, {act.date or 'zonder datum'}, p{act.page})"
    text = " · ".join(fact for fact in facts if fact)
    entry.content(xml_text(f"{text}\n{where}" if text else where), type="text")  # type: ignore[attr-defined]


def _moment(day: str) -> datetime:
    """A letter's day as the moment that Atom asks for; where it has none, the first day that can be told."""
    return datetime.combine(date.fromisoformat(day or "1970-01-01"), datetime.min.time(), UTC)
