"""Decisions taken, undone and carried over: each one transaction, safe with several reviewers at once."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from kamerstukken.errors import BadInput, DecisionConflict
from kamerstukken.model import Analysis, Commitment, Decision, Verb
from kamerstukken.register import database
from kamerstukken.register.decisions.fold import Standing
from kamerstukken.register.decisions.place import overlapping
from kamerstukken.register.decisions.rows import (
    complete_keys,
    insert_decision,
    judged,
    lacks_keys,
    letters_of,
    select_decisions,
    settle_keys,
    standings,
)
from kamerstukken.register.read import read_analysis

if TYPE_CHECKING:
    import sqlite3

    from kamerstukken.register.store import Register


@dataclass(frozen=True, slots=True)
class Step:
    """What a reviewer wants: to take the acts `rows` of a letter and leave the acts `now` (see `Decision`).

    `seen` says for each row which decision the reviewer saw standing on it, '' for none.
    """

    verb: Verb
    letter: str
    reviewer: str
    rows: tuple[str, ...] = ()
    now: tuple[Commitment, ...] = ()
    why: str | None = None
    seen: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of decisions from elsewhere: how many were new, known already, and about letters not in the register."""

    new: int = 0
    known: int = 0
    elsewhere: int = 0


class Decisions:
    """The decisions of a register that is open for writing (`Register.writable`)."""

    def __init__(self, register: Register) -> None:
        self._connection: sqlite3.Connection = register._connection
        self._path = register.path
        if lacks_keys(self._connection):
            with database.transaction(self._connection, self._path):
                complete_keys(self._connection)

    def all(self, *, letter: str | None = None) -> Iterator[Decision]:
        """All decisions in the order they were made, undone ones too; or those on one letter."""
        query = "?1 IS NULL OR key IN (SELECT key FROM letter_keys WHERE letter = ?1)"
        with database.explained(self._path):
            yield from select_decisions(self._connection, query, letter)

    def decide(self, step: Step) -> Decision:
        """Keep a reviewer's step.

        Raises DecisionConflict where someone decided on a row after the reviewer looked, BadInput where the letter or
        a row is not there.
        """
        with database.transaction(self._connection, self._path) as connection:
            found = self._letter(step.letter)
            acts = {one.act.id: replace(one.act, review=None) for one in judged(connection, found)}
            standing = standings(connection, step.letter)
            _check(step, acts, standing)
            decision = self._decision(step, found, acts)
            insert_decision(connection, decision)
            settle_keys(connection, {decision.key})
            return decision

    def undo(self, reviewer: str) -> Decision:
        """Take back the reviewer's last decision that stands; gives the decision that does so.

        Raises BadInput where there is none, DecisionConflict where someone built on it.
        """
        with database.transaction(self._connection, self._path) as connection:
            last = self._last_of(reviewer)
            for letter in letters_of(connection, last.key):
                _check_untouched(last, standings(connection, letter))
            decision = replace(
                last, id=uuid.uuid4().hex, at=self._now(), verb="undo", was=last.now, now=last.was,
                why=None, base=(last.id,), undoes=last.id,
            )  # fmt: skip
            insert_decision(connection, decision)
            settle_keys(connection, {decision.key})
            return decision

    def take(self, decisions: Iterable[Decision]) -> Taken:
        """Add decisions made on another register, as they are; those that are here already are left alone."""
        new = known = elsewhere = 0
        keys = set()
        with database.transaction(self._connection, self._path) as connection:
            for decision in decisions:
                if connection.execute("SELECT 1 FROM decisions WHERE id = ?", (decision.id,)).fetchone():
                    known += 1
                    continue
                insert_decision(connection, decision)
                keys.add(decision.key)
                new += 1
                elsewhere += not letters_of(connection, decision.key)
            settle_keys(connection, keys)
        return Taken(new, known, elsewhere)

    def _letter(self, letter: str) -> Analysis:
        found = read_analysis(self._connection, letter)
        if found is None:
            raise BadInput(
                f"{self._path}: holds no letter {letter}; it may have been read anew, load the list again"
            )
        return found

    def _decision(self, step: Step, found: Analysis, acts: Mapping[str, Commitment]) -> Decision:
        now = tuple(replace(act, review=None) for act in step.now)
        ids = {act.id for act in now} | set(step.rows)
        others = (act for act in acts.values() if act.id not in ids)
        was = tuple(acts[row] for row in step.rows)
        return Decision(
            id=uuid.uuid4().hex,
            at=self._now(),
            reviewer=step.reviewer,
            verb=step.verb,
            key=found.document.key,
            letter=step.letter,
            file=found.document.file,
            was=was,
            now=now,
            why=step.why or None,
            base=tuple(sorted({seen for seen in step.seen.values() if seen})),
            beside=tuple(sorted(set(overlapping((act.quote for act in (*was, *now)), others)))),
        )

    def _now(self) -> str:
        """The time, later than that of every decision here: their order is their meaning."""
        last = self._connection.execute("SELECT max(at) FROM decisions").fetchone()[0]
        now = datetime.now(UTC)
        if last:
            now = max(now, datetime.fromisoformat(last) + timedelta(microseconds=1))
        return now.isoformat(timespec="microseconds")

    def _last_of(self, reviewer: str) -> Decision:
        query = (
            "SELECT id FROM decisions WHERE reviewer = ? AND verb <> 'undo'"
            " AND id NOT IN (SELECT undoes FROM decisions WHERE undoes IS NOT NULL) ORDER BY at DESC LIMIT 1"
        )
        found = self._connection.execute(query, (reviewer,)).fetchone()
        if found is None:
            raise BadInput("er is geen oordeel van u om terug te nemen")
        return next(select_decisions(self._connection, "id = ?", *found))


def _check(step: Step, acts: Mapping[str, Commitment], standing: Mapping[str, Standing]) -> None:
    for row in step.rows:
        if row not in acts:
            raise BadInput(f"rij {row} staat niet meer in deze brief; laad de lijst opnieuw")
        head = standing[row].decision if row in standing else None
        if step.seen.get(row, "") != (head.id if head else ""):
            who = (
                f"{head.reviewer} heeft intussen over deze rij beslist"
                if head
                else "het oordeel is intussen teruggenomen"
            )
            raise DecisionConflict(f"{who}; kijk eerst wat er nu staat")


def _check_untouched(decision: Decision, standing: Mapping[str, Standing]) -> None:
    for act in (*decision.was, *decision.now):
        head = standing.get(act.id)
        if head is not None and head.decision.id != decision.id:
            raise DecisionConflict(
                f"{head.decision.reviewer} heeft na u over deze rij beslist; neem dat eerst terug"
            )
