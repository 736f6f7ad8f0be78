"""Letters from the Tweede Kamer: OData (v4, v5) by a question, SyncFeed by reading on."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from typing import Any

import msgspec

from kamerstukken.errors import SourceError
from kamerstukken.sources import odata, syncfeed
from kamerstukken.sources.http import Client
from kamerstukken.sources.http.faults import Lasting
from kamerstukken.sources.letters.entry import dossier_ids, file_name, fits, ministry_of_offices, official_id
from kamerstukken.sources.letters.wanted import Find, Found, Wanted
from kamerstukken.sources.manifest import Entry
from kamerstukken.sources.mapping import Mapping, Properties, first_of, load_mapping, value_of
from kamerstukken.sources.services import Service, Via

log = logging.getLogger(__name__)

LISTS = frozenset({"zaken", "dossiers", "toevoegingen", "dossiertitels", "namen", "functies", "relaties"})

Related = Callable[[str], dict[str, Any]]


def by_odata(via: Via) -> Find:
    """The way through OData with the settings and the mapping table of `via`."""

    def find(client: Client, wanted: Wanted, mark: str | None) -> Iterator[Found]:
        service = client.services.service(via)
        mapping = load_mapping(service.mapping)
        has = odata.properties(client, service.address)
        entity = mapping.letters.entity
        changed = first_of(mapping.changed, has.get(entity))
        params = _query(mapping, wanted, changed, mark, has)
        for page in odata.pages(client, f"{service.address}/{entity}", params):
            letters = (letter_of(row, mapping, service, via) for row in page.rows)
            fitting = tuple(letter for letter in letters if letter and fits(letter, wanted))
            yield Found(page.address, fitting, _last(page.rows, changed))
        if mark and changed:
            yield from _removed(client, service, mapping, has, f"{changed} ge {mark}")

    return find


def _removed(
    client: Client, service: Service, mapping: Mapping, has: Properties, since: str
) -> Iterator[Found]:
    """Documents removed since last time: such a row has lost all by which one could ask for it, but its key."""
    entity = mapping.letters.entity
    if deleted := first_of(mapping.deleted, has[entity]):
        params = odata.query([f"{deleted} eq true", since], (), None)
        for page in odata.pages(client, f"{service.address}/{entity}", params):
            keys = (next((row[name] for name in mapping.guid if row.get(name)), "") for row in page.rows)
            yield Found(page.address, (), None, tuple(str(key) for key in keys))


def _query(
    mapping: Mapping, wanted: Wanted, changed: str | None, mark: str | None, has: Properties
) -> dict[str, str]:
    letters = mapping.letters
    if letters.entity not in has:
        raise SourceError(
            f"the service has no {letters.entity} any more; mend [letters] in the mapping table"
        )
    has_soort = first_of(mapping.soort, has[letters.entity])

    def says(name: str, *values: str | None) -> str:
        texts = [odata.quoted(value) for value in values if value]
        return " or ".join(letters.where[name].format(value=text, soort=has_soort) for text in texts)

    numbers = [dossier.partition("-")[0] for dossier in wanted.dossiers]
    deleted = first_of(mapping.deleted, has[letters.entity])
    where = [
        says("soort", *(wanted.kinds or letters.soorten)),
        says("since", wanted.since),
        says("until", wanted.until),
        says("query", wanted.query),
        says("dossier", *dict.fromkeys(numbers)),
        f"{deleted} eq false" if deleted else "",
        f"{changed} ge {mark}" if changed and mark else "",
    ]
    expand = tuple(e for e in letters.expand if e.partition("(")[0] in has[letters.entity])
    return odata.query(where, expand, changed)


def _last(rows: tuple[dict[str, Any], ...], changed: str | None) -> str | None:
    moments = [str(row[changed]) for row in rows if changed and row.get(changed)]
    return max(moments) if moments else None


def by_syncfeed(client: Client, wanted: Wanted, mark: str | None) -> Iterator[Found]:
    """The way through the feed of documents: all of them pass, those that are meant are kept."""
    service = client.services.syncfeed
    mapping = load_mapping(service.mapping)
    soorten = wanted.kinds or mapping.letters.soorten

    def related(guid: str) -> dict[str, Any]:
        try:
            return syncfeed.entity(client, service.address, guid)
        except Lasting as error:  # the letter is worth having without that number
            log.info("%s: a relation that cannot be had", error)
            return {}

    for page in syncfeed.feed(client, service.address, mapping.letters.entity, mark):
        gone = tuple(str(row["Id"]) for row in page.rows if str(row.get("Verwijderd")).lower() == "true")
        meant = [
            row
            for row in page.rows
            if row.get("Soort") in soorten and str(row.get("Datum") or "") >= wanted.since
        ]
        letters = (letter_of(_with_related(row, related), mapping, service, "syncfeed") for row in meant)
        yield Found(page.address, tuple(e for e in letters if e and fits(e, wanted)), page.token, gone)


def _with_related(row: dict[str, Any], related: Related) -> dict[str, Any]:
    """The row with what its references stand for: numbers of zaken and dossiers."""
    names = ("Zaak", "Kamerstukdossier")
    return row | {name: [related(ref["Id"]) for ref in row.get(name) or []] for name in names}


def letter_of(row: dict[str, Any], mapping: Mapping, service: Service, via: Via) -> Entry | None:
    """The manifest's entry for a row; None for a placeholder without number or subject."""
    values = {column: value_of(row, column, names) for column, names in mapping.letters.fields.items()}
    guid = next((str(row[name]) for name in mapping.guid if row.get(name)), None)
    if not guid or not values.get("nummer"):
        return None
    lists = {name: list(values.get(name) or []) for name in LISTS}
    dossiers = dossier_ids(lists["dossiers"], lists["toevoegingen"])
    signed = _signed(lists)
    own = official_id(_with_number(values), dossiers)
    entry = Entry(
        key=guid,
        id=own or str(values["nummer"]),
        source=via,
        url=mapping.resource.format(address=service.address, guid=guid),
        document=_text(values.get("nummer")),
        kamerstuk=own if own and own.startswith("kst-") else None,
        kind=_text(values.get("soort")),
        date=_text(values.get("datum")),
        subject=_text(values.get("onderwerp")) or _text(values.get("titel")),
        ministry=ministry_of_offices([office for _, office in signed], _text(values.get("datum"))),
        signatories=tuple(signed),
        session=_text(values.get("vergaderjaar")),
        dossiers=dossiers,
        dossier_titles=tuple(str(t) for t in lists["dossiertitels"] if t),
        number=own.rpartition("-")[2] if own else None,
        kenmerk=_text(values.get("kenmerk")),
        zaaknummers=tuple(str(z) for z in lists["zaken"] if z),
        media=_text(values.get("inhoud")),
        changed=next((str(row[name]) for name in mapping.changed if row.get(name)), None),
    )
    return msgspec.structs.replace(entry, file=file_name(entry))


def _signed(lists: dict[str, list[Any]]) -> list[tuple[str, str]]:
    """Name and office of those who sign, the first signatory before the others."""
    width = len(lists["namen"])
    pad: list[Any] = [None] * width
    rows = zip(lists["namen"], [*lists["functies"], *pad], [*lists["relaties"], *pad], strict=False)
    offices = [(name, office, relation or "") for name, office, relation in rows if office]
    offices.sort(key=lambda row: not str(row[2]).startswith(("Eerste", "Afzender")))
    return [(str(name or ""), str(office)) for name, office, _ in offices]


def _with_number(values: dict[str, Any]) -> dict[str, Any]:
    """SyncFeed's numbers are text."""
    number = values.get("volgnummer")
    return values | (
        {"volgnummer": int(number)} if isinstance(number, str) and number.lstrip("-").isdigit() else {}
    )


def _text(value: Any) -> str | None:
    return " ".join(str(value).split()) or None if value is not None else None
