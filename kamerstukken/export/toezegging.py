"""Toezegging: toezeggingen.json, promises in the shape of the Tweede Kamer's Toezegging entity (OData v4).

So that written promises can stand beside the oral ones. Fields and types are those of the entity in the metadata of
gegevensmagazijn.tweedekamer.nl/OData/v4/2.0. What only this package knows stands in annotations, whose names begin
with '@kamerstukken.': readers of OData may skip them.
"""

from __future__ import annotations

import uuid
from collections import defaultdict
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import msgspec

from kamerstukken.export._parts.beside import beside
from kamerstukken.export._parts.people import name_parts
from kamerstukken.register import Register, lists
from kamerstukken.register.ministries import spelled_out
from kamerstukken.register.rows import CommitmentRow

CONTEXT = "https://gegevensmagazijn.tweedekamer.nl/OData/v4/2.0/$metadata#Toezegging"
HERE = uuid.uuid5(uuid.NAMESPACE_URL, "https://gegevensmagazijn.tweedekamer.nl/kamerstukken")
"""Namespace of our ids: an act has the same one in every run, and never one of the Kamer's."""

NO_DAY = "0001-01-01T00:00:00Z"
"""What the service gives for a moment that is not known; the field cannot be null."""

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
DONE = "Afgedaan"
STATUS = defaultdict(lambda: "Openstaand", afgerond=DONE, voldaan=DONE, vervallen=DONE)
FRONT = "Ministerie van "


def write(register: Register, folder: Path) -> None:
    """Write the promises (kind toezegging) of what is selected."""
    value = [_record(act) for act in lists.commitments(register) if act.kind == "toezegging"]
    with beside(folder / "toezeggingen.json") as path:
        text = msgspec.json.encode({"@odata.context": CONTEXT, "value": value})
        path.write_bytes(msgspec.json.format(text, indent=1) + b"\n")


def _record(act: CommitmentRow) -> dict[str, Any]:
    made = moment(act.letter_date)
    return {
        "Id": str(uuid.uuid5(HERE, f"{act.letter}/{act.id}/{act.start}")),
        "Nummer": f"KS-{act.id}",
        "ActiviteitNummer": None,
        **name_parts(act.actor_name),
        "Functie": spelled_out(act.actor_norm),
        "Status": STATUS[act.stand or act.status],
        "DatumNakoming": moment(act.deadline_end),
        "KamerbriefNakoming": act.stand_letter if act.stand == "voldaan" else None,
        "Ministerie": act.ministry.removeprefix(FRONT) if act.ministry else None,
        "Tekst": act.quote,
        "Aanmaakdatum": made,
        "GewijzigdOp": made,
        "ApiGewijzigdOp": made,
        "Verwijderd": False,
        "@kamerstukken.stand": act.stand,
        "@kamerstukken.samenvatting": act.action,
        "@kamerstukken.brief": act.file,
        "@kamerstukken.bladzijde": act.page,
        "@kamerstukken.kamerstukken": list(act.ids),
        "@kamerstukken.moties": list(act.motions),
        "@kamerstukken.termijn": act.deadline_text,
        "@kamerstukken.zekerheidTermijn": act.deadline_certainty,
        "@kamerstukken.ministerieTooi": act.ministry_id,
        "@kamerstukken.betrouwbaarheid": act.confidence,
    }


def moment(day: str | None) -> str:
    """The beginning of a day in The Hague, with its offset; NO_DAY where there is none."""
    try:
        return datetime.fromisoformat(day).replace(tzinfo=AMSTERDAM).isoformat() if day else NO_DAY
    except ValueError:
        return NO_DAY
