"""Deadlines as events of a calendar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import cast

from icalendar import Alarm, Event, vRecur

from kamerstukken.export._parts.dutch import dutch_day
from kamerstukken.export._parts.xml import xml_text
from kamerstukken.register import Register, lists
from kamerstukken.register.rows import CommitmentRow

DAYS_BEFORE = (14, 2)
"""When alarms go off; only for a deadline that is exact."""

OVER = ("voldaan", "vervallen", "gewijzigd")
"""Stands with nothing left to wait for; a deadline that moved is an event of the act that moved it."""

CERTAINTY = {
    "exact": "De brief noemt deze termijn.",
    "vaag": "De brief is vaag over de termijn; de dag is een uitleg.",
    "gebeurtenis": "De termijn hangt aan een gebeurtenis; de dag is een schatting.",
}


def events_of(register: Register, folder: Path) -> Iterator[Event]:
    """An event for every act that is not done, dropped or moved and has a last day; of two versions of a letter the later one counts."""
    newest: dict[str, CommitmentRow] = {}
    for act in lists.commitments(register):
        if act.status == "afgerond" or act.stand in OVER or _day(act.deadline_end) is None:
            continue
        other = newest.get(act.id)
        if other is None or (other.letter_date or "") <= (act.letter_date or ""):
            newest[act.id] = act
    return (_event(act) for _, act in sorted(newest.items()))


def cancelled(event: Event) -> Event:
    """A copy of an event that tells calendars to take it away; it rings no more."""
    copy = cast(Event, Event.from_ical(event.to_ical()))
    copy.subcomponents = []
    copy["STATUS"] = "CANCELLED"
    return copy


def _event(act: CommitmentRow) -> Event:
    day = _day(act.deadline_end)
    assert day is not None
    exact = act.deadline_certainty in (None, "exact")
    event = Event()
    event.add("UID", f"{act.id}@kamerstukken")
    event.add("DTSTAMP", _stamp(act))
    event.add("SEQUENCE", 0)
    event.add("DTSTART", day)
    event.add("DTEND", day + timedelta(days=1))
    event.add("SUMMARY", _clean(f"{'' if exact else '± '}{act.action}"))
    event.add("DESCRIPTION", _clean(_description(act)))
    event.add("CATEGORIES", [act.kind, f"termijn {act.deadline_certainty or 'exact'}"])
    event.add("STATUS", "CONFIRMED" if exact else "TENTATIVE")
    event.add("TRANSP", "TRANSPARENT")
    if rule := _recurrence(act.deadline_rrule):
        event.add("RRULE", rule)
    for before in DAYS_BEFORE if exact else ():
        event.add_component(_alarm(act, before))
    return event


def _description(act: CommitmentRow) -> str:
    lines = [
        f"“{act.quote}”",
        f"Termijn: {act.deadline_text}. {CERTAINTY.get(act.deadline_certainty or 'exact', '')}",
        f"Brief van {dutch_day(act.letter_date)}, blz. {act.page}: {act.subject or act.file} ({act.file})",
    ]
    if who := act.actor_norm or act.actor:
        lines.append(f"Wie: {who}")
    if act.addressee:
        lines.append(f"Voor: {act.addressee}")
    if act.ids:
        lines.append(f"Op grond van: {', '.join(act.ids)}")
    return "\n".join(lines)


def _alarm(act: CommitmentRow, before: int) -> Alarm:
    alarm = Alarm()
    alarm.add("ACTION", "DISPLAY")
    alarm.add("DESCRIPTION", _clean(f"Over {before} dagen: {act.action}"))
    alarm.add("TRIGGER", timedelta(days=-before))
    return alarm


def _stamp(act: CommitmentRow) -> datetime:
    """The letter's day, not the clock: the same register gives the same bytes."""
    day = _day(act.letter_date) or date(2000, 1, 1)
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def _recurrence(rule: str | None) -> vRecur | None:
    try:
        return vRecur.from_ical(rule) if rule else None
    except ValueError:
        return None


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def _clean(text: str) -> str:
    """Text without control characters, which a calendar cannot hold."""
    return "".join(c if c >= " " or c in "\n\t" else "\ufffd" for c in xml_text(text))
