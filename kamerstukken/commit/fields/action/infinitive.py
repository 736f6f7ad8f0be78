"""Stage 5, the verb of a summary. A predicate to the dictionary form of its verb, with particle and helper: 'laten aanpakken'."""

from __future__ import annotations

from typing import TYPE_CHECKING

import simplemma

from kamerstukken.commit.fields.action.phrase import is_fixed
from kamerstukken.commit.fields.action.predicate import Predicate
from kamerstukken.commit.fields.action.words import PARTICLES

if TYPE_CHECKING:
    from spacy.tokens import Token

WITH_GE = frozenset(
    {"gebruiken", "gebeuren", "gelden", "geloven", "gelasten", "geleiden", "genieten", "gedogen", "gedragen"}
)
"""Verbs that begin with 'ge' in the dictionary too."""
INSTEAD = {"plaatsvinden": "houden"}
"""Said of the meeting: of who holds it."""


def infinitive(predicate: Predicate) -> str:
    """The dictionary form of the verb with its particle ('pakken … aan' is aanpakken), behind 'laten' or 'blijven'."""
    if not predicate.is_verb:
        return ""
    lemma = _lemma(predicate.verb)
    alone = (c for c in predicate.verb.children if c.dep_ == "compound:prt" and not is_fixed(c))
    particle = next((c.lower_ for c in alone), "")
    tied = any(t.lower_ == particle for c in predicate.verb.children if is_fixed(c) for t in c.subtree)
    if particle in PARTICLES and not lemma.startswith(particle) and not tied:
        lemma = particle + lemma
    lemma = INSTEAD.get(lemma, lemma)
    return f"{predicate.helper} {lemma}" if predicate.helper and predicate.helper != lemma else lemma


def _lemma(verb: Token) -> str:
    """The dictionary form; a participle that no dictionary knows loses its 'ge' ('gemonitord': monitoren)."""
    lemma, text = str(verb.lemma_).lower().replace("_", ""), verb.lower_
    if not lemma.endswith("n"):
        lemma = simplemma.lemmatize(text, lang="nl")
    unknown = text.startswith("ge") and text.endswith(("d", "t")) and lemma.startswith(text.rstrip("dt"))
    return text[2:-1] + "en" if unknown and lemma not in WITH_GE else lemma
