"""What a sentence points at in so many words: an earlier letter by its day, a debate by its day, a member of parliament.

'In mijn brief van 14 maart jl. (Kamerstuk 98 765, nr. 12) heb ik het lid Tjalkema toegezegd …'
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from kamerstukken.language.months import MONTHS

DATED = re.compile(rf"\d\s+(?:{'|'.join(MONTHS)})", re.IGNORECASE)
DAY = rf"(?P<day>\d{{1,2}})\s+(?P<month>{'|'.join(MONTHS)})(?:\s+(?P<year>(?:19|20)\d\d))?"
# 'mijn brief van 14 maart jl.', 'de Kamerbrief d.d. 1 juni 2023', 'brieven van 3 mei', 'kabinetsreactie van 5 mei 2021'
LETTER = re.compile(
    rf"\b(?:\w*brie(?:f|ven)|\w*reactie|\w*rapportage|planning|antwoorden)\s+(?:aan\s+uw\s+Kamer\s+)?(?:van|d\.d\.|dd\.?|op)\s+{DAY}",
    re.IGNORECASE,
)
# 'het commissiedebat van 11 mei 2023', 'het AO Water op 24 juni jl.', 'het Wetgevingsoverleg Water van 17 november 2014'
DEBATE = re.compile(
    rf"\b(?:\w*debat|AO|VAO|WGO|VSO|\w*overleg|\w*behandeling|vragenuur)\b[^.;]{{0,80}}?\b(?:van|op|d\.d\.|dd\.?)\s+{DAY}",
    re.IGNORECASE,
)
# 'het lid Tjalkema', 'de leden Van Nispen en Kuzu', 'het Kamerlid Segers'
MEMBER = re.compile(
    r"\b(?:[Kk]amer)?(?:lid|leden)[\s-]+(?P<name>(?:(?:[Vv]an|[Dd]e|[Dd]er|[Dd]en|[Tt]en|[Tt]er|[Ee]l)\s+){0,3}[A-ZÀ-Þ][\w’'-]+)"
)
# 'kenmerk 2015-0000074272', '(IENM/BSK-2015/65385)'
KENMERK = re.compile(
    r"\bkenmerk:?\s+(?P<kenmerk>[A-Z0-9][\w./-]{5,40}\w)|\((?P<bare>[A-Z]{2,8}/[\w./-]{5,40}\w)\)"
)


@dataclass(frozen=True, slots=True)
class Pointers:
    """Days (ISO) of letters and of debates, names of members, references ('kenmerk') of letters."""

    letters: tuple[str, ...] = ()
    debates: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    kenmerken: tuple[str, ...] = ()


def pointers_in(text: str, day: str) -> Pointers:
    """What a sentence of a letter of this day (ISO) points at. A day without a year is the last one before the letter."""
    dated = DATED.search(text) is not None
    return Pointers(
        letters=_days(LETTER, text, day) if dated else (),
        debates=_days(DEBATE, text, day) if dated else (),
        members=tuple(dict.fromkeys(m["name"].casefold() for m in MEMBER.finditer(text))),
        kenmerken=_kenmerken(text) if "enmerk" in text or "/" in text else (),
    )


def _days(pattern: re.Pattern[str], text: str, day: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(found for m in pattern.finditer(text) if (found := _day(m, day))))


def _kenmerken(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(plain_kenmerk(m["kenmerk"] or m["bare"]) for m in KENMERK.finditer(text)))


def plain_kenmerk(text: str) -> str:
    """A reference without blanks and in small letters, to compare by."""
    return re.sub(r"\s+", "", text).casefold().rstrip(".")


def _day(match: re.Match[str], before: str) -> str | None:
    month = MONTHS.index(match["month"].lower()) + 1
    try:
        if match["year"]:
            return date(int(match["year"]), month, int(match["day"])).isoformat()
        year = int(before[:4])
        found = date(year, month, int(match["day"])).isoformat()
        return found if found < before else date(year - 1, month, int(match["day"])).isoformat()
    except ValueError:  # '31 juni', '29 februari' in another year
        return None
