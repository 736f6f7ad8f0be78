"""Words that say what becomes of an earlier promise or motion, in one sentence.

Every pattern has a line of the kind that it is for. Patterns are applied to a sentence in small letters on one line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

DONE = r"(?:afgedaan|uitgevoerd|afgehandeld|ingevuld|voldaan|afgerond|nagekomen|ingelost|beantwoord)"
THING = r"(?:motie(?:s|-|\b)|toezegging(?:en)?\b)"
SELF = r"(?:hiermee|daarmee|hierbij|waarmee|hierdoor|daardoor|middels|bij\s+deze|in\s+deze\s+brief|door\s+middel\s+van|langs\s+deze\s+weg|op\s+deze\s+(?:wijze|manier)|met\s+(?!betrekking|name\s|ingang))"
ANSWERED = r"(?:uitvoering|invulling|gevolg|opvolging|gehoor|vervolg)"

# 'Hiermee beschouw ik de motie-Van Kolderveen c.s. als afgedaan', 'Ik beschouw beide moties hierbij als afgedaan'
CONSIDERED = re.compile(rf"\bbeschouw(?:en|t)?\b.*\b{THING}.*\b{DONE}|\b{THING}.*\bbeschouw(?:en|t)?\b.*\b{DONE}|\bbeschouw(?:en|t)?\b.*\bals\s+{DONE}")  # fmt: skip
# 'Hiermee wordt invulling gegeven aan de motie', 'Met dit plan geef ik uitvoering aan een viertal moties'
GIVEN = re.compile(rf"\b{SELF}\b.*\b{ANSWERED}\b.*\baan\b.*\b{THING}|\b{THING}.*\b{SELF}\b.*\b{ANSWERED}\b|\bgeef(?:t)?\s+deze\s+brief\s+{ANSWERED}\s+aan\b.*\b{THING}|\b{ANSWERED}\s+gegeven\s+aan\b.*\b{THING}")  # fmt: skip
# 'Met het toezenden van het overzicht is de motie van het lid Haspelaar uitgevoerd'
IS_DONE = re.compile(rf"\b(?:is|zijn|heb|hebben|heeft|ben)\b.*\b{THING}.*\b{DONE}\b|\b{THING}.*\b(?:is|zijn|heb|heeft|hebben|ben)\b.*\b{DONE}\b|\bis\s+(?:hiermee\s+|daarmee\s+)?voldaan\s+aan\b.*\b{THING}")  # fmt: skip
# 'Hiermee doe ik mijn toezegging aan het lid Tjalkema gestand', 'kom ik mijn toezegging na', 'kom ik tegemoet aan de motie'
KEPT = re.compile(rf"\b{THING}.*\bgestand\b|\bgestand\b.*\b{THING}|\bkom(?:en|t)?\b.*\btoezegging(?:en)?\b.*\bna\b|\bkom(?:en|t)?\b.*\btegemoet\b.*\b{THING}|\bkom(?:en|t)?\b.*\b{THING}.*\btegemoet\b|\bvoldo(?:e|et|en)\b.*\b{THING}|\blos(?:sen|t)?\b.*\btoezegging\b.*\bin\b")  # fmt: skip
# 'Hiermee kom ik tegemoet aan het verzoek van de commissie om alle toezeggingen op te nemen'
REQUEST = re.compile(r"\btegemoet\s+aan\s+(?:het|uw|een|dit|dat)\s+(?:\w+\s+)?verzoek\b")
# not done yet, or asked, or only if: 'Zodra het rapport er is, beschouw ik de motie als afgedaan', 'zal worden uitgevoerd'
NOT_YET = re.compile(
    r"\b(?:zal|zullen|zou(?:den)?|indien|zodra|mocht|nog\s+niet|niet\s+(?:alsnog|langer|kunnen)?\s*(?:uitgevoerd|afgedaan|voldaan|nagekomen)|verwacht(?:en)?|voornemens|pas\s+als|nadat|voordat|hoe|wanneer|verzocht?\s+om\s+uitvoering"
    r"|(?:ga|gaat|gaan|wil|kan|kunnen)\b[^,;]{0,60}\b(?:geven|voldoen|uitvoeren|komen)|om\s+(?:verder(?:e)?\s+)?(?:uitvoering|invulling|gevolg|opvolging)\b[^,;]{0,90}\bte\s+(?:kunnen\s+)?geven)\b",
)
# 'Hiermee wordt mede / deels / voor het onderwerp plastics invulling gegeven aan de motie', 'een eerste invulling'
PARTLY = re.compile(
    r"\b(?:deels|gedeeltelijk|ten\s+dele|mede\s+(?:uitvoering|invulling)|een\s+eerste\s+(?:deel|invulling|stap)|voor\s+(?:het|dit)\s+(?:onderwerp|onderdeel|deel)|het\s+eerste\s+deel|vooralsnog|nog\s+niet\s+(?:volledig|compleet))\b",
)
# 'Ik zie daarom af van de handreiking', 'De toezegging komt hiermee te vervallen', 'trek ik het voorstel in'
DROPPED = re.compile(
    r"\bzie(?:n|t)?\b.{0,40}\baf\s+van\b|\baf(?:ge)?zien\s+van\b|\bkom(?:t|en)\b.{0,40}\bte\s+vervallen\b|\bvervalt\b|\b(?:vervallen|ingetrokken)\s*[.;]?$|\bgeen\s+doorgang\b|\bgaa?(?:t|n)?\b.{0,30}\bniet\s+(?:meer\s+)?door\b"
    r"|\bafgeblazen\b|\btrek(?:ken)?\b.{0,60}\bin[.,;]|\bniet\s+(?:langer|meer)\s+(?:opstellen|uitvoeren|publiceren|invoeren|indienen|voornemens)\b|\bstop(?:pen)?\s+(?:ik|wij|we)\s+met\b|\bniet\s+opportuun\b.{0,60}\bom\b",
)
# 'Hierbij bied ik u het rapport aan', 'Als bijlage treft u het overzicht aan', 'Bijgaand ontvangt u'
SENT = re.compile(
    r"\b(?:hierbij|bijgaand|bijgevoegd|als\s+bijlage|in\s+de\s+bijlage|bij\s+deze\s+brief|hiermee|met\s+deze\s+brief|in\s+deze\s+brief|tegelijk\s+met\s+deze)\b.*\b(?:bied|bieden|zend|zenden|stuur|sturen|doe\s+ik\s+(?:u|uw\s+kamer)\b.*\btoekomen|ontvangt|treft|vindt|informeer|informeren|toegezonden|aangeboden|bericht|rapporteer)\b"
    r"|\b(?:bied|bieden|zend|zenden|stuur|sturen)\b.{0,40}\b(?:hierbij|bijgaand|bijgevoegd)\b",
)
# 'is op 1 april 2024 gestart', 'zijn gepubliceerd', 'is in werking getreden': what was to come has come
HAPPENED = re.compile(
    r"\b(?:is|zijn|heeft|hebben|heb)\b(?!.*\b(?:nog|niet)\b).*\b(?:gestart|begonnen|geopend|gepubliceerd|verzonden|verstuurd|ingediend|aangeboden|opgericht|ondertekend|afgerond|vastgesteld|verlengd|gerealiseerd|opgeleverd|van\s+start\s+gegaan|(?:in\s+werking|van\s+kracht)\s+(?:getreden|geworden))\b",
)
# 'schuift door naar medio 2025', 'wordt uitgesteld', 'loopt vertraging op', 'later dan gemeld': moved, also without a new day
POSTPONED = re.compile(
    r"\bschui(?:ft|ven)\b.{0,20}\b(?:door|op)\b|\bdoorgeschoven\b|\bverschoven\b|\buitgesteld\b|\bvertra(?:agd|ging)\b|\blater\s+dan\s+(?:gemeld|gepland|voorzien|toegezegd|verwacht|aangekondigd|eerder)\b|\bnieuwe\s+planning\b",
)
# 'Ik informeer uw Kamer nu uiterlijk', 'wordt nu in het tweede kwartaal', 'is niet haalbaar gebleken', 'vergt meer tijd'
MOVED = re.compile(
    r"\bniet\s+(?:\w+\s+)?(?:haalbaar|gehaald|gelukt|mogelijk)\b|\bmeer\s+tijd\b|\bnu\s+(?:uiterlijk|in\s+(?:het|de)\b|voor\s+(?:de\s+zomer|het\s+\w*reces|eind|begin|medio|\d)|medio|eind|begin|op\s+\d)|\balsnog\b",
)
# 'heb ik toegezegd', 'kondigde ik aan', 'waarover ik u in juni schreef': tells of a promise made before
TOLD = re.compile(
    r"\b(?:heb|had|heeft|hebben|is|zijn|werd)\b.{0,120}\btoegezegd\b|\btoegezegd\s+(?:heb|had|heeft|is)\b|\bdoor\s+mij\s+toegezegde?\b"
    r"|\bwaarover\s+ik\b.{0,40}\b(?:schreef|berichtte|informeerde)\b|\b(?:kondigde|meldde|schreef|zegde)\s+ik\b|\b(?:heb|hebben)\b.{0,80}\baangekondigd\b",
)
# 'zoals toegezegd', 'zoals eerder gemeld', 'conform mijn toezegging', 'de toegezegde brief': promises once more
AGAIN = re.compile(
    r"\b(?:zoals|conform|ingevolge|overeenkomstig|volgens)\b.{0,60}\b(?:toegezegd|gemeld|aangekondigd|aangegeven|schreef|toezegging|bericht|geïnformeerd)|\btoegezegde\b",
)
# 'staat hier los van': names another matter to set it apart
APART = re.compile(r"\b(?:staat|staan)\b.{0,30}\blos\s+van\b|\bbuiten\s+beschouwing\b")
# the letter sends, tells, shows something to parliament
INFORMS = re.compile(
    r"\b(?:uw\s+kamer|de\s+(?:tweede|eerste)?\s*kamer|beide\s+kamers|het\s+parlement|u)\b.*\b(?:informeer|informeren|geïnformeerd|bericht|ontvang|ontvangt|stuur|sturen|gestuurd|zend|zenden|toe|aan(?:bieden|geboden)?|bied|rapporteer|schets|kom|terug)"
    r"|\b(?:informeer|stuur|zend|bied|ontvangt|bericht|rapporteer)\b.*\b(?:uw\s+kamer|de\s+kamer|u\b|het\s+parlement)",
)
MOTION = re.compile(r"\bmoties?\b|\bmotie-", re.IGNORECASE)
PROMISE = re.compile(r"\btoezegging(?:en)?\b|\btoegezegd\b", re.IGNORECASE)


# Every sentence that one of the patterns above can match (but INFORMS) holds one of these: the others are passed over.
TRIGGER = re.compile(
    r"moties?|toezeg|toegezegd|\baf\b|afzien|afgezien|verval|ingetrokken|\btrek|doorgang|\bdoor\b|afgeblazen|\bstop|opportuun|\bniet\b|hierbij|bijgaand|bijgevoegd"
    r"|bijlage|hiermee|deze\s+brief|schui|geschoven|verschoven|uitgesteld|vertra|later\s+dan|planning|meer\s+tijd|\bnu\b|alsnog|zegde|aangekondigd|aangegeven|kondigde|meldde|schreef|gemeld"
    r"|berichtte|bericht|informeerde|geïnformeerd|gestart|begonnen|geopend|gepubliceerd|verzonden|verstuurd|ingediend|aangeboden|opgericht|ondertekend|afgerond|vastgesteld|verlengd"
    r"|gerealiseerd|opgeleverd|gegaan|getreden|geworden|los\s+van|beschouwing|beschouw",
)


@dataclass(frozen=True, slots=True)
class Cue:
    """What a sentence says by its words alone."""

    settles: bool = False
    """A motion or a promise is called done."""
    partly: bool = False
    dropped: bool = False
    sent: bool = False
    happened: bool = False
    postponed: bool = False
    moved: bool = False
    told: bool = False
    again: bool = False
    apart: bool = False
    informs: bool = False

    def __bool__(self) -> bool:
        """Whether the sentence may speak of an earlier act, though it is no act itself."""
        return self.settles or self.dropped or self.sent or self.moved


def cue_of(sentence: str) -> Cue:
    """What a sentence says."""
    text = " ".join(sentence.lower().split())
    if not TRIGGER.search(text):
        return Cue(informs=bool(INFORMS.search(text)))
    open_ = NOT_YET.search(text) is None
    postponed = bool(POSTPONED.search(text))
    return Cue(
        settles=open_ and _settles(text),
        partly=bool(PARTLY.search(text)),
        dropped=open_ and bool(DROPPED.search(text)),
        sent=open_ and bool(SENT.search(text)),
        happened=open_ and bool(HAPPENED.search(text)),
        postponed=postponed,
        moved=postponed or bool(MOVED.search(text)),
        told=bool(TOLD.search(text)),
        again=bool(AGAIN.search(text)),
        apart=bool(APART.search(text)),
        informs=bool(INFORMS.search(text)),
    )


def _settles(text: str) -> bool:
    if text.endswith("?") or not (MOTION.search(text) or PROMISE.search(text)):
        return False
    if REQUEST.search(text) and not MOTION.search(text):
        return False
    found = any(pattern.search(text) for pattern in (CONSIDERED, GIVEN, IS_DONE, KEPT))
    kept = PROMISE.search(text) and SENT.search(text)
    return bool(found or kept)
