"""The room 'language', its labels. What another Dutch pipeline calls differently, in the names of Universal Dependencies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

if TYPE_CHECKING:
    from spacy.tokens import Doc

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


def relabel(doc: Doc) -> Doc:
    """The same document with dependency labels of Universal Dependencies 2, and `VerbForm` on every verb."""
    for token in doc:
        if token.dep_ in DEPS:
            token.dep_ = DEPS[token.dep_]
        if not token.morph.get("VerbForm"):
            tag = token.tag_.replace("__", "|")
            form = next((form for start, form in VERB_FORMS if tag.startswith(start)), None)
            if form:
                token.set_morph("|".join(sorted(filter(None, (str(token.morph), f"VerbForm={form}")))))
    return doc


Language.component("kamerstukken_labels", requires=["token.dep"], func=relabel)
