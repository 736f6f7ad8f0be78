"""Words that say what becomes of an earlier promise or motion, in one sentence.

Every pattern has a line of the kind that it is for. Patterns are applied to a sentence without its line ends.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

DONE = r"(?:afgedaan|uitgevoerd|afgehandeld|ingevuld|voldaan|afgerond|nagekomen|ingelost|beantwoord)"
THING = r"(?:motie(?:s|-|\b)|toezegging(?:en)?\b)"
SELF = r"(?:hiermee|daarmee|hierbij|waarmee|hierdoor|daardoor|middels|bij\s+deze|in\s+deze\s+brief|door\s+middel\s+van|langs\s+deze\s+weg|op\s+deze\s+(?:wijze|manier)|met\s+(?!betrekking|name\s|ingang))"
ANSWERED = r"(?:uitvoering|invulling|gevolg|opvolging|gehoor|vervolg)"

# 'Hiermee beschouw ik de motie-Van Kolderveen c.s. als afgedaan', 'Ik beschouw beide moties hierbij als afgedaan'
CONSIDERED = re.compile(rf"\bbeschouw(?:en|t)?\b.*\b{THING}.*\b{DONE}|\b{THING}.*\bbeschouw(?:en|t)?\b.*\b{DONE}|\bbeschouw(?:en|t)?\b.*\bals\s+{DONE}", re.IGNORECASE)  # fmt: skip
# 'Hiermee wordt invulling gegeven aan de motie', 'Met dit plan geef ik uitvoering aan een viertal moties'
GIVEN = re.compile(rf"\b{SELF}\b.*\b{ANSWERED}\b.*\baan\b.*\b{THING}|\b{THING}.*\b{SELF}\b.*\b{ANSWERED}\b|\bgeef(?:t)?\s+deze\s+brief\s+{ANSWERED}\s+aan\b.*\b{THING}|\b{ANSWERED}\s+gegeven\s+aan\b.*\b{THING}", re.IGNORECASE)  # fmt: skip
# 'Met het toezenden van het overzicht is de motie van het lid Haspelaar uitgevoerd'
IS_DONE = re.compile(rf"\b(?:is|zijn|heb|hebben|heeft|ben)\b.*\b{THING}.*\b{DONE}\b|\b{THING}.*\b(?:is|zijn|heb|heeft|hebben|ben)\b.*\b{DONE}\b|\bis\s+(?:hiermee\s+|daarmee\s+)?voldaan\s+aan\b.*\b{THING}", re.IGNORECASE)  # fmt: skip
# 'Hiermee doe ik mijn toezegging aan het lid Tjalkema gestand', 'kom ik mijn toezegging na', 'kom ik tegemoet aan de motie'
KEPT = re.compile(rf"\b{THING}.*\bgestand\b|\bgestand\b.*\b{THING}|\bkom(?:en|t)?\b.*\btoezegging(?:en)?\b.*\bna\b|\bkom(?:en|t)?\b.*\btegemoet\b.*\b{THING}|\bkom(?:en|t)?\b.*\b{THING}.*\btegemoet\b|\bvoldo(?:e|et|en)\b.*\b{THING}|\blos(?:sen|t)?\b.*\btoezegging\b.*\bin\b", re.IGNORECASE)  # fmt: skip
# not done yet, or asked, or only if: 'Zodra het rapport er is, beschouw ik de motie als afgedaan', 'zal worden uitgevoerd'
NOT_YET = re.compile(
    r"\b(?:zal|zullen|zou(?:den)?|indien|zodra|mocht|nog\s+niet|niet\s+(?:alsnog|langer|kunnen)?\s*(?:uitgevoerd|afgedaan|voldaan|nagekomen)|verwacht(?:en)?|voornemens|pas\s+als|nadat|voordat|hoe|wanneer|verzocht?\s+om\s+uitvoering"
    r"|(?:ga|gaat|gaan|wil|kan|kunnen)\b[^,;]{0,60}\b(?:geven|voldoen|uitvoeren|komen)|om\s+(?:verder(?:e)?\s+)?(?:uitvoering|invulling|gevolg|opvolging)\b[^,;]{0,90}\bte\s+(?:kunnen\s+)?geven)\b",
    re.IGNORECASE,
)
# 'Hiermee wordt mede / deels / voor het onderwerp plastics invulling gegeven aan de motie', 'een eerste invulling'
PARTLY = re.compile(
    r"\b(?:deels|gedeeltelijk|ten\s+dele|mede\s+(?:uitvoering|invulling)|een\s+eerste\s+(?:deel|invulling|stap)|voor\s+(?:het|dit)\s+(?:onderwerp|onderdeel|deel)|het\s+eerste\s+deel|vooralsnog|nog\s+niet\s+(?:volledig|compleet))\b",
    re.IGNORECASE,
)
# 'Ik zie daarom af van de handreiking', 'De toezegging komt hiermee te vervallen', 'trek ik het voorstel in'
DROPPED = re.compile(
    r"\bzie(?:n|t)?\b.{0,40}\baf\s+van\b|\baf(?:ge)?zien\s+van\b|\bkom(?:t|en)\b.{0,40}\bte\s+vervallen\b|\bvervalt\b|\b(?:vervallen|ingetrokken)\s*[.;]?$|\bgeen\s+doorgang\b|\bgaa?(?:t|n)?\b.{0,30}\bniet\s+(?:meer\s+)?door\b"
    r"|\bafgeblazen\b|\btrek(?:ken)?\b.{0,60}\bin[.,;]|\bniet\s+(?:langer|meer)\s+(?:opstellen|uitvoeren|publiceren|invoeren|indienen|voornemens)\b|\bstop(?:pen)?\s+(?:ik|wij|we)\s+met\b|\bniet\s+opportuun\b.{0,60}\bom\b",
    re.IGNORECASE,
)
# 'Hierbij bied ik u het rapport aan', 'Als bijlage treft u het overzicht aan', 'Bijgaand ontvangt u'
SENT = re.compile(
    r"\b(?:hierbij|bijgaand|bijgevoegd|als\s+bijlage|in\s+de\s+bijlage|bij\s+deze\s+brief|hiermee|met\s+deze\s+brief|in\s+deze\s+brief|tegelijk\s+met\s+deze)\b.*\b(?:bied|bieden|zend|zenden|stuur|sturen|doe|ontvangt|treft|vindt|informeer|informeren|toegezonden|aangeboden|bericht|rapporteer)\b",
    re.IGNORECASE,
)
# 'schuift door naar', 'nu uiterlijk', 'wordt nu in', 'later dan', 'is niet haalbaar gebleken', 'vertraging'
MOVED = re.compile(
    r"\bschui(?:ft|ven)\b.{0,20}\b(?:door|op)\b|\bdoorgeschoven\b|\bverschoven\b|\buitgesteld\b|\bvertra(?:agd|ging)\b|\bniet\s+(?:\w+\s+)?(?:haalbaar|gehaald|gelukt|mogelijk)\b|\blater\s+dan\b|\bmeer\s+tijd\b|\bnu\s+(?:uiterlijk|in\s+het|in\s+de|voor|medio|eind|begin|op)\b|\bin\s+plaats\s+van\b|\bnieuwe\s+planning\b|\balsnog\b",
    re.IGNORECASE,
)
# 'heb ik toegezegd', 'zoals eerder gemeld', 'zoals ik u in maart schreef', 'waarover ik u in juni schreef'
RESTATES = re.compile(
    r"\b(?:heb|had|heeft|hebben|is|zijn|werd)\b.{0,120}\btoegezegd\b|\btoegezegd\s+(?:heb|had|heeft|is)\b|\bdoor\s+mij\s+toegezegde?\b|\btoegezegde\b|\b(?:zoals|conform|ingevolge|overeenkomstig|volgens)\b.{0,60}\b(?:toegezegd|gemeld|aangekondigd|aangegeven|schreef|toezegging|bericht|geïnformeerd)"
    r"|\bwaarover\s+ik\b.{0,40}\b(?:schreef|berichtte|informeerde)\b|\b(?:kondigde|meldde|schreef|zegde)\s+ik\b|\b(?:heb|hebben)\b.{0,80}\baangekondigd\b",
    re.IGNORECASE,
)
# 'staat hier los van': names another matter to set it apart
APART = re.compile(r"\b(?:staat|staan)\b.{0,30}\blos\s+van\b|\bbuiten\s+beschouwing\b", re.IGNORECASE)
# the letter sends, tells, shows something to parliament
INFORMS = re.compile(
    r"\b(?:uw\s+Kamer|de\s+(?:Tweede|Eerste)?\s*Kamer|beide\s+Kamers|het\s+parlement|u)\b.*\b(?:informeer|informeren|geïnformeerd|bericht|ontvang|ontvangt|stuur|sturen|gestuurd|zend|zenden|toe|aan(?:bieden|geboden)?|bied|rapporteer|schets|kom|terug)"
    r"|\b(?:informeer|stuur|zend|bied|ontvangt|bericht|rapporteer)\b.*\b(?:uw\s+Kamer|de\s+Kamer|u\b|het\s+parlement)",
    re.IGNORECASE,
)
MOTION = re.compile(r"\bmoties?\b|\bmotie-", re.IGNORECASE)
PROMISE = re.compile(r"\btoezegging(?:en)?\b", re.IGNORECASE)
# 'dit onderzoek', 'hierover', 'de uitkomsten daarvan': what is meant stands before
POINTS_BACK = re.compile(
    r"\b(?:dit|deze|die|dat|hier(?:over|van|in|bij|op|voor|toe)|daar(?:over|van|in|bij|op|voor|toe)|ervan|erover|hem|zij|de\s+(?:uitkomst(?:en)?|resultaten|evaluatie|rapportage|tellingen|regeling))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Cue:
    """What a sentence says by its words alone."""

    settles: bool = False
    """A motion or a promise is called done."""
    partly: bool = False
    dropped: bool = False
    sent: bool = False
    moved: bool = False
    restates: bool = False
    apart: bool = False
    informs: bool = False

    def __bool__(self) -> bool:
        """Whether the sentence may speak of an earlier act, though it is no act itself."""
        return self.settles or self.dropped or self.sent or self.moved


def cue_of(sentence: str) -> Cue:
    """What a sentence says."""
    text = " ".join(sentence.split())
    return Cue(
        settles=_settles(text),
        partly=bool(PARTLY.search(text)),
        dropped=bool(DROPPED.search(text)) and not NOT_YET.search(text),
        sent=bool(SENT.search(text)) and not NOT_YET.search(text),
        moved=bool(MOVED.search(text)),
        restates=bool(RESTATES.search(text)),
        apart=bool(APART.search(text)),
        informs=bool(INFORMS.search(text)),
    )


def _settles(text: str) -> bool:
    if text.endswith("?") or not (MOTION.search(text) or PROMISE.search(text)):
        return False
    found = any(pattern.search(text) for pattern in (CONSIDERED, GIVEN, IS_DONE, KEPT))
    return found and not NOT_YET.search(text)
