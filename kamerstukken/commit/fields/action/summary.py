"""Stage 5, what. The parse of an act to a short Dutch summary in the infinitive: 'Kamer informeren over voortgang'.

The summary is built from the parts of the clause: objects, words that belong to the verb, the infinitive, phrases and clauses.
Subject, moment, auxiliaries, circumstances and words that tie the sentence to its neighbours are left out; a thing that is the
subject of what happens to it ('de wet treedt in werking') becomes the object ('wet in werking laten treden').
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kamerstukken.commit.fields.action.infinitive import infinitive
from kamerstukken.commit.fields.action.phrase import fixed_words, is_fixed, words_of
from kamerstukken.commit.fields.action.plain import sentence_case, shortened
from kamerstukken.commit.fields.action.predicate import SPEAKS, Predicate, subject_of
from kamerstukken.commit.fields.action.words import (
    AWAITED,
    CIRCUMSTANCE,
    DELIVERED,
    EMPTY_HEADS,
    HAPPENS,
    INTENTIONS,
    PARTICLES,
    POINTING,
    PRONOUNS,
    QUESTIONS,
    TIMES,
    TOLD,
    WONDERS,
)
from kamerstukken.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

LONGEST = 13
"""Words of a summary; a part that does not fit any more is left out."""
OBJECT, PHRASE, SHORT, CLAUSE = 10, 9, 5, 11
"""Words of an object, a phrase with a preposition, a clause."""
OBJECTS = ("obj", "iobj", "nsubj:pass")
PHRASES = ("obl", "obl:arg", "nmod")
CLAUSES = ("xcomp", "ccomp")
REFLEXIVE = frozenset({"zich", "mij", "ons", "me"})
UNNAMED = frozenset({"die", "dat", "welke", "wat", "het", "ze", "hem", "haar"})
"""Objects that name nothing by themselves."""
# 'op 28 september 2022', 'in 2014', 'eind mei': when, and not what
TIME = re.compile(
    r"(?:op|in|per|tot|vanaf|sinds|na|voor|uiterlijk|eind|begin|medio|rond)\s(?:\S+\s){0,3}?(?:(?:19|20)\d\d|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)\b",
    re.IGNORECASE,
)
WRAPPED = re.compile(
    r"(?:(?:Verder\s+)?Werken\s+aan|Samenwerken\s+aan|Beginnen\s+met|Starten\s+met|Start\s+maken\s+met|Overgaan\s+tot|Bezig\s+met|Bezig\s+zijn\s+met)"
    r"\s+het\s+(?P<verb>[a-z]+en)\s+van\s+(?:de\s+|het\s+|een\s+)?(?P<what>.+)"
)
BEGINS = frozenset({"starten", "beginnen", "stoppen", "openen", "sluiten"})
"""Verbs of which a thing and who does it can be the subject: 'campagne starten'."""
RECEIVES = frozenset({"ontvangen", "krijgen", "tegemoetzien"})
HEAD_WORDS = 6
"""Words of a heading that can stand for what an act is about."""


@dataclass(frozen=True, slots=True)
class _Parts:
    objects: tuple[str, ...] = ()
    fixed: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    fronted: tuple[str, ...] = ()
    clauses: tuple[str, ...] = ()
    reflexive: bool = False
    denied: bool = False
    pointing: str = ""
    """'hierover', 'daaraan'."""


def summary_of(
    clause: Tokens, predicate: Predicate, *, acts: bool, moment: Span | None = None, heading: str = ""
) -> str:
    """The act in the infinitive, '' where its parse gives nothing to say.

    `acts` tells that the subject is somebody who acts, `moment` the deadline's place in the parsed text, in characters, to be
    left out; `heading` is the nearest heading, named where the act's own words only point at what it is about.
    """
    subject = subject_of(predicate)
    if not predicate.is_verb:
        return _about(_state(predicate, subject, acts, moment), heading)
    parts = _parts(clause, predicate, moment)
    told = infinitive(predicate)
    if predicate.verb.lemma_ in WONDERS and (asked := _question(clause, predicate)):
        parts = replace(parts, clauses=(asked,), phrases=())
    if told == "terugkomen" and not parts.phrases:
        parts = replace(parts, pointing="hierop")
    if told in AWAITED and parts.objects and not parts.clauses:
        things = " ".join(parts.objects).lower()
        told = "opleveren" if any(noun in things for noun in DELIVERED) else ""
    if subject is not None and predicate.verb.lemma_ in RECEIVES:
        parts, told = _received(parts, words_of(subject, OBJECT, moment, bare=True))
    elif subject is not None and not acts and not parts.objects:
        parts, told = _let_happen(parts, subject, told, predicate, moment)
    found = _about(unwrapped(_joined(parts, told) + _second(clause, predicate, moment)), heading)
    return found if " " in found else ""  # 'treed ik in overleg': 'Treden' alone says nothing


def _question(clause: Tokens, predicate: Predicate) -> str:
    """'of een tweede veer nodig is': from the question's first word to the end of the clause."""
    opens = next((t for t in clause if t.i > predicate.all[0].i and t.lower_ in QUESTIONS), None)
    return shortened(str(clause.doc[opens.i : clause.end].text), CLAUSE) if opens is not None else ""


