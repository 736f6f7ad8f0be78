"""The house keeps its order: a stage imports the model, the errors, the language and itself."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "kamerstukken"

KNOWS = {
    "model": set(),
    "read": {"model", "errors"},
    "structure": {"model", "errors"},
    "language": {"model", "errors"},
    "catalogue": {"model", "errors"},
    "sources": {"model", "errors", "catalogue", "cite", "language", "structure"},
    "cite": {"model", "errors", "language", "catalogue"},
    "commit": {"model", "errors", "language"},
    "register": {"model", "errors"},
    "link": {"model", "errors", "language", "commit", "register", "catalogue"},
    "graph": {"model", "errors", "language", "commit", "register", "link"},
    "export": {"model", "errors", "register", "link", "graph"},
    "review": {"model", "errors", "register", "read", "structure", "commit", "catalogue", "graph"},
}
"""Room to the rooms it may import beside itself; a room that is not listed may import all."""


def imports(path: Path) -> set[str]:
    rooms = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [node.module or ""]
        rooms |= {name.split(".")[1] for name in names if name.startswith("kamerstukken.")}
    return rooms


@pytest.mark.parametrize("room", sorted(KNOWS))
def test_room_imports_only_what_it_may_know(room: str) -> None:
    folder = PACKAGE / room
    for path in folder.rglob("*.py"):
        strange = imports(path) - KNOWS[room] - {room}
        assert not strange, (
            f"{path.relative_to(PACKAGE)} imports {sorted(strange)}: it may know {sorted(KNOWS[room])}"
        )


def test_every_listed_room_that_exists_holds_code() -> None:
    assert any((PACKAGE / room).is_dir() for room in KNOWS)
    assert (PACKAGE / "model" / "__init__.py").is_file()


SPLITS = re.compile(r"\[[^\]\s]*\.[?!][^\]\s]*\](?:\)|\\s)*[+*]?\s*(?:\(\?=)?\[A-Z")
"""A regular expression for a stop, a blank and a capital: a sentence splitter."""


def test_sentences_come_from_language_alone() -> None:
    for path in PACKAGE.rglob("*.py"):
        if "language" in path.relative_to(PACKAGE).parts:
            continue
        text = path.read_text(encoding="utf-8")
        assert not SPLITS.search(text), f"{path} splits sentences itself; use language.sentence_spans"
        for node in ast.parse(text).body:  # under TYPE_CHECKING it is not in the body itself
            loads = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            loads += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert not any(name.split(".")[0] == "spacy" for name in loads), f"{path} loads spaCy itself"
