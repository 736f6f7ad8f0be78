"""The room 'language'. Text to sentences, tags, lemmas and dependencies; the one place that makes the pipeline."""

from kamerstukken.language.load import load, parse
from kamerstukken.language.names import Name, find_names
from kamerstukken.language.offices import Office, find_offices, former_names, norm_ministry, norm_office
from kamerstukken.language.sentences import sentence_spans
from kamerstukken.language.speaker import Person, Speaker, office_of, speaker, surname

__all__ = [
    "Name",
    "Office",
    "Person",
    "Speaker",
    "find_names",
    "find_offices",
    "former_names",
    "load",
    "norm_ministry",
    "norm_office",
    "office_of",
    "parse",
    "sentence_spans",
    "speaker",
    "surname",
]
