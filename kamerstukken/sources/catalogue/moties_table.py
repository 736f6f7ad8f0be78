"""A plain table of moties (columns parlid, dossier, nr, title; and where known date, dictum, zaaknummer, appreciatie, afgedaan)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from kamerstukken.catalogue.rows import Dictum, Dossier, Row, Stuk, Zaak
from kamerstukken.errors import BadInput

COLUMNS = frozenset({"parlid", "dossier", "nr", "title"})
"""What tells such a table."""


def rows_of_motie(raw: Mapping[str, Any]) -> tuple[Row, ...]:
    """A line as the rows that a service would give: zaak, Kamerstuk, dossier, and what it asks."""
    id_, number = raw["parlid"], raw["nr"]
    dossier = id_.removeprefix("kst-").removesuffix(f"-{number}")  # the column writes '36600VI' for 36600-VI
    zaaknummer = raw.get("zaaknummer") or id_
    rows: list[dict[str, Any]] = [
        {
            "guid": f"zaak:{zaaknummer}",
            "nummer": zaaknummer,
            "soort": "Motie",
            "titel": raw.get("dossiertitel") or None,
            "onderwerp": raw["title"],
            "gestart": raw.get("date") or None,
            "afgedaan": _flag(raw.get("afgedaan")),
            "appreciatie": raw.get("appreciatie") or None,
            "dossiers": [f"dossier:{dossier}"],
        },
        {
            "guid": f"stuk:{id_}",
            "soort": "Motie",
            "onderwerp": raw["title"],
            "datum": raw.get("date") or None,
            "volgnummer": number,
            "zaken": [f"zaak:{zaaknummer}"],
            "dossiers": [f"dossier:{dossier}"],
        },
        {
            "guid": f"dossier:{dossier}",
            "nummer": dossier.partition("-")[0],
            "toevoeging": dossier.partition("-")[2] or None,
            "titel": raw.get("dossiertitel") or None,
        },
        {"guid": id_, "dictum": raw.get("dictum") or None},
    ]
    try:
        kinds: tuple[type[Row], ...] = (Zaak, Stuk, Dossier, Dictum)
        return tuple(msgspec.convert(row, kind, strict=False) for row, kind in zip(rows, kinds, strict=True))
    except msgspec.ValidationError as error:
        raise BadInput(f"{id_}: not a line of a table of moties ({error})") from error


def _flag(text: str | None) -> bool | None:
    return {"true": True, "false": False}.get((text or "").lower())
