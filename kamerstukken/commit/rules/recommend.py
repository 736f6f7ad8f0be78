"""A recommendation of others to the government, repeated by the letter."""

from kamerstukken.commit.rules import rule

RULES = (
    # 'De Raad beveelt aan om …', 'De Inspectie adviseert de minister'
    rule(
        "aanbeveling",
        "aanbeveling",
        "een aanbeveling van derden herhaalt",
        r"""
        \b(?:Raad|Inspectie|commissie|onderzoekers?|evaluatoren|Rekenkamer|Ombudsman|rapporteur|WODC|PBL|SER|RIVM|ILT|adviescollege)\b.{0,60}\b(?:beveelt|bevelen|adviseert|adviseren|do(?:et|en)\s+de\s+aanbeveling)\b
      | \A(?:De\s+)?(?:\w+\s+)?aanbeveling(?:en)?\b.{0,60}\b(?:luidt|is\s+om|om)\b""",
    ),
)
