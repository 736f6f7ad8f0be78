"""The room 'language', its network at run time. Words to the vectors that tags and dependencies are read from.

The network is spaCy's `MultiHashEmbed` and `MaxoutWindowEncoder` as trained; here it runs with less work and the
same outcome, to rounding. What a word alone decides (its embedding, and its share in the first window layer, as
the middle word and as either neighbour) is computed once and remembered, so that the first layer of a text is a look-up and two
sums. The other layers run over rows that fit the processor's cache.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from thinc.api import Model

if TYPE_CHECKING:
    from spacy.tokens import Doc

Floats = NDArray[np.float32]
Rows = NDArray[np.intp]

CHUNK = 512
"""Rows at a time: at width 192 with three pieces, what a layer makes of so many stays near the second-level cache."""

REMEMBERED = 6_000
"""Words whose share is remembered; 8 kB each at width 192. When more come, all are forgotten."""

MIX = np.array(
    [0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93], dtype=np.uint64
)
"""Odd numbers that mix the features of a word into one key (the constants of Fibonacci hashing and xxHash)."""

TINY = 1e-8
"""Keeps a variance from being nought; thinc's LayerNorm adds as much."""


class Quick(Model[Any, Any]):  # type: ignore[misc]  # thinc is untyped
    """The quick network: what is saved is the one it was made from, so that spaCy can load it again."""

    def to_dict(self) -> dict[str, Any]:
        """The trained network in thinc's form."""
        return dict(self.layers[0].to_dict())

    def from_dict(self, msg: dict[str, Any]) -> Quick:
        """Takes over a trained network of the same shape."""
        self.layers[0].from_dict(msg)
        self.attrs["encoder"] = Encoder(self.layers[0])
        return self


def quicken(tok2vec: Model[Any, Any]) -> Model[Any, Any]:
    """The same network as a model that only predicts; training it raises an error."""
    return Quick(
        "kamerstukken_tok2vec",
        _forward,
        dims={"nO": tok2vec.get_dim("nO")},
        layers=[tok2vec],
        attrs={"encoder": Encoder(tok2vec)},
    )


def _forward(
    model: Model[Any, Any], docs: list[Doc], is_train: bool
) -> tuple[list[Floats], Callable[[Any], Any]]:
    if is_train:
        raise RuntimeError("the packed pipeline only predicts; train with pipelines/language")
    return model.attrs["encoder"](docs), lambda gradient: gradient


@dataclass(frozen=True, slots=True)
class Layer:
    """A maxout layer with its normalisation: weights (inputs, pieces * width), the pieces side by side."""

    weights: Floats
    bias: Floats
    scale: Floats
    shift: Floats

    def __call__(self, inputs: Floats) -> Floats:
        """Rows of inputs to rows of this layer's width."""
        return self.finish(inputs @ self.weights)

    def finish(self, sums: Floats) -> Floats:
        """What follows the product, in place of `sums` as far as can be."""
        sums += self.bias
        width = len(self.scale)
        best = sums[:, :width]
        for piece in range(width, sums.shape[1], width):
            best = np.maximum(best, sums[:, piece : piece + width])
        best -= best.mean(axis=1, keepdims=True)
        spread = np.einsum("ij,ij->i", best, best) / np.float32(width) + np.float32(TINY)
        best *= (spread ** np.float32(-0.5))[:, None]
        best *= self.scale
        best += self.shift
        return best


