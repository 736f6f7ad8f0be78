"""Writes docs/register.md from the migrations and a register that they make (`make docs`); a test keeps it in step.

What a column means is the comment beside it in the migration, else its meaning in `kamerstukken.register.rows`.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from kamerstukken.register import Register, database
from kamerstukken.register.columns import columns
from kamerstukken.register.rows import (
    BlockRow,
    CitationRow,
    CommitmentRow,
    DocumentRow,
    FailureRow,
    FootnoteRow,
)

PAGE = Path(__file__).with_name("register.md")

HEAD = """\
# The register, table by table

<!-- Made by docs/make_register.py from kamerstukken/register/migrations/*.sql; change it there. -->

`register.sqlite` is one SQLite file: WAL, foreign keys on, full-text search, schema version {version} (`PRAGMA user_version`).
It opens in Datasette, in any SQLite browser, and in Python as `kamerstukken.register.Register(path)`, whose `letters()`,
`citations()`, `commitments()` and `failures()` are data frames. An older register is brought up to date when it is opened;
a schema version is one file in `kamerstukken/register/migrations/`.

One letter is one transaction. A letter is its bytes: its id is the first 12 digits of their SHA-256, the same in every
register. An act's id is made from what makes the letter that letter (its kenmerk, else its number, else ministry, date and
subject) and the words of the sentence, so a corrected version of a letter keeps the ids of sentences that stayed.
"""

ROWS: dict[str, type[msgspec.Struct]] = {
    "letters": DocumentRow, "blocks": BlockRow, "footnotes": FootnoteRow, "citations": CitationRow,
    "commitments": CommitmentRow, "failures": FailureRow,
}  # fmt: skip

USUAL = {
    "letter": "Id of the letter.",
    "n": "Its place among its kind in the letter, from 1.",
    "seq": "Number for the full-text index; not the same in two registers.",
    "citation": "The mention, `citations.n`.",
    "commitment": "The act, `commitments.n`.",
    "act": "The act, `commitments.n`.",
    "id": "Id of the paper.",
    "name": "Name.",
    "key": "What it is found by.",
    "date": "Date of the letter (ISO 8601).",
    "block": "Number of its block.",
    "page": "Page, from 1.",
    "start": "Offset of its first character in the letter's text.",
    "end": "Offset behind its last character.",
    "quote": "Its words.",
    "confidence": "How sure it is, 0 to 1.",
    "kind": "Its kind.",
    "status": "Its status.",
    "dossier": "Number of a dossier ('35300-XVI').",
    "type": "settles, follows, answers or points; see graph.md.",
    "how": "What it says of its target; see graph.md.",
    "role": "source, or motion.",
    "file": "Name of the file.",
}
"""What a column of this name means where nothing else says so."""


SAID = {
    "letters": "A letter: what its head and colophon say, and what a manifest added.",
    "failures": "Files that could not be read.",
    "footnotes": "The notes of a letter, tied to the word that carries their marker.",
    "citations": "Mentions of official papers, in reading order.",
    "citation_ids": "Which papers a mention means.",
    "commitments": "Acts: toezeggingen, maatregelen and aanbevelingen, in reading order, as found.",
    "commitment_ids": "Which papers an act rests on (`source`), and which of these as motions (`motion`).",
    "letter_dossiers": "The dossiers whose number a letter bears.",
    "failures.uri": "The file, as in `files`.",
    "failures.made_by": "Package version and hash of the recipe.",
    "decisions.id": "Id of the decision.",
    "decisions.reviewer": "Who decided.",
    "decisions.verb": "What was decided.",
    "decisions.why": "The reviewer's reason.",
    "decisions.undoes": "The decision that it takes back.",
    "reviews.oordeel": "What the decisions come to.",
    "reviews.decision": "The last decision.",
    "reviews.reviewer": "Who made it.",
    "reviews.at": "When, UTC.",
    "reviews.note": "The reviewer's remark.",
    "reviews.action": "The act as decided.",
    "reviews.actor_norm": "Who acts, as decided.",
    "reviews.deadline_end": "The last day, as decided.",
    "links.new": "Last day after a change.",
    "links.old": "Last day before a change.",
}
"""What is said of a table or a column here, because its migration does not; a migration that is out never changes."""


def page() -> str:
    """The whole page."""
    said = (
        SAID | {name: text for name, text in _comments().items() if text} | {"links.old": SAID["links.old"]}
    )
    with TemporaryDirectory() as folder:
        path = Path(folder) / "register.sqlite"
        Register.writable(path).close()
        connection = sqlite3.connect(path)
        parts = [_table(connection, name, said) for name in _tables(connection)]
        parts.append(_search(connection))
        connection.close()
    return HEAD.format(version=database.newest()) + "".join(parts)


def undescribed() -> list[str]:
    """Columns whose meaning is nowhere written."""
    return [line for line in page().splitlines() if line.startswith("| `") and line.endswith("|  |")]


def _tables(connection: sqlite3.Connection) -> list[str]:
    query = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%_fts%' ORDER BY rowid"
    return [row[0] for row in connection.execute(query)]


def _table(connection: sqlite3.Connection, name: str, said: dict[str, str]) -> str:
    meanings = {c.name: c.description for c in columns(ROWS[name])} if name in ROWS else {}
    lines = [f"\n## {name}\n", said.get(name, ""), "", "| column | type | meaning |", "|---|---|---|"]
    for _, column, type_, needed, _, key in connection.execute(f"PRAGMA table_info({name})"):
        meaning = said.get(f"{name}.{column}") or meanings.get(column) or USUAL.get(column, "")
        kind = type_.lower() + (", key" if key else "" if needed else ", can be null")
        lines.append(f"| `{column}` | {kind} | {_sentence(meaning)} |")
    if found := list(_indexes(connection, name)):
        lines += ["", f"Indexes: {', '.join(found)}."]
    return "\n".join(line for line in lines) + "\n"


def _sentence(text: str) -> str:
    text = text.replace("|", "\\|").strip()
    return text[:1].upper() + text[1:]


def _indexes(connection: sqlite3.Connection, table: str) -> Iterator[str]:
    query = "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL ORDER BY name"
    for name, sql in connection.execute(query, (table,)):
        yield f"`{name}` {sql[sql.index('(') :].splitlines()[0]}"


def _search(connection: sqlite3.Connection) -> str:
    query = "SELECT name FROM sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL TABLE%' ORDER BY rowid"
    names = " and ".join(f"`{row[0]}`" for row in connection.execute(query))
    return (
        f"\n## Full-text search\n\n{names} (FTS5, without accents and capitals); triggers keep them in step.\n\n"
        "```sql\nSELECT letters.date, commitments.action FROM commitments_fts\n"
        "JOIN commitments ON commitments.seq = commitments_fts.rowid JOIN letters ON letters.id = commitments.letter\n"
        "WHERE commitments_fts MATCH 'nachtdienst' ORDER BY rank;\n```\n"
    )


COMMENT = re.compile(r"^\s*--\s?(?P<text>.*)$")
TABLE = re.compile(r"^CREATE TABLE (?P<name>\w+)")
COLUMN = re.compile(r'^\s+"?(?P<name>\w+)"?\s+(?:TEXT|INTEGER|REAL)\b.*?(?:--\s*(?P<text>.*))?$')
ADDED = re.compile(r"^ALTER TABLE (?P<table>\w+) ADD COLUMN (?P<name>\w+)")


def _comments() -> dict[str, str]:
    """Table, or 'table.column', to what the migrations say of it."""
    said: dict[str, str] = {}
    folder = resources.files("kamerstukken.register") / "migrations"
    for script in sorted((f for f in folder.iterdir() if f.name.endswith(".sql")), key=lambda f: f.name):
        said |= _comments_in(script.read_text(encoding="utf-8").splitlines())
    return said


def _comments_in(lines: list[str]) -> dict[str, str]:
    said: dict[str, str] = {}
    above: list[str] = []
    table = ""
    for line in lines:
        if comment := COMMENT.match(line):
            above.append(comment["text"])
            continue
        if added := ADDED.match(line):
            said[f"{added['table']}.{added['name']}"] = " ".join(above)
            continue  # one comment can stand above several columns
        if begins := TABLE.match(line):
            table = begins["name"]
            said[table] = " ".join(above)
        elif table and (column := COLUMN.match(line)) and column["text"]:
            said[f"{table}.{column['name']}"] = column["text"]
        above = []
    return said


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
