"""Stage 5, signs. Words and turns of phrase that say whether a sentence promises, reports, judges or only tells.

Each sign is a name and a pattern, with a line of example text. Names are what the trained part weighs and what
the rules are written in; they are about Dutch and about how letters are written, never about one letter.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from kamerstukken.commit.signs import Signs
from kamerstukken.commit.small import for_small_letters

_GOVERNMENT = (
    r"(?:ik|wij|we|het\skabinet|de\sregering|de\s(?:minister|staatssecretaris)|mijn\s(?:ministerie|departement|ambtsgenoo?t(?:en)?|collega(?:[’']s)?)|"
    r"het\sministerie|het\sRijk|Nederland|Defensie|de\srijksoverheid|(?:BZK|OCW|VWS|JenV|IenW|IenM|EZK?|LNV|SZW|BZ|VenJ|FIN))"
)
_KAMER = r"(?:uw?|(?:uw|de|beide|Tweede|Eerste)\s(?:Tweede\s|Eerste\s)?Kamers?|uw\s(?:commissie|vergadering))"
_TELL = (
    r"(?:(?:ge)?informeer(?:t|d|de|en)?|informeren|bericht(?:en)?|rapporteer\w*|gerapporteerd|rapporteren|toesturen|toegestuurd|toezenden|toegezonden|"
    r"stuur|sturen|zend|zenden|zendt|gezonden|gestuurd|verzonden|verzenden|aanbieden|aangeboden|toekomen|ontvang(?:t|en)?|melden|gemeld|meld|terugkom\w*|kom(?:en|t)?\b.{1,120}\bterug|"
    r"op\sde\shoogte\s(?:houden|stellen|brengen|gehouden|gesteld|gebracht)|voorleggen|voorgelegd|presenteren|ingaan|aanleveren|terugkoppel\w+|delen|gedeeld|betrek\w*)"
)

PATTERNS: Mapping[str, str] = MappingProxyType(
    {
        # who
        "ik": r"\bik\b",  # Ik zal de Kamer informeren
        "wij": r"\b(?:wij|we)\b",  # Wij starten dit jaar
        "mijn": r"\b(?:mijn|ons|onze|mij|mijzelf)\b",  # mijn ministerie
        "kabinet": r"\b(?:het\skabinet|de\sregering|het\sRijk|de\srijksoverheid)\b",  # Het kabinet zet in op
        "bewindspersoon": r"\b(?:minister|staatssecretaris|bewindspersonen|ambtsgenoo?t(?:en)?|ministerie)\b",  # de minister van BZK
        "nederland": r"\bNederland\b",  # Nederland draagt bij
        "kamer": rf"\b{_KAMER}\b",  # uw Kamer
        "samen_met": r"\b(?:samen\smet|in\soverleg\smet|in\ssamenwerking\smet|gezamenlijk|in\sgesprek)\b",  # samen met de VNG
        # tells the Kamer
        "tell": rf"\b{_TELL}\b",  # Ik informeer u
        "tell_kamer": rf"\b{_KAMER}\b.{{0,160}}\b{_TELL}\b|\b{_TELL}\b.{{0,100}}\b{_KAMER}\b",  # U ontvangt dit najaar
        "kom_terug": r"\bkom(?:en|t)?\b.{1,140}\bterug\b|\bterugkomen\b|\bterug\ste\skomen\b",  # hier kom ik op terug
        # time and mood of the verb
        "zal": r"\bzal\b",  # zal worden bezien
        "zullen": r"\bzullen\b",  # zullen wij starten
        "zal_zijn": r"\b(?:zal|zullen)\b.{0,120}\b(?:zijn|blijven|hebben)\b\W*\Z",  # zal gereed zijn
        "zal_worden": r"\b(?:zal|zullen)\b.{0,220}\bworden\b",  # zal worden onderzocht
        "ga": r"\b(?:ga|gaan|gaat)\b",  # We gaan afspraken maken
        "wil": r"\b(?:wil|willen|wilt)\b",  # Ik wil onderzoeken
        "voornemens": r"\b(?:voornemens?|van\splan|beoogt?|beoogd|beogen|streef|streeft|streven|gestreefd|intentie|ambitie|inzet\sis|bereid)\b",  # ben ik voornemens
        "inzet": r"\b(?:zet|zetten|inzetten|inzet|span)\b.{0,60}\b(?:in|inzetten|mij|ons)\b|\binspannen\b",  # Ik zet mij in voor
        "blijf": r"\b(?:blijf|blijft|blijven)\b",  # Ik blijf mij inzetten
        "laat": r"\b(?:laat|laten|doen\suitvoeren)\b",  # laat ik onderzoeken
        "zegtoe": r"\b(?:zeg|zegt|zeggen)\b.{0,60}\btoe\b|\btoegezegd\b|\btoezegging(?:en)?\b|\btoe\ste\szeggen\b",  # zeg ik toe
        "gestand": r"\bgestand\b|\bkom(?:en|t)?\b.{0,80}\btegemoet\b|\bvoldoe\w*\b|\b(?:doe|geef|geven)\b.{0,60}\binvulling\b|\bnakom\w*|\bafgedaan\b",  # doe ik mijn toezegging gestand
        "wordt": r"\b(?:wordt|worden)\b",  # wordt onderzocht
        "wordt_deelwoord": r"\b(?:wordt|worden)\b.{0,240}\b(?:ge|be|ver|ont|her|op|uit|aan|in|af|voor|over|toe)\w{2,}(?:d|t|en)\b",  # wordt de regeling aangepast
        "werd": r"\b(?:werd|werden)\b",  # werd ingesteld
        "was": r"\b(?:was|waren|had|hadden|kwam|kwamen|ging|gingen|bleek|bleken|gaf|gaven|vond|vonden|deed|zou|zouden)\b",  # was een onderzoek
        "heb": r"\b(?:heb|hebben)\b",  # Ik heb besloten
        "heeft": r"\bheeft\b",  # heeft plaatsgevonden
        "perfect": r"\b(?:heb|heeft|hebben|is|zijn|ben)\b.{0,220}\b(?:ge\w{2,}(?:d|t|en)|\w{2,6}ge\w{2,}(?:d|t|en)|(?:be|ver|ont|her|over|onder)\w{2,}(?:d|t|en))\b",  # heb ik gevraagd
        "is": r"\b(?:is|zijn|ben)\b",  # is het programma
        "bezig": r"\b(?:bezig|loopt|lopen|lopende|gewerkt|werkt|werken|werk|in\suitvoering|in\sgang|in\svoorbereiding|uitgevoerd|vindt\b.{0,60}\bplaats)\b",  # wordt gewerkt aan
        "start": r"\b(?:start|starten|gestart|begonnen|begint|ingesteld|opgericht|gelanceerd|opgestart|van\sstart|ingevoerd|ingegaan|in\swerking)\b",  # is gestart
        "klaar": r"\b(?:afgerond|voltooid|gereed|gerealiseerd|vastgesteld|beëindigd|opgeleverd|ondertekend|gepubliceerd|aangenomen|afgesloten|verschenen)\b",  # is afgerond
        "asked": r"\b(?:gevraagd|verzocht|opdracht|opgedragen|vraag\sik|verzoek\sik|laten\suitvoeren)\b",  # heb ik de ILT gevraagd
        "afgesproken": r"\b(?:afgesproken|afspra(?:ak|ken)|overeengekomen|besloten|besluit|akkoord|convenant)\b",  # is afgesproken dat
        "om_te": r"\bom\b.{1,160}\bte\s\w+en\b",  # om dit te onderzoeken
        "infinitive_end": r"\b(?!worden|hebben|kunnen|zijn|moeten|mensen|landen|partijen|jaren|eilanden|kinderen)\w{3,}en\b\W*\Z",  # … nader uitwerken.
        "participle_end": r"\b(?:\w{0,7}ge\w{2,}(?:d|t|en)|(?:be|ver|ont|her|over|onder)\w{2,}(?:d|t))\W*\Z",  # … is gestart.
        # hedge, norm, condition
        "kan": r"\b(?:kan|kunnen|kon|konden)\b",  # kan leiden tot
        "moet": r"\b(?:moet|moeten|dient|dienen|behoort|behoren|hoeft|hoeven|mag|mogen)\b",  # moet voldoen aan
        "als": r"\b(?:indien|mits|tenzij|mocht|wanneer|zodra|in\shet\sgeval)\b|\A(?:Als|Wanneer)\b",  # Mocht dit zo zijn
        "mogelijk": r"\b(?:mogelijk|wellicht|eventue(?:el|le)|waar\s(?:mogelijk|nodig)|zo\snodig|desgewenst)\b",  # waar mogelijk
        "niet": r"\b(?:niet|geen|nooit|niets)\b",  # Er is geen aanleiding
        "belang": r"\b(?:belang|belangrijke?|noodzakelijk|nodig|essentieel|cruciaal|wenselijk|van\swaarde|waardevol)\b",  # Het is van belang dat
        "mening": r"\b(?:vind|vinden|vindt|acht|achten|ben\svan\smening|begrijp|deel|delen|herken|onderschrijf|onderschrijft|waardeer|hoop|verwacht|constateer|merk\b.{0,20}\bop|hecht|betreur|realiseer\smij|zie|eens)\b",  # Ik vind het belangrijk
        "blijkt": r"\b(?:blijkt|blijken|concludeert|constateert|stelt|stellen|geeft\saan|geven\saan|laat\szien|laten\szien|toont|wijst|signaleert|beschrijft|betekent|houdt\sin|betreft)\b",  # Uit het rapport blijkt
        "beveelt": r"\b(?:aanbeveling(?:en)?|beveelt|bevelen|aanbevolen|adviseert|adviseren|geadviseerd|advies|roept\sop|pleit|verzoekt)\b",  # De Raad beveelt aan
        "reported": r"\b(?:Raad|Inspectie|Commissie|commissie|rapport|Rekenkamer|Ombudsman|onderzoekers?|onderzoek|WODC|motie|evaluatie)\b",  # De Inspectie
        "vraag": r"\?",  # Bent u bereid?
        "verwijs": r"\b(?:verwijs|verwijzen|zie\sook|zie|verwijzing)\b",  # verwijs ik u naar
        # the letter itself
        "hierbij": r"\b(?:hierbij|hiermee|bij\sdeze|bijgaand\w*|bijgevoegd\w*|als\sbijlage|in\sde\sbijlage|treft\su|tref\su)\b",  # Hierbij bied ik u aan
        "deze_brief": r"\b(?:deze\s(?:brief|kamerbrief|beleidsreactie|reactie|rapportage)|onderstaand\w*|hieronder|onderhavige|hierna|hiervoor|hierboven|bovenstaand\w*)\b",  # In deze brief ga ik in op
        "dank": r"\b(?:dank|bedank|graag|hoogachtend)\b",  # Ik dank de Raad
        "eerder": r"\b(?:eerder|destijds|in\s(?:mijn|de)\sbrief\svan|reeds|al|inmiddels|recent(?:elijk)?|onlangs|jl\.?|vorig\sjaar|afgelopen)\b",  # eerder gemeld
        "zoals": r"\b(?:zoals|conform|overeenkomstig|ingevolge)\b",  # zoals toegezegd
        # when
        "nu": r"\b(?:momenteel|op\sdit\smoment|thans|nu|inmiddels|reeds|sinds|al|continu|steeds|doorlopend|nog\ssteeds)\b",  # momenteel wordt
        "straks": r"\b(?:binnenkort|spoedig|op\skorte\stermijn|komende?|volgend|aankomende?|medio|eind|begin|uiterlijk|zo\ssnel\smogelijk|te\szijner\stijd|nader|vervolgens|daarna|later|toekomst)\b",  # komend jaar
        "seizoen": r"\b(?:zomer(?:reces)?|najaar|voorjaar|herfst|winter|kwartaal|kerstreces|reces|Prinsjesdag)\b",  # voor de zomer
        "maand": r"\b(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)\b",  # in juni
        "jaarlijks": r"\b(?:jaarlijks|halfjaarlijks|periodiek|elk\s(?:half\s)?jaar|ieder\s(?:half\s)?jaar|elk\skwartaal|maandelijks|regelmatig|voortaan|twee\skeer\sper)\b",  # jaarlijks
        # what
        "geld": r"€|\beuro\b|\bmiljoen\b|\bmiljard\b|\bmln\b|\bmiddelen\b|\bbudget\b|\bsubsidies?\b|\bbijdrage\b|\bfinanci\w+\b",  # 33,6 miljoen euro
        "procent": r"%|\bprocent\b|\bpercentage\b|\bgemiddeld\b|\baantal(?:len)?\b|\btotaal\b",  # 12 procent
        "instrument": r"\b(?:programma[’']?s?|wetsvoorstel(?:len)?|regeling(?:en)?|pilots?|proef|campagne|plan\svan\saanpak|actieplan|project(?:en)?|werkgroep(?:en)?|taskforce|fonds|handreiking|convenant|verdrag|protocol|website|meldpunt|overleg|besluit|AMvB|maatregel(?:en)?|strategie|agenda|roadmap|akkoord|memorandum|stuurgroep|training(?:en)?|cursus)\b",
        "studie": r"\b(?:onderzoek(?:en)?|onderzocht|verken\w*|evalu\w+|verkenning(?:en)?|doorlichting|monitor\w*|inventaris\w+|analyse\w*|bezien|bekeken|bekijk\w*|nagaan|inzichtelijk|in\skaart)\b",  # wordt onderzocht
        "doen": r"\b(?:uitwerk\w*|uitgewerkt|opstell\w*|opgesteld|ontwikkel\w*|versterk\w*|ondersteun\w*|invoer\w*|aanpass\w*|aangepast|uitbreid\w*|verbeter\w*|opzetten|opgezet|oppakken|opgepakt|ter\shand|organis\w+|georganiseerd|overleg\w*|bespreken|besproken|toets\w*|afronden|oplever\w*|bijdra\w*|faciliteer\w*|financier\w*|implement\w+|vormgeven|vormgegeven|overnemen|neem|nemen)\b",
        "colon": r":\s*\Z",  # op de volgende onderwerpen:
        "semicolon": r";\s*\Z",  # een bullet;
        "citaat": r"[“\"„].{20,}[”\"]",  # “we rendabel gaan bijdragen”
        "dat_clause": r"\bdat\b",  # dat ik
        "waarbij": r"\b(?:waarbij|waarin|waarmee|waarvoor|waarna|zodat|waardoor)\b",  # waarbij ik
        "die": r"\b(?:die|welke)\b",
        "tabs": r"\t",
        "hierover": r"\b(?:hierover|hierop|daarover|daarop|hieraan|daaraan|hiervoor|daarvoor|hiertoe|daartoe)\b",
        "kop_start": r"\A(?:Vertaal|Zorg|Maak|Geef|Stel|Versterk|Breng|Betrek|Realiseer|Verken|Onderzoek|Zet|Bevorder|Ontwikkel|Neem|Investeer|Creëer|Draag|Houd|Leg|Voer|Werk|Formuleer|Verbeter|Monitor|Overweeg|Borg|Bied|Organiseer|Intensiveer|Evalueer|Waarborg|Bepaal|Verbreed|Faciliteer|Ga|Laat|Richt|Kies|Pas|Regel|Schep|Sta|Start|Stimuleer|Verduidelijk|Vergroot|Verleng|Voorzie|Zie)\b",
    }
)

ACTS = r"(?:zal|zullen|ga|gaan|gaat|wil|willen|heb|heeft|hebben|ben|is|zijn|blijf|blijft|blijven|laat|laten|zet|zetten|start|werk|werkt|werken|neem|neemt|nemen|stel|stelt|stellen|streef|streeft|streven|onderzoek|onderzoekt|verken|bezie|maak|maakt|maken|geef|geeft|geven|kom|komt|komen|stuur|sturen|informeer|informeert|informeren|bied|voer|voert|voeren|zie|vind|acht|deel|kan|kunnen|moet|begrijp|hecht|verwacht|ondersteun|ondersteunt|ontvang|bereid|houd|houdt|houden|tref|treed|breng|vraag|verzoek|bespreek|organiseer|financier|draag|draagt|zorg|zorgt|pak|pakken|investeer|investeert|trek|trekt)"
_SUBJECT = for_small_letters(
    rf"\b(?P<subject>{_GOVERNMENT})\s(?P<verb>{ACTS})\b|\b(?P<verb2>{ACTS})\s(?P<subject2>{_GOVERNMENT})\b"
)
"""'Ik zal', 'zal ik', 'zullen we': the government with its finite verb."""

_SIGNS = Signs(PATTERNS)


@lru_cache(maxsize=20_000)
def cues(text: str) -> frozenset[str]:
    """The names of the signs in a text, and 'ik+zal' for the government with its finite verb."""
    small = text.lower()
    found = _SIGNS.found(small)
    for match in _SUBJECT.finditer(small):
        verb, who = match["verb"] or match["verb2"], match["subject"] or match["subject2"]
        found.add(f"{'ik' if who in ('ik', 'wij', 'we') else 'rijk'}+{verb}")
    return frozenset(found)
