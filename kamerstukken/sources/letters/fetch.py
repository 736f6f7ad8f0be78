"""Fetch letters: ask what is new, download what is meant, keep what is good, try the rest again next time."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

import msgspec

from kamerstukken.errors import SourceError
from kamerstukken.sources.http import Client, download
from kamerstukken.sources.letters.koop import by_koop
from kamerstukken.sources.letters.tweedekamer import by_odata, by_syncfeed
from kamerstukken.sources.letters.wanted import Find, Found, Wanted
from kamerstukken.sources.manifest import Entry, Manifest
from kamerstukken.sources.services import Via
from kamerstukken.sources.validators import Validators

log = logging.getLogger(__name__)

What = Literal["page", "new", "changed", "same", "failed", "no pdf", "withdrawn", "would"]

FIND: dict[Via, Find] = {
    "odata": by_odata("odata"),
    "odata_v4": by_odata("odata_v4"),
    "syncfeed": by_syncfeed,
    "koop": by_koop,
}
"""Way in to how letters are found there."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened: a page asked for, or what became of a letter. `detail` is an address or a reason."""

    what: What
    entry: Entry | None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Summary:
    """How many letters were found, new, changed, the same as before, failed, withdrawn; `stopped` says why it ended early.

    `no_pdf` are letters that the service has as another kind of file; they stand in the manifest.
    """

    found: int = 0
    new: int = 0
    changed: int = 0
    same: int = 0
    failed: int = 0
    withdrawn: int = 0
    no_pdf: int = 0
    would: int = 0
    bytes: int = 0
    requests: int = 0
    problems: tuple[tuple[str, str], ...] = ()
    stopped: str | None = None


Watch = Callable[[Event], None]


@dataclass(slots=True)
class _Tally:
    """What is counted on the way."""

    counts: dict[str, int] = field(default_factory=dict)
    problems: list[tuple[str, str]] = field(default_factory=list)
    bytes: int = 0

    def add(self, event: Event) -> None:
        self.counts[event.what] = self.counts.get(event.what, 0) + 1
        if event.entry and event.what in ("new", "changed"):
            self.bytes += event.entry.bytes or 0
        if event.entry and event.what == "failed":
            self.problems.append((event.entry.id, event.detail))


def fetch_letters(
    client: Client,
    wanted: Wanted,
    folder: Path,
    *,
    via: Via = "odata",
    dry_run: bool = False,
    again: bool = False,
    watch: Watch = lambda event: None,
) -> Summary:
    """Bring a folder up to date with what a service has; `again` asks for all, not only for what is new.

    A letter that cannot be had is noted in the manifest and tried again next time. Raises BadInput where the
    folder or a setting is at fault; a service that gives up is told in the summary, and what is good is kept.
    """
    manifest = Manifest(folder)
    tally = _Tally()
    stopped = None
    try:
        for event in _events(client, wanted, manifest, via, dry_run, again):
            tally.add(event)
            watch(event)
    except SourceError as error:
        stopped = str(error)
    finally:
        if not dry_run:
            manifest.settle()
    counts = {
        name.replace(" ", "_"): tally.counts.get(name, 0)
        for name in ("new", "changed", "same", "failed", "no pdf", "withdrawn", "would")
    }
    summary = Summary(
        **counts, bytes=tally.bytes, requests=client.requests, problems=tuple(tally.problems), stopped=stopped
    )
    return replace(summary, found=sum(counts.values()) - counts["withdrawn"])


def _events(
    client: Client, wanted: Wanted, manifest: Manifest, via: Via, dry_run: bool, again: bool
) -> Iterator[Event]:
    """Everything that happens, in order. A page's mark is kept when all its letters are dealt with."""
    question = wanted.question(via)
    mark = None if again else manifest.mark(question)
    tried: set[str] = set()
    for found in FIND[via](client, wanted, mark):
        yield Event("page", None, found.address)
        for entry in found.letters:
            tried.add(entry.key)
            yield _would(manifest, entry) if dry_run else _dealt_with(client, manifest, entry)
        yield from () if dry_run else _withdrawn(manifest, found)
        if found.mark and not dry_run:
            manifest.set_mark(question, found.mark)
    for entry in [e for e in manifest.entries.values() if e.problem and _is_pdf(e) and e.key not in tried]:
        yield _would(manifest, entry) if dry_run else _dealt_with(client, manifest, entry)


def _is_pdf(entry: Entry) -> bool:
    """Whether the service has it as PDF, or does not say as what."""
    return entry.media is None or "pdf" in entry.media.lower()


def _would(manifest: Manifest, entry: Entry) -> Event:
    known = manifest.entries.get(entry.key)
    if known and _is_current(manifest, known, entry):
        return Event("same", known)
    if not _is_pdf(entry):
        return Event("no pdf", entry, f"{entry.media}: {entry.url}")
    return Event("would", entry, entry.url)


def _dealt_with(client: Client, manifest: Manifest, entry: Entry) -> Event:
    known = manifest.entries.get(entry.key)
    if known and _is_current(manifest, known, entry):
        return Event("same", known)
    if not _is_pdf(entry):
        manifest.keep(
            msgspec.structs.replace(entry, problem=f"the service has it as {entry.media}, not as PDF")
        )
        return Event("no pdf", entry, f"{entry.media}: {entry.url}")
    entry = msgspec.structs.replace(entry, file=known.file if known else entry.file, problem=None)
    version = known.version if known and _is_whole(manifest, known) else None
    try:
        event = _downloaded(client, manifest, entry, known, version)
    except SourceError as error:
        event = Event("failed", _failed(entry, known, str(error)), str(error))
    if event.entry:
        manifest.keep(event.entry)
    return event


def _downloaded(
    client: Client, manifest: Manifest, entry: Entry, known: Entry | None, version: Validators | None
) -> Event:
    result = download(client, entry.url, manifest.folder / entry.file, version)
    if result is None and known:
        kept = msgspec.structs.replace(entry, sha256=known.sha256, bytes=known.bytes, version=known.version)
        return Event("same", kept)
    if result is None:
        raise SourceError(
            f"{entry.url}: the service says 'not modified' of a file that is not here; try again"
        )
    new = msgspec.structs.replace(entry, sha256=result.sha256, bytes=result.bytes, version=result.validators)
    same = known is not None and known.sha256 == result.sha256
    return Event("same" if same else "changed" if known and known.sha256 else "new", new)


def _failed(entry: Entry, known: Entry | None, problem: str) -> Entry:
    """The entry with its problem; an older version of the file stays valid."""
    if known and known.sha256:
        return msgspec.structs.replace(known, problem=problem)
    return msgspec.structs.replace(entry, problem=problem)


def _is_current(manifest: Manifest, known: Entry, entry: Entry) -> bool:
    """Whether nothing is to be done: no problem, the service has changed nothing, and the file is whole."""
    unchanged = not known.problem and known.changed is not None and known.changed == entry.changed
    return unchanged and _is_whole(manifest, known)


def _is_whole(manifest: Manifest, known: Entry) -> bool:
    """Whether the file that the manifest tells of lies there, byte for byte."""
    path = manifest.folder / known.file
    try:
        if known.sha256 is None or path.stat().st_size != known.bytes:
            return False
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == known.sha256
    except OSError:
        return False


def _withdrawn(manifest: Manifest, found: Found) -> Iterator[Event]:
    """Letters that the service has removed: the file stays, the manifest says it."""
    for key in found.withdrawn:
        known = manifest.entries.get(key)
        if known and not known.withdrawn:
            gone = msgspec.structs.replace(known, withdrawn=True)
            manifest.keep(gone)
            yield Event("withdrawn", gone)
