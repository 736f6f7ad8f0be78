"""The register: every letter that was read, in one SQLite file. One letter is one transaction.

Several runs may write the same register at once; readers never wait. Nothing in it depends on the clock.
"""

from __future__ import annotations

import copy
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Self

from kamerstukken.errors import RegisterError, UnreadableLetter
from kamerstukken.model import Analysis, Document, Failure
from kamerstukken.register import database
from kamerstukken.register.acts import Acts
from kamerstukken.register.decisions.rows import decided, keys_of, recall, settle_keys
from kamerstukken.register.files import SourceFile
from kamerstukken.register.links import Links
from kamerstukken.register.lookup import Lookup
from kamerstukken.register.read import document_of, read_analysis, rows_of
from kamerstukken.register.records import Records
from kamerstukken.register.selection import NO_STANDS, Selection, Stands
from kamerstukken.register.write import insert_letter

if TYPE_CHECKING:
    import pandas as pd

Known = Literal["letter", "failure"]

REPORT = "This is a fault of the program; please report it with the file"


@contextmanager
def _fitting() -> Iterator[None]:
    """A value that the schema refuses is a fault of that one letter's analysis, not of the register."""
    try:
        yield
    except (UnicodeEncodeError, OverflowError) as error:
        raise UnreadableLetter(f"cannot be kept ({error})", stage="register", remedy=REPORT) from error
    except RegisterError as error:
        if isinstance(error.__cause__, sqlite3.IntegrityError | sqlite3.DataError):
            reason = f"cannot be kept ({error.__cause__})"
            raise UnreadableLetter(reason, stage="register", remedy=REPORT) from error
        raise


