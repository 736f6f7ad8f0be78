"""The invented world that the loopback server tells of: rows in OData v4's form, and the services' answers made of them."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from urllib.parse import quote
from xml.sax.saxutils import escape, quoteattr

from loopback import Asked, Reply

PDF = b"%PDF-1.7\n" + b"een verzonnen brief over ponten\n" * 800 + b"%%EOF\n"
TK = "http://www.tweedekamer.nl/xsd/tkData/v1-0"

Row = dict[str, Any]


def guid(number: int) -> str:
    return f"00000000-0000-4000-8000-{number:012d}"


def letter(n: int, **other: Any) -> Row:
    """A letter by the government, as OData v4 has it, with its relations."""
    day = other.pop("day", f"2026-10-{n:02d}")
    row = {
        "Id": guid(n),
        "Soort": "Brief regering",
        "DocumentNummer": f"2026D{n:05d}",
        "Titel": "Toekomst van de veren",
        "Onderwerp": f"Voortgang veerpont {n}",
        "Datum": f"{day}T00:00:00+02:00",
        "Vergaderjaar": "2026-2027",
        "Kamer": 2,
        "Volgnummer": 40 + n,
        "Aanhangselnummer": None,
        "KenmerkAfzender": f"VEER-{n}",
        "ContentType": "application/pdf",
        "ContentLength": len(PDF),
        "ApiGewijzigdOp": f"{day}T10:00:00.0000000Z",
        "Verwijderd": False,
        "Zaak": [{"Id": guid(1000 + n), "Nummer": f"2026Z{n:05d}"}],
        "Kamerstukdossier": [
            {"Id": guid(500), "Nummer": 98765, "Toevoeging": None, "Titel": "Veerverbindingen"}
        ],
        "DocumentActor": [
            {
                "ActorNaam": "J. de Veerman",
                "Functie": "minister van Infrastructuur en Waterstaat",
                "Relatie": "Eerste ondertekenaar",
            }
        ],
    }
    return row | other


@dataclass
class World:
    """What the services know. `pdfs` are the files by document key; `per_page` rows make a page."""

    tables: dict[str, list[Row]] = field(default_factory=dict)
    pdfs: dict[str, bytes] = field(default_factory=dict)
    per_page: int = 2
    renamed: dict[str, str] = field(default_factory=dict)
    dropped: frozenset[str] = frozenset()
    etags: bool = True
    records: list[str] = field(default_factory=list)

    def answer(self, asked: Asked) -> Reply:
        """The services' answer to a request."""
        for prefix, answerer in (
            ("/v5/", self._odata),
            ("/v4/", self._odata),
            ("/sync/", self._sync),
            ("/sru", self._sru),
        ):
            if asked.path.startswith(prefix):
                return answerer(asked)
        if asked.path.startswith("/pdf/"):
            return self._pdf(asked, asked.path.removeprefix("/pdf/"))
        return Reply(b"{}", 404)

    # OData

    def _odata(self, asked: Asked) -> Reply:
        rest = asked.path[1:].partition("/")[2]
        if rest == "$metadata":
            return self._cached(asked, self._metadata().encode(), "application/xml")
        if match := re.fullmatch(r"Document\((.+)\)/resource", rest):
            return self._pdf(asked, match[1])
        if rest not in self.tables:
            return Reply(b'{"error": {"message": "no such entity"}}', 404)
        return self._rows(asked, rest)

    def _rows(self, asked: Asked, entity: str) -> Reply:
        rows = [
            self._as_v5(row) for row in self.tables[entity] if _holds(row, asked.params.get("$filter", ""))
        ]
        rows.sort(key=lambda row: str(row.get("ApiGewijzigdOp")))
        skip = int(asked.params.get("$skip", "0"))
        page: Row = {"@odata.context": "…", "value": rows[skip : skip + self.per_page]}
        if skip + self.per_page < len(rows):
            kept = {k: v for k, v in asked.params.items() if k != "$skip"} | {
                "$skip": str(skip + self.per_page)
            }
            host = asked.headers["host"]
            page["@odata.nextLink"] = f"http://{host}{quote(asked.path)}?" + "&".join(
                f"{quote(k)}={quote(v)}" for k, v in kept.items()
            )
        return self._cached(asked, json.dumps(page).encode(), "application/json")

    def _as_v5(self, row: Row) -> Row:
        return {self.renamed.get(k, k): v for k, v in row.items() if k not in self.dropped}

    def _metadata(self) -> str:
        types = []
        for entity, rows in self.tables.items():
            names = dict.fromkeys(name for row in rows for name in self._as_v5(row))
            parts = "".join(f'<Property Name="{name}" Type="Edm.String"/>' for name in names)
            types.append(f'<EntityType Name="{entity}">{parts}</EntityType>')
        edm = "http://docs.oasis-open.org/odata/ns/edm"
        return f'<edmx:Edmx xmlns:edmx="{edm}x" Version="4.0"><Schema xmlns="{edm}">{"".join(types)}</Schema></edmx:Edmx>'

    # SyncFeed

    def _sync(self, asked: Asked) -> Reply:
        if asked.path.startswith("/sync/Resources/"):
            return self._pdf(asked, asked.path.rpartition("/")[2])
        if asked.path.startswith("/sync/Entiteiten/"):
            return self._entity(asked.path.rpartition("/")[2])
        category, start = asked.params["category"], int(asked.params.get("skiptoken", "0"))
        rows = self.tables.get(category, [])[start : start + self.per_page]
        base = f"http://{asked.headers['host']}/sync/Feed?category={category}&amp;skiptoken="
        entries = "".join(
            f"<entry><title>{row['Id']}</title><id>{row['Id']}</id><category term={quoteattr(category)}/>"
            f'<link rel="next" href="{base}{start + n}"/><content type="application/xml">{_element(category, row)}</content></entry>'
            for n, row in enumerate(rows, 1)
        )
        end = start + len(rows)
        rel = "next" if end < len(self.tables.get(category, [])) else "resume"
        feed = f'<feed xmlns="http://www.w3.org/2005/Atom"><title>feed</title><link rel="{rel}" href="{base}{end}"/>{entries}</feed>'
        return self._cached(asked, feed.encode(), "application/atom+xml")

    def _entity(self, key: str) -> Reply:
        for category, rows in self.tables.items():
            for row in rows:
                if row["Id"] == key:
                    return Reply(_element(category, row).encode(), kind="application/xml")
        return Reply(b"", 404)

    # KOOP

    def _sru(self, asked: Asked) -> Reply:
        start, most = int(asked.params["startRecord"]), self.per_page
        records = "".join(self.records[start - 1 : start - 1 + most]).replace(
            "{base}", f"http://{asked.headers['host']}"
        )
        body = (
            '<sru:searchRetrieveResponse xmlns:sru="http://docs.oasis-open.org/ns/search-ws/sruResponse">'
            f"<sru:numberOfRecords>{len(self.records)}</sru:numberOfRecords><sru:records>{records}</sru:records>"
            "</sru:searchRetrieveResponse>"
        )
        return self._cached(asked, body.encode(), "application/xml")

    # Files and versions

    def _pdf(self, asked: Asked, key: str) -> Reply:
        body = self.pdfs.get(key, PDF)
        etag = f'"{hash(body) & 0xFFFFFFFF:x}"'
        version = {"ETag": etag} if self.etags else {}
        if asked.headers.get("if-none-match") == etag:
            return Reply(status=304, headers=version)
        wanted = re.fullmatch(r"bytes=(\d+)-", asked.headers.get("range", ""))
        if wanted and asked.headers.get("if-range") == etag:
            start = int(wanted[1])
            if start >= len(body):
                return Reply(status=416, kind="application/pdf")
            headers = version | {"Content-Range": f"bytes {start}-{len(body) - 1}/{len(body)}"}
            return Reply(body[start:], 206, "application/pdf", headers)
        return Reply(body, kind="application/pdf", headers=version)

    def _cached(self, asked: Asked, body: bytes, kind: str) -> Reply:
        etag = f'"{hash(body) & 0xFFFFFFFF:x}"'
        if asked.headers.get("if-none-match") == etag:
            return Reply(status=304, headers={"ETag": etag})
        return Reply(body, kind=kind, headers={"ETag": etag} if self.etags else {})


