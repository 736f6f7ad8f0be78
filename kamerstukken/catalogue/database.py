"""The catalogue's file: opened, and brought to the newest schema. A new version is one new file in `migrations/`."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib import resources
from pathlib import Path
from urllib.parse import quote

from kamerstukken.errors import CatalogueError

APPLICATION_ID = 0x4B636174
"""Marks an SQLite file as a catalogue ('Kcat')."""

PATIENCE = 60.0
"""Seconds that a writer waits for another."""

SQLITE = b"SQLite format 3\x00"


def is_sqlite(path: Path) -> bool:
    """Whether a file is an SQLite database, by its first bytes."""
    try:
        with path.open("rb") as file:
            return file.read(len(SQLITE)) == SQLITE
    except OSError:
        return False


def connect(path: Path, *, write: bool) -> sqlite3.Connection:
    """Open a catalogue; `write` makes it where there is none. Raises CatalogueError, naming the file and the remedy."""
    if not write and not path.is_file():
        raise CatalogueError(
            f"{path}: no catalogue here; `kamerstukken fetch catalogue --to {path}` makes one"
        )
    with explained(path):
        mode = "rwc" if write else "ro"
        uri = f"file:{quote(os.fsencode(path.absolute()))}?mode={mode}"
        connection = sqlite3.connect(uri, uri=True, timeout=PATIENCE, isolation_level=None)
        try:
            _prepare(connection, path, write=write)
        except BaseException:
            connection.close()
            raise
        return connection


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """SQLite's errors as CatalogueError."""
    try:
        yield
    except sqlite3.Error as error:
        remedy = (
            "close what else uses it" if "locked" in str(error) else "check the file, its folder and the disk"
        )
        raise CatalogueError(f"{path}: the catalogue cannot be used ({error}); {remedy}") from error


@contextmanager
def transaction(connection: sqlite3.Connection, path: Path) -> Iterator[None]:
    """All or nothing."""
    with explained(path):
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")


def newest() -> int:
    """The schema version that this package writes."""
    return len(_migrations())


def _prepare(connection: sqlite3.Connection, path: Path, *, write: bool) -> None:
    empty = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0] == 0
    mark = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if mark != APPLICATION_ID and not (empty and write):
        raise CatalogueError(f"{path}: an SQLite file, but no catalogue of this package; name another file")
    if version > newest():
        raise CatalogueError(
            f"{path}: made by a newer kamerstukken (schema {version}, this one knows {newest()})"
        )
    if version < newest() and not write:
        raise CatalogueError(
            f"{path}: an older schema; `kamerstukken fetch catalogue --to {path}` brings it up to date"
        )
    if write:
        connection.execute("PRAGMA foreign_keys = ON")
        _migrate(connection, version)


def _migrate(connection: sqlite3.Connection, version: int) -> None:
    for number, script in enumerate(_migrations()[version:], version + 1):
        mark = f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {number};"
        connection.executescript(f"BEGIN;\n{script}\n{mark}\nCOMMIT;")


@cache
def _migrations() -> tuple[str, ...]:
    folder = resources.files(__package__) / "migrations"
    scripts = sorted((f for f in folder.iterdir() if f.name.endswith(".sql")), key=lambda f: f.name)
    return tuple(script.read_text(encoding="utf-8") for script in scripts)
