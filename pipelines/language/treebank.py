"""Training, step 1. CoNLL-U files to spaCy documents, part of the sentences rewritten in the style of letters."""

from __future__ import annotations

import gzip
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from spacy.tokens import Doc
from spacy.vocab import Vocab

LEFT_OUT = ("Mood=", "PronType=", "ExtPos=")
"""Features that the conversions of the treebanks do not agree on; neither trained nor scored."""

QUOTES = (("“", "”"), ("‘", "’"), ("„", "”"), ("'", "'"), ("”", "”"), ("’", "’"), ("«", "»"))
"""The pairs that letters use; the treebanks know the straight double one only."""

NUMERALS = ("XVI", "VI", "IV", "XIII", "A", "B")


@dataclass(frozen=True, slots=True)
class Row:
    """One word of a sentence. `head` is the index of its head in the sentence (its own for the root)."""

    word: str
    lemma: str
    pos: str
    tag: str
    morph: str
    head: int
    dep: str
    space: bool


Sentence = tuple[Row, ...]


def read(path: Path) -> Iterator[tuple[Sentence, ...]]:
    """The documents of a CoNLL-U file (plain or .gz), each a tuple of sentences."""
    opener = gzip.open if path.suffix == ".gz" else open
    sentences: list[Sentence] = []
    with opener(path, "rt", encoding="utf-8") as lines:
        rows: list[Row] = []
        for line in lines:
            if line.startswith("# newdoc") and sentences:
                yield tuple(sentences)
                sentences = []
            elif not line.strip() and rows:
                sentences.append(tuple(rows))
                rows = []
            elif line[:1].isdigit():
                cells = line.rstrip("\n").split("\t")
                if cells[0].isdigit():
                    rows.append(_row(cells))
    if rows:
        sentences.append(tuple(rows))
    if sentences:
        yield tuple(sentences)


def joined(documents: Iterable[tuple[Sentence, ...]], size: int) -> Iterator[tuple[Sentence, ...]]:
    """Documents one behind the other until they have `size` sentences or more."""
    found: tuple[Sentence, ...] = ()
    for document in documents:
        found += document
        if len(found) >= size:
            yield found
            found = ()
    if found:
        yield found


def _row(cells: list[str]) -> Row:
    index, word, lemma, pos, tag, feats, head, dep, _, misc = cells
    kept = "|".join(f for f in feats.split("|") if f != "_" and not f.startswith(LEFT_OUT))
    at = int(head) - 1 if head != "0" else int(index) - 1
    lemma = lemma.replace("_", "") or word
    return Row(word, lemma, pos, tag, kept, at, dep, "SpaceAfter=No" not in misc)


def as_doc(sentences: Iterable[Sentence], vocab: Vocab) -> Doc:
    """Sentences as one annotated spaCy document."""
    rows: list[Row] = []
    heads: list[int] = []
    starts: list[bool] = []
    for sentence in sentences:
        heads += [row.head + len(rows) for row in sentence]
        starts += [at == 0 for at in range(len(sentence))]
        rows += [*sentence[:-1], replace(sentence[-1], space=True)]
    return Doc(
        vocab,
        words=[r.word for r in rows],
        spaces=[r.space for r in rows],
        lemmas=[r.lemma for r in rows],
        pos=[r.pos for r in rows],
        tags=[r.tag for r in rows],
        morphs=[r.morph for r in rows],
        heads=heads,
        deps=["ROOT" if r.dep == "root" else r.dep for r in rows],
        sent_starts=starts,
    )


def in_letter_style(sentence: Sentence, rng: random.Random, rate: float) -> Sentence:
    """A sentence, now and then with what letters have and newspapers have not.

    Curved quotation marks, a full stop that is missing, a reference between brackets. Each comes with
    probability `rate` (quotation marks with a half, since all treebank sentences have straight ones).
    """
    if rng.random() < 0.5:
        sentence = _requoted(sentence, rng)
    if rng.random() < rate:
        sentence = _with_reference(sentence, rng)
    if rng.random() < rate:
        sentence = _without_stop(sentence)
    return sentence


def _requoted(sentence: Sentence, rng: random.Random) -> Sentence:
    opening, closing = rng.choice(QUOTES)
    rows, opened = [], False
    for row in sentence:
        if row.word == '"':
            mark = closing if opened else opening
            rows.append(replace(row, word=mark, lemma=mark))
            opened = not opened
        else:
            rows.append(row)
    return tuple(rows)


def _without_stop(sentence: Sentence) -> Sentence:
    if len(sentence) > 3 and sentence[-1].word == ".":
        return sentence[:-1]
    return sentence


def _with_reference(sentence: Sentence, rng: random.Random) -> Sentence:
    """Puts '(Kamerstukken II 2017/18, 34 843, nr. 30)' before the full stop, as a parataxis of the root."""
    if len(sentence) < 4 or sentence[-1].word not in ".?!":
        return sentence
    root = next(at for at, row in enumerate(sentence) if row.dep == "root")
    base = len(sentence) - 1
    head = base + 1
    parts = _reference_words(rng)
    name, number, mark = "PROPN", "NUM", "PUNCT"
    tags = {
        name: "N|eigen|ev|basis|zijd|stan",
        number: "TW|hoofd|vrij",
        mark: "LET",
        "NOUN": "N|soort|ev|basis|onz|stan",
    }
    rows = []
    for at, (word, pos, space) in enumerate(parts):
        dep = "parataxis" if at == 1 else "punct" if pos == mark else "nummod" if pos == number else "flat"
        rows.append(Row(word, word, pos, tags[pos], "", root if at == 1 else head, dep, space))
    last = replace(sentence[-1], head=_shift(sentence[-1].head, base, len(rows)))
    body = [replace(row, head=_shift(row.head, base, len(rows))) for row in sentence[:-1]]
    body[-1] = replace(body[-1], space=True)
    return (*body, *rows, last)


def _shift(head: int, base: int, by: int) -> int:
    return head + by if head >= base else head


def _reference_words(rng: random.Random) -> list[tuple[str, str, bool]]:
    year = rng.randrange(2009, 2025)
    dossier = str(rng.randrange(21, 37)) + rng.choice(("", " ")) + f"{rng.randrange(1000):03}"
    words = [("(", "PUNCT", False)]
    words.append((rng.choice(("Kamerstukken", "Kamerstuk", "TK", "Handelingen")), "PROPN", True))
    if rng.random() < 0.7:
        words.append((rng.choice(("II", "I")), "PROPN", True))
    if rng.random() < 0.8:
        words += [(f"{year}/{(year + 1) % 100:02}", "NUM", False), (",", "PUNCT", True)]
    words += [(part, "NUM", True) for part in dossier.split()]
    if rng.random() < 0.2:
        words.append((rng.choice(NUMERALS), "PROPN", True))
    words[-1] = (*words[-1][:2], False)
    words += [(",", "PUNCT", True), (rng.choice(("nr.", "nr")), "NOUN", True)]
    words += [(str(rng.randrange(1, 300)), "NUM", False), (")", "PUNCT", False)]
    return words
