"""The room 'language', its pipeline. Text to parsed documents, by our own Dutch or by another that is installed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

from kamerstukken.errors import BadInput

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

OURS = "nl_kamerstukken"
"""Name of the pipeline that ships in the package."""


@cache
def load(name: str | None = None) -> Language:
    """The Dutch pipeline, made once a process: ours, or any installed spaCy pipeline for Dutch by its name.

    Whatever the pipeline, its sentences are those of `sentence_spans`, its part-of-speech tags and dependency labels
    those of Universal Dependencies. Raises BadInput where no such pipeline is installed, or it is not Dutch or
    has no parser.
    """
    return _ours() if name in (None, OURS) else _other(str(name))


def parse(texts: Iterable[str], *, name: str | None = None, batch_size: int = 64) -> Iterator[Doc]:
    """Texts to parsed documents, in order and in batches; each text may hold any number of sentences."""
    yield from load(name).pipe(texts, batch_size=batch_size)


def _ours() -> Language:
    import spacy

    from kamerstukken.language import lemmas, splitter  # noqa: F401  (spaCy finds the two parts by name)
    from kamerstukken.language.weights import widen

    with as_file(files(__package__) / "nl") as folder:
        return widen(spacy.load(folder))


def _other(name: str) -> Language:
    import spacy

    from kamerstukken.language import splitter  # noqa: F401

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
    nlp.add_pipe("kamerstukken_sentences", first=True)
    return nlp
