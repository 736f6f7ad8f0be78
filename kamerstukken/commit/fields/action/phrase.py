"""One part of a clause (an object, a phrase with a preposition, a clause) as words of a summary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kamerstukken.commit.fields.action.plain import EDGES
from kamerstukken.commit.fields.action.words import ADVERBS, FIXED, KAMER
from kamerstukken.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

ASIDES = ("acl:relcl", "appos", "parataxis", "advcl")
OPEN_NOUNS = frozenset({"wijze", "manier", "mate", "vraag", "feit"})
"""'de wijze waarop …': says nothing without what follows."""
RELATIVES = frozenset(
    {"die", "dat", "welke", "waarin", "waarbij", "waarmee", "waarvoor", "waarvan", "waarover"}
)
LONG_CONJUNCT = 8
"""Tokens from which the second part of an 'en' is left out where room is short."""
DETERMINERS = frozenset({"de", "het", "een", "deze", "dit", "die", "dat", "uw", "mijn", "onze", "ons"})
OPENING, CLOSING = "(", ")"


def words_of(
    head: Token, longest: int, moment: Span | None = None, *, bare: bool = False, but: Token | None = None
) -> str:
    """A part of a clause as written, up to so many words: without asides, brackets, the moment and leading adverbs.

    `bare` drops the article too, `but` is a part of it to be left out. '' where nothing with a meaning is left.
    """
    left_out = {t.i for t in but.subtree} if but is not None else set()
    left_out |= {c.i for c in head.children if c.dep_ == "cop"}
    kept = [t for t in head.subtree if t.i not in left_out and not _cut(t, head) and not _at(t, moment)]
    tokens = _trimmed(_without_brackets(kept), bare)
    while _count(tokens) > longest and (phrase := _last_phrase(tokens, head)):
        tokens = [t for t in tokens if t.i not in phrase]
    tokens = _closed(tokens)
    if all(t.pos_ in ("ADP", "DET", "PUNCT", "CCONJ", "SCONJ", "ADV") for t in tokens):
        return ""
    return _kamer(_text(tokens))


def is_fixed(head: Token) -> bool:
    """True for words that belong to their verb: 'in kaart', 'van start', 'invulling'."""
    return tuple(fixed_words(head).split()) in FIXED and all(c.dep_ != "amod" for c in head.children)


def fixed_words(head: Token) -> str:
    """The head with its preposition and article alone: 'in gesprek' of 'in gesprek over de tarieven'."""
    own = [c.i for c in head.children if c.dep_ in ("case", "det", "fixed")]
    return " ".join(t.lower_ for t in head.subtree if t.i == head.i or t.i in own)


def _cut(token: Token, head: Token) -> bool:
    at = token
    while at.i != head.i:
        if at.dep_ in ASIDES and at.head.lemma_ not in OPEN_NOUNS:
            return True
        if at.dep_ in ("acl", "conj") and (not _short(at) or _relative(at)):
            return True
        at = at.head
    return False


def _relative(token: Token) -> bool:
    return any(t.lower_ in RELATIVES for t in token.subtree)


def _short(token: Token) -> bool:
    return len(list(token.subtree)) <= LONG_CONJUNCT


def _at(token: Token, moment: Span | None) -> bool:
    return moment is not None and moment.start <= token.idx < moment.end


def _without_brackets(tokens: list[Token]) -> list[Token]:
    kept, depth = [], 0
    for token in tokens:
        depth += (token.text == OPENING) - (token.text == CLOSING)
        if depth == 0 and token.text != CLOSING:
            kept.append(token)
    return kept


def _trimmed(tokens: list[Token], bare: bool) -> list[Token]:
    """Without the adverbs, signs and, where asked, articles in front."""
    at = 0
    while at < len(tokens) and (
        tokens[at].lower_ in ADVERBS
        or tokens[at].pos_ in ("PUNCT", "AUX")
        or (bare and tokens[at].lower_ in DETERMINERS)
    ):
        if at + 1 == len(tokens):
            return tokens[at:]  # 'dit' by itself
        at += 1
    return tokens[at:]


def _count(tokens: list[Token]) -> int:
    return sum(1 for t in tokens if t.pos_ != "PUNCT")


def _last_phrase(tokens: list[Token], head: Token) -> set[int]:
    """The tokens of the last phrase with a preposition, to be left out; none where only the head's own is left."""
    for token in reversed(tokens[1:]):
        if token.pos_ == "ADP" and token.dep_ == "case" and token.head.i != head.i:
            return {t.i for t in token.head.subtree}
    return set()


def _closed(tokens: list[Token]) -> list[Token]:
    """Without prepositions, articles and signs that are left at the end."""
    end = len(tokens)
    while end and (
        tokens[end - 1].pos_ in ("ADP", "DET", "CCONJ", "PUNCT", "SCONJ") or tokens[end - 1].lower_ in ADVERBS
    ):
        if tokens[end - 1].text in ("’", "”", "'", '"'):
            break
        end -= 1
    return tokens[:end]


def _text(tokens: list[Token]) -> str:
    text = "".join(
        t.text_with_ws
        if t.whitespace_ or n + 1 == len(tokens) or tokens[n + 1].i == t.i + 1
        else t.text + " "
        for n, t in enumerate(tokens)
    )
    if (
        tokens
        and tokens[0].i == tokens[0].sent.start
        and tokens[0].pos_ != "PROPN"
        and not tokens[0].text.isupper()
    ):
        text = text[:1].lower() + text[1:]
    return text.strip(EDGES)


def _kamer(text: str) -> str:
    """'uw Kamer' as 'Kamer', 'aan u' as 'aan de Kamer'."""
    if text.lower() in KAMER:
        return "Kamer"
    before, _, behind = text.partition(" ")
    if before.lower() in ("aan", "naar", "met") and behind.lower() in KAMER:
        return f"{before.lower()} de Kamer"
    return text.replace("uw Kamer", "de Kamer")
