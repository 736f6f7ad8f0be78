"""Handelingen (the record of what was said): by meeting, item and page, by date, or as 'h-tk-20182019-35-8'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kamerstukken.cite.notation import BB, BREAK, CHAMBER, NR, PAGES, SESSIONS, B, chamber, session
from kamerstukken.cite.scan import near
from kamerstukken.cite.tail import DOSSIER, digits
from kamerstukken.model import Reference

SEP = rf"{B}[,;:]?{B}"
MONTH = r"(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)"
DATE = rf"(?P<day>\d{{1,2}}){BB}(?P<month>{MONTH}){BB}(?P<year>(?:19|20)\d\d)"
MONTHS = MONTH[3:-1].split("|")

# Handelingen II 2016/17, nr. 55, item 12, p. 3 · Handelingen I 2001/2002, zie vergadering d.d. 4 december 2001
# Handelingen 30 november 1989, blz. 517 · Handelingen Eerste Kamer, 11 oktober 2022, 3-11, p. 17
HANDELINGEN = re.compile(
    rf"""(?<!\w)(?<!angsel\ )(?<!van\ de\ )(?:[Hh]ande{BREAK}lin{BREAK}gen|Hand\.)(?:{BB}UCV)?
    (?:{SEP}(?:van{BB}de{BB}|der{BB})?(?P<chamber>{CHAMBER})(?!\w))?
    (?:{SEP}(?P<sessions>{SESSIONS}))?
    (?:{SEP}(?P<dossier>{DOSSIER})(?!\d))?
    (?:{SEP}(?:zie{BB})?(?:(?:de{BB})?(?:plenaire{BB})?vergadering(?:{BB}van)?{BB})?(?:d\.?d\.?{BB}|van{BB})?{DATE})?
    (?:{SEP}(?:{NR})?(?P<meeting>\d{{1,3}})(?!\d)(?:{SEP}item{BB}(?P<item>\d{{1,3}})|{B}[-–]{B}(?P<item_dash>\d{{1,3}}))?(?!\d))?
    (?:{PAGES})?""",
    re.VERBOSE,
)
TRIGGER = re.compile(r"and(?:e|\.)")
IDENTIFIER = re.compile(
    r"(?<!\w)h-(?P<chamber>tk|ek)-(?P<years>\d{8})-(?P<meeting>\d{1,3})-(?P<item>\d{1,3})(?!\d)"
)


def find(text: str) -> Iterator[Reference]:
    """Mentions that say at least a session or a date; the id needs session, meeting and item."""
    if "anh" in text or "Hand" in text or "handelingen" in text:
        for match in near(HANDELINGEN, TRIGGER, text, before=1):
            if (match["sessions"] or match["day"]) and "anhangsel" not in text[
                max(0, match.start() - 24) : match.start()
            ]:
                yield _reference(match)
    if "h-" in text:
        for match in IDENTIFIER.finditer(text):
            of = f"{match['years'][:4]}-{match['years'][4:]}"
            said = {"tk": "II", "ek": "I"}[match["chamber"]]
            yield Reference(
                "handelingen", *match.span(), match[0], (match[0],), said, of, resolved_by="own words"
            )


def _reference(match: re.Match[str]) -> Reference:
    said = chamber(match["chamber"])
    of = session(match["sessions"]) or _session_of(match)
    item = match["item"] or match["item_dash"]
    ids: tuple[str, ...] = ()
    if of and match["meeting"] and item:
        house = "ek" if said == "I" else "tk"
        ids = (f"h-{house}-{of.replace('-', '')}-{int(match['meeting'])}-{int(item)}",)
    elif match["dossier"]:
        ids = (f"dossier:{digits(match['dossier'])}",)
    by = "own words" if ids else None
    return Reference("handelingen", *match.span(), match[0], ids, said, of, match["pages"], resolved_by=by)


def _session_of(match: re.Match[str]) -> str | None:
    """A vergaderjaar begins on the third Tuesday of September: from 15 September on it is the new one for sure or nearly."""
    if not match["day"]:
        return None
    year, month = int(match["year"]), MONTHS.index(match["month"]) + 1
    first = year if (month, int(match["day"])) >= (9, 15) else year - 1
    return f"{first}-{first + 1}"
