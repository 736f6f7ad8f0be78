"""What others ask, think or find, and what only ought to be: no act of the government."""

from kamerstukken.commit.rules import rule

RULES = (
    # 'De motie verzoekt de regering om …' / 'De leden van de SP-fractie vragen'
    rule(
        "verzoek van anderen",
        "drop",
        "een verzoek van anderen weergeeft",
        r"""
        \b(?:motie|leden|lid|fracties?|amendement)\b.{0,120}\b(?:verzoekt?|verzoeken|vragen|vraagt|roept)\b.{0,20}\b(?:de\s+regering|het\s+kabinet|de\s+minister|de\s+staatssecretaris|om\b|of\b|hoe|welke|naar|in\s+hoeverre|wat)
      | \bwordt\s+de\s+regering\s+(?:verzocht|gevraagd|opgeroepen)\b
      | \A(?:Deze|De|Voorts|Ook|Zij|Verder|Tevens)\b.{0,30}\b(?:leden|fractie)\b.{0,60}\b(?:vragen|lezen|wijzen|constateren|onderschrijven|vinden)\b""",
    ),
    # 'Bent u bereid …?'
    rule("vraag", "drop", "een vraag is", r"\?\s*[”’\"']?\s*\Z"),
    # 'Ik vind het van belang dat', 'Ik dank de Raad', 'Ik neem dit zeer serieus'
    rule(
        "oordeel",
        "drop",
        "een oordeel of dank geeft",
        r"""
        \A(?:Ook\s+|Verder\s+|Daarom\s+|Net\s+als\s+\S+\s\S+\s)?(?:Ik|Wij|We|Het\s+kabinet)\s+(?:vind|vinden|vindt|acht|achten|begrijp|begrijpen|betreur|dank|danken|hecht|hechten|waardeer|herken|besef|hoop|ben\s+(?:bekend\s+met|blij|van\s+mening|verheugd|het\s+eens)|heb\s+(?:waardering|begrip|alle\s+vertrouwen|er\s+vertrouwen))\b
        (?!.{0,300}\b(?:zal|zullen|ga|wil|start|heb\s+daarom|daarom)\b)""",
    ),
    # 'Ik ben niet voornemens de regeling aan te passen', 'Ik zie geen aanleiding voor …'
    rule(
        "weigering",
        "drop",
        "zegt wat niet gebeurt",
        r"""
        \b(?:ben|zijn|is)\b.{0,30}\bniet\s+(?:voornemens|van\s+plan|bereid)\b
      | \bzi(?:e|en|et)\s+(?:ik|wij|het\s+kabinet)?.{0,40}\bgeen\s+(?:aanleiding|reden|noodzaak)\b (?!.{0,200}\bzal\b)""",
    ),
)