class Encoder:
    """Documents to one vector a word, each document's as rows of an array."""

    def __init__(self, tok2vec: Model[Any, Any]) -> None:
        embed, encode = tok2vec.layers
        self._columns = embed.layers[0].attrs["columns"]
        self._hashed, self._mixed = embed.layers[2], embed.layers[3]
        maxouts = [node for node in encode.walk() if node.name == "maxout"]
        norms = [node for node in encode.walk() if node.name == "layernorm"]
        self._first, *self._deeper = [_layer(m, n) for m, n in zip(maxouts, norms, strict=True)]
        self._depth = len(maxouts)
        self._width: int = tok2vec.get_dim("nO")
        self._forget(REMEMBERED)

    def __call__(self, docs: list[Doc]) -> list[Floats]:
        """The vectors of every document's words."""
        lengths = [len(doc) for doc in docs]
        if not any(lengths):
            return [np.zeros((0, self._width), dtype=np.float32) for _ in docs]
        words = np.concatenate([doc.to_array(self._columns) for doc in docs])
        at = _places(lengths, self._depth)
        slots = np.zeros(at[-1] + self._depth + 1, dtype=np.intp)
        slots[at] = self._slots(words)
        vectors = self._vectors(slots, at)
        return np.split(vectors, np.cumsum(lengths)[:-1])

    def _vectors(self, slots: Rows, at: Rows) -> Floats:
        """The vectors at the places `at` of a row of words; slot 0 is the blank around a document."""
        needed = _needed(at, len(slots), self._depth)
        now = self._embedded[slots]
        for rows in _chunks(needed[0]):
            left, middle, right = (self._shares[slots[rows + by], by + 1] for by in (-1, 0, 1))
            middle += left
            middle += right
            now[rows] += self._first.finish(middle)
        for layer, wanted in zip(self._deeper, needed[1:], strict=True):
            before, now = now, now.copy()
            for rows in _chunks(wanted):
                windows = np.concatenate([before[rows - 1], before[rows], before[rows + 1]], axis=1)
                now[rows] += layer(windows)
        return now[at]

    def _slots(self, words: NDArray[np.uint64]) -> Rows:
        """Where each word's shares are remembered; new words are computed first."""
        keys, firsts, places = np.unique(
            words @ MIX[: words.shape[1]], return_index=True, return_inverse=True
        )
        known = [self._index.get(key, 0) for key in keys.tolist()]
        new = [n for n, slot in enumerate(known) if not slot]
        if len(self._index) + len(new) >= len(self._embedded):
            self._forget(max(REMEMBERED, 2 * len(keys)))
            new = list(range(len(keys)))
        if new:
            start = len(self._index) + 1
            self._remember(words[firsts[new]], start)
            self._index.update((int(keys[n]), start + offset) for offset, n in enumerate(new))
            known = [self._index[key] for key in keys.tolist()]
        return np.array(known, dtype=np.intp)[places]

    def _remember(self, words: NDArray[np.uint64], start: int) -> None:
        embedded = self._mixed.predict(self._hashed.predict(words))
        rows = slice(start, start + len(words))
        self._embedded[rows] = embedded
        for side in range(3):
            part = self._first.weights[side * self._width : (side + 1) * self._width]
            self._shares[rows, side] = embedded @ part

    def _forget(self, room: int) -> None:
        self._index: dict[int, int] = {}
        self._embedded = np.zeros((room + 1, self._width), dtype=np.float32)
        self._shares = np.zeros((room + 1, 3, self._first.weights.shape[1]), dtype=np.float32)


def _layer(maxout: Model[Any, Any], norm: Model[Any, Any]) -> Layer:
    weights = maxout.get_param("W")  # (width, pieces, inputs)
    width, pieces, inputs = weights.shape
    return Layer(
        np.ascontiguousarray(weights.transpose(2, 1, 0).reshape(inputs, pieces * width)),
        np.ascontiguousarray(maxout.get_param("b").T.reshape(-1)),
        norm.get_param("G"),
        norm.get_param("b"),
    )


def _places(lengths: list[int], blank: int) -> Rows:
    """Places of the words in one row of all documents, with so many blanks before, between and behind them."""
    starts = np.repeat(np.arange(1, len(lengths) + 1) * blank, lengths)
    return np.arange(sum(lengths), dtype=np.intp) + starts


def _needed(at: Rows, size: int, depth: int) -> list[Rows]:
    """For each layer the rows it has to compute: the words, and so many blanks beside them as deeper layers see."""
    wanted = np.zeros(size, dtype=bool)
    wanted[at] = True
    layers = [np.flatnonzero(wanted)]
    for _ in range(depth - 1):
        wanted[1:-1] |= wanted[:-2] | wanted[2:]
        layers.append(np.flatnonzero(wanted))
    return layers[::-1]


def _chunks(rows: Rows) -> list[Rows]:
    return [rows[at : at + CHUNK] for at in range(0, len(rows), CHUNK)]
