"""Another language pipeline: told by name, part of the recipe's hash, and the stages work with it."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest
import spacy

from kamerstukken.commit import commit
from kamerstukken.language import lemmas, splitter  # noqa: F401  (spaCy finds the two parts by name)
from kamerstukken.language.weights import widen
from kamerstukken.model import Block, Document, Metadata
from kamerstukken.recipe import Recipe

TEXT = "Ik informeer uw Kamer voor de zomer over de uitkomsten van het onderzoek naar de nachtdienst."
LETTER = Document(
    file="a.pdf",
    sha256="0" * 64,
    pages=1,
    layout="ministry",
    metadata=Metadata(date="2023-03-14"),
    text=TEXT,
    blocks=(Block(1, "paragraph", 1, 0, TEXT),),
)


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Our own network without our sentences, saved elsewhere: it stands for a pipeline that a user installed."""
    nlp = widen(spacy.load(Path(str(files("kamerstukken.language"))) / "nl", exclude=["tokenizer"]))
    nlp.remove_pipe("kamerstukken_sentences")
    folder = tmp_path_factory.mktemp("nl_ander") / "pipeline"
    nlp.to_disk(folder)
    return str(folder)


def test_commitments_are_found_with_another_pipeline(other: str) -> None:
    [ours] = commit(LETTER)
    [theirs] = commit(LETTER, language=other)
    assert theirs.quote == ours.quote
    assert (theirs.actor.text, theirs.deadline) == (ours.actor.text, ours.deadline)


def test_the_pipeline_is_part_of_what_a_letter_was_read_with() -> None:
    plain = Recipe()
    assert plain.speaking(None) is plain
    assert plain.speaking("nl_core_news_lg").commit == {"language": "nl_core_news_lg"}
    assert plain.speaking("nl_core_news_lg").made_by != plain.made_by
