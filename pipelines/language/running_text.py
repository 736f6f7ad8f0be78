"""Running text for what learns without labels: the letters' own blocks, and the treebank's training part without its labels."""

from __future__ import annotations

import argparse
import logging
from collections.abc import Iterator
from pathlib import Path

import spacy

from kamerstukken.errors import KamerstukkenError
from kamerstukken.language import sentence_spans
from kamerstukken.model import Letter
from kamerstukken.read import read_pages
from kamerstukken.structure import build_document
from pipelines.language import treebank

log = logging.getLogger("running_text")


def of_letters(folder: Path) -> Iterator[str]:
    """The sentences of all letters (PDF) in a folder, one by one; what cannot be read is logged and left out."""
    for path in sorted(folder.glob("*.pdf")):
        letter = Letter(path.name, path.read_bytes())
        try:
            document = build_document(letter, read_pages(letter, ocr=False))
        except KamerstukkenError as error:
            log.warning("%s: %s", path.name, error)
            continue
        for block in document.blocks:
            for span in sentence_spans(block.text):
                yield " ".join(block.text[span.start : span.end].split())


def of_treebank(path: Path) -> Iterator[str]:
    """The sentences of a treebank's part as plain text."""
    vocab = spacy.blank("nl").vocab
    for document in treebank.read(path):
        for sentence in document:
            yield treebank.as_doc([sentence], vocab).text.strip()


def main() -> None:
    """Writes one sentence a line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("treebank", type=Path, help="folder with train.conllu.gz")
    parser.add_argument("target", type=Path)
    parser.add_argument("letters", type=Path, nargs="*", help="folders with letters (PDF)")
    options = parser.parse_args()
    lines = list(of_treebank(options.treebank / "train.conllu.gz"))
    for folder in options.letters:
        lines += of_letters(folder)
    options.target.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
