"""Stage 5, features of the parse. A parsed unit to named numbers: which verbs, of whom, in what tense, on what.

Where `features` sees words, this sees who does what: 'Ik informeer u' and 'De Inspectie informeert scholen' differ in
their subject, 'is onderzocht' and 'wordt onderzocht' in their tense. Lemmas stand beside their classes (`lexicon`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kamerstukken.commit.features import Features
from kamerstukken.commit.lexicon import Classes, noun_classes, verb_classes

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SUBJECTS = ("nsubj", "nsubj:pass")
HELPERS = ("aux", "aux:pass", "cop")
FOLLOWERS = ("xcomp", "conj", "ccomp")
"""Verbs hung on another that carry the act themselves: 'gaan … onderzoeken', 'en berichten', 'dat wordt verkend'."""

PRONOUNS = {"ik": "ik", "wij": "wij", "we": "wij", "u": "kamer", "uw": "kamer"}
ROOTS = 2
"""So many sentences of a unit are looked at: one as a rule."""

MANY_VERBS = 5

Named = Iterator[tuple[str, float]]


def grammar(tree: Doc) -> Features:
    """The features of a parsed unit, by name, each with its own weight."""
    found: Features = {}
    for name, value in _all(tree):
        found[name] = max(value, found.get(name, 0.0))
    return found


def _all(tree: Doc) -> Named:
    for root in [token for token in tree if token.dep_ == "ROOT"][:ROOTS]:
        yield f"rp:{root.pos_}", 1.0
        if _is_clause(root):
            yield from _clause(root)
        else:
            yield from ((f"Rn:{name}", 1.0) for name in noun_classes(root.lemma_.lower()))
    yield from _words(tree)


def _is_clause(token: Token) -> bool:
    return token.pos_ in ("VERB", "AUX") or any(child.dep_ in HELPERS for child in token.children)


def _clause(root: Token) -> Named:
    yield from _verb(root, "R")
    for token in root.subtree:
        if token is root or token.pos_ != "VERB":
            continue
        if token.dep_ in FOLLOWERS:
            yield from _verb(token, "X")
        else:
            yield f"sub:{token.dep_}", 0.5
            yield f"subv:{token.lemma_.lower()}", 0.4
            yield from ((f"S:{token.dep_}|{name}", 0.5) for name in _classes(token))


def _verb(verb: Token, where: str) -> Named:
    """One verb with its subject, tense and company; `where` keeps the main verb ('R') and its followers ('X') apart."""
    lemma, tense, subject = verb.lemma_.lower(), _tense(verb), _subject(verb)
    subjects = _who(subject)
    passive = any(child.dep_ in ("aux:pass", "nsubj:pass") for child in verb.children)
    yield f"{where}v:{lemma}", 1.0
    yield f"{where}t:{tense}", 1.0
    yield f"{where}vt:{lemma}|{tense}", 0.7
    if passive:
        yield f"{where}pas", 1.0
    if subject is not None:
        yield f"{where}sl:{subject.lemma_.lower()}", 0.7
    for who in subjects:
        yield f"{where}sc:{who}", 1.0
        yield f"{where}sct:{who}|{tense}", 1.0
        yield f"{where}st:{who}|{tense}|{passive}", 1.0
        yield f"{where}vs:{lemma}|{who}", 0.7
    yield from _class_of_verb(verb, where, tense, subjects)
    yield from _company(verb, where)


def _class_of_verb(verb: Token, where: str, tense: str, subjects: Classes) -> Named:
    for name in _classes(verb):
        yield f"{where}vc:{name}", 1.0
        yield f"{where}vct:{name}|{tense}", 1.0
        for who in subjects:
            yield f"{where}vcs:{name}|{who}", 1.0
            yield f"{where}vcst:{name}|{who}|{tense}", 0.7


def _company(verb: Token, where: str) -> Named:
    """What stands with a verb: objects, moments and places with their preposition, adverbs, further verbs."""
    lemma = verb.lemma_.lower()
    for child in verb.children:
        word = child.lemma_.lower()
        if child.dep_ == "obj":
            yield f"{where}o:{word}", 0.7
            yield f"{where}vo:{lemma}|{word}", 0.5
        elif child.dep_ == "iobj":
            yield from ((f"{where}io:{who}", 1.0) for who in _who(child))
        elif child.dep_ == "advmod":
            yield f"{where}am:{child.lower_}", 0.7
        elif child.dep_ in ("obl", "obl:agent", "nmod"):
            preposition = next((t.lower_ for t in child.children if t.dep_ == "case"), "")
            yield f"{where}ob:{preposition}|{word}", 0.5
            yield f"{where}obp:{preposition}", 0.5
        elif child.dep_ in ("xcomp", "ccomp"):
            yield f"{where}xc:{word}", 0.7
        if child.dep_ in ("obj", "iobj", "obl"):
            for name in noun_classes(word):
                yield f"{where}{child.dep_}:{name}", 0.7
                yield from ((f"{where}{child.dep_}v:{verb_}|{name}", 0.7) for verb_ in _classes(verb))


def _words(tree: Doc) -> Named:
    for token in tree:
        lemma = token.lemma_.lower()
        if token.pos_ in ("NOUN", "VERB", "ADJ", "ADV"):
            yield f"l:{lemma}", 0.5
        if token.pos_ == "NOUN":
            yield from ((f"N:{name}", 0.5) for name in noun_classes(lemma))
        elif token.pos_ == "VERB":
            yield from ((f"V:{name}", 0.5) for name in verb_classes(lemma))
    verbs = min(MANY_VERBS, sum(token.pos_ == "VERB" for token in tree))
    if verbs:
        yield "verbs", 0.3 * verbs


def _classes(verb: Token) -> Classes:
    return verb_classes(verb.lemma_.lower()) or ("?",)


def _subject(verb: Token) -> Token | None:
    """The subject of a verb; a follower without one shares that of the verb it hangs on."""
    own = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
    if own is None and verb.dep_ in ("xcomp", "conj"):
        return next((child for child in verb.head.children if child.dep_ in SUBJECTS), None)
    return own


def _tense(verb: Token) -> str:
    """Tense of the finite verb and the helpers: 'Past', 'Preszullen', 'gaan>' for 'gaan onderzoeken'."""
    if verb.dep_ == "xcomp":
        return f"{verb.head.lemma_.lower()}>"
    helpers = [child for child in verb.children if child.dep_ in HELPERS]
    finite = next((h for h in helpers if "Fin" in h.morph.get("VerbForm")), verb)
    return "".join(finite.morph.get("Tense")) + "+".join(sorted({h.lemma_.lower() for h in helpers}))


def _who(token: Token | None) -> Classes:
    """Who a subject or receiver is: 'ik', 'wij', 'kamer', a class of nouns, 'propn', 'anders', 'geen'."""
    if token is None:
        return ("geen",)
    if token.lower_ in PRONOUNS:
        return (PRONOUNS[token.lower_],)
    lemma = token.lemma_.lower()
    if lemma == "kamer":
        return ("kamer",)
    if token.pos_ in ("PRON", "DET"):
        return (f"pr:{token.lower_}",)
    return noun_classes(lemma) or ("propn" if token.pos_ == "PROPN" else "anders",)
