"""Stage 5, what. The parse of an act to a short Dutch summary in the infinitive: 'Kamer informeren over voortgang'.

The summary is built from the parts of the clause: objects before the verb, phrases and clauses behind it. Subject, moment,
finite auxiliary and words that tie the sentence to its neighbours ('daarom', 'ook') are left out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST = 110
"""Characters of a summary; a phrase that does not fit any more is left out."""

LIGHT = frozenset(
    (
        "zullen",
        "gaan",
        "willen",
        "kunnen",
        "moeten",
        "laten",
        "blijven",
        "komen",
        "beginnen",
        "worden",
        "hebben",
        "zijn",
    )
)
"""Verbs that say how or when; the act is in the infinitive or participle that hangs on them."""

BEFORE = frozenset({"obj", "iobj", "nsubj:pass", "expl:pv"})
BEHIND = frozenset({"obl", "xcomp", "ccomp", "advcl", "obl:arg", "nmod"})
ARTICLE = re.compile(r"\A(?:de|het|een|uw|deze|dit|die|dat)\s+(?=\w)", re.IGNORECASE)
SPACE = re.compile(r"\s+")
TIES = frozenset(
    (
        "daarom",
        "dus",
        "ook",
        "tevens",
        "verder",
        "voorts",
        "daarnaast",
        "bovendien",
        "echter",
        "hiertoe",
        "hierbij",
        "hiermee",
        "vervolgens",
        "dan",
        "wel",
        "zo",
        "nu",
        "thans",
        "momenteel",
        "inmiddels",
        "reeds",
        "al",
        "nog",
    )
)


def act_verb(root: Token) -> Token:
    """The verb that names the act: down from 'zullen', 'willen', 'voornemens zijn om te' to what is to be done."""
    at = root
    for _ in range(4):
        if at.lemma_.lower() not in LIGHT and at.pos_ in ("VERB", "NOUN"):
            return at
        below = [c for c in at.children if c.dep_ in ("xcomp", "ccomp", "advcl", "acl") and _verbal(c)]
        if not below:
            return at
        at = below[0]
    return at


def summary(verb: Token, moment: tuple[int, int] | None = None) -> str:
    """The act in the infinitive. `moment` is the deadline's place in the parsed text, in characters, to be left out."""
    before = [_words(c, moment) for c in verb.children if c.dep_ in BEFORE]
    behind = [_words(c, moment) for c in verb.children if c.dep_ in BEHIND and c.lower_ not in TIES]
    parts = [*_shortened(before), infinitive(verb)]
    for phrase in behind:
        if phrase and len(" ".join([*parts, phrase])) <= LONGEST:
            parts.append(phrase)
    text = SPACE.sub(" ", " ".join(p for p in parts if p)).strip(" ,;:.")
    return text[:1].upper() + text[1:]


def plain(text: str) -> str:
    """A row or a phrase without a verb, as a summary: its words up to the limit, cut between words."""
    words = SPACE.sub(" ", text).strip(" ,;:.")
    if len(words) > LONGEST:
        words = words[:LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:.") + " …"
    return words[:1].upper() + words[1:]


def infinitive(verb: Token) -> str:
    """The dictionary form of a verb with its particle: 'pakken … aan' is aanpakken."""
    lemma = str(verb.lemma_)
    particle = next((c.lower_ for c in verb.children if c.dep_ == "compound:prt"), "")
    return lemma if not particle or lemma.startswith(particle) else particle + lemma


def _verbal(token: Token) -> bool:
    return token.pos_ in ("VERB", "AUX")


def _shortened(phrases: list[str]) -> list[str]:
    return [ARTICLE.sub("", phrase) for phrase in phrases if phrase and phrase.lower() not in ("zich", "mij")]


def _words(head: Token, moment: tuple[int, int] | None) -> str:
    """A phrase as written, up to its first relative clause or aside, without the moment."""
    cut: set[int] = set()
    for token in head.subtree:
        if (
            token.dep_ in ("acl:relcl", "appos", "parataxis", "conj")
            and token is not head
            and len(list(token.subtree)) > 6
        ):
            cut |= {t.i for t in token.subtree}
    tokens = [t for t in head.subtree if t.i not in cut and not _inside(t, moment)]
    if all(t.pos_ in ("ADP", "DET", "PUNCT", "CCONJ", "SCONJ") for t in tokens):
        return ""
    return "".join(t.text_with_ws for t in tokens).strip(" ,;()")


def _inside(token: Token, moment: tuple[int, int] | None) -> bool:
    return moment is not None and moment[0] <= token.idx < moment[1]
