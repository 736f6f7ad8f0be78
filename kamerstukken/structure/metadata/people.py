"""Stage structure. What a person's name and an office look like where they stand alone in a signature."""

from __future__ import annotations

import re

TITLE = r"(?:(?:prof|dr|drs|mr|ir|ing|mw|mevr|dhr|jhr|jkvr|lic|bc|em|gen|lgen|ltgen)\.|mevrouw|de[ ]heer)"
PARTICLE = (
    r"(?:van|von|vande|de|der|den|ten|ter|te|het|in|op|el|al|bin|ben|la|le|du|da|di|dos|zu|['’]t|['’]s|d['’])"
)
CAPITAL = r"[A-ZÀ-ÖØ-ÞŠŽĞİŞ]"
# 'dr. R.H.A. Plasterk', 'mw. drs. E.I. Schippers', 'Alexandra C. van Huffelen', 'J.A. Hennis-Plasschaert', 'D. Yeşilgöz-Zegerius'
NAME = re.compile(
    rf"""^(?:(?i:{TITLE})\s*)*
        (?P<given>(?:(?:{CAPITAL}[a-z]{{0,2}}\.\s?-?)+|{CAPITAL}[^\W\d_]+(?:-{CAPITAL}[^\W\d_]+)?)\s?){{1,4}}
        (?:\({CAPITAL}[^\W\d_]+\)\s)?
        (?:(?i:{PARTICLE})\s)*
        (?:['’]t\s|d['’]|Mc|Mac)?{CAPITAL}[^\W\d_]+(?:[-–]\s?(?:(?i:{PARTICLE})\s)*{CAPITAL}[^\W\d_]+)*
        (?:\s(?:(?i:{PARTICLE})\s)*{CAPITAL}[^\W\d_]+){{0,2}}
        (?:,?\s(?:{TITLE}|MSc|MA|MBA|LL\.?M\.?|RA|RC|EMIA|BSc|Ph\.?D\.?|MPA|MPM))*
        $""",
    re.VERBOSE,
)
INITIALS = re.compile(rf"^(?:(?i:{TITLE})\s*)*{CAPITAL}[a-z]{{0,2}}\.")
# 'De minister van Volksgezondheid,', 'DE STAATSSECRETARIS VAN DEFENSIE', 'Minister-President'
OFFICE_BEGINS = re.compile(
    r"^(?:de\s*)?(?:vice-?\s?)?(?:minister(?:-president)?|staatssecretaris)(?=van\b|voor\b|\b)",
    re.IGNORECASE,
)
# 'De fungerend voorzitter van de commissie,', 'De adjunct-griffier van de vaste commissie voor Defensie,'
OFFICER = re.compile(
    r"^de\s+(?:(?:fungerend|plv\.|waarnemend)\s+)?(?:voorzitter|(?:adjunct-)?griffier)\s+van\s+de\s+(?:vaste\s+|algemene\s+|tijdelijke\s+)?commissie\b[^.;:?!\d]{0,120}$",
    re.IGNORECASE,
)
# 'Tielens', 'Van der Bergh': how a committee's officers sign in the official papers
SURNAME = re.compile(
    rf"^(?:(?i:{PARTICLE})\s)*{CAPITAL}[^\W\d_]+(?:[- ](?:(?i:{PARTICLE})\s)*{CAPITAL}[^\W\d_]+)?$"
)
CONNECTIVE = frozenset(
    (
        "",
        *[
            "de",
            "het",
            "van",
            "voor",
            "en",
            "der",
            "den",
            "mede",
            "namens",
            "deze",
            "a.i",
            "tevens",
            "belast",
            "met",
            "-",
            "–",
            "&",
            "/",
            "o.g.v",
            "bij",
            "afwezigheid",
        ],
    )
)
# words of portfolios that could pass for a surname: 'Economische Zaken', 'Ruimtelijke Ordening'
PORTFOLIO = re.compile(
    r"\b(?:Zaken|Ordening|Handel|Bescherming|Onderwijs|Cultuur|Wetenschap|Sport|Welzijn|Milieu|Klimaat|Energie|Groei|Zorg"
    r"|Koninkrijksrelaties|Werkgelegenheid|Justitie|Veiligheid|Waterstaat|Financiën|Defensie|Natuur|Landbouw|Kamer|Minister"
    r"|Staatssecretaris|Ministerie|Directeur|Den Haag|Postbus|Pagina|Datum|Bijlage|Staten)\b",
    re.IGNORECASE,
)


def is_name(text: str) -> bool:
    """True where a text is a person's name and nothing else."""
    return len(text) <= 70 and NAME.match(text) is not None and PORTFOLIO.search(text) is None


def is_surname(text: str) -> bool:
    """True where a text is a surname alone."""
    return len(text) <= 40 and SURNAME.match(text) is not None and PORTFOLIO.search(text) is None


def begins_office(text: str) -> bool:
    """True where a line begins with an office; the line may go on as running text."""
    return OFFICE_BEGINS.match(text) is not None or OFFICER.match(text) is not None


def is_officer(text: str) -> bool:
    """True where a text is the office of a committee's chair or clerk and nothing else."""
    return OFFICER.match(text) is not None


def has_initials(text: str) -> bool:
    """True where a name begins with a title or initials, so that it cannot be part of an office."""
    return INITIALS.match(text) is not None


def is_office(text: str) -> bool:
    """True where a text is an office and nothing else: no word of running text in it."""
    if is_officer(text):
        return True
    if OFFICE_BEGINS.match(text) is None or len(text) > 230 or re.search(r"[.;:?!]\s|\d", text):
        return False
    words = OFFICE_BEGINS.sub("", text, count=1).split()
    return all(
        word[0].isupper() or word.casefold().strip(",.") in CONNECTIVE or _office_word(word) for word in words
    )


def _office_word(word: str) -> bool:
    """A later office in the same signature: 'mede namens de minister van Financiën'; '(portefeuille)'."""
    return word[0] in "(-–" or re.match(r"(?:minister|staatssecretaris)(?:sen|s)?\b", word) is not None
