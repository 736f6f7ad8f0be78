"""A measure is reported: under way, started, done."""

from kamerstukken.commit.rules import rule

RULES = (
    # 'is gestart met', 'is ingesteld', 'heeft plaatsgevonden', 'is afgerond'
    rule(
        "gedaan",
        "act",
        "meldt wat gedaan is",
        r"""
        \b(?:is|zijn|heb|heeft|hebben|werd|werden)\b.{0,220}\b(?:gestart|begonnen|ingesteld|opgericht|gelanceerd|ingevoerd|afgerond|uitgevoerd|vastgesteld|ondertekend|getekend|plaatsgevonden|gerealiseerd|opgesteld|ontwikkeld|aangepast|gevraagd|verzocht|besloten|afgesproken|overeengekomen|
        vrijgemaakt|gereserveerd|toegekend|beschikbaar\s+gesteld|georganiseerd|opgeleverd|aangeboden|gestuurd|toegezonden|verzonden|gepubliceerd|onderzocht|geëvalueerd|versterkt|uitgebreid|gefinancierd|geïnvesteerd|opgenomen|ingericht|benoemd|aangesteld)\b""",
    ),
    # 'wordt gewerkt aan', 'loopt een onderzoek', 'vindt onderzoek plaats'
    rule(
        "lopend",
        "act",
        "meldt wat nu gebeurt",
        r"""
        \b(?:wordt|worden|loopt|lopen|werkt|werken|vindt|vinden|ben|is|zijn)\b.{0,140}\b(?:gewerkt|onderzocht|uitgewerkt|ontwikkeld|voorbereid|verkend|onderzoek|plaats|bezig|in\s+gesprek|in\s+uitvoering|in\s+voorbereiding|ondersteund|gefinancierd|aan)\b""",
    ),
    # 'stelt hiervoor 1 miljoen euro beschikbaar'
    rule(
        "geld",
        "act",
        "geld beschikbaar stelt",
        r"\b(?:miljoen|miljard|mln|mld|euro|middelen|budget|subsidie)\b.{0,120}\b(?:beschikbaar|vrijgemaakt|gereserveerd|uitgetrokken|toegekend|geïnvesteerd|verstrekt|ingezet)\b | \binvesteer(?:t|en)?\b",
    ),
)
