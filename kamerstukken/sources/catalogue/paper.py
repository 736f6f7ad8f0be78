"""What a motie asks (its dictum), from the official XML of its Kamerstuk."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from kamerstukken.catalogue.rows import Dictum

ROOT = "officiele-publicatie"

ASKS = re.compile(
    r"(?:verzoekt|verzoeken|roept|spreekt|nodigt|draagt|besluit|stelt|verklaart|dringt|keurt|zegt)\b",
    re.IGNORECASE,
)
"""How the paragraph begins that says what is asked: 'verzoekt de regering …', 'spreekt uit dat …'."""

CLOSES = re.compile(r"en gaat over tot de orde van de dag", re.IGNORECASE)
PAPER = re.compile(r"kst-[\w-]+?(?=/metadata\.xml)")


def dictum_of(root: Element) -> Dictum | None:
    """The dictum of a motie; None for a paper that asks nothing or has no id."""
    id_ = _id(root)
    said: list[str] = []
    for paragraph in root.iter("al"):
        text = " ".join("".join(paragraph.itertext()).split())
        if CLOSES.match(text):
            break
        if said or ASKS.match(text):
            said.append(text)
    return Dictum(id_, " ".join(said).rstrip(" ,;")) if id_ and said else None


def _id(root: Element) -> str | None:
    for meta in root.iter("meta"):
        if match := PAPER.search(meta.get("content", "")):
            return match[0]
    dossier = next((e.text for e in root.iter("dossiernr") if e.text), None)
    chapter = next((e.text for e in root.iter("begrotingshoofdstuk") if e.text), None)
    number = next((e.text for e in root.iter("ondernummer") if e.text), None)
    parts = [re.sub(r"\s+", "", part) for part in (dossier, chapter, number) if part]
    return f"kst-{'-'.join(parts)}" if dossier and number else None
