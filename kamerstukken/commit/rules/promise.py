"""The government binds itself to an act: will, goes, wants, strives, promises."""

from kamerstukken.commit.rules import rule

_GOVERNMENT = r"(?:ik|wij|we|het\s+kabinet|de\s+regering|de\s+(?:minister|staatssecretaris)|mijn\s+(?:ministerie|departement)|het\s+ministerie|Nederland|Defensie|het\s+Rijk)"

RULES = (
    # 'Ik zeg toe dat', 'heb ik toegezegd'
    rule(
        "toezegging",
        "act",
        "een toezegging noemt",
        r"\bzeg(?:gen|t)?\b.{0,60}\btoe\b | \btoegezegd\b | \btoezegging\b",
    ),
    # 'Ik zal dit onderzoeken', 'gaan we afspraken maken'
    rule(
        "zal",
        "act",
        "de regering zich laat binden (zal, gaan)",
        rf"\b{_GOVERNMENT}\s+(?:zal|zullen|ga|gaan|gaat)\b | \b(?:zal|zullen|ga|gaan|gaat)\s+{_GOVERNMENT}\b",
    ),
    # 'zal worden bezien', 'zullen worden uitgewerkt'
    rule("zal worden", "act", "een stap aankondigt (zal worden)", r"\b(?:zal|zullen)\b.{0,200}\bworden\b"),
    # 'Ik ben voornemens', 'Ik streef ernaar', 'wil ik'
    rule(
        "voornemen",
        "act",
        "een voornemen noemt",
        rf"\b(?:voornemens|van\s+plan|streef|streeft|streven|voornemen|intentie)\b | \b{_GOVERNMENT}\s+(?:wil|willen)\b | \b(?:wil|willen)\s+{_GOVERNMENT}\b",
    ),
    # 'Ik zet mij in voor', 'blijf ik'
    rule(
        "inzet",
        "act",
        "blijvende inzet belooft",
        rf"\b(?:zet|zetten|span|spant)\b.{{0,30}}\b(?:mij|ons|zich)\b.{{0,60}}\bin\b | \b(?:blijf|blijven|blijft)\s+{_GOVERNMENT}\b | \b{_GOVERNMENT}\s+(?:blijf|blijven|blijft)\b",
    ),
    # 'In mijn volgende brief ga ik in op …', 'Dit komt aan de orde in de volgende voortgangsrapportage'
    rule(
        "volgende brief",
        "keep",
        "een volgende brief belooft",
        r"\b(?:volgende|eerstvolgende|afzonderlijke|separate)\s+(?:voortgangs|kamer|verzamel)?(?:brief|rapportage)\b.{0,60}\b(?:ga|kom|zal|informeer|bericht|neem)\s+ik\b",
    ),
    # 'Ik zeg toe dat …', 'zeg ik uw Kamer toe'
    rule(
        "zeg toe",
        "keep",
        "uitdrukkelijk iets toezegt",
        r"\b(?:ik\s+zeg|wij\s+zeggen|zeg\s+ik|zeggen\s+wij)\b.{0,60}\btoe\b",
    ),
    # 'worden met uw Kamer gedeeld', 'U kunt de reactie in het najaar tegemoetzien'
    rule(
        "met de Kamer gedeeld",
        "keep",
        "zegt dat de Kamer iets krijgt",
        r"""
        \b(?:wordt|worden|zal|zullen)\b.{0,120}\bmet\s+(?:uw|de)\s+Kamer\b.{0,20}\bgedeeld\b
      | \b(?:u|uw\s+Kamer|de\s+Kamer)\b.{0,120}\btegemoet\s?zien\b""",
    ),
)
