"""Letters from KOOP: the SRU search of officiële bekendmakingen, with the PDF in the repository."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import resources
from xml.etree.ElementTree import Element

import msgspec

from kamerstukken.errors import SourceError
from kamerstukken.sources.http import Answer, Client
from kamerstukken.sources.http.checks import xml_of
from kamerstukken.sources.http.faults import Passing
from kamerstukken.sources.letters.entry import file_name, fits, ministry_of_offices
from kamerstukken.sources.letters.wanted import Found, Wanted
from kamerstukken.sources.manifest import Entry
from kamerstukken.sources.mapping import load_mapping

KST = re.compile(r"kst-(?P<dossier>\d+(?:-[A-Z]+)?)-(?P<number>\w+)")
OFFICE = re.compile(r"minister|staatssecretaris", re.IGNORECASE)


def by_koop(client: Client, wanted: Wanted, mark: str | None) -> Iterator[Found]:
    """The records of a search, page by page; the mark is the latest day of change seen."""
    service = client.services.koop
    start, total, latest = 1, None, mark
    while total is None or start <= total:
        params = {
            "operation": "searchRetrieve",
            "version": "2.0",
            "query": _query(wanted, mark),
            "startRecord": str(start),
            "maximumRecords": str(service.page_size),
        }
        address, total, records = client.get(service.address, _records, params)
        if start // service.page_size > client.services.manners.most_pages:
            raise SourceError(
                f"{address}: the search has no end ({total} records); narrow it with --since or --dossier"
            )
        letters = tuple(e for e in map(_entry, records) if e is not None and fits(e, wanted))
        latest = max([m for m in (latest, *map(_changed, records)) if m], default=None)
        yield Found(address, letters, latest)
        if not records:
            return
        start += len(records)


@cache
def _conditions() -> dict[str, str]:
    text = (resources.files("kamerstukken.sources") / "mappings" / "koop.toml").read_text(encoding="utf-8")
    conditions: dict[str, str] = tomllib.loads(text)["query"]
    return conditions


def _query(wanted: Wanted, mark: str | None) -> str:
    """A question in CQL; a quote within a value would end it and is left out."""
    conditions = _conditions()
    kinds = wanted.kinds or load_mapping("odata_v4").letters.soorten

    def says(name: str, *values: str | None) -> str:
        texts = [value.replace('"', " ").replace("\\", " ") for value in values if value]
        said = " or ".join(conditions[name].format(value=text) for text in texts)
        return f"({said})" if len(texts) > 1 else said

    parts = [
        conditions["base"],
        says("soort", *kinds),
        says("since", wanted.since),
        says("until", wanted.until),
        says("query", wanted.query),
        says("dossier", *(d.replace("-", ";") if "-" in d else d for d in wanted.dossiers)),
        says("changed", mark),
    ]
    return " and ".join(part for part in parts if part)


def _records(answer: Answer) -> tuple[str, int, list[Element]]:
    root = xml_of(answer)
    total = next((e.text for e in root.iter() if _name(e) == "numberOfRecords"), None)
    if _name(root) != "searchRetrieveResponse" or total is None or not total.strip().isdigit():
        detail = next(
            (e.text for e in root.iter() if _name(e) in ("message", "details") and e.text), _name(root)
        )
        raise Passing(f"{answer.url}: not the answer to a search ({detail})")
    return answer.url, int(total), [e for e in root.iter() if _name(e) == "record"]


def _entry(record: Element) -> Entry | None:
    """The manifest's entry; None for what has no PDF or no id."""
    id_, pdf = _one(record, "identifier"), _manifestation(record, "pdf")
    if id_ is None or pdf is None:
        return None
    paper = KST.fullmatch(id_)
    day = _one(record, "date") or _one(record, "available")
    creators = _all(record, "creator")
    offices = [name for name in creators if OFFICE.search(name)]
    entry = Entry(
        key=id_,
        id=id_,
        source="koop",
        url=pdf,
        document=id_,
        kamerstuk=id_ if paper else None,
        kind=next((t for t in reversed(_all(record, "type")) if t != "Kamerstuk"), None),
        date=day and day[:10],
        subject=_one(record, "title"),
        ministry=ministry_of_offices(offices, day),
        signatories=tuple(("", office) for office in offices),
        session=_one(record, "vergaderjaar"),
        dossiers=(paper["dossier"],) if paper else (),
        dossier_titles=tuple(_all(record, "dossiertitel")),
        number=paper["number"] if paper else None,
        changed=_changed(record),
    )
    return msgspec.structs.replace(entry, file=file_name(entry))


def _changed(record: Element) -> str | None:
    moment = _one(record, "modified") or _one(record, "datumTijdstipWijzigingWork")
    return moment and moment[:10]


def _manifestation(record: Element, kind: str) -> str | None:
    urls = (e for e in record.iter() if _name(e) == "itemUrl" and e.get("manifestation") == kind)
    return next((e.text.strip() for e in urls if e.text), None)


def _one(record: Element, name: str) -> str | None:
    return next(iter(_all(record, name)), None)


def _all(record: Element, name: str) -> list[str]:
    return [" ".join(e.text.split()) for e in record.iter() if _name(e) == name and e.text and e.text.strip()]


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2]
