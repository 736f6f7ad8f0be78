"""Which letters are meant, and what a service's page of them is."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from kamerstukken.sources.manifest import Entry

if TYPE_CHECKING:
    from kamerstukken.sources.http import Client


@dataclass(frozen=True, slots=True)
class Wanted:
    """Letters from `since` to `until` (ISO days, both inclusive) of any of the ministries, dossiers and kinds.

    `ministries` are names or abbreviations ('VWS'), `dossiers` '36600-XVI', `query` words of the subject, `kinds` the
    Kamer's 'soort'; empty means all (of kinds: those of letters by the government).
    """

    since: str
    until: str | None = None
    ministries: tuple[str, ...] = ()
    dossiers: tuple[str, ...] = ()
    query: str | None = None
    kinds: tuple[str, ...] = ()

    def question(self, via: str) -> str:
        """A name for this very question, under which it is kept how far it was answered."""
        said = msgspec.json.encode(
            (via, self.since, self.until, self.ministries, self.dossiers, self.query, self.kinds)
        )
        return f"{via} {hashlib.sha256(said).hexdigest()[:16]}"


@dataclass(frozen=True, slots=True)
class Found:
    """A page of letters, `withdrawn` keys of removed ones, and the mark up to which the question is now answered."""

    address: str
    letters: tuple[Entry, ...]
    mark: str | None
    withdrawn: tuple[str, ...] = ()


Find = Callable[["Client", Wanted, str | None], Iterator[Found]]
"""What each way in offers: client, what is wanted, how far it was answered before."""
