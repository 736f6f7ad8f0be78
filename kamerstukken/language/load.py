"""The room 'language', its pipeline. Text to parsed documents, by our own Dutch or by another that is installed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

from kamerstukken.errors import BadInput
from kamerstukken.language.slim import slim_spacy
from kamerstukken.language.tables import lists

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.language import Language
    from spacy.tokens import Doc

BATCH = 64
"""Documents at a time where no other number is given. The parser takes a step for half of them at once: with fewer it
waits for memory, with more the batch itself takes much of it (7 kB a word)."""

OURS = "nl_kamerstukken"
"""Name of the pipeline that ships in the package."""


def load(name: str | None = None) -> Language:
    """The Dutch pipeline, made once a process: ours, or any installed spaCy pipeline for Dutch by its name or folder.

    `nlp.to_disk(FOLDER)` saves ours; `load(FOLDER)` reads it again.

    Whatever the pipeline, its sentences are those of `sentence_spans`, its part-of-speech tags and dependency labels
    those of Universal Dependencies. Raises BadInput where no such pipeline is installed, or it is not Dutch or
    has no parser.
    """
    return _ours() if name is None or name == OURS else _other(name)


def parse(texts: Iterable[str], *, name: str | None = None, batch_size: int = BATCH) -> Iterator[Doc]:
    """Texts to parsed documents, in order and in batches; each text may hold any number of sentences."""
    yield from load(name).pipe(texts, batch_size=batch_size)


def load_folder(folder: Path) -> Language:
    """A pipeline as the training recipe packs it: half-precision weights, its tokenizer left out."""
    spacy = slim_spacy()
    from kamerstukken.language import lemmas, splitter  # noqa: F401  (spaCy finds the two parts by name)
    from kamerstukken.language.encoder import quicken
    from kamerstukken.language.weights import widen

    nlp = with_abbreviations(widen(spacy.load(folder, exclude=["tokenizer"])))
    network = nlp.get_pipe("tok2vec")
    network.model = quicken(network.model)
    nlp.batch_size = BATCH
    return nlp


@cache
def _ours() -> Language:
    with as_file(files(__package__) / "nl") as folder:
        return load_folder(folder)


def with_abbreviations(nlp: Language) -> Language:
    """The pipeline, its tokenizer keeping the abbreviations of letters whole ('i.h.k.v.', 'nrs.')."""
    from spacy.attrs import ORTH

    known = lists("abbreviations.toml")
    for word in sorted({w for kind in ("open", "closing", "either") for w in known[kind]}):
        for form in (word, word.capitalize()):
            nlp.tokenizer.add_special_case(form, [{ORTH: form}])
    return nlp


@cache
def _other(name: str) -> Language:
    spacy = slim_spacy()
    from kamerstukken.language import labels, lemmas, splitter  # noqa: F401

    try:
        nlp = spacy.load(name)
    except OSError as error:
        raise BadInput(
            f"--language {name}: no such spaCy pipeline is installed; install it, or leave the option out to use {OURS}"
        ) from error
    if nlp.lang != "nl" or "parser" not in nlp.pipe_names:
        raise BadInput(
            f"--language {name}: is not a Dutch pipeline with a parser (lang {nlp.lang}, {nlp.pipe_names})"
        )
    for part in ("senter", "sentencizer"):
        if part in nlp.pipe_names:
            nlp.remove_pipe(part)
    if "kamerstukken_sentences" not in nlp.pipe_names:  # else it is ours, saved by `nlp.to_disk`
        nlp.add_pipe("kamerstukken_sentences", first=True)
        nlp.add_pipe("kamerstukken_labels", last=True)
    return with_abbreviations(nlp)
