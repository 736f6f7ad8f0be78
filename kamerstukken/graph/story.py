"""What a trace says in Dutch words: the same for the terminal, pages and pictures."""

from __future__ import annotations

from kamerstukken.graph.trace import Line, Trace
from kamerstukken.model import How, Link, Stand
from kamerstukken.register.acts import ActHead

HOW: dict[How, str] = {
    "herhaling": "herhaalt", "wijziging": "verzet", "nakoming": "komt na", "deels": "komt deels na",
    "vervallen": "laat vervallen", "overname": "neemt over", "verwijzing": "verwijst naar",
}  # fmt: skip

BECAME: dict[How, str] = {
    "herhaling": "herhaald", "wijziging": "verzet", "nakoming": "nagekomen", "deels": "deels nagekomen",
    "vervallen": "vervallen", "overname": "overgenomen", "verwijzing": "genoemd",
}  # fmt: skip

CERTAIN = 0.9
"""Proposals below this confidence are shown with it."""


def headline(trace: Trace) -> str:
    """What is traced and where it stands: 'motie … · afgedaan 2023-11-23 · 4 acties: 2 voldaan, 2 open'."""
    subject = trace.subject
    named = subject.label if subject.label.startswith(subject.type) else f"{subject.type} {subject.label}"
    parts = [named, f"stand op {trace.on.isoformat()}"]
    if trace.settled:
        last = trace.settled[-1]
        parts.append(f"{'deels ' if last.how == 'deels' else ''}afgedaan {last.date or ''}".strip())
    counted: dict[str, int] = {}
    for line in trace.acts:
        if line.stand:
            counted[line.stand.status] = counted.get(line.stand.status, 0) + 1
    if counted:
        parts.append(
            f"{sum(counted.values())} acties: " + ", ".join(f"{n} {name}" for name, n in counted.items())
        )
    elif subject.type == "motie":
        parts.append("zonder actie")
    return " · ".join(parts)


def stand_of(stand: Stand) -> str:
    """'voldaan sinds 2023-11-23'."""
    return stand.status + (
        f" sinds {stand.since}" if stand.since and stand.status not in ("open", "onbekend") else ""
    )


def of_whom(act: ActHead) -> str:
    """Who acts."""
    return act.actor or ""


def deadline_of(act: ActHead) -> str:
    """'termijn: voor de zomer (2023-06-20)'."""
    if not act.deadline_text:
        return ""
    days = " t/m ".join(dict.fromkeys(day for day in (act.deadline_start, act.deadline_end) if day))
    return f"termijn: {act.deadline_text}" + (f" ({days})" if days else "")


def tail(line: Line, trace: Trace) -> str:
    """What became of an act, and on which other paper it rests: '→ verzet in 2023-06-19 naar 2023-11-30'."""
    parts = []
    if line.act is not None:
        parts = [_became(k) for k in trace.said_of(line.act.id)]
    others = [id_ for id_ in line.about if id_ != trace.subject.id]
    if others:
        parts.append(f"op grond van {', '.join(others)}")
    if line.oral is not None:
        status = f" ({line.oral.status})" if line.oral.status else ""
        parts.append(f"toezeggingenregister {line.oral.number}{status}")
    return " · ".join(parts)


def _became(link: Link) -> str:
    moved = f" naar {link.new}" if link.how == "wijziging" and link.new else ""
    return f"→ {BECAME[link.how]} in brief van {link.date}{moved}"


def said(link: Link, trace: Trace) -> str:
    """What a sentence says of an earlier act or a motion: 'verzet van 2023-06-20 naar 2023-11-30: “…” (2023-03-14, p1)'."""
    verb = HOW[link.how]
    if link.type == "settles" and link.to_letter is None:
        verb = "noemt deels afgedaan" if link.how == "deels" else "noemt afgedaan"
    moved = f" van {link.old or '?'} naar {link.new or '?'}" if link.how == "wijziging" else ""
    what = (
        f"“{link.to_quote}” ({trace.day_of(link.to_letter)}, p{link.to_page})" if link.to_quote else link.to
    )
    sure = f" [{link.confidence:.2f}]" if link.confidence < CERTAIN else ""
    slip = " (uitstel)" if link.is_slip else ""
    return f"{verb}{moved}{slip}: {what}{sure}"
