"""Stage 5, one act a row. A parsed unit to the clauses that each carry an act of their own.

'Ik zal deze variant uitwerken en ben voornemens eind dit jaar te besluiten' are two acts, 'Ik zal de afspraken evalueren en
waar nodig aanscherpen' is one. Word order tells better than the parse, which is asked last: only a main clause has its finite verb
right behind 'en', and only infinitives that share a modal stand at the end of both halves.
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

TOGETHER = frozenset({"hoogte", "toe", "stand", "gesprek", "overleg"})
"""With these an idle verb does something: 'op de hoogte stellen', 'zeg … toe', 'tot stand komen', 'in gesprek gaan'."""

MODAL = frozenset({"zullen", "willen", "gaan"})
LEAST_WORDS = 4
"""Words that each clause has at least: 'en waar nodig aanscherpen' has less."""

LATEST = 9
"""Words behind ', en' within which the finite verb of a main clause stands."""

SUBORDINATE = ("die", "dat", "om", "te", "als", "zodat", "omdat", "waar", "waarbij", "waarin")
"""Before the finite verb these say that it is not a main clause's."""

FRONT = 2
"""Words that may stand between 'en' and the finite verb: 'en daarvoor is', 'en ik zal'."""

ASKING = ("hoe", "waar", "wat", "wie", "welke", "of")
"""'en hoe kan worden aangesloten' asks on, it begins no act."""

HANGING = ("dat", "doordat", "omdat")
"""Words that both halves can hang on: 'afgesproken is dat … en dat …'."""

SUBJECTS = ("nsubj", "nsubj:pass")
MEANING = frozenset({"willen"})
MEANT = frozenset({"voornemens", "verwacht", "verwachten", "plan"})
"""'ben voornemens … te evalueren en … te berichten': classes of verbs and words that say what one means to do."""

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
    if not (_acts(first) and _acts(rest)):
        return False
    return (
        _begins_main_clause(rest)
        or _has_its_own_subject(second)
        or _behind_a_comma(first, second)
        or _hangs_alike(first, rest)
        or _share_a_modal(first, rest)
        or _both_intended(first, rest)
    )


def _words(part: Tokens) -> int:
    return sum(token.is_alpha for token in part)


def _acts(part: Tokens) -> bool:
    """A clause in which something is done: one of its verbs is not idle, or does something together with another word."""
    return any(_does(token) or token.lower_ in TOGETHER for token in part)


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


def _has_its_own_subject(part: Tokens) -> bool:
    """'en mijn ministerie financiert de kosten', 'en vanuit het programma is er steun': a finite verb that hangs behind the joining word with a subject of its own."""
    for token in part:
        if _is_finite(token) and token.dep_ == "conj" and token.head.i < part.start and _does_as_main(token):
            parts = [child.left_edge.i for child in token.children if child.dep_ not in ("cc", "punct")]
            return min((token.i, *parts)) == part.start and any(
                child.dep_ in SUBJECTS for child in token.children
            )
    return False


def _behind_a_comma(first: Tokens, part: Tokens) -> bool:
    """'…, en vanuit het programma is er steun': a comma before 'en' closes a clause; a finite verb must follow soon, in no subordinate clause."""
    if first[-1].lower_ != "," or not len(part) or part[0].lower_ in ASKING:
        return False
    for token in part[:LATEST]:
        if token.lower_ in SUBORDINATE:
            return False
        if _is_finite(token) and token.i > part.start:
            return True
    return False


def _does_as_main(verb: Token) -> bool:
    return verb.pos_ == "AUX" or _does(verb)


def _hangs_alike(first: Tokens, rest: Tokens) -> bool:
    """'dat een analyse wordt opgesteld en dat oplossingen in kaart worden gebracht': both halves hang on the same word."""
    return rest[0].lower_ in HANGING and any(token.lower_ == rest[0].lower_ for token in first)


def _both_intended(first: Tokens, rest: Tokens) -> bool:
    """'ik verwacht de evaluatie af te ronden en de uitkomst met u te delen': two infinitives with 'te' on a verb that means to."""
    one, other = first[-1], _last_word(rest)
    means = any(MEANING & set(verb_classes(t.lemma_.lower())) or t.lower_ in MEANT for t in first)
    return means and _has_te(one) and _is_infinitive(other) and one.lemma_ != other.lemma_


def _has_te(verb: Token) -> bool:
    return _is_infinitive(verb) and verb.i > 0 and verb.nbor(-1).lower_ == "te"


def _share_a_modal(first: Tokens, rest: Tokens) -> bool:
    """'wil ik dit ter hand nemen en uw Kamer berichten': an infinitive right before 'en', one behind it or at its end, a modal for both."""
    modal = any(_is_finite(token) and token.lemma_.lower() in MODAL for token in first)
    one = first[-1]
    hung = [
        token for token in rest if token.dep_ == "conj" and token.head.i == one.i and token.pos_ == "VERB"
    ]
    others = [token for token in (_last_word(rest), *hung) if _is_infinitive(token)]
    return modal and _is_infinitive(one) and any(one.lemma_ != other.lemma_ for other in others)


def _last_word(part: Tokens) -> Token:
    return next((token for token in reversed(part) if token.is_alpha), part[-1])


def _is_finite(token: Token) -> bool:
    return token.pos_ in ("VERB", "AUX") and "Fin" in token.morph.get("VerbForm")


def _is_infinitive(token: Token) -> bool:
    """By its tag, or by the lists: at a sentence's end the tagger takes 'berichten' for a noun."""
    return (token.pos_ == "VERB" and "Inf" in token.morph.get("VerbForm")) or bool(verb_classes(token.lower_))


def _trimmed(part: Tokens) -> Span:
    text = part.text
    left = len(text) - len(text.lstrip(" ,;"))
    right = max(left, len(text.rstrip(" ,;")))
    return Span(part.start_char + left, part.start_char + right)
