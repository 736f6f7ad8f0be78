"""Reads one letter's source: TOML front matter and Markdown, with its labels beside it, to frozen values."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.footnote import footnote_plugin

FENCE = "+++"
NO_BREAK_SPACE = "\u00a0"
LISTS = ("bullet_list", "ordered_list")
BULLETS = "•–"
"""By depth."""
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
    parts = _questions(tuple(_parts(SyntaxTreeNode(tokens[:at]).children)))
    return Source(path.stem, meta, parts, tuple(_notes(tokens[at:])), labels)


def _parts(nodes: Sequence[SyntaxTreeNode]) -> Iterator[Part]:
    """All that stands after a horizontal rule is the annex."""
    annex = False
    for node in nodes:
        if node.type == "hr":
            annex = True
        elif node.type == "heading":
            yield Part("heading", _runs(node.children[0]), level=int(node.tag[1]), annex=annex)
        elif node.type in LISTS:
            yield from _items(node, 1, annex)
        elif node.type == "table":
            yield Part("table", rows=tuple(_rows(node)), annex=annex)
        elif node.type == "paragraph":
            yield Part("paragraph", _runs(node.children[0]), annex=annex)


def _items(node: SyntaxTreeNode, level: int, annex: bool) -> Iterator[Part]:
    for number, item in enumerate(node.children, 1):
        bullet = f"{number}." if node.type == "ordered_list" else BULLETS[level - 1]
        for child in item.children:
            if child.type in LISTS:
                yield from _items(child, level + 1, annex)
            else:
                yield Part("item", _runs(child.children[0]), level=level, bullet=bullet, annex=annex)


def _rows(table: SyntaxTreeNode) -> Iterator[tuple[str, ...]]:
    for row in (row for body in table.children for row in body.children):
        yield tuple("".join(run.text for run in _runs(cell.children[0])) for cell in row.children)


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
    for block in SyntaxTreeNode(tokens).children:
        for note in block.children:
            yield Note(note.meta["label"], _runs(note.children[0].children[0]))


def _runs(inline: SyntaxTreeNode) -> tuple[Run, ...]:
    return tuple(_inline(inline.children, bold=False, italic=False))


def _inline(nodes: Sequence[SyntaxTreeNode], bold: bool, italic: bool) -> Iterator[Run]:
    for node in nodes:
        if node.type in ("strong", "em"):
            yield from _inline(node.children, bold or node.type == "strong", italic or node.type == "em")
        elif node.type == "footnote_ref":
            yield Run("", bold, italic, node.meta["label"])
        elif node.type in ("softbreak", "hardbreak"):
            yield Run(" ", bold, italic)
        elif node.type != "footnote_anchor":
            yield Run(node.content, bold, italic)
