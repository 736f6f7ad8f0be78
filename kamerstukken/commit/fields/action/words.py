"""The closed classes of words that summaries are made with."""

from __future__ import annotations

from kamerstukken.commit.deadline.words import listed


def phrases(text: str) -> tuple[str, ...]:
    """Phrases with bars between, on as many lines as they need."""
    return tuple(" ".join(phrase.split()) for phrase in text.split("|"))


LIGHT = listed(
    "zullen gaan willen kunnen moeten mogen laten blijven komen beginnen worden hebben zijn dienen"
)
"""Verbs that say how or when; the act is in the infinitive or participle that hangs on them."""
INTENDS = listed(
    "toezeggen verwachten streven hopen beogen besluiten afspreken overeenkomen voornemen proberen trachten beloven kiezen"
)
"""'Ik zeg toe dat ik de Kamer informeer': the act is what is promised, decided or agreed."""
INTENTIONS = listed(
    "voornemens bereid plan voornemen streven doel doelstelling bedoeling planning inzet ambitie verwachting intentie idee bezig"
)
"""'Ik ben bereid om …', 'Het streven is om …'."""
PARTICLES = listed(
    """
    aan achter af bij binnen bijeen door dicht heen in langs los mee mede na neer om onder op open over rond samen tegemoet tegen terug thuis toe
    uit uiteen vast voor voort vooruit vrij waar weg weer bekend beschikbaar goed goedkeuring plaats deel kennis stil klaar gereed
    """
)
"""What can stand before a verb and be one word with it: 'pakken … aan' is aanpakken."""
FIXED = frozenset(
    tuple(line.split())
    for line in phrases(
        """
    in kaart | in werking | in beeld | in gang | in stand | in overweging | in consultatie
    | in gebruik | in gesprek | in overleg | in behandeling | in ontvangst | in voorbereiding
    | in uitvoering | in lijn | in verbinding | in contact | in procedure | in internetconsultatie
    | van start | van kracht | ten uitvoer | tot stand | ter hand | ter beschikking | ter inzage
    | ter sprake | op orde | op gang | op de hoogte | op de agenda | op zich | onder de aandacht
    | onder de loep | aan de orde | aan de slag | aan het werk | aan bod | tot uitdrukking
    | van toepassing | mogelijk | beschikbaar | inzichtelijk | zichtbaar | openbaar | gestand | zorg
    | rekening | gebruik | invulling | uitvoering | vorm | gevolg | gehoor | stelling | contact
    | aandacht
    """
    )
)
"""Words that belong to their verb: 'in kaart brengen', 'invulling geven'."""
TOLD = listed(
    "informeren berichten rapporteren inlichten terugkomen ingaan overleggen spreken bespreken besluiten adviseren"
)
"""Verbs whose 'over …' says what the act is about, wherever it stands."""
HAPPENS = listed(
    "treden lopen doorlopen gaan verschijnen plaatsvinden worden komen verlopen ingaan aflopen ontstaan volgen eindigen terugkeren dalen stijgen vallen staan gelden"
)
"""Verbs of which a thing is the subject: somebody lets it happen."""
CIRCUMSTANCE = tuple(
    f"{line} "
    for line in phrases(
        """
    in het kader | in samenwerking | in overleg | in samenspraak | in afstemming | in nauw | in goed
    | in dit | in deze | in die | in dat | in mijn brief | in de brief | in lijn met | in aanvulling
    | in reactie | in navolging | in de toekomst | in eerste instantie | samen met | met het oog
    | met ingang | met betrekking | met name | op basis van | op grond van | op verzoek
    | op dit moment | op termijn | op mijn verzoek | op deze | op die | aan de hand van
    | naar aanleiding | naar verwachting | naar inschatting | naast | via | volgens | conform
    | gezien | gelet | vanuit | tijdens | door | mede | bovenop | ten behoeve van | ten aanzien van
    | ten opzichte van | sinds | zoals | als | behalve | wegens | vanwege | ondanks | tot en met
    | bij gelegenheid | na | vanaf | per | binnen een
    """
    )
)
"""Beginnings of phrases that say how, with whom or why, and not what."""
TIMES = listed(
    "jaar jaren maand maanden week weken dag dagen kwartaal zomer najaar voorjaar winter herfst zomerreces reces termijn periode tijd moment januari februari maart april mei juni juli augustus september oktober november december prinsjesdag schooljaar studiejaar eind begin medio"
)
ADVERBS = listed(
    """
    ook tevens mede nog nader verder voorts daarom dus dan wel zo nu thans momenteel inmiddels reeds al daarnaast bovendien echter vervolgens hiertoe hierbij
    hiermee daartoe daarbij daarmee eveneens eerst bijvoorbeeld separaat graag zelf alsnog uiteraard natuurlijk evenmin zowel
    """
)
KAMER = frozenset(
    [
        "u",
        "uw kamer",
        "de kamer",
        "kamer",
        "tweede kamer",
        "de tweede kamer",
        "uw commissie",
        "uw tweede kamer",
        "het parlement",
    ]
)
PRONOUNS = listed(
    "dit dat deze die het ze hem haar hen hun zij er dezelfde laatste hierover daarover hieraan daaraan hierop daarop hiervoor daarvoor ernaar eraan hiernaar daarnaar"
)
"""What points at something that the summary does not name."""
POINTING = listed("hierover daarover hieraan daaraan hierop daarop hiervoor daarvoor hiernaar daarnaar")
"""Kept where the act says no more: 'Kamer hierover informeren'."""
AWAITED = listed("verwachten voorzien plannen beogen")
"""'De resultaten worden in mei verwacht': said of what somebody delivers."""
DELIVERED = listed("resultaat uitkomst rapport eindrapport onderzoek evaluatie advies bevinding verkenning")
WONDERS = listed(
    "bezien onderzoeken nagaan verkennen bekijken kijken bepalen bespreken toetsen wegen afwegen inventariseren uitzoeken"
)
QUESTIONS = listed("of hoe welke welk wat waar waarom wanneer hoeveel")
"""'Ik bezie of …': the question is the act, whatever the parse made of it."""
EMPTY_HEADS = listed(
    "inleiding aanleiding tot slot vervolg antwoord vraag toelichting achtergrond bijlage reactie algemeen conclusie samenvatting"
)
"""Headings that say nothing about an act beneath them."""
