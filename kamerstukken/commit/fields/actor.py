"""Stage 5, who acts. The subject of an act, as written and as meant ('ik' is the office that signs)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kamerstukken.language import norm_office, speaker
from kamerstukken.language.speaker import Speaker
from kamerstukken.model import Actor, Document

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

FIRST = frozenset({"ik", "mij", "me", "mijn"})
MANY = frozenset({"wij", "we", "ons", "onze"})
CABINET = re.compile(r"\b(?:het\s+(?:kabinet|Rijk)|de\s+(?:regering|rijksoverheid))\b", re.IGNORECASE)
LETTER = re.compile(r"\b(?:u|uw|Kamer|commissie|brief|dit|dat|er|het|deze|die|wie)\b\W*\Z", re.IGNORECASE)
"""Subjects that act nowhere: the Kamer that is told, a pronoun."""

LONGEST = 80
"""Characters of a subject that still reads as a name."""


def actor(act: Tokens, verb: Token, speaks: Speaker) -> Actor:
    """Who does the act whose verb is given: its subject, or in the passive the 'door' phrase; empty where none is said."""
    subject = _subject(verb) or _agent(verb)
    if subject is None:
        return Actor()
    text = _phrase(act, subject)
    low = text.lower()
    if LETTER.fullmatch(low) or len(text) > LONGEST:
        return Actor()
    return Actor(text, *_meant(text, low, speaks))


def document_speaker(document: Document) -> Speaker:
    """Who 'ik' and 'wij' are in a letter."""
    return speaker(document)


def _meant(text: str, low: str, speaks: Speaker) -> tuple[str | None, str | None]:
    if low in FIRST:
        first = speaks.first
        return (first.office, first.name) if first else (None, None)
    if low in MANY:
        return (speaks.norm if len(speaks.persons) > 1 else "kabinet"), None
    if CABINET.fullmatch(text):
        return ("Rijk" if low == "het rijk" else "kabinet"), None
    if low in ("de minister", "de staatssecretaris") and speaks.first:
        return speaks.first.office, speaks.first.name
    return norm_office(text) or text, None


def _subject(verb: Token) -> Token | None:
    """The subject of a verb, or of the verb that governs it ('Ik wil … onderzoeken'); none in the passive."""
    at = verb
    while True:
        children = list(at.children)
        if any(c.dep_ in ("nsubj:pass", "aux:pass") for c in children):
            return None
        if found := next((c for c in children if c.dep_ == "nsubj"), None):
            return found
        if at.dep_ not in ("xcomp", "conj", "advcl", "ccomp") or at.head is at:
            return None
        at = at.head


def _agent(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ == "obl:agent":
            return child
        if child.dep_ == "obl" and any(c.lower_ == "door" for c in child.children if c.dep_ == "case"):
            return child
    return None


def _phrase(act: Tokens, head: Token) -> str:
    """The head with what belongs to it, without 'door' and without a relative clause."""
    cut = {t.i for c in head.children if c.dep_ in ("acl", "acl:relcl", "case", "appos") for t in c.subtree}
    words = [t for t in head.subtree if t.i not in cut and act.start <= t.i < act.end]
    if not words:
        return str(head.text)
    start, end = words[0].i, words[0].i
    for token in words:
        if token.i > end + 1:
            break
        end = token.i
    text = str(act.doc[start : end + 1].text).strip(" ,")
    return text if start <= head.i <= end else str(head.text)