def unwrapped(text: str) -> str:
    """'Werken aan het opstellen van een plan' as 'Plan opstellen'."""
    found = WRAPPED.fullmatch(text)
    return sentence_case(f"{found['what']} {found['verb']}") if found else text


def _state(predicate: Predicate, subject: Token | None, acts: bool, moment: Span | None) -> str:
    """What is without being done: 'Wetsvoorstel in voorbereiding', 'In gesprek met de gemeenten'."""
    what = words_of(subject, OBJECT, moment, bare=True) if subject is not None and not acts else ""
    return sentence_case(
        shortened(f"{what} {words_of(predicate.verb, CLAUSE, moment, but=subject)}", LONGEST)
    )


def _parts(clause: Tokens, predicate: Predicate, moment: Span | None) -> _Parts:
    """The parts of all verbs of an act, each once, in the order of the text."""
    found = _Parts()
    verbs = {verb.i for verb in predicate.all}
    children = sorted((c for v in predicate.all for c in v.children if c.i not in verbs), key=lambda t: t.i)
    for child in children:
        if clause.start <= child.i < clause.end:
            found = _with(found, child, clause, predicate, moment)
    return found


def _with(parts: _Parts, child: Token, clause: Tokens, predicate: Predicate, moment: Span | None) -> _Parts:
    if child.lower_ == "niet":
        return replace(parts, denied=True)
    if child.lemma_.lower() in INTENTIONS and fixed_words(child).startswith("van "):
        return parts
    if child.lower_ in POINTING:
        return replace(parts, pointing=child.lower_)
    if child.dep_ == "expl:pv" or (child.dep_ in OBJECTS and child.lower_ in REFLEXIVE):
        return replace(parts, reflexive=True)
    if child.lower_ == "mogelijk" and predicate.verb.lemma_ != "maken":  # 'waar mogelijk'
        return parts
    if is_fixed(child) or (child.dep_ == "compound:prt" and child.lower_ not in PARTICLES):
        behind = tuple(words_of(c, PHRASE, moment) for c in child.children if c.dep_ in PHRASES)
        return replace(parts, fixed=(*parts.fixed, fixed_words(child)), phrases=(*parts.phrases, *behind))
    undergone = (
        child.dep_ == "nsubj"
        and child.lower_ not in SPEAKS
        and (predicate.passive or child.i != _index(subject_of(predicate)))
    )
    if child.dep_ in OBJECTS or undergone:
        words = words_of(child, OBJECT, moment, bare=True)
        return parts if words.lower() in UNNAMED else replace(parts, objects=(*parts.objects, words))
    if child.dep_ in PHRASES:
        return _with_phrase(parts, child, clause, predicate, moment)
    if child.dep_ in CLAUSES or (
        child.dep_ in ("advcl", "acl") and child.i > predicate.verb.i and _asks(predicate)
    ):
        return replace(parts, clauses=(*parts.clauses, words_of(child, CLAUSE, moment)))
    return parts


def _index(token: Token | None) -> int:
    return -1 if token is None else int(token.i)


def _asks(predicate: Predicate) -> bool:
    """'vragen om te', 'zorgen dat': without what is asked the summary says nothing."""
    return predicate.verb.lemma_ in ("vragen", "verzoeken", "zorgen", "opdragen", "oproepen", "adviseren")


