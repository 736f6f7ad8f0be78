"""Rows of figures, sources and captions: never an act."""

from kamerstukken.commit.rules import rule

RULES = (
    # 'Bonaire	191.391	90.303	47,2%'
    rule("cijferrij", "drop", "alleen cijfers geeft", r"\A[^\t]{0,60}(?:\t\s*[-–$\d.,%()x ]+)+\Z"),
    # 'Bron: P-Direkt en enquête'
    rule(
        "bron",
        "drop",
        "een bron noemt",
        r"\A(?:Bron|Bronnen|Tabel|Figuur|Grafiek|Betreft|Onderwerp|Toelichting)\b[^.]{0,3}[:\s]",
    ),
)
