"""manifest.jsonl beside the letters: what the service says of each, where it came from, and how far it was asked.

A line a letter, appended as soon as its file is in place; the last line of a key holds. `settle` writes it anew,
sorted, each key once. A torn last line (a crash) costs that line alone.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import msgspec

from kamerstukken.errors import BadInput
from kamerstukken.sources.validators import Validators

MANIFEST = "manifest.jsonl"
MARKS = "manifest.marks.json"


class Entry(msgspec.Struct, frozen=True, omit_defaults=True):
    """One letter. `key` is the service's own key, `id` the official id, else the document's number.

    `file` is relative to the manifest's folder; `sha256` is None until it lies there, `problem` says why it does not.
    `media` is the kind of file that the service has. `changed` is the service's moment of the last change, `dossiers` are as in documents.jsonl ('36600-XVI').
    """

    key: str
    id: str
    source: str
    url: str
    file: str = ""
    sha256: str | None = None
    bytes: int | None = None
    document: str | None = None
    kamerstuk: str | None = None
    kind: str | None = None
    date: str | None = None
    subject: str | None = None
    ministry: str | None = None
    signatories: tuple[tuple[str, str], ...] = ()
    session: str | None = None
    dossiers: tuple[str, ...] = ()
    dossier_titles: tuple[str, ...] = ()
    number: str | None = None
    kenmerk: str | None = None
    zaaknummers: tuple[str, ...] = ()
    changed: str | None = None
    version: Validators = Validators()
    media: str | None = None
    problem: str | None = None
    withdrawn: bool = False


class Manifest:
    """The manifest of a folder, in memory and on disk."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path = folder / MANIFEST
        self.entries: dict[str, Entry] = {entry.key: entry for entry in read_entries(self.path)}
        self._marks = _read_marks(folder / MARKS)

    def keep(self, entry: Entry) -> None:
        """Take an entry up, on disk at once."""
        self.entries[entry.key] = entry
        if not _ends_with_newline(self.path):
            self.settle()  # a crash tore the last line
            return
        with _writable(self.path):
            self.folder.mkdir(parents=True, exist_ok=True)
            with self.path.open("ab") as file:
                file.write(msgspec.json.encode(entry) + b"\n")

    def mark(self, question: str) -> str | None:
        """Up to which change a question has been answered."""
        return self._marks.get(question)

    def set_mark(self, question: str, mark: str) -> None:
        """Remember it, on disk at once."""
        self._marks[question] = mark
        self._write(
            self.folder / MARKS, msgspec.json.format(msgspec.json.encode(self._marks, order="sorted"))
        )

    def settle(self) -> None:
        """Write the manifest anew: each letter once, by date and id."""
        if self.entries:
            rows = sorted(self.entries.values(), key=lambda e: (e.date or "", e.id, e.key))
            self._write(self.path, b"".join(msgspec.json.encode(row) + b"\n" for row in rows))

    def _write(self, path: Path, content: bytes) -> None:
        with _writable(path):
            self.folder.mkdir(parents=True, exist_ok=True)
            beside = path.with_name(path.name + ".new")
            with beside.open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            beside.replace(path)


def read_entries(path: Path) -> tuple[Entry, ...]:
    """The entries of a manifest's file, none where there is no file.

    Raises BadInput, naming file and line, where a line that is not the last is no entry.
    """
    try:
        lines = path.read_bytes().splitlines(keepends=True)
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise BadInput(f"{path}: the manifest cannot be read ({error.strerror})") from error
    return tuple(_entries(path, lines))


def _entries(path: Path, lines: list[bytes]) -> Iterable[Entry]:
    decoder = msgspec.json.Decoder(Entry)
    for number, line in enumerate(lines, 1):
        try:
            if line.strip():
                yield decoder.decode(line)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            if not line.endswith(b"\n"):
                return
            raise BadInput(
                f"{path}, line {number}: no entry of a manifest ({error}); mend or remove the line, or fetch into a new folder"
            ) from error


def _read_marks(path: Path) -> dict[str, str]:
    try:
        return msgspec.json.decode(path.read_bytes(), type=dict[str, str])
    except FileNotFoundError:
        return {}
    except (OSError, msgspec.DecodeError) as error:
        raise BadInput(
            f"{path}: cannot be read ({error}); remove it, and everything is asked for again"
        ) from error


def _ends_with_newline(path: Path) -> bool:
    """True also where there is nothing yet."""
    if not path.is_file() or path.stat().st_size == 0:
        return True
    with path.open("rb") as file:
        file.seek(-1, os.SEEK_END)
        return file.read(1) == b"\n"


class _writable:
    """The disk's errors as BadInput."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, OSError):
            raise BadInput(
                f"{self._path}: cannot be written ({error.strerror}); make room, or name another --to"
            ) from error
