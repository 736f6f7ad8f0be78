"""Which verb of a clause names the act, and what verbs stand above it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kamerstukken.commit.fields.action.words import INTENDS, INTENTIONS, LIGHT

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

DEPTH = 5
"""Verbs that may stand above the act's own: 'verwacht te kunnen laten onderzoeken'."""
SPEAKS = frozenset({"ik", "wij", "we", "kabinet", "minister", "staatssecretaris"})
BELOW = ("xcomp", "ccomp", "advcl", "acl", "csubj", "obl")


@dataclass(frozen=True, slots=True)
class Predicate:
    """The verb that names the act, with the verbs it hangs on, from the highest ('wil', 'laten')."""

    verb: Token
    above: tuple[Token, ...] = ()

    @property
    def all(self) -> tuple[Token, ...]:
        """All verbs of the act, from the highest."""
        return (*self.above, self.verb)

    @property
    def helper(self) -> str:
        """'laten' or 'blijven', which change what is done; '' where none stands above."""
        lemmas = [t.lemma_.lower() for t in self.above]
        return next((word for word in ("laten", "blijven") if word in lemmas), "")

    @property
    def passive(self) -> bool:
        """True where the subject is what something is done to: 'de regeling wordt aangepast'."""
        return any(c.dep_ in ("aux:pass", "nsubj:pass") for verb in self.all for c in verb.children)

    @property
    def is_verb(self) -> bool:
        """False for 'is in voorbereiding', 'is van kracht'."""
        return self.verb.pos_ in ("VERB", "AUX")


def predicate_of(clause: Tokens) -> Predicate:
    """Down from 'zullen', 'ben voornemens om te', 'zeg toe dat' to what is to be done."""
    above: list[Token] = []
    at = clause.root
    for _ in range(DEPTH):
        if not _leads_on(at):
            break
        below = [
            c for c in at.children if c.dep_ in BELOW and c.pos_ in ("VERB", "AUX") and _inside(c, clause)
        ]
        below += [c for c in at.children if c.dep_ in BELOW and _copula(c)]
        if not below:
            break
        above.append(at)
        at = below[0]
    if (
        at.lemma_.lower() in LIGHT
        and at.pos_ in ("VERB", "AUX")
        and (loose := _last_verb(clause, at)) is not None
    ):
        return Predicate(loose, (*above, at))
    return Predicate(at, tuple(above))


def subject_of(predicate: Predicate) -> Token | None:
    """The subject of an act's verbs; of several that the parse gives, the one who speaks ('Dit plafond zal ik verwerken')."""
    found = [c for verb in reversed(predicate.all) for c in verb.children if c.dep_ == "nsubj"]
    return next((t for t in found if t.lower_ in SPEAKS), None) or next(iter(found), None)


def _leads_on(token: Token) -> bool:
    particle = next((c.lower_ for c in token.children if c.dep_ == "compound:prt"), "")
    lemma = particle + str(token.lemma_).lower().removeprefix(particle)
    if token.pos_ in ("VERB", "AUX"):
        return lemma in LIGHT or lemma in INTENDS
    return lemma in INTENTIONS or token.lower_ in INTENTIONS


def _copula(token: Token) -> bool:
    return any(c.dep_ == "cop" for c in token.children) and token.lemma_.lower() in INTENTIONS


def _inside(token: Token, clause: Tokens) -> bool:
    return bool(clause.start <= token.i < clause.end)


def _last_verb(clause: Tokens, light: Token) -> Token | None:
    """The participle or infinitive that closes a clause, where the parse did not tie it to its 'wordt' or 'zal'."""
    for token in reversed(clause):
        if token.pos_ == "VERB" and token.i != light.i:
            form = token.morph.get("VerbForm")
            return token if form and form[0] in ("Part", "Inf") and token.i > light.i else None
    return None
