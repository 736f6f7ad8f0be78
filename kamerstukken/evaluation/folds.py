"""Cross-validation of the commitments stage: whole letters are held out, the weights trained on the others."""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from kamerstukken.cite import cite
from kamerstukken.commit import commit
from kamerstukken.errors import BadInput
from kamerstukken.evaluation.gold import Labels
from kamerstukken.evaluation.measures import Figures, measure
from kamerstukken.model import Commitment, Document, Letter

TRAINER = "pipelines.commit.train"


def cross_validate(
    letters: Sequence[Labels], folds: int, *, pdfs: Path | None = None, single: Path | None = None
) -> Iterator[tuple[Labels, Figures]]:
    """Each letter with its figures, found by weights that never saw it. `pdfs`: read the letters' PDFs from there
    where they lie there; `single`: the folder of letters with sentences labelled singly.

    Raises BadInput where the training recipe is not at hand (it comes with the source, not with the package).
    """
    trainer = _trainer()
    material = trainer.prepare(letters, single)
    for fold in split(letters, folds):
        weights = trainer.train(material, without={labels.document.sha256 for labels in fold})
        for labels in fold:
            document = _document(labels, pdfs)
            yield labels, measure(labels, rows(commit(document, cite(document), weights=weights)))


def split(letters: Sequence[Labels], folds: int) -> list[list[Labels]]:
    """Letters dealt over folds so that each holds about as many labels: largest first, back and forth.

    Raises BadInput where there are fewer letters than folds.
    """
    if not 2 <= folds <= len(letters):
        raise BadInput(
            f"--folds {folds}: needs at least 2 folds and as many letters as folds ({len(letters)} here)"
        )
    out: list[list[Labels]] = [[] for _ in range(folds)]
    order = sorted(letters, key=lambda x: (-len(x.items), x.document.file))
    for n, labels in enumerate(order):
        turn, place = divmod(n, folds)
        out[place if turn % 2 == 0 else folds - 1 - place].append(labels)
    return out


def rows(found: Sequence[Commitment]) -> list[dict[str, Any]]:
    """Commitments as the measures want them."""
    return [
        {
            "kind": c.kind,
            "status": c.status,
            "quote": c.quote.text,
            "deadline_start": c.deadline.start if c.deadline else None,
            "deadline_end": c.deadline.end if c.deadline else None,
            "motions": list(c.motions),
            "confidence": c.confidence,
        }
        for c in found
    ]


def _document(labels: Labels, pdfs: Path | None) -> Document:
    path = pdfs / labels.document.file if pdfs else None
    if path is None or not path.is_file():
        return labels.document
    from kamerstukken.read import read_pages
    from kamerstukken.structure import build_document

    letter = Letter(path.name, path.read_bytes())
    return build_document(letter, read_pages(letter))


def _trainer() -> Any:
    try:
        return importlib.import_module(TRAINER)
    except ImportError as error:
        raise BadInput(
            "--folds trains anew: run it in the project's source folder, with scikit-learn installed (pip install -e '.[dev]')"
        ) from error
