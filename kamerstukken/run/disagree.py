"""Where a letter prints something else than its manifest says: told beside the outputs, for a person to judge."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import msgspec

from kamerstukken.export import beside
from kamerstukken.language.offices import norm_ministry
from kamerstukken.model import Metadata
from kamerstukken.register import Register
from kamerstukken.run.corpus import Corpus
from kamerstukken.run.known import entry_of
from kamerstukken.sources.manifest import Entry

FILE = "disagreements.jsonl"

WORD = re.compile(r"\w{4,}")

SHARED = 1 / 3
"""Subjects with fewer of the shorter one's words in common are of two letters: services shorten and reword."""


class Disagreement(msgspec.Struct, frozen=True):
    """One field of one letter. The outputs keep what is `printed`."""

    file: str
    letter: str
    field: str
    printed: str
    manifest: str


def write_disagreements(register: Register, corpus: Corpus, out: Path) -> int:
    """Write disagreements.jsonl where the letters have manifests; gives the number of letters it tells of."""
    known = {entry.sha256: entry for file in corpus.files if file.known and (entry := entry_of(file.path))}
    if not known:
        (out / FILE).unlink(missing_ok=True)
        return 0
    found = [
        Disagreement(document.file, document.id, *said)
        for document in register.documents()
        if (entry := known.get(document.sha256))
        for said in disagreements(document.metadata.printed, entry)
    ]
    with beside(out / FILE) as path:
        path.write_bytes(b"".join(msgspec.json.encode(row) + b"\n" for row in found))
    return len({row.letter for row in found})


def disagreements(printed: Metadata, entry: Entry) -> Iterator[tuple[str, str, str]]:
    """Field, what the letter prints, what the manifest says; only where both say something and it is not the same."""
    for field, same in FIELDS.items():
        ours, theirs = getattr(printed, field), getattr(entry, field)
        if ours and theirs and not same(ours, theirs):
            yield field, _shown(ours), _shown(theirs)
    if printed.number and entry.kamerstuk and printed.number != entry.number:
        yield "number", printed.number, entry.number or ""
    if entry.withdrawn:
        yield "withdrawn", "", "the service has removed it"


def _same_ministry(ours: str, theirs: str) -> bool:
    one, other = norm_ministry(ours), norm_ministry(theirs)
    return one == other if one and other else _plain(ours) == _plain(theirs)


def _same_subject(ours: str, theirs: str) -> bool:
    one, other = (set(WORD.findall(text.casefold())) for text in (ours, theirs))
    return len(one & other) >= SHARED * min(len(one), len(other))


def _same_kenmerk(ours: str, theirs: str) -> bool:
    one, other = _plain(ours), _plain(theirs)
    return one in other or other in one


def _overlap(ours: Iterable[str], theirs: Iterable[str]) -> bool:
    return bool(set(ours) & set(theirs))


def _plain(text: str) -> str:
    return re.sub(r"\W", "", text).casefold()


def _shown(value: str | tuple[str, ...]) -> str:
    return value if isinstance(value, str) else ", ".join(value)


def _equal(ours: str, theirs: str) -> bool:
    return ours == theirs


FIELDS: dict[str, Callable[..., bool]] = {
    "date": _equal,
    "subject": _same_subject,
    "ministry": _same_ministry,
    "kenmerk": _same_kenmerk,
    "session": _equal,
    "dossiers": _overlap,
}
"""Field to what counts as the same in it."""