def _holds(row: Row, condition: str) -> bool:
    """As much of $filter as the questions use: kinds, days, moments, words, dossiers; all must hold."""
    gone = re.search(r"(?:or )?Verwijderd eq true", condition)
    if gone and row.get("Verwijderd"):
        return True
    if gone and not gone[0].startswith("or"):
        return False
    kinds = re.findall(r"\bSoort eq '([^']*)'", condition)
    if kinds and "/Soort" not in condition and row.get("Soort") not in kinds:
        return False
    if (m := re.search(r"startswith\((\w+), '([^']*)'\)", condition)) and not str(
        row.get(m[1]) or ""
    ).startswith(m[2]):
        return False
    for name, relation, moment in re.findall(r"(\w+) (ge|le) (\d{4}-[^\s)]+)", condition):
        if not row.get(name):
            return False
        said, asked = datetime.fromisoformat(row[name]), datetime.fromisoformat(moment)
        if (said < asked) if relation == "ge" else (said > asked):
            return False
    if (m := re.search(r"contains\(Onderwerp, '((?:[^']|'')*)'\)", condition)) and m[1].replace(
        "''", "'"
    ) not in str(row.get("Onderwerp")):
        return False
    numbers = re.findall(r"d/Nummer eq (\d+)", condition)
    if numbers and not any(str(d["Nummer"]) in numbers for d in row.get("Kamerstukdossier") or []):
        return False
    return not ("Verwijderd eq false" in condition and row.get("Verwijderd"))


