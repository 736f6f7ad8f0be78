"""What reviewers made of acts, for questions that are put to the found acts: own ones, and found ones that rest on other papers now."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

import msgspec

from kamerstukken.model import Commitment


@dataclass(frozen=True, slots=True)
class DecidedAct:
    """A listed act as decided, with what its letter's head says; `n` is the found act's number, None for an own one."""

    act: Commitment
    n: int | None
    date: str | None
    file: str
    ministry: str | None
    subject: str | None


def own_acts(connection: sqlite3.Connection) -> tuple[DecidedAct, ...]:
    """The acts that reviewers added, in corpus order."""
    return tuple(_acts(connection, "r.n IS NULL"))


def moved_acts(connection: sqlite3.Connection) -> dict[tuple[str, int], Commitment]:
    """Found acts that a reviewer changed, by letter and number."""
    found = _acts(connection, "r.n IS NOT NULL AND r.oordeel NOT IN ('akkoord', 'afgewezen', 'samengevoegd')")
    return {(one.act.letter, one.n): one.act for one in found if one.n is not None}


def _acts(connection: sqlite3.Connection, where: str) -> Iterator[DecidedAct]:
    query = (
        "SELECT r.act, r.n, l.date, l.file, l.ministry, l.subject FROM reviews AS r JOIN letters AS l ON l.id = r.letter"
        f" WHERE r.listed AND {where} ORDER BY l.file, l.id, r.start, r.row"
    )
    for text, *rest in connection.execute(query):
        yield DecidedAct(msgspec.json.decode(text, type=Commitment), *rest)
