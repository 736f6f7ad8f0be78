"""Stage 5, who acts. The subject of an act, as written and as meant ('ik' is the office that signs)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from kamerstukken.commit.act import Act
from kamerstukken.commit.deadline.words import listed
from kamerstukken.commit.fields.action.hanging import subject_above
from kamerstukken.commit.fields.action.predicate import Predicate, subject_of
from kamerstukken.language import find_names, find_offices, norm_ministry, norm_office
from kamerstukken.language.introduced import introduced
from kamerstukken.language.offices import join_offices
from kamerstukken.language.speaker import Speaker
from kamerstukken.model import Actor

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

FIRST = frozenset({"ik", "mij", "me", "mijn"})
MANY = frozenset({"wij", "we", "ons", "onze"})
CABINET = re.compile(r"\b(?:het\s+(?:kabinet|Rijk)|de\s+(?:regering|rijksoverheid))\b", re.IGNORECASE)
LETTER = re.compile(
    r"\b(?:(?:uw|de)\s+(?:Tweede\s+)?Kamer|u|uw|Kamer|commissie|brief|dit|dat|er|het|deze|die|wie|zij|ze|hij|men)\b\W*\Z",
    re.IGNORECASE,
)
"""Subjects that act nowhere, or of whom the act's own words do not say who they are: the Kamer that is told, a pronoun."""
FIRST_SUBJECTS = frozenset({"ik", "wij", "we"})
SUBORDINATES = frozenset(
    {"die", "dat", "zoals", "waar", "waarin", "waarop", "waarover", "als", "wat", "omdat"}
)
# 'de Bestuurscolleges eind 2012', 'de Rijksministerraad van 6 maart'
WHEN = re.compile(
    r"\s+(?:(?:eind|begin|medio|sinds|in|vanaf)\s+(?:19|20)\d\d\b.*|(?:van|op)\s+\d{1,2}\s+[a-z]+(?:\s+\d{4})?)\Z"
)
UNWILLED = frozenset(
    {"worden", "blijken", "staan", "gelden", "verschijnen", "plaatsvinden", "vormen", "bevatten"}
)
"""Verbs of which nobody is the doer."""
AND_I = re.compile(r"\b(?:en\s+ik|ik\s+en)\b", re.IGNORECASE)
WITH_ME = re.compile(r"\bde\s+(?:minister|staatssecretaris)\s[^,.;]{3,100}?\s+en\s+ik\b", re.IGNORECASE)
"""'De minister van Defensie en ik', of which the parse may see 'ik' alone."""
MINE = re.compile(r"\A(?:mijn|ons)\s+(?:eigen\s+)?(?:ministerie|departement)\b", re.IGNORECASE)
COLLEAGUE = re.compile(r"\A(?:mijn|onze)\s+(?:collega|ambt(?:s)?geno(?:ot|te))\s+(?=van|voor)", re.IGNORECASE)
ON_BEHALF = re.compile(r"\bnamens\s+(?P<who>[^.;()]{8,250})", re.IGNORECASE)
ARTICLE = re.compile(r"\A(?:de|het|een|deze|die|dit|dat)\s+(?=\w)", re.IGNORECASE)

LONGEST = 80
"""Characters of a subject that still reads as a name."""

AGENTS = listed(
    """
    minister staatssecretaris bewindspersoon kabinet regering rijk overheid land eiland gemeente provincie waterschap partij partner partner sector
    werkgever werknemer school universiteit hogeschool instelling organisatie bedrijf ondernemer onderzoeker gouverneur gezaghebber burgemeester
    rijksvertegenwoordiger rechter rechtspraak politie officier marechaussee inspectie toezichthouder uitvoerder uitvoeringsorganisatie
    nederland aruba curacao curaçao bonaire saba statia defensie europa commissaris coordinator coördinator regisseur bewoner aanbieder verzekeraar
    koninkrijk wetgever ambtsvoorganger onderzoeksbureau corporatie woningcorporatie bank museum bibliotheek orkest stichting vereniging koepel netwerk wethouder bestuurder ambtenaar deskundige expert
    """
)
ENDINGS = (
    "raad", "inspectie", "dienst", "commissie", "groep", "bestuur", "college", "colleges", "gemeente", "bedrijf", "organisatie", "instelling", "school", "bureau",
    "fonds", "ministerie", "departement", "minister", "secretaris", "team", "overheid", "instituut", "autoriteit", "partij", "partner", "lichaam", "orgaan",
    "centrum", "platform", "ombudsman", "rekenkamer", "parket", "korps", "taskforce",
)  # fmt: skip
"""How nouns end that name somebody who can act ('werkgroep', 'bestuurscollege')."""


def actor(act: Act, clause: Tokens, predicate: Predicate, speaks: Speaker) -> Actor:
    """Who does the act: the subject of its verb, or in the passive the 'door' phrase; empty where none is said that can act."""
    if above := subject_above(act):
        return Actor(above, *_meant(act, above, speaks))
    subject = _subject(predicate) or _agent(predicate) or _beside_verb(clause, predicate)
    if subject is None:
        return Actor()
    together = WITH_ME.search(act.text) if subject.lower_ in FIRST else None
    text = together.group() if together else _phrase(subject)
    if (
        LETTER.fullmatch(text.lower())
        or len(text) > LONGEST
        or not _can_act(subject, text)
        or predicate.verb.lemma_ in UNWILLED
    ):
        return Actor()
    return Actor(text, *_meant(act, text, speaks))


