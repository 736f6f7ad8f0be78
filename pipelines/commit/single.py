"""Sentences labelled singly: `labels.csv` holds labels of sentences of letters that are not ours, without their text.

Its columns: letter (first 12 digits of its SHA-256), sentence (first 16 digits of the SHA-256 of its plain words), label
('Ta' toezegging aangekondigd, 'Ml' maatregel lopend, 'Mf' maatregel afgerond, 'A' aanbeveling, '-' none; '?' can be argued).
Each was labelled once, by reading, with what stands around it in view, and counts for less than a letter labelled whole.
"""

from __future__ import annotations

import csv
import hashlib
import re
from pathlib import Path
from typing import Any

from kamerstukken.commit.units import Unit, units
from kamerstukken.model import Letter
from kamerstukken.read import read_pages
from kamerstukken.structure import build_document

KINDS = {"T": "toezegging", "M": "maatregel", "A": "aanbeveling"}
STATUS = {"a": "aangekondigd", "l": "lopend", "f": "afgerond", "": "aangekondigd"}
NOT_WORD = re.compile(r"\W+")


def single_units(folder: Path) -> list[tuple[Unit, tuple[dict[str, Any], ...]]]:
    """The sentences of `labels.csv` whose letter lies in a folder, each with its label as an item."""
    with (Path(__file__).parent / "labels.csv").open(encoding="utf-8", newline="") as file:
        labels = {(r["letter"], r["sentence"]): r["label"] for r in csv.DictReader(file)}
    wanted = {letter for letter, _ in labels}
    rows = []
    for path in sorted(folder.glob("*.pdf")):
        letter = Letter(path.name, path.read_bytes())
        if letter.sha256[:12] in wanted:
            found = units(build_document(letter, read_pages(letter)))
            named = ((u, labels.get((letter.sha256[:12], key(u.text)))) for u in found)
            rows += [(u, _items(label)) for u, label in named if label]
    return rows


def key(text: str) -> str:
    """A sentence's name in `labels.csv`: its words alone count, not its case, blanks or marks."""
    return hashlib.sha256(NOT_WORD.sub(" ", text.casefold()).strip().encode()).hexdigest()[:16]


def _items(label: str) -> tuple[dict[str, Any], ...]:
    if label == "-":
        return ()
    code = label.rstrip("?")
    return ({"kind": KINDS[code[0]], "status": STATUS[code[1:]], "required": label == code},)
