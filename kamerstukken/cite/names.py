"""Names of members of parliament as citations write them: particles, hyphens, several of them, 'c.s.', parties."""

from __future__ import annotations

import re

from kamerstukken.cite.notation import BB, B

UP = "A-ZÀ-ÖØ-ÞŠŽĆČĞİŞ"
LOW = "a-zà-öø-ÿšžćčğışł"

PARTICLE = r"(?:[Vv]an|[Dd]e|[Dd]en|[Dd]er|[Tt]en|[Tt]er|[Tt]e|[Ee]l|[Ll]e|[Ll]a|[Dd]i|[Dd]u|[Oo]p|[Ii]n|[Aa]an|[Vv]oor|[Uu]it|[Vv]on|[’'‘][Tt])"

NOT_A_NAME = (
    r"(?!(?:Kamerstuk\w*|Kamer|Tweede|Eerste|TK|EK|Stb|Stcrt|De|Het|Een|Motie|Motie\w+|In|Op|Met|Voor|Over|Aan|Uit|Bij|"
    r"Wet|Artikel|Handelingen|Aanhangsel|Reactie|Brief|Minister|Staatssecretaris|Ook|Dit|Deze|Dat|Die|Ik|Wij|We|Zij|Als|"
    r"Kst|Nr|Nrs|Europese|Nederland|Nederlandse|Stand|Uitvoering|Toezegging|Amendement|Staten|Regering|Kabinet|Debat|Bijlagen?|Kamerstukken|Kamerbrief|Vraag|Antwoord|Tabel|Hoofdstuk|Bron|Zie|Directie|Regeling|Wetsvoorstel)(?![\w’']))"
)
WORD = rf"(?:[{UP}][’'])?{NOT_A_NAME}[{UP}](?:[{LOW}]+|[’'][{UP}{LOW}])(?:[{UP}]?[{LOW}’']){{0,20}}(?<![’'])"
LAST = rf"(?:{PARTICLE}{BB}){{0,3}}{WORD}(?:{B}[-‑]{B}(?:{PARTICLE}{BB}){{0,3}}{WORD}){{0,2}}"
"""Van der Staaij · Bruins Slot (its second word is taken by NAME) · Laan-Geselschap · Schut-Welkzijn · 't Hart"""

NAME = rf"{LAST}(?:{BB}{LAST}){{0,2}}"
"""Inge van Dijk · Wiegman-Van Meppelen Scheppink · Bruins Slot"""

PARTY = r"(?:\s{0,2}\((?!Kamerst|TK|EK|Kst|Stb|Stcrt)(?:50PLUS|D66|[A-Z][A-Za-zÀ-ž./+&-]{1,24}(?:\s[A-Z][\w./+-]{1,20}){0,2})(?:/(?:50PLUS|D66))?\))"
CS = rf"(?:{BB}c\.?{B}s\.?(?!\w))"
ONE = rf"{NAME}{PARTY}?{CS}?"

NAMES = (
    rf"{ONE}(?:{B}/{B}{ONE}){{0,6}}(?:(?:{B},{B}{ONE}){{0,8}}{B},?{BB}(?:en|&)(?:{BB}het{BB}lid)?{BB}{ONE})?"
)
"""Segers en Hachchi · Ten Broeke/Knops · Wagenaar c.s. en Van den Doel c.s. · Van Raan (PvdD) en Simons"""

_STRIP = re.compile(rf"{PARTY}|{CS}")
_BETWEEN = re.compile(rf"{B}[/,]{B}(?:en{BB})?|{BB}(?:en|&){BB}(?:het{BB}lid{BB})?")
_SMALL = re.compile(rf"(?:{PARTICLE})(?=\s)")


def members(text: str) -> tuple[str, ...]:
    """The names in a stretch that NAMES matched, in order, first letter upper case: 'van Nispen' is 'Van Nispen'."""
    plain = _STRIP.sub("", text)
    parts = (" ".join(part.replace("- ", "-").split()) for part in _BETWEEN.split(plain))
    return tuple(dict.fromkeys(part[0].upper() + part[1:] for part in parts if part))
