"""Stage 5, one act a row. A parsed unit to the clauses that each carry an act of their own.

'Ik zal deze variant uitwerken en ben voornemens eind dit jaar te besluiten' are two acts, 'Ik zal de afspraken evalueren en
waar nodig aanscherpen' is one. Word order tells better than the parse: only a main clause has its finite verb right behind
'en', and only infinitives that share a modal stand at the end of both halves.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from kamerstukken.commit.lexicon import verb_classes
from kamerstukken.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

JOINS = ("en", "waarna")
IDLE = frozenset({"zijn", "oordelen", "zeggen", "kunnen"})
"""Classes of verbs that do nothing: 'en blijkt uit de cijfers' begins no second act."""

MODAL = frozenset({"zullen", "willen", "gaan"})
LEAST_WORDS = 4
"""Words that each clause has at least: 'en waar nodig aanscherpen' has less."""

FRONT = 2
"""Words that may stand between 'en' and the finite verb: 'en daarvoor is', 'en ik zal'."""

ASKING = ("hoe", "waar", "wat", "wie", "welke", "of")
"""'en hoe kan worden aangesloten' asks on, it begins no act."""

DENIALS = ("geen", "niet", "noch")


def clauses(tree: Doc) -> tuple[Span, ...]:
    """The clauses of a unit as offsets in its text, in order; one span over all of it where there is nothing to part."""
    edges = [-1, *(token.i for token in tree if token.lower_ in JOINS), len(tree)]
    kept = [-1]
    for at, following in pairwise(edges[1:]):
        if _parts(tree[kept[-1] + 1 : at], tree[at + 1 : len(tree)], tree[at + 1 : following]):
            kept.append(at)
    kept.append(len(tree))
    return tuple(_trimmed(tree[left + 1 : right]) for left, right in pairwise(kept))


def _parts(first: Tokens, rest: Tokens, second: Tokens) -> bool:
    """Whether a joining word stands between two acts: what is before it, all that follows, and what follows up to the next one."""
    if any(_words(part) < LEAST_WORDS for part in (first, rest)) or any(t.lower_ in DENIALS for t in second):
        return False
    return _acts(first) and _acts(rest) and (_begins_main_clause(rest) or _share_a_modal(first, rest))


def _words(part: Tokens) -> int:
    return sum(token.is_alpha for token in part)


def _acts(part: Tokens) -> bool:
    """A clause in which something is done: one of its verbs is not idle."""
    return any(_does(token) for token in part)


def _does(token: Token) -> bool:
    """A verb that is not idle, also one that the tagger takes for a noun."""
    classes = verb_classes(token.lemma_.lower() if token.pos_ == "VERB" else token.lower_)
    return not IDLE.issuperset(classes) if classes else token.pos_ == "VERB"


def _begins_main_clause(part: Tokens) -> bool:
    """'en zal ik ook', 'en daarvoor is', 'en ik zal': the finite verb in the first or second place."""
    for token in part[: FRONT + 1]:
        if _is_finite(token):
            return token.pos_ == "AUX" or bool(verb_classes(token.lemma_.lower()))
        if token.pos_ not in ("PRON", "ADV") or token.lower_ in ASKING:
            return False
    return False


def _share_a_modal(first: Tokens, rest: Tokens) -> bool:
    """'wil ik dit ter hand nemen en uw Kamer berichten': an infinitive right before 'en', one behind it, a modal for both."""
    modal = any(_is_finite(token) and token.lemma_.lower() in MODAL for token in first)
    one, other = first[-1], _last_word(rest)
    return modal and _is_infinitive(one) and _is_infinitive(other) and one.lemma_ != other.lemma_


def _last_word(part: Tokens) -> Token:
    return next((token for token in reversed(part) if token.is_alpha), part[-1])


def _is_finite(token: Token) -> bool:
    return token.pos_ in ("VERB", "AUX") and "Fin" in token.morph.get("VerbForm")


def _is_infinitive(token: Token) -> bool:
    """By its tag, or by the lists: at a sentence's end the tagger takes 'berichten' for a noun."""
    return (token.pos_ == "VERB" and "Inf" in token.morph.get("VerbForm")) or bool(verb_classes(token.lower_))


def _trimmed(part: Tokens) -> Span:
    text = part.text
    left, right = len(text) - len(text.lstrip(" ,;")), len(text.rstrip(" ,;"))
    return Span(part.start_char + left, part.start_char + right)
