"""OData of the Tweede Kamer, v4 or v5: what the service has, and a query page by page in the order of change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from kamerstukken.errors import SourceError
from kamerstukken.sources.http import Answer, Client
from kamerstukken.sources.http.checks import json_of, xml_of
from kamerstukken.sources.http.faults import Passing
from kamerstukken.sources.mapping import Properties

EDM = "{http://docs.oasis-open.org/odata/ns/edm}"


@dataclass(frozen=True, slots=True)
class Page:
    """Rows as the service gives them; `address` is what was asked."""

    address: str
    rows: tuple[dict[str, Any], ...]
    next: str | None


def properties(client: Client, address: str) -> Properties:
    """What the service says it has ($metadata): entity to the names of its properties and relations."""
    root = client.get(f"{address}/$metadata", xml_of)
    found = {
        entity.get("Name", ""): frozenset(
            part.get("Name", "")
            for part in entity
            if part.tag in (f"{EDM}Property", f"{EDM}NavigationProperty")
        )
        for entity in root.iter(f"{EDM}EntityType")
    }
    if not found:
        raise SourceError(
            f"{address}/$metadata: describes no entities; is the address that of an OData service?"
        )
    return found


def pages(client: Client, address: str, params: Mapping[str, str]) -> Iterator[Page]:
    """The pages of a query. Raises SourceError where they do not come to an end."""
    asked: Mapping[str, str] | None = params
    seen: set[str] = set()
    url = address
    while True:
        page = client.get(url, _page, asked)
        yield page
        if page.next is None:
            return
        # A mirror hands on the service's own address: of it only the question is taken, asked where we ask.
        url, asked = f"{address}?{urlsplit(page.next).query}", None
        if url in seen or len(seen) >= client.services.manners.most_pages:
            raise SourceError(
                f"{address}: the service's pages lead round in circles ({url}); what was read is kept, try again later"
            )
        seen.add(url)


def query(where: list[str], expand: tuple[str, ...], order: str | None) -> dict[str, str]:
    """The parameters of a query: conditions that must all hold, relations that come along, the order."""
    parts = {
        "$filter": " and ".join(f"({w})" if " or " in w else w for w in where if w),
        "$expand": ",".join(expand),
        "$orderby": f"{order} asc" if order else "",
    }
    return {name: value for name, value in parts.items() if value}


def quoted(text: str) -> str:
    """Text inside an OData string: a quote is doubled."""
    return text.replace("'", "''")


def _page(answer: Answer) -> Page:
    content = json_of(answer)
    rows = content.get("value") if isinstance(content, dict) else None
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise Passing(f"{answer.url}: not a page of rows (no list under 'value')")
    following = content.get("@odata.nextLink")
    if following is not None and not isinstance(following, str):
        raise Passing(f"{answer.url}: no address under '@odata.nextLink'")
    return Page(answer.url, tuple(rows), following)
