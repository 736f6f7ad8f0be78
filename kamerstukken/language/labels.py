"""The room 'language', its labels. What another Dutch pipeline calls differently, in the names of Universal Dependencies."""

from __future__ import annotations

from typing import TYPE_CHECKING

import simplemma
from spacy.language import Language

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

DEPS = {
    "nsubjpass": "nsubj:pass",
    "csubjpass": "csubj:pass",
    "auxpass": "aux:pass",
    "dobj": "obj",
    "prt": "compound:prt",
    "svp": "compound:prt",
    "poss": "nmod:poss",
    "relcl": "acl:relcl",
    "root": "ROOT",
}
"""Labels of Universal Dependencies 1 and of spaCy's older pipelines to those of Universal Dependencies 2."""

VERB_FORMS = (("WW|pv", "Fin"), ("WW|inf", "Inf"), ("WW|vd", "Part"), ("WW|od", "Part"))
"""The beginning of a tag (Corpus Gesproken Nederlands) to the verb's form."""


PARTS_OF_SPEECH = {
    "N|eigen": "PROPN",
    "SPEC": "PROPN",
    "N": "NOUN",
    "WW": "VERB",
    "ADJ": "ADJ",
    "VZ": "ADP",
    "LID": "DET",
    "VNW": "PRON",
    "VG|onder": "SCONJ",
    "VG": "CCONJ",
    "BW": "ADV",
    "TW": "NUM",
    "TSW": "INTJ",
    "LET": "PUNCT",
}
"""The beginning of a tag to the part of speech, for pipelines that give the tag alone; the longer ones first."""


def relabel(doc: Doc) -> Doc:
    """The same document as ours would be labelled.

    Dependency labels of Universal Dependencies 2, `VerbForm` on every verb, a part of speech and a lemma on every
    word, lemmas without underscores, and a verb's without the particle that stands apart as a word of its own.
    """
    for token in doc:
        token.dep_ = DEPS.get(token.dep_, token.dep_)
        tag = token.tag_.replace("__", "|")
        if not token.morph.get("VerbForm"):
            form = next((form for start, form in VERB_FORMS if tag.startswith(start)), None)
            if form:
                token.set_morph("|".join(sorted(filter(None, (str(token.morph), f"VerbForm={form}")))))
        if not token.pos_:
            token.pos_ = next((pos for start, pos in PARTS_OF_SPEECH.items() if tag.startswith(start)), "")
    for token in doc:
        token.lemma_ = _lemma(token)
    return doc


def _lemma(token: Token) -> str:
    if not token.lemma_:
        token.lemma_ = str(simplemma.lemmatize(token.text, lang="nl"))
    lemma = str(token.lemma_)
    if "_" in token.text:
        return lemma
    particle, apart, verb = lemma.partition("_")
    if apart and any(c.dep_ == "compound:prt" and c.lower_ == particle for c in token.children):
        return verb
    return lemma.replace("_", "")


Language.component("kamerstukken_labels", requires=["token.dep"], func=relabel)
