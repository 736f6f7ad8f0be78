"""The room 'language', its numbers. Weights are kept at half precision on disk and widened when loaded."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import numpy as np
from thinc.api import NumpyOps

if TYPE_CHECKING:
    from spacy.language import Language


def widen(nlp: Language) -> Language:
    """The pipeline with single-precision weights, on NumPy's matrix product.

    OpenBLAS, which NumPy brings, multiplies matrices of our sizes about four times as fast as BLIS, spaCy's default.
    """
    _cast(nlp, np.float32)
    ops = NumpyOps(use_blis=False)
    for node in nodes(nlp):
        node.ops = ops
    return nlp


def halve(nlp: Language) -> Language:
    """The pipeline with half-precision weights, to be written to disk; it cannot run until widened."""
    _cast(nlp, np.float16)
    return nlp


def _cast(nlp: Language, kind: type[np.floating[Any]]) -> None:
    for node in nodes(nlp):
        for name in node.param_names:
            if node.has_param(name):
                node.set_param(name, np.ascontiguousarray(node.get_param(name), dtype=kind))


def nodes(nlp: Language) -> Iterator[Any]:
    """All layers of all networks in the pipeline."""
    for _, pipe in nlp.pipeline:
        if hasattr(pipe, "model"):
            yield from pipe.model.walk()