def _meant(act: Act, text: str, speaks: Speaker) -> tuple[str | None, str | None]:
    low, first = text.lower(), speaks.first
    if low in FIRST:
        return _one(act, speaks)
    if low in MANY:
        return _together(speaks), None
    if CABINET.fullmatch(text):
        return ("Rijk" if low == "het rijk" else "kabinet"), None
    if low in ("de minister", "de staatssecretaris") and first:
        return _of_that_role(low.removeprefix("de "), speaks)
    if AND_I.search(text) and first and first.office:
        others = ", ".join(office.norm for office in find_offices(text))
        return _joined(others, first.office), None
    return _other(act, text, speaks), None


def _one(act: Act, speaks: Speaker) -> tuple[str | None, str | None]:
    """'ik': who signs, and with 'mede namens' in the sentence the others too."""
    if speaks.first is None:
        return None, None
    behalf = ON_BEHALF.search(act.sentence_text)
    others = [office.norm for office in find_offices(behalf["who"])] if behalf else []
    if others and speaks.first.office:
        return _joined(speaks.first.office, *others), speaks.first.name
    return speaks.first.office, speaks.first.name


def _together(speaks: Speaker) -> str | None:
    """'wij': all who sign and those on whose behalf; one signature alone speaks for the kabinet."""
    if len(speaks.persons) > 1:
        return speaks.norm
    if speaks.namens and speaks.norm:
        return _joined(speaks.norm, *speaks.namens)
    return "kabinet"


def _of_that_role(role: str, speaks: Speaker) -> tuple[str | None, str | None]:
    """'de minister', 'de staatssecretaris': the one of that role who signs; else nobody in particular."""
    found = next((p for p in speaks.persons if (p.office or "").startswith(role)), None)
    return (
        (found.office, found.name)
        if found
        else (f"{role} van {speaks.ministry}" if speaks.ministry else role, None)
    )


def _joined(*offices: str) -> str | None:
    return join_offices(find_offices(", ".join(offices))) or " en ".join(filter(None, offices)) or None


def _other(act: Act, text: str, speaks: Speaker) -> str:
    if MINE.match(text) and speaks.ministry:
        return f"ministerie van {speaks.ministry}"
    if colleague := COLLEAGUE.match(text):
        return norm_office(f"minister {text[colleague.end() :]}") or text
    plain = ARTICLE.sub("", text)
    ministry = norm_ministry(text) if plain.lower().startswith("ministerie") else None
    return (
        norm_office(text)
        or (f"ministerie van {ministry}" if ministry else None)
        or _short_forms(act.document.text).get(plain)
        or plain
    )


@lru_cache(maxsize=4)
def _short_forms(text: str) -> dict[str, str]:
    """What a letter's own abbreviations stand for: 'de Nationale Rapporteur (NR)'."""
    return {form.short: form.long for form in introduced(text)}


def _can_act(head: Token, text: str) -> bool:
    lemma = head.lemma_.lower()
    if lemma in FIRST | MANY | AGENTS or lemma.endswith(ENDINGS) or AND_I.search(text):
        return True
    if head.pos_ == "PROPN" or (head.text.isupper() and len(head.text) > 1):
        return True
    return bool(
        find_offices(text)
        or any(n.kind in ("body", "ministry", "office", "person") for n in find_names(text))
    )


def _subject(predicate: Predicate) -> Token | None:
    """The subject of a verb, or of the verb that governs it ('Ik wil … onderzoeken'); none in the passive."""
    if any(c.dep_ in ("nsubj:pass", "aux:pass") for verb in predicate.all for c in verb.children):
        return None
    return subject_of(predicate) or _shared(predicate.all[0])


def _shared(verb: Token) -> Token | None:
    """The subject of the clause that a second verb is joined to ('Ik zal X uitwerken en Y starten')."""
    at = verb
    while at.dep_ in ("conj", "xcomp", "advcl", "ccomp") and at.head.i != at.i:
        at = at.head
        children = list(at.children)
        if any(c.dep_ in ("nsubj:pass", "aux:pass") for c in children):
            return None
        if found := next((c for c in children if c.dep_ == "nsubj"), None):
            return found
    return None


def _agent(predicate: Predicate) -> Token | None:
    for child in (c for verb in predicate.all for c in verb.children):
        if child.dep_ == "obl:agent":
            return child
        if child.dep_ == "obl" and any(c.lower_ == "door" for c in child.children if c.dep_ == "case"):
            return child
    return None


def _beside_verb(clause: Tokens, predicate: Predicate) -> Token | None:
    """'dan zal ik', 'heb ik': who speaks beside a finite verb, where the parse gives the act no subject."""
    if predicate.passive:
        return None
    for token in clause:
        beside = [token.doc[i] for i in (token.i - 1, token.i + 1) if clause.start <= i < clause.end]
        if token.lower_ in FIRST_SUBJECTS and any(t.morph.get("VerbForm") == ["Fin"] for t in beside):
            subordinate = token.i > 0 and token.doc[token.i - 1].lower_ in SUBORDINATES
            if not subordinate:
                return token
    return None


def _phrase(head: Token) -> str:
    """The head with what belongs to it, without 'door' and without a relative clause."""
    cut = {t.i for c in head.children if c.dep_ in ("acl", "acl:relcl", "case", "appos") for t in c.subtree}
    words = [t for t in head.subtree if t.i not in cut]
    if not words:
        return str(head.text)
    start, end = words[0].i, words[0].i
    for token in words:
        if token.i > end + 1:
            break
        end = token.i
    text = WHEN.sub("", str(head.doc[start : end + 1].text)).strip(" ,.")
    return text if start <= head.i <= end else str(head.text)
