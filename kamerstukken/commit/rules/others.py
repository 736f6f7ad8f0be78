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
    # 'Tijdens het debat is een motie ingediend waarin de regering wordt verzocht om …'
    rule(
        "motie naverteld",
        "drop",
        "een verzoek van anderen weergeeft",
        r"\b(?:motie|amendement)\b.{0,60}\b(?:ingediend|aangenomen|aanvaard|aangehouden)?,?\s*(?:waarin|waarmee|die|welke)\b.{0,60}\b(?:verzoekt|wordt\s+verzocht|verzocht\s+wordt|wordt\s+gevraagd|vraagt|oproept|wordt\s+opgeroepen)\b(?!.{0,200}\b(?:ik|wij|we|het\s+kabinet|de\s+minister)\b)",
    ),
    # 'Ik laat deze motie oordeel Kamer', 'Ik ontraad de motie'
    rule(
        "oordeel over een motie",
        "drop",
        "een oordeel over een motie geeft",
        r"\boordeel\s+(?:aan\s+(?:de|uw)\s+)?[‘'“\"]?kamer\b | [‘'“\"]oordeel\s+kamer | \b(?:ontraad|ontraden)\b.{0,60}\bmotie | \bmotie\b.{0,60}\b(?:ontraad|ontraden|ontraadt)\b",
    ),
    # 'Graag wil ik iedereen bedanken die heeft meegewerkt'
    rule(
        "dank",
        "drop",
        "een oordeel of dank geeft",
        r"\b(?:wil|willen|wens)\b.{0,120}\b(?:bedanken|(?:hartelijk\s+)?(?:dank\s*zeggen|danken)|complimenteren|mijn\s+(?:dank|waardering|complimenten)\b.{0,40}\b(?:uitspreken|overbrengen))\b",
    ),
    # 'Ja.', 'Nee, dat klopt niet.'
    rule(
        "kort antwoord",
        "drop",
        "alleen ja of nee antwoordt",
        r"\A(?:(?:Ja|Nee|Neen)\W*)?(?:(?:Dat|Dit)\s+(?:klopt|is\s+(?:juist|correct|mij\s+bekend))(?:\s+niet)?)?\W*\Z",
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
    # 'Het is van belang dat iedere gemeente meedoet'
    rule(
        "nodig",
        "drop",
        "zegt wat nodig of van belang is",
        r"\bis\s+(?:noodzakelijk|nodig|van\s+belang|belangrijk)\s+(?:om|dat)\b",
    ),
    # 'verzoekt de regering, een plan op te stellen', 'overwegende, dat …': a motion quoted
    rule("dictum", "drop", "een motie aanhaalt", r"\A\W*(?:en\s+)?(?:verzoekt|overwegende|constaterende)\b"),
    # 'De motie overweegt dat', 'De Inspectie heeft verzocht om te worden geïnformeerd', 'Tijdens het overleg is aandacht gevraagd voor'
    rule(
        "gevraagd door anderen",
        "drop",
        "een verzoek van anderen weergeeft",
        r"""
        \bmoties?\b.{0,80}\b(?:overweegt|overwegen|constateert|spreekt\s+uit)\b | \b(?:is|werd)\b.{0,60}\baandacht\s+gevraagd\b
      | \A(?:\w+\s+)?(?:de|het)\s+(?:inspectie|raad|commissie|kamer|college|rekenkamer|ombudsman)\b.{0,40}\b(?:heeft|hebben)\b.{0,40}\b(?:verzocht|gevraagd)\s+(?:om|of|naar)\b""",
    ),
    # 'Ik heb vertrouwen in de uitwerking', 'Ik kijk uit naar de samenwerking', 'Ik kijk terug op een goed bezoek'
    rule(
        "vooruitzicht",
        "drop",
        "een oordeel of dank geeft",
        r"""
        \b(?:ik|wij|we)\s+heb(?:ben)?\s+(?:er\s+)?(?:het\s+|alle\s+)?vertrouwen\b
      | \b(?:ik|wij|we)\s+kijk(?:en)?\s+(?:er\b.{0,20}\b(?:naar\s+)?uit\b|uit\s+naar\b|terug\s+op\b|met\b.{0,40}\bterug\b) (?!.{0,200}\ben\s+(?:ik|wij|we)\b)""",
    ),
)
