"""Training, step 4. The trained network, the splitter and the lemmas as the one folder that ships in the package."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import spacy
from spacy.language import Language

from kamerstukken.language import splitter  # noqa: F401  (registers the component)
from kamerstukken.language.lemmas import Lemmas, Table
from kamerstukken.language.weights import halve

VERSION = "0.1.0"
META = {
    "name": "kamerstukken",
    "version": VERSION,
    "description": "Dutch of government letters: sentences, tags, morphology, lemmas, dependencies",
    "author": "the kamerstukken authors",
    "license": "Apache-2.0 (code); trained on CC BY-SA 4.0 and LGPL-2.1-or-later sources, see NOTICE",
}


FOLDER = re.compile(r'"/(?:[^"/]*/)*(?=[^"/]+\.spacy")')
"""The folder of a training file in a config ('"/home/me/w/train.spacy"'): nobody else has it."""


def pack(best: Path, lemmas: Table, target: Path) -> None:
    """Writes TARGET anew: weights at half precision, no strings but the labels', no scores.

    The tokenizer is spaCy's for Dutch with our abbreviations, which `load` adds: written out it would be read twice.
    """
    nlp = spacy.load(best)
    nlp.add_pipe("kamerstukken_sentences", first=True)
    part = nlp.add_pipe("kamerstukken_lemmas", last=True)
    assert isinstance(part, Lemmas)
    part.table = lemmas
    nlp.meta.update(META)
    nlp.meta["performance"] = {}
    shutil.rmtree(target, ignore_errors=True)
    strings = _label_strings(nlp)
    halve(nlp).to_disk(target, exclude=["tokenizer"])
    config = target / "config.cfg"
    config.write_text(FOLDER.sub('"', config.read_text(encoding="utf-8")), encoding="utf-8")
    (target / "vocab" / "strings.json").write_text(json.dumps(strings, ensure_ascii=False), encoding="utf-8")


def _label_strings(nlp: Language) -> list[str]:
    """The strings that the pipeline must know: its labels. The network hashes words, so theirs are left out."""
    kept: set[str] = set()
    for name in nlp.pipe_names:
        for label in getattr(nlp.get_pipe(name), "labels", ()):
            kept |= {label, *label.split("|"), *label.split("||")}
    return sorted(kept - {""})