class Register:
    """A register opened for reading; `Register.writable(path)` makes one where there is none and opens it for both.

    Raises RegisterError where the file is missing, locked, damaged or of a newer version.
    """

    def __init__(self, path: Path | str, *, write: bool = False) -> None:
        self.path = Path(path)
        opener = database.open_for_writing if write else database.open_for_reading
        self._connection = opener(self.path)
        self.selection = Selection()
        self.stands: Stands = NO_STANDS
        self.stands_on: str | None = None
        self.links = Links(self._connection, self.path)
        """What letters say of earlier acts, motions and letters."""
        self.lookup = Lookup(self._connection, self.path)
        """Letters, found by an index."""
        self.acts = Acts(self._connection, self.path)
        """Acts and mentions, found by an index."""
        self.records = Records(self._connection, self.path)
        """What the Kamer's records say of papers and oral toezeggingen."""

    @classmethod
    def writable(cls, path: Path | str) -> Self:
        """Open for writing, making the file where it does not exist; its folder must."""
        return cls(path, write=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; the last one to leave folds the log into it."""
        self._connection.close()

    @property
    def folder(self) -> Path:
        """Where the register lies; `SourceFile.uri` is seen from here."""
        return self.path.absolute().parent

    # What goes in

    def known(self, sha256: str, made_by: str) -> Known | None:
        """Whether these bytes were read before in this very way, and what came of it."""
        with database.explained(self.path):
            arguments = (sha256, made_by)
            if self._one("SELECT 1 FROM letters WHERE sha256 = ? AND made_by = ?", *arguments):
                return "letter"
            found = self._one("SELECT 1 FROM failures WHERE sha256 = ? AND made_by = ?", *arguments)
            return "failure" if found else None

    def record(self, file: SourceFile, outcome: Analysis | Failure, *, made_by: str) -> None:
        """Keep what became of a file, in place of anything kept for it before: one transaction.

        Raises UnreadableLetter (stage 'register') where the analysis does not fit the schema.
        """
        sha256 = (outcome.document if isinstance(outcome, Analysis) else outcome).sha256 or None
        with _fitting(), database.transaction(self._connection, self.path):
            before = self._place(file, sha256)
            keys = keys_of(self._connection, before, sha256)
            self._run("DELETE FROM letters WHERE sha256 = ?", sha256)
            self._run("DELETE FROM failures WHERE sha256 = ?", sha256)
            if isinstance(outcome, Failure):
                self._fail(file, sha256, made_by, outcome)
            else:
                insert_letter(self._connection, outcome, made_by=made_by, file=file.name)
            self._tidy(before, sha256)
            if isinstance(outcome, Analysis):
                recall(self._connection, outcome, keys)

    def adopt(self, file: SourceFile, sha256: str, *, made_by: str) -> None:
        """Let a file stand for bytes that are `known`: another copy, or a file that has a new name."""
        with database.explained(self.path):
            query = "SELECT 1 FROM files WHERE uri = ? AND name = ? AND sha256 = ?"
            if self._one(query, file.uri, file.name, sha256):
                return
        with database.transaction(self._connection, self.path):
            failure = self._one(
                "SELECT stage, reason FROM failures WHERE sha256 = ? AND made_by = ?", sha256, made_by
            )
            before = self._place(file, sha256)
            if failure:
                self._fail(file, sha256, made_by, Failure(file.name, sha256, *failure))
            self._tidy(before, sha256)

    def forget(self, files: Iterable[SourceFile]) -> None:
        """Drop files that are gone, and the letters that no other file holds: one transaction."""
        with database.transaction(self._connection, self.path):
            for file in files:
                before = self._one("SELECT sha256 FROM files WHERE uri = ?", file.uri)
                keys = keys_of(self._connection, *before)
                self._run("DELETE FROM files WHERE uri = ?", file.uri)
                self._tidy(*before)
                settle_keys(self._connection, keys)

    def _place(self, file: SourceFile, sha256: str | None) -> str | None:
        """Point a file at its bytes; gives the bytes that it held before."""
        before = self._one("SELECT sha256 FROM files WHERE uri = ?", file.uri)
        self._run("DELETE FROM failures WHERE uri = ?", file.uri)
        query = "INSERT INTO files VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET name = excluded.name, sha256 = excluded.sha256"
        self._run(query, file.uri, file.name, sha256)
        return before[0] if before else None

    def _fail(self, file: SourceFile, sha256: str | None, made_by: str, failure: Failure) -> None:
        """What is wrong with these bytes is wrong with every file that holds them."""
        self._run(
            "INSERT OR REPLACE INTO failures SELECT uri, sha256, ?, ?, ? FROM files WHERE uri = ? OR sha256 = ?",
            made_by, failure.stage, failure.reason, file.uri, sha256,
        )  # fmt: skip

    def _tidy(self, *touched: str | None) -> None:
        """Letters without a file go, the others are named after their first file."""
        for sha256 in touched:
            name = self._one("SELECT min(name) FROM files WHERE sha256 = ?", sha256)[0]
            if name is None:
                self._run("DELETE FROM letters WHERE sha256 = ?", sha256)
            else:
                self._run("UPDATE letters SET file = ? WHERE sha256 = ? AND file <> ?", name, sha256, name)

    def select(self, selection: Selection) -> Self:
        """The same open register, of which `analyses` and all lists give only what is selected."""
        chosen = copy.copy(self)
        chosen.selection = selection
        return chosen

    def standing(self, stands: Stands, on: str) -> Self:
        """The same open register, whose lists tell how acts stand on day `on` (ISO); its selection may ask for it."""
        chosen = copy.copy(self)
        chosen.stands, chosen.stands_on = stands, on
        return chosen

    # What comes out, always in corpus order: by file name, then by id

    def letter_ids(self) -> tuple[str, ...]:
        """The ids of all letters."""
        with database.explained(self.path):
            return tuple(r[0] for r in self._connection.execute("SELECT id FROM letters ORDER BY file, id"))

    def analysis(self, letter: str, *, as_found: bool = False) -> Analysis:
        """One letter by its id, with its acts as reviewers decided; `as_found`: as the program found them.

        Raises RegisterError where there is no such letter.
        """
        with database.explained(self.path):
            found = read_analysis(self._connection, letter)
            if found is None:
                raise RegisterError(f"{self.path}: holds no letter {letter}")
            return found if as_found else decided(self._connection, found)

    def analyses(self) -> Iterator[Analysis]:
        """All letters that are selected, one at a time: memory does not grow with the register."""
        found = (self.selection.of(self.analysis(letter), self.stands) for letter in self.letter_ids())
        return (analysis for analysis in found if analysis is not None)

    def documents(self) -> Iterator[Document]:
        """All letters without their text: what is on a letter's head."""
        with database.explained(self.path):
            for row in rows_of(self._connection, "SELECT * FROM letters ORDER BY file, id"):
                yield document_of(row)

    def failed(self) -> tuple[Failure, ...]:
        """The files that could not be read, by name."""
        query = (
            "SELECT name, coalesce(failures.sha256, ''), stage, reason FROM failures JOIN files USING (uri)"
            " ORDER BY name, uri"
        )
        with database.explained(self.path):
            return tuple(Failure(*row) for row in self._connection.execute(query))

    def files(self, letter: str | None = None) -> tuple[SourceFile, ...]:
        """The files of one letter, or all of the register, by name."""
        query = "SELECT uri, name FROM files ORDER BY name, uri"
        arguments: tuple[str, ...] = ()
        if letter is not None:
            query = "SELECT uri, name FROM files JOIN letters USING (sha256) WHERE letters.id = ? ORDER BY name, uri"
            arguments = (letter,)
        with database.explained(self.path):
            return tuple(SourceFile(*row) for row in self._connection.execute(query, arguments))

    def counts(self) -> dict[str, int]:
        """How much it holds: letters, pages, citations, commitments, failures."""
        tables = ("letters", "citations", "commitments", "failures")
        with database.explained(self.path):
            counts = {name: self._count(f"SELECT count(*) FROM {name}") for name in tables}
            return counts | {"pages": self._count("SELECT coalesce(sum(pages), 0) FROM letters")}

    def find(self, words: str) -> tuple[str, ...]:
        """The ids of letters that a user may mean: by id, SHA-256 (also its beginning), file name or a part of it."""
        query = (
            "SELECT DISTINCT letters.id FROM letters JOIN files USING (sha256)"
            " WHERE sha256 LIKE ?1 || '%' AND length(?1) >= 6 OR name = ?1"
        )
        part = "SELECT DISTINCT letters.id FROM letters JOIN files USING (sha256) WHERE instr(lower(name), lower(?))"
        with database.explained(self.path):
            rows = self._connection.execute(query, (words,)).fetchall()
            rows = rows or self._connection.execute(part, (words,)).fetchall()
        return tuple(sorted(row[0] for row in rows))

    def search(self, query: str, *, limit: int = 100) -> tuple[tuple[str, int], ...]:
        """Full-text search over the body: (letter id, block number), best first. FTS5 syntax.

        Raises RegisterError where the query cannot be understood.
        """
        statement = (
            "SELECT letter, n FROM blocks_fts JOIN blocks ON blocks.seq = blocks_fts.rowid"
            " WHERE blocks_fts MATCH ? ORDER BY rank, letter, n LIMIT ?"
        )
        with database.explained(self.path):
            return tuple(self._connection.execute(statement, (query, limit)))

    # Data frames: see `frames`

    def letters(self) -> pd.DataFrame:
        """A row a letter, with dates as dates; columns as in documents.jsonl but without the text."""
        from kamerstukken.register.frames import letters

        return letters(self)

    def citations(self) -> pd.DataFrame:
        """A row a mention; columns as in citations.jsonl."""
        from kamerstukken.register.frames import citations

        return citations(self)

    def commitments(self) -> pd.DataFrame:
        """A row an act; columns as in commitments.jsonl, dates as dates, kinds as categories."""
        from kamerstukken.register.frames import commitments

        return commitments(self)

    def failures(self) -> pd.DataFrame:
        """A row a file that could not be read."""
        from kamerstukken.register.frames import failures

        return failures(self)

    def _count(self, query: str) -> int:
        return int(self._connection.execute(query).fetchone()[0])

    def _one(self, query: str, *arguments: object) -> tuple[str, ...]:
        """The first row, or an empty tuple."""
        return self._connection.execute(query, arguments).fetchone() or ()

    def _run(self, query: str, *arguments: object) -> None:
        self._connection.execute(query, arguments)
