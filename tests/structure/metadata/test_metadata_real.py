"""Metadata of real, labelled letters: as good as the labels ask for, and right to the last letter where it counts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kamerstukken.evaluation.gold import load_folder
from kamerstukken.model import Letter, Metadata
from kamerstukken.read import read_pages
from kamerstukken.structure.lines import lines_of
from kamerstukken.structure.metadata import metadata_of

LEAST = 0.97
"""The share of right values that the labels' scorer must find."""


def words(text: str | None) -> str:
    return " ".join(re.findall(r"\w+", text or "")).casefold()


def values(metadata: Metadata) -> dict[str, str]:
    plain = {name: words(getattr(metadata, name)) for name in ("date", "subject", "ministry", "kenmerk")}
    people = {f"signatory {n}": words(s.name) for n, s in enumerate(metadata.signatories)}
    return plain | people


@pytest.mark.shared
def test_metadata_of_labelled_letters(shared: Path) -> None:
    right, wrong = 0, []
    for labels in load_folder(shared / "gold"):
        file = labels.document.file
        pages = read_pages(Letter(file, (shared / "gold_letters" / file).read_bytes()))
        found = values(metadata_of(pages, [lines_of(page) for page in pages]))
        for name, want in values(labels.document.metadata).items():
            if want and found.get(name) == want:
                right += 1
            elif want:
                wrong.append(f"{file}: {name}: {found.get(name)!r}, expected {want!r}")
    assert right / (right + len(wrong)) >= LEAST, "\n".join(wrong)