def _with_phrase(
    parts: _Parts, child: Token, clause: Tokens, predicate: Predicate, moment: Span | None
) -> _Parts:
    words = words_of(child, PHRASE, moment)
    low = words.lower()
    if not words or child.lemma_.lower() in TIMES or TIME.match(words):
        return parts
    if low.startswith("over ") and predicate.verb.lemma_ in TOLD:
        return replace(parts, phrases=(*parts.phrases, _both(child, words, moment)))
    first = min(t.i for t in child.subtree)
    finite = min(t.i for t in predicate.all)
    circumstance = f"{low} ".startswith(CIRCUMSTANCE)
    if circumstance or (first <= clause.start + 1 and first < finite):
        return parts if circumstance else replace(parts, fronted=(*parts.fronted, words))
    return replace(parts, phrases=(*parts.phrases, _both(child, words, moment)))


def _both(child: Token, words: str, moment: Span | None) -> str:
    """A phrase and its shorter form, for where there is no room, with a bar between."""
    short = words_of(child, SHORT, moment)
    return f"{words}|{short}" if short != words else words


def _received(parts: _Parts, subject: str) -> tuple[_Parts, str]:
    """'U ontvangt de evaluatie' is sending it to the Kamer, whichever of the two the parse took for the subject."""
    things = [o for o in parts.objects if o != "Kamer"]
    if subject == "Kamer" or "Kamer" in parts.objects:
        what = things or [s for s in (subject,) if s != "Kamer"]
        return replace(parts, objects=("Kamer", *what)), "sturen"
    to = (f"aan {subject}",) if subject and subject.lower() not in PRONOUNS else ()
    return replace(parts, objects=(*things,), phrases=(*to, *parts.phrases)), "geven"


def _let_happen(
    parts: _Parts, subject: Token, told: str, predicate: Predicate, moment: Span | None
) -> tuple[_Parts, str]:
    """A thing that something happens to, as the object of who lets it happen."""
    words = words_of(subject, OBJECT, moment, bare=True)
    if not words or words.lower() in PRONOUNS:
        return parts, told
    happens = predicate.is_verb and (
        predicate.verb.lemma_ in HAPPENS or any(told.endswith(h) for h in HAPPENS)
    )
    said = parts.reflexive or parts.phrases or parts.clauses
    if not happens and said and predicate.verb.lemma_ not in BEGINS:
        return parts, told
    return replace(parts, objects=(words,)), f"laten {told}" if happens else told


def _joined(parts: _Parts, told: str) -> str:
    objects = [o for o in parts.objects if o]
    alone = not parts.phrases and not parts.clauses and all(o == "Kamer" for o in objects)
    signs = [
        parts.pointing if alone else "",
        "zich" if parts.reflexive else "",
        "niet" if parts.denied else "",
    ]
    before = [word for word in (*objects, *signs, *parts.fixed, told) if word]
    behind = [*parts.phrases, *parts.clauses]
    if not objects and not behind:
        behind = list(parts.fronted)
    text = " ".join(before)
    core = text
    for part in behind:
        fitting = (f"{text} {form}" for form in part.split("|") if form)
        text = next((longer for longer in fitting if len(longer.split()) <= LONGEST), text)
    if behind and text == core and len(before) <= 2:
        text = shortened(f"{text} {behind[0].split('|')[0]}", LONGEST)
    return sentence_case(text)


def _second(clause: Tokens, predicate: Predicate, moment: Span | None) -> str:
    """' en vastleggen': a second verb that shares the object of the first."""
    for child in predicate.verb.children:
        if child.dep_ != "conj" or child.pos_ != "VERB" or not clause.start <= child.i < clause.end:
            continue
        own = [words_of(c, OBJECT, moment, bare=True) for c in child.children if c.dep_ in OBJECTS]
        verb = infinitive(Predicate(child))
        words = " ".join(filter(None, [*own[:1], verb]))
        fits = len(words.split()) <= PHRASE and verb.endswith("n") and child.lemma_ != predicate.verb.lemma_
        return f" en {words}" if fits else ""
    return ""


def _about(text: str, heading: str) -> str:
    """With the heading where the act's own words only point ('Kamer hierover informeren')."""
    content = [
        w
        for w in text.lower().split()
        if w not in PRONOUNS and w not in ("kamer", "zich", "niet", "aan", "de")
    ]
    words = heading.strip(" :.0123456789").split()
    if (
        len(content) > 1
        or not 1 <= len(words) <= HEAD_WORDS
        or {w.lower().strip(":") for w in words} & EMPTY_HEADS
    ):
        return text
    return f"{text} ({' '.join(words)})"
