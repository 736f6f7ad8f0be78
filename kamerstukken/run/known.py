"""What the manifests beside the letters say of them: it fills what a letter does not print, and is held against what it prints."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path

from kamerstukken.model import Metadata, Signatory
from kamerstukken.recipe import Recipe
from kamerstukken.sources.manifest import MANIFEST, Entry, read_entries


def known_of(file: Path) -> Metadata | None:
    """What manifest.jsonl in the same folder says of a file; None where there is none, or it tells of other bytes.

    Raises BadInput, naming the line, where the manifest is spoiled.
    """
    entry = entry_of(file)
    return metadata_of(entry) if entry else None


def entry_of(file: Path) -> Entry | None:
    """The manifest's entry for a file of that name and length."""
    manifest = file.parent / MANIFEST
    try:
        entry = _entries(manifest, manifest.stat().st_mtime_ns).get(file.name)
        return entry if entry and entry.bytes == file.stat().st_size else None
    except OSError:
        return None


@lru_cache(maxsize=64)
def _entries(manifest: Path, changed: int) -> dict[str, Entry]:
    """Read once a folder and version of the manifest (`changed`)."""
    return {entry.file: entry for entry in read_entries(manifest) if entry.sha256}


def metadata_of(entry: Entry) -> Metadata:
    """An entry as a letter's metadata. The number of an answer to questions is no number within a dossier."""
    return Metadata(
        date=entry.date,
        subject=entry.subject,
        ministry=entry.ministry,
        kenmerk=entry.kenmerk,
        signatories=tuple(Signatory(name or None, role or None) for name, role in entry.signatories),
        session=entry.session,
        dossiers=entry.dossiers,
        number=entry.number if entry.kamerstuk else None,
        document=entry.document,
        zaaknummers=entry.zaaknummers,
    )


def made_by(recipe: Recipe, known: Metadata | None) -> str:
    """What the register keeps beside a letter: where recipe, version or manifest say something else, it is read again."""
    if known is None:
        return recipe.made_by
    return f"{recipe.made_by}+{hashlib.sha256(repr(known).encode()).hexdigest()[:8]}"
