"""Which files a run is about: files and folders as the user names them, each file once, in corpus order (by name)."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from kamerstukken.errors import BadInput
from kamerstukken.model import Metadata
from kamerstukken.register import shown
from kamerstukken.run.known import known_of


@dataclass(frozen=True, slots=True)
class LetterFile:
    """A file to read. `name` is what people see: its path within the folder they named, else its file name.

    `known` is what the manifest beside it says of the letter.
    """

    path: Path
    name: str
    known: Metadata | None = None


@dataclass(frozen=True, slots=True)
class Corpus:
    """The files of a run, and the folders that were named: what is gone from these is to be forgotten."""

    files: tuple[LetterFile, ...]
    folders: tuple[Path, ...] = ()

    def __len__(self) -> int:
        return len(self.files)


def find_letters(named: Iterable[Path], *, empty: bool = False) -> Corpus:
    """The files that a user means: a file as it is, a folder's PDFs at any depth.

    Raises BadInput where a name does not exist, nothing is found (unless it may be `empty`), or a manifest beside the letters is spoiled.
    """
    found: dict[Path, LetterFile] = {}
    folders: list[Path] = []
    for name in named:
        path = Path(os.path.abspath(name))  # noqa: PTH100  (normalised, but links are not followed)
        if path.is_dir():
            folders.append(path)
            for file in _pdfs(path):
                found.setdefault(file, LetterFile(file, shown(file.relative_to(path).as_posix())))
        elif path.is_file():
            found.setdefault(path, LetterFile(path, shown(path.name)))
        else:
            raise BadInput(f"{shown(str(name))}: no such file or folder")
    if not found and not empty:
        places = ", ".join(shown(str(folder)) for folder in folders) or "nothing"
        raise BadInput(f"{places}: holds no PDF; name PDF files, or folders that hold some")
    files = (replace(file, known=known_of(file.path)) for file in _distinct(found.values()))
    return Corpus(tuple(sorted(files, key=lambda f: (f.name, str(f.path)))), tuple(folders))


def _pdfs(folder: Path) -> Iterator[Path]:
    """A folder's PDFs; hidden files ('._x.pdf' of macOS) are not meant. A folder that cannot be opened stands for itself.

    A name that leads nowhere (a broken link) is kept: reading it gives a failure that says so.
    """
    closed: list[Path] = []
    for here, _, names in os.walk(folder, onerror=lambda error: closed.append(Path(error.filename))):
        for name in names:
            path = Path(here, name)
            wanted = name.lower().endswith(".pdf") and not name.startswith(".")
            if wanted and (path.is_file() or path.is_symlink()):
                yield path
    yield from closed


def _distinct(files: Iterable[LetterFile]) -> Iterator[LetterFile]:
    """Equal names in different folders become the paths from the folder that they share."""
    by_name: dict[str, list[LetterFile]] = defaultdict(list)
    for file in files:
        by_name[file.name].append(file)
    for same in by_name.values():
        if len(same) == 1:
            yield same[0]
            continue
        shared = _shared_folder([file.path for file in same])
        for file in same:
            yield LetterFile(file.path, shown(os.path.relpath(file.path, shared).replace(os.sep, "/")))


def _shared_folder(paths: list[Path]) -> Path:
    try:
        return Path(os.path.commonpath(paths))
    except ValueError:  # Windows: on different drives
        return Path(paths[0].anchor)
