"""Reads one letter's source: TOML front matter and Markdown, with its labels beside it, to frozen values."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

FENCE = "+++"
NO_BREAK_SPACE = "\u00a0"
PARSER = MarkdownIt("commonmark").enable("table").use(footnote_plugin, inline=False)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style; with `note` set it is the marker of that note and has no text of its own."""

    text: str
    bold: bool = False
    italic: bool = False
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """One block of the letter as labels count blocks. A table has `rows` of cells, all else has `runs`."""

    kind: str
    runs: tuple[Run, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    level: int = 0
    bullet: str = ""
    annex: bool = False

    @property
    def text(self) -> str:
        """The text that a reader should find: no markers, no bullets, plain spaces; cells by tab, rows by newline."""
        joined = "\n".join("\t".join(row) for row in self.rows) or "".join(run.text for run in self.runs)
        return joined.replace(NO_BREAK_SPACE, " ")

    def before(self, note: str) -> str | None:
        """The text before the marker of a note, None where the marker is not in this part."""
        at = next((i for i, run in enumerate(self.runs) if run.note == note), None)
        if at is None:
            return None
        return "".join(run.text for run in self.runs[:at]).replace(NO_BREAK_SPACE, " ")


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote. The key '2-1' is printed as 1, so that numbering can begin anew."""

    key: str
    runs: tuple[Run, ...]

    @property
    def marker(self) -> str:
        """The number as printed."""
        return self.key.rpartition("-")[2]

    @property
    def text(self) -> str:
        """The note without its marker, with plain spaces."""
        return "".join(run.text for run in self.runs).replace(NO_BREAK_SPACE, " ")


@dataclass(frozen=True, slots=True)
class Source:
    """One letter: `meta` is the front matter, `labels` the file of items and citations, both as TOML gives them."""

    stem: str
    meta: dict[str, Any]
    parts: tuple[Part, ...]
    notes: tuple[Note, ...]
    labels: dict[str, Any]

    def note(self, key: str) -> Note:
        """The note with this key; KeyError where the letter has none."""
        found = next((note for note in self.notes if note.key == key), None)
        if found is None:
            raise KeyError(f"{self.stem}: a marker [^{key}] without its note")
        return found


def load(path: Path) -> Source:
    """Read `NAME.md` and `NAME.labels.toml`. Raises ValueError naming the file where the front matter is missing."""
    raw = path.read_text(encoding="utf-8").replace("~", NO_BREAK_SPACE)
    empty, front, body = [*raw.split(FENCE, 2), "", ""][:3]
    if empty.strip() or not body:
        raise ValueError(f"{path}: begins with TOML front matter between two lines of {FENCE}")
    meta = tomllib.loads(front.replace(NO_BREAK_SPACE, "~"))
    labels = tomllib.loads(path.with_suffix(".labels.toml").read_text(encoding="utf-8"))
    tokens = PARSER.parse(body)
    at = next((i for i, t in enumerate(tokens) if t.type == "footnote_block_open"), len(tokens))
    parts = _questions(tuple(_parts(tokens[:at])))
    return Source(path.stem, meta, parts, tuple(_notes(tokens[at:])), labels)


def _parts(tokens: list[Token]) -> Iterator[Part]:
    lists: list[str] = []
    number = level = 0
    annex = False
    rows: list[tuple[str, ...]] = []
    for token, inline in zip(tokens, [*tokens[1:], None], strict=True):
        match token.type:
            case "hr":
                annex = True
            case "bullet_list_open" | "ordered_list_open":
                lists.append(token.type)
                number = 0
            case "bullet_list_close" | "ordered_list_close":
                lists.pop()
            case "list_item_open":
                number += 1
            case "heading_open":
                level = int(token.tag[1])
                yield Part("heading", _runs(inline), level=level, annex=annex)
            case "paragraph_open" if lists:
                bullet = f"{number}." if lists[-1].startswith("ordered") else "•" if len(lists) == 1 else "–"
                yield Part("item", _runs(inline), level=len(lists), bullet=bullet, annex=annex)
            case "paragraph_open":
                yield Part("paragraph", _runs(inline), annex=annex)
            case "tr_open":
                rows.append(())
            case "th_open" | "td_open":
                rows[-1] = (*rows[-1], "".join(run.text for run in _runs(inline)))
            case "table_close":
                yield Part("table", rows=tuple(rows), annex=annex)
                rows = []
            case _:
                pass


def _questions(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Paragraphs under 'Vraag 2' are questions, those under 'Antwoord 2' answers, until a heading of another kind."""
    kind = "paragraph"
    out = []
    for part in parts:
        if part.kind == "heading":
            first = part.text.split(" ")[0]
            kind = {"Vraag": "question", "Antwoord": "answer"}.get(first, "paragraph")
        out.append(replace(part, kind=kind) if part.kind == "paragraph" else part)
    return tuple(out)


def _notes(tokens: list[Token]) -> Iterator[Note]:
    key = ""
    for token in tokens:
        if token.type == "footnote_open":
            key = token.meta["label"]
        elif token.type == "inline":
            yield Note(key, _runs(token))


def _runs(token: Token | None) -> tuple[Run, ...]:
    bold = italic = False
    out: list[Run] = []
    for child in (token.children if token else None) or []:
        if child.type in ("strong_open", "strong_close"):
            bold = child.type == "strong_open"
        elif child.type in ("em_open", "em_close"):
            italic = child.type == "em_open"
        elif child.type == "footnote_ref":
            out.append(Run("", bold, italic, child.meta["label"]))
        elif child.type in ("softbreak", "hardbreak"):
            out.append(Run(" ", bold, italic))
        elif child.content:
            out.append(Run(child.content, bold, italic))
    return tuple(out)