def _element(category: str, row: Row) -> str:
    """A row in SyncFeed's XML: attributes, elements, references."""
    name = category[:1].lower() + category[1:]
    gone = str(bool(row.get("Verwijderd"))).lower()
    parts = []
    for column, value in row.items():
        tag = column[:1].lower() + column[1:]
        if column in ("Id", "Verwijderd", "ApiGewijzigdOp") or gone == "true":
            continue
        if column.endswith("_Id") and value:
            parts.append(f"<{tag[:-3]} ref={quoteattr(value)}/>")
        elif isinstance(value, list):
            parts += [f"<{tag} ref={quoteattr(item['Id'])}/>" for item in value if "Id" in item]
        elif value is None:
            parts.append(f'<{tag} xsi:nil="true"/>')
        else:
            text = str(value).lower() if isinstance(value, bool) else str(value)
            parts.append(f"<{tag}>{escape(text)}</{tag}>")
    return (
        f'<{name} xmlns="{TK}" xmlns:tk="{TK}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
        f' id="{row["Id"]}" tk:verwijderd="{gone}" tk:bijgewerkt="{row.get("ApiGewijzigdOp", "")}">{"".join(parts)}</{name}>'
    )


def record(
    id_: str,
    title: str,
    day: str,
    *,
    pdf: bool = True,
    creator: str = "Ministerie van Infrastructuur en Waterstaat",
) -> str:
    """A record of KOOP's search."""
    item = f'<g:itemUrl manifestation="pdf">{{base}}/pdf/{id_}</g:itemUrl>' if pdf else ""
    return (
        '<sru:record><sru:recordData><g:gzd xmlns:g="http://standaarden.overheid.nl/sru" xmlns:d="http://purl.org/dc/terms/"'
        ' xmlns:o="http://standaarden.overheid.nl/wetgeving/"><g:originalData><o:meta><o:owmskern>'
        f"<d:identifier>{id_}</d:identifier><d:title>{escape(title)}</d:title>"
        '<d:type scheme="OVERHEIDop.Parlementair">Kamerstuk</d:type><d:type scheme="OVERHEIDop.KamerstukTypen">Brief regering</d:type>'
        f"<d:creator>{creator}</d:creator><d:modified>{day}</d:modified></o:owmskern>"
        f"<o:owmsmantel><d:date>{day}</d:date></o:owmsmantel><o:tpmeta><o:vergaderjaar>2026-2027</o:vergaderjaar></o:tpmeta>"
        f"</o:meta></g:originalData><g:enrichedData>{item}</g:enrichedData></g:gzd></sru:recordData></sru:record>"
    )
