"""The register's file: opened, brought to the newest schema, and written one transaction at a time.

A new schema version is one new file in `migrations/`, named by its number; applied files never change.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib import resources
from pathlib import Path
from urllib.parse import quote

from kamerstukken.errors import RegisterError

APPLICATION_ID = 0x4B737475
"""Marks an SQLite file as a register ('Kstu'); `file` and this module tell it from other databases."""

PATIENCE = 60.0
"""Seconds that a writer waits for another run to finish its letter."""


def open_for_writing(path: Path) -> sqlite3.Connection:
    """Open or make a register at the newest schema. Raises RegisterError, naming the file and the remedy."""
    with explained(path):
        connection = _connect(f"file:{quote(os.fsencode(path))}?mode=rwc")
        _check(connection, path, new=True)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        _migrate(connection)
        return connection


def open_for_reading(path: Path) -> sqlite3.Connection:
    """Open a register that exists; one with an older schema is brought up to date first. Raises RegisterError."""
    if not path.is_file():
        raise RegisterError(f"{path}: no register here; `kamerstukken run LETTERS --out DIR` makes one")
    with explained(path):
        connection = _read_only(path)
        _check(connection, path, new=False)
        if _version(connection) == newest():
            return connection
        connection.close()
        open_for_writing(path).close()
        return _read_only(path)


@contextmanager
def transaction(connection: sqlite3.Connection, path: Path) -> Iterator[sqlite3.Connection]:
    """All or nothing; takes the write lock at once, so that what is read inside stays true."""
    with explained(path):
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield connection
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """SQLite's errors as RegisterError, with what a user can do about them."""
    try:
        yield
    except sqlite3.Error as error:
        raise RegisterError(f"{path}: {_advice(error)} ({error})") from error


def newest() -> int:
    """The schema version that this package writes."""
    return len(_migrations())


def _connect(uri: str) -> sqlite3.Connection:
    connection = sqlite3.connect(uri, uri=True, timeout=PATIENCE, isolation_level=None)
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


def _read_only(path: Path) -> sqlite3.Connection:
    """A connection that cannot write.

    The way that tidies the log's side files away behind it comes first; the others serve files and
    folders that cannot be written. Without a log there is nothing to miss, and `immutable` says so.
    """
    modes = ["mode=rw", "mode=ro"]
    if not path.with_name(path.name + "-wal").exists():
        modes.append("mode=ro&immutable=1")
    for mode in modes:
        connection = _connect(f"file:{quote(os.fsencode(path))}?{mode}")
        try:
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
            connection.execute("PRAGMA query_only = ON")
            return connection
        except sqlite3.OperationalError as error:
            connection.close()
            last = error
    raise last


def _check(connection: sqlite3.Connection, path: Path, *, new: bool) -> None:
    empty = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0] == 0
    if empty and not new:  # a run was killed right after it made the file
        raise RegisterError(f"{path}: holds nothing yet; `kamerstukken run LETTERS --out DIR` fills it")
    mark = connection.execute("PRAGMA application_id").fetchone()[0]
    if mark != APPLICATION_ID and not (empty and new):
        raise RegisterError(f"{path}: an SQLite file, but no register of this package; name another file")
    if _version(connection) > newest():
        raise RegisterError(
            f"{path}: made by a newer kamerstukken (schema {_version(connection)}, this one knows {newest()}); "
            "upgrade with `pip install --upgrade kamerstukken`"
        )


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _migrate(connection: sqlite3.Connection) -> None:
    if _version(connection) == newest():
        return
    connection.execute("BEGIN IMMEDIATE")
    for number, script in enumerate(_migrations()[_version(connection) :], _version(connection) + 1):
        for statement in _statements(script):
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {number}")
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute("COMMIT")


@cache
def _migrations() -> tuple[str, ...]:
    folder = resources.files(__package__) / "migrations"
    scripts = sorted((f for f in folder.iterdir() if f.name.endswith(".sql")), key=lambda f: f.name)
    return tuple(script.read_text(encoding="utf-8") for script in scripts)


def _statements(script: str) -> Iterator[str]:
    """The statements of a script one by one: `executescript` would commit before it begins."""
    lines: list[str] = []
    for line in script.splitlines():
        lines.append(line)
        if line.rstrip().endswith(";") and sqlite3.complete_statement("\n".join(lines)):
            yield "\n".join(lines)
            lines = []


def _advice(error: sqlite3.Error) -> str:
    text = str(error)
    if "locked" in text or "busy" in text:
        return "another program keeps the register busy; wait until it is done, or name another --register"
    if "readonly" in text or "read-only" in text:
        return "the register cannot be written; check the rights of the file and its folder, or name another --out"
    if "disk is full" in text or "disk I/O" in text:
        return "the disk is full or failing; make room and run again, finished letters are kept"
    if "not a database" in text or "malformed" in text:
        return "not a register, or a damaged one; move it away and run again"
    if "unable to open" in text:
        return "cannot be opened; check that the folder exists and may be written"
    return "the register cannot be used"
