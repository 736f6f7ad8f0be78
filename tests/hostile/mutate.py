"""PDFs changed at random, the same ones for the same number: cut, flipped, spliced, with other numbers and references."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence

NUMBER = re.compile(rb"(?<![\w.])\d{1,10}(?![\w.])")
REFERENCE = re.compile(rb"\b\d+ 0 R\b")
NAME = re.compile(rb"/[A-Z][A-Za-z]{2,}")
ODD_NUMBERS = (b"0", b"-1", b"1", b"65536", b"2147483647", b"-2147483648", b"4294967296", b"1e30", b"999999999999999999999", b"0.00001")  # fmt: skip

Change = Callable[[bytes, random.Random, Sequence[bytes]], bytes]


def _cut(data: bytes, dice: random.Random, others: Sequence[bytes]) -> bytes:
    return data[: dice.randrange(len(data))]


def _flip(data: bytes, dice: random.Random, others: Sequence[bytes]) -> bytes:
    changed = bytearray(data)
    for _ in range(dice.choice((1, 3, 10, 100))):
        changed[dice.randrange(len(changed))] ^= 1 << dice.randrange(8)
    return bytes(changed)


def _drop(data: bytes, dice: random.Random, others: Sequence[bytes]) -> bytes:
    begin = dice.randrange(len(data))
    return data[:begin] + data[begin + dice.choice((1, 16, 300, 5000)) :]


def _repeat(data: bytes, dice: random.Random, others: Sequence[bytes]) -> bytes:
    begin = dice.randrange(len(data))
    piece = data[begin : begin + dice.choice((4, 40, 400))]
    return data[:begin] + piece * dice.choice((2, 50, 1000)) + data[begin:]


def _splice(data: bytes, dice: random.Random, others: Sequence[bytes]) -> bytes:
    other = dice.choice(others)
    return data[: dice.randrange(len(data))] + other[dice.randrange(len(other)) :]


def _swap(pattern: re.Pattern[bytes], values: Sequence[bytes] = ()) -> Change:
    """Some matches become one of the values, or another match."""

    def change(data: bytes, dice: random.Random, others: Sequence[bytes]) -> bytes:
        found = pattern.findall(data)
        if not found:
            return _flip(data, dice, others)
        chosen = set(dice.sample(range(len(found)), min(len(found), dice.choice((1, 1, 2, 8)))))
        count = iter(range(len(found)))
        return pattern.sub(lambda m: dice.choice(values or found) if next(count) in chosen else m[0], data)

    return change


CHANGES: tuple[Change, ...] = (
    _cut, _flip, _flip, _drop, _repeat, _splice,
    _swap(NUMBER, ODD_NUMBERS), _swap(NUMBER), _swap(REFERENCE), _swap(NAME),
)  # fmt: skip


def mutated(number: int, sources: Sequence[bytes]) -> bytes:
    """The mutant with this number: one of the sources, changed once to three times."""
    dice = random.Random(number)
    data = dice.choice(sources)
    for _ in range(dice.choice((1, 1, 2, 3))):
        data = dice.choice(CHANGES)(data, dice, sources) or b"%PDF-"
    return data
