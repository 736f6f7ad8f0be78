"""What only tells how things are, what they lead to and what they are for: no act."""

from kamerstukken.commit.rules import rule

UNLESS = r"(?!.{0,300}\b(?:ik|wij|we|het\s+kabinet|zal|zullen|gaan)\b)"
"""What speaks for an act all the same, behind the pattern: 'Als dat nodig is kan de wet …, en dan zal ik …'."""

RULES = (
    # 'Dit is een goede zaak', 'Het gaat om acht gemeenten', 'Het is zaak de verbeteringen vast te houden'
    rule(
        "zo is het",
        "drop",
        "vertelt hoe iets is",
        rf"""
        \A(?:dit|dat)\s+(?:is|zijn|was|waren)\b {UNLESS} | \Ahet\s+(?:gaat|betreft)\b {UNLESS}
      | \Ahet\s+is\b (?!.{{0,60}}\b(?:bedoeling|voornemen|streven|plan|de\s+verwachting)\b) {UNLESS}
      | \b(?:is\s+het|het\s+is)\s+(?:nu\s+|ook\s+|daarom\s+|dus\s+)?(?:zaak|belangrijk|essentieel|noodzakelijk|goed)\b""",
    ),
    # 'De stijging van het aantal …', 'De noodzaak tot uitbreiding …', 'De wijze waarop …'
    rule(
        "oorzaak",
        "drop",
        "vertelt hoe iets is",
        r"\Ade\s+(?:noodzaak|stijging|daling|gevolgen|wijze|oorzaak|reden)\b",
    ),
    # 'Dit betekent dat gemeenten meer ruimte krijgen', 'Het nieuwe gebouw biedt ruimte aan ketenpartners'
    rule(
        "betekenis",
        "drop",
        "zegt wat een handeling oplevert",
        rf"\A(?:dit|dat)\s+betekent\b {UNLESS} | \bbiedt\b.{{0,60}}\b(?:ruimte|kansen|gelegenheid)\b | \bin\s+staat\b.{{0,80}}\bom\b {UNLESS}",
    ),
    # 'Het ontwerp houdt rekening met de nieuwe normen'
    rule(
        "rekening",
        "drop",
        "vertelt hoe iets is",
        r"\A (?!.{0,300}\b(?:zal|zullen)\b) .*\brekening\s+(?:\w+\s+)?(?:met|gehouden|houdend)\b",
    ),
    # 'Als de begroting wordt vastgesteld kan het fonds beginnen'
    rule(
        "mogelijkheid",
        "drop",
        "vertelt wat zou kunnen",
        rf"\A(?:als|indien|wanneer|mocht)\b {UNLESS} .*\b(?:kan|kunnen)\b",
    ),
    # 'Op grond van de Wet op de veren wordt elk jaar een plan gemaakt'
    rule(
        "wettelijke taak",
        "drop",
        "een plicht uit de wet weergeeft",
        rf"\A(?:op\s+grond\s+van|ingevolge|krachtens)\b.{{0,60}}\b(?:wet|artikel|besluit|verdrag|richtlijn|verordening|regeling)\b {UNLESS}",
    ),
    # 'Uit de evaluatie bleek dat …'
    rule(
        "bevinding",
        "drop",
        "vertelt wat is gebleken",
        rf"\b(?:blijkt|bleek|bleken)\b.{{0,60}}\b(?:dat|uit|hoe)\b {UNLESS}",
    ),
    # 'Het aantal aanvragen is vorig jaar met een tiende gestegen'
    rule(
        "stijging of daling",
        "drop",
        "een cijfer of verloop meldt",
        r"\b(?:is|zijn)\b.{0,100}\b(?:gedaald|gestegen|toegenomen|afgenomen|gegroeid|gekrompen|verminderd)\b",
    ),
    # 'Doel van deze gesprekken is de ervaringen op te halen'
    rule(
        "doel",
        "drop",
        "zegt waartoe iets dient",
        r"\A(?:het\s+)?doel(?:stelling|en)?\s+(?:van|hiervan|daarvan)\b",
    ),
    # 'Hierdoor worden leerlingen gestimuleerd', 'Op deze manier blijft de zorg bereikbaar': what an act leads to
    rule(
        "gevolg",
        "drop",
        "zegt wat een handeling oplevert",
        r"\A(?:hierdoor|daardoor|zodoende|op\s+(?:die|deze)\s+(?:manier|wijze)|zo\s+(?:kan|kunnen))\b(?!.{0,120}\b(?:ik|wij|we|het\s+kabinet|zal|zullen|gaan)\b)",
    ),
)
