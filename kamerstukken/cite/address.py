"""Official addresses of papers."""

from __future__ import annotations

OFFICIAL = "https://zoek.officielebekendmakingen.nl"


def url(id: str) -> str | None:
    """Where a paper is published; None for an id that names no publication ('motie:Van Nispen')."""
    if id.startswith(("kst-", "ah-", "h-", "stb-", "stcrt-", "trb-")):
        return f"{OFFICIAL}/{id}.html"
    if id.startswith("dossier:"):
        return f"{OFFICIAL}/dossier/{id.removeprefix('dossier:')}"
    if id.startswith("ECLI:"):
        return f"https://deeplink.rechtspraak.nl/uitspraak?id={id}"
    return None
