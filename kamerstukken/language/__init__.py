"""The room 'language'. Text to sentences, tags, lemmas and dependencies; the one place that makes the pipeline."""

from kamerstukken.language.load import load, parse
from kamerstukken.language.sentences import sentence_spans

__all__ = ["load", "parse", "sentence_spans"]
