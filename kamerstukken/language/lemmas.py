"""The room 'language', its lemmas. A form and its tag to its dictionary form, by rules learned from treebanks.

For every tag the table maps endings to edits ('WW|vd|vrij|zonder': 'gelost' to 'ge-t+sen'); the longest
ending that is known decides, a whole word being the longest of all ('^was'). Words whose ending says little
and that no treebank had are looked up in simplemma's dictionary.
"""

from __future__ import annotations

import gzip
import json
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import simplemma
from spacy.language import Language
from spacy.util import ensure_path

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.tokens import Doc

EDIT = re.compile(r"(?P<ge>ge)?-(?P<cut>\d+)\+(?P<add>.*)\Z")
"""'ge-1+en' (opgelost, oplost, oplos, oplossen: drop the infix, cut, add)."""

PARTICLES = (
    "aan|aaneen|achter|achteruit|af|beet|bij|bijeen|binnen|bloot|boven|dicht|door|droog|fijn|gade|gelijk|goed|groot|hoog|in|ineen|klaar|klem|kwijt|leeg|los|mede|mee|mis|na|neer|om|omhoog|omlaag|omver|onder|op|open|"
    "over|plaats|rond|samen|schoon|stil|stop|tegen|teleur|tegemoet|teniet|terecht|terug|teweeg|toe|uit|uiteen|vast|veilig|vol|voor|voorbij|vooraf|vooruit|voort|vrij|waar|weer|weg|zwart|her|thuis|deel|kennis|achterna|kapot|bekend"
)

INFIX = re.compile(rf"(?P<particle>(?:{PARTICLES})?)ge(?P<stem>.{{2,}})\Z")
"""'geïnformeerd', 'opgelost', 'teruggekoppeld'."""

PLAIN = str.maketrans("ëïöüä", "eioua")

NOTHING = "-0+"

CAPITALS = "^capitals"
"""The table's key for lemmas that are written with a capital, though no names: 'Nederlands', 'Olympisch'."""

SURE = 5
"""An edit chosen by an ending shorter than this gives way to the dictionary."""

LONGEST = 12
"""Endings longer than this are whole words."""

Table = dict[str, dict[str, str]]


def apply_edit(form: str, edit: str) -> str | None:
    """The lemma that an edit makes of a form in small letters; None where it does not fit."""
    parts = EDIT.match(edit)
    if parts is None:
        return None
    if parts["ge"]:
        infix = INFIX.match(form)
        if infix is None:
            return None
        stem = infix["stem"]
        form = infix["particle"] + stem[0].translate(PLAIN) + stem[1:]
    cut = int(parts["cut"])
    return form[: len(form) - cut] + parts["add"] if cut <= len(form) else None


def find_edit(form: str, lemma: str) -> str:
    """The shortest edit from a form in small letters to its lemma."""
    options = [_edit(form, lemma, "")]
    infix = INFIX.match(form)
    if infix:
        options.append(
            _edit(infix["particle"] + infix["stem"][0].translate(PLAIN) + infix["stem"][1:], lemma, "ge")
        )
    return min(options, key=lambda e: len(e.rpartition("+")[2]) + int(e.partition("-")[2].partition("+")[0]))


def _edit(form: str, lemma: str, ge: str) -> str:
    same = 0
    while same < min(len(form), len(lemma)) and form[same] == lemma[same]:
        same += 1
    return f"{ge}-{len(form) - same}+{lemma[same:]}"


def endings(form: str) -> list[str]:
    """The keys of a form, longest first: '^was', 'was', 'as', 's', ''."""
    return [f"^{form}", *(form[at:] for at in range(max(0, len(form) - LONGEST), len(form) + 1))]


@Language.factory("kamerstukken_lemmas", assigns=["token.lemma"], requires=["token.tag"])
class Lemmas:
    """Sets `token.lemma_` from the form and the tag of every word."""

    def __init__(self, nlp: Language, name: str = "kamerstukken_lemmas") -> None:
        self.name = name
        self.table: Table = {}
        self.lemma = lru_cache(maxsize=50_000)(self._lemma)

    def __call__(self, doc: Doc) -> Doc:
        """The same document, its words with lemmas."""
        for token in doc:
            token.lemma_ = self.lemma(token.text, token.tag_, token.is_sent_start is True)
        return doc

    def _lemma(self, word: str, tag: str, first: bool) -> str:
        """The lemma of a word; `first` where it opens a sentence, so that its capital says nothing."""
        if tag.startswith(("SPEC", "LET")) or not any(map(str.isalpha, word)):
            return word
        form = word.lower()
        edit, length = self._edit(form, tag)
        if tag.startswith("N|eigen"):
            return apply_edit(word, edit) or word if edit != NOTHING else _name(word)
        if word.isupper() and len(word) > 1 and tag.startswith("N|"):
            return word
        known = _from_dictionary(form, tag) if length < min(SURE, len(form)) else None
        lemma = known or apply_edit(form, edit) or form
        if word[0].isupper() and not first and tag.startswith("ADJ"):
            return lemma[:1].upper() + lemma[1:]
        return self.table.get(CAPITALS, {}).get(lemma, lemma)

    def _edit(self, form: str, tag: str) -> tuple[str, int]:
        """The edit for a form and the length of the ending that chose it."""
        edits = self.table.get(tag, {})
        for ending in endings(form):
            if ending in edits:
                return edits[ending], len(ending)
        return NOTHING, 0

    def to_disk(self, path: Path, *, exclude: tuple[str, ...] = ()) -> None:
        """Writes the table (gzip, no time stamp, so that the bytes are the same every time)."""
        text = json.dumps(self.table, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        ensure_path(path).write_bytes(gzip.compress(text.encode(), mtime=0))

    def from_disk(self, path: Path, *, exclude: tuple[str, ...] = ()) -> Lemmas:
        """Reads the table."""
        self.table = json.loads(gzip.decompress(ensure_path(path).read_bytes()))
        self.lemma.cache_clear()
        return self

    def initialize(self, *_: Any, **__: Any) -> None:
        """Nothing: the table comes from the training recipe."""


def _name(word: str) -> str:
    """'GENUA' is Genua, 'VWS' stays."""
    return word.capitalize() if word.isupper() and len(word) > 4 else word


def _from_dictionary(form: str, tag: str) -> str | None:
    if tag.startswith("N|soort|ev|basis") or not simplemma.is_known(form, lang="nl"):
        return None  # a noun in the singular is its own lemma; the dictionary would take it for a verb
    found = str(simplemma.lemmatize(form, lang="nl"))
    if tag.startswith("WW|") and not found.endswith("n"):
        return None
    return found.lower()
