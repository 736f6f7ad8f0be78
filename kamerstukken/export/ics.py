"""iCalendar: deadlines.ics, an event a deadline with its certainty and alarms; written again it updates what changed.

An event keeps its UID over runs. Where deadlines.ics lies in the folder already, an event that changed gets the next
SEQUENCE and one whose act is gone, done or without a deadline is cancelled, so that calendars follow. A cancelled
event is kept in the file: a calendar that missed an update still learns of it.
"""

from __future__ import annotations

from pathlib import Path
from typing import cast

from icalendar import Calendar, Event

from kamerstukken.errors import BadInput
from kamerstukken.export._parts.beside import beside
from kamerstukken.export._parts.events import cancelled, events_of
from kamerstukken.register import Register

PRODUCT = "-//kamerstukken//deadlines//NL"
STEADY = ("SEQUENCE", "DTSTAMP")
"""What is not content: two events that differ in these alone are the same."""


def write(register: Register, folder: Path) -> None:
    """Write deadlines.ics. Raises BadInput where the file that lies there is no calendar."""
    path = folder / "deadlines.ics"
    before = _before(path)
    now = {str(event["UID"]): event for event in events_of(register, folder)}
    calendar = Calendar()
    calendar.add("PRODID", PRODUCT)
    calendar.add("VERSION", "2.0")
    calendar.add("METHOD", "PUBLISH")
    calendar.add("NAME", "Toezeggingen aan de Kamer")
    calendar.add("X-WR-CALNAME", "Toezeggingen aan de Kamer")
    for uid in sorted(now.keys() | before.keys()):
        event = now.get(uid) or cancelled(before[uid])
        calendar.add_component(_numbered(event, before.get(uid)))
    with beside(path) as draft:
        draft.write_bytes(calendar.to_ical())


def _before(path: Path) -> dict[str, Event]:
    if not path.exists():
        return {}
    try:
        calendar = Calendar.from_ical(path.read_bytes())
        return {str(event["UID"]): cast(Event, event) for event in calendar.walk("VEVENT")}
    except (ValueError, KeyError, OSError) as error:
        raise BadInput(f"{path}: no calendar that can be updated ({error}); move it away") from error


def _numbered(event: Event, before: Event | None) -> Event:
    """The event with the sequence number by which calendars take it for newer than before, where it is."""
    if before is not None:
        number = int(before.get("SEQUENCE", 0))
        event["SEQUENCE"] = number + (_content(event) != _content(before))
    return event


def _content(event: Event) -> tuple[bytes, ...]:
    lines = event.to_ical().splitlines()
    return tuple(line for line in lines if not line.startswith(tuple(name.encode() for name in STEADY)))
