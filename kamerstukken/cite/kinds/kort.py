"""Short forms that point back: 'idem, nr. 31', 'Ibid.', 't.v.v. nr. 9', 'stuk nr. 12', 'gedrukt onder nr. 9'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kamerstukken.cite.notation import BB, NR, NUMBERS, PAGES, B
from kamerstukken.cite.scan import near
from kamerstukken.model import Reference

# 13 Idem, p. 4. · en idem, nr. 31 · 14 Ibid. · Ibidem
IDEM = re.compile(
    rf"(?<!\w)(?P<idem>[Ii]dem|[Ii]bid(?:em)?)(?!\w)\.?(?:{B},?{B}(?:{NR})(?P<numbers>{NUMBERS}))?(?:{PAGES})?"
)
# t.v.v. nr. 9 · ter vervanging van nr. 34 · ter vervanging van dat gedrukt onder nr. 9 · de motie onder nummer 11 · stuk nr. 12
NUMBER_ALONE = re.compile(
    rf"""(?<!\w)(?:t\.?v\.?v\.?|[Tt]er{BB}vervanging{BB}van|gedrukt{BB}onder|[Ss]tuk(?:ken)?|(?:motie|amendement|stuk){BB}onder|
    (?:motie|amendement){BB}op{BB}stuk|[Oo]ndernummer)
    {BB}(?:(?:die|dat|de|het)(?:{BB}(?:motie|amendement))?{BB}(?:gedrukt{BB})?(?:onder|op{BB}stuk){BB})?
    (?P<short>(?:{NR})(?P<numbers>{NUMBERS}))""",
    re.VERBOSE,
)


NR_AND_DIGIT = re.compile(r"[Nn](?:rs?|ummers?|o)[.:]?\s{0,2}\d")


def find(text: str) -> Iterator[Reference]:
    """Mentions that say a number or a page at most; the dossier comes by resolution, until then they have no id."""
    if "dem" in text or "bid" in text or "Ibi" in text:
        for match in IDEM.finditer(text):
            yield Reference(
                "kamerstuk", *match.span(), match[0], pages=match["pages"], number=match["numbers"]
            )
    for match in near(NUMBER_ALONE, NR_AND_DIGIT, text, before=70):
        yield Reference("kamerstuk", *match.span("short"), match["short"], number=match["numbers"])
