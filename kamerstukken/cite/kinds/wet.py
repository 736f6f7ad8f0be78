"""Articles of laws: 'artikel 5:9, aanhef en onder b, Awb', 'artikelen 3 en 4 van de Rijkswet …', 'Wabo, art. 2.12'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kamerstukken.cite.notation import BB, B
from kamerstukken.cite.scan import near
from kamerstukken.model import Reference

ORDINAL = r"(?:eerste|tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende|elfde|twaalfde|laatste)"
ARTICLE = r"\d{1,4}(?:[.:]\d{1,4}){0,3}[a-z]{0,3}(?:bis|ter|quater)?(?![\w])"
ARTICLES = (
    rf"{ARTICLE}(?:(?:{B},{B}(?:en{BB})?|{BB}(?:en|of|t/m|tot{BB}en{BB}met){BB}|{B}[-–]{B}){ARTICLE}){{0,9}}"
)
PART = rf"(?:{B},?{B}(?:\({B})?(?:(?:en{BB})?{ORDINAL}(?:(?:{B},{B}|{BB}en{BB}|{B},?{BB}en{BB}){ORDINAL}){{0,3}}{BB}lid|lid{BB}\d{{1,2}}[a-z]?(?:(?:{B},{B}|{BB}en{BB})\d{{1,2}}(?!\d)){{0,4}}|leden{BB}\d{{1,2}}(?:{BB}en{BB}\d{{1,2}})?|\d{{1,2}}e{BB}(?:lid|volzin)|{ORDINAL}{BB}volzin|aanhef|(?:en{BB})?onder(?:deel|delen)?{BB}[a-z0-9]{{1,2}}(?![\w])[°º]?|sub{BB}[a-z0-9]{{1,2}}[°º]?(?![\w])|(?:en{BB})?onder{BB}[a-z](?![\w]))\)?)"
CAPITAL = r"[A-ZÀ-Þ]"
SHORT = r"(?:Awb|BW|Sr|Sv|Rv|Woo|Wob|Wabo|Wvw|Wbp|AVG|Gw|WWB|ASV|Zvw|Wlz|Wmo|Wft|Wfpp|Wpg|Wav|Wml|WOR|WW|WIA|AOW|Anw|Wajong|Vw|Vb|VWEU|EVRM|VEU|Wro|Wm|Grondwet|Statuut|Wet\sIB\s\d{4})"
BODY = r"(?:[a-zà-ž]{2,20}wet(?:boek)?|[A-Z][\w-]{1,30}(?:wet(?:boek)?|besluit|regeling|verordening|verdrag|statuut|code)(?:\s(?:BES|\d{4}))?)"
TITLE = rf"(?:(?:Rijkswet|Wetboek|Wet|Besluit|Regeling|Verdrag|Uitvoeringswet|Invoeringswet|Algemene{BB}wet|Algemeen{BB}[Rr]eglement)(?:{BB}(?!Stb|Trb)[\w/’'-]{{1,40}}(?:{BB}\([\w\s]{{1,30}}\))?){{1,9}}?(?={B}[,;.()]|{B}\Z|{BB}(?:is|zijn|en|wordt|worden|kan|moet|heeft|dat|die|waarin|om|te|niet)(?!\w)))"
LAW = rf"(?:{SHORT}(?!\w)|{TITLE}|{BODY}(?!\w)|[A-Z][\w-]{{2,30}}(?:{BB}\([\w]+\))?{BB}[Vv]erdrag)"

# artikel 129 Pensioenwet · artikel. 94c Sv · artikel 81q lid 3c Gemeentewet · artikel 3.3, zevende lid, aanhef en onder i, Woo
FORWARD = re.compile(
    rf"(?<!\w)[Aa]rt(?:ikel(?:en)?)?\.?{BB}(?P<articles>{ARTICLES})(?P<parts>(?:{PART}){{0,7}}){B},?{B}(?:van{BB})?(?:de{BB}|het{BB})?(?P<law>{LAW})"
)
# Wabo, art. 2.12, eerste lid, aanhef en onder a, sub 1º
BACKWARD = re.compile(
    rf"(?<!\w)(?P<law>{SHORT}|{BODY}){B},{B}[Aa]rt(?:ikel(?:en)?)?\.?{BB}(?P<articles>{ARTICLES})(?P<parts>(?:{PART}){{0,7}})"
)
# (81 WWB)
BARE = re.compile(rf"(?<=\()(?P<articles>\d{{1,3}}[a-z]?(?::\d{{1,3}})?){BB}(?P<law>{SHORT})(?=\))")


TRIGGER = re.compile(r"rt(?:ikel|\.?\s)")


def find(text: str) -> Iterator[Reference]:
    """Articles with their law; a law without an article is no reference. `number` is 'LAW art. ARTICLES'."""
    if "rt" in text:
        for pattern, before in ((FORWARD, 1), (BACKWARD, 60)):
            for match in near(pattern, TRIGGER, text, before=before):
                yield _reference(match)
    if "(" in text:
        for match in BARE.finditer(text):
            yield _reference(match)


def _reference(match: re.Match[str]) -> Reference:
    law, articles = (" ".join(match[part].split()) for part in ("law", "articles"))
    return Reference("wet", *match.span(), match[0], number=f"{law} art. {articles}")
