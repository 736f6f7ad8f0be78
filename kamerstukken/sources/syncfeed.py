"""SyncFeed 2.0 of the Tweede Kamer: Atom pages of a category, each with the token where the next begins."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, urlsplit
from xml.etree.ElementTree import Element

from kamerstukken.errors import SourceError
from kamerstukken.sources.http import Answer, Client
from kamerstukken.sources.http.checks import xml_of
from kamerstukken.sources.http.faults import Passing

ATOM = "{http://www.w3.org/2005/Atom}"
NIL = "{http://www.w3.org/2001/XMLSchema-instance}nil"


@dataclass(frozen=True, slots=True)
class FeedPage:
    """Entries as rows with OData's names, and the skiptoken behind them (None where the feed gives none)."""

    address: str
    rows: tuple[dict[str, Any], ...]
    token: str | None
    last: bool


def feed(client: Client, address: str, category: str, token: str | None) -> Iterator[FeedPage]:
    """The pages of a category from a token on, or from its beginning. Raises SourceError where they never end."""
    seen = {token}
    while True:
        params = {"category": category} | ({"skiptoken": token} if token else {})
        page = client.get(f"{address}/Feed", feed_page, params)
        yield page
        if page.last or page.token is None or not page.rows:
            return
        if page.token in seen or len(seen) > client.services.manners.most_pages:
            raise SourceError(
                f"{page.address}: the feed leads round in circles (skiptoken {page.token}); what was read is kept"
            )
        seen.add(page.token)
        token = page.token


def entity(client: Client, address: str, guid: str) -> dict[str, Any]:
    """One entity by its key."""
    return client.get(f"{address}/Entiteiten/{guid}", lambda answer: row_of_element(_content(xml_of(answer))))


def feed_page(answer: Answer) -> FeedPage:
    """A page of the feed. Raises Passing where it is none."""
    root = xml_of(answer)
    if root.tag != f"{ATOM}feed":
        raise Passing(f"{answer.url}: not a page of a feed ({_name(root)})")
    entries = root.findall(f"{ATOM}entry")
    rows = tuple(_row_of_entry(entry) for entry in entries)
    following = _link(root, "next")
    tokens = [
        _token(link) for link in (following, _link(root, "resume"), *(_link(e, "next") for e in entries[-1:]))
    ]
    return FeedPage(answer.url, rows, next((t for t in tokens if t), None), following is None)


def _row_of_entry(entry: Element) -> dict[str, Any]:
    """The entity's row, with the category that its element names."""
    content = _content(entry)
    return row_of_element(content) | {"Category": _name(content)}


def row_of_element(element: Element) -> dict[str, Any]:
    """An entity's XML as a row: attributes and elements by OData's names, references as lists of keys."""
    row: dict[str, Any] = {_as_odata(name): value for name, value in element.attrib.items()}
    for child in element:
        name = _as_odata(child.tag)
        if ref := child.get("ref"):
            row.setdefault(name, []).append({"Id": ref})
        elif len(child):
            row.setdefault(name, []).append(row_of_element(child))
        elif child.get(NIL) == "true" or not (child.text or "").strip():
            row.setdefault(name, None)
        elif row.get(name) is not None:  # the same element again: kamerbriefNakoming
            row[name] = [
                *(row[name] if isinstance(row[name], list) else [row[name]]),
                (child.text or "").strip(),
            ]
        else:
            row[name] = (child.text or "").strip()
    return row


def _content(entry: Element) -> Element:
    """The entity within an entry, or itself."""
    holder = entry.find(f"{ATOM}content")
    if holder is None:
        return entry
    if len(holder) == 0:
        raise Passing(f"an entry of the feed without content ({entry.findtext(f'{ATOM}id')})")
    return holder[0]


def _as_odata(tag: str) -> str:
    """'{namespace}documentNummer' is DocumentNummer."""
    name = tag.rpartition("}")[2]
    return name[:1].upper() + name[1:]


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _link(element: Element, rel: str) -> str | None:
    return next((link.get("href") for link in element.findall(f"{ATOM}link") if link.get("rel") == rel), None)


def _token(address: str | None) -> str | None:
    return parse_qs(urlsplit(address or "").query).get("skiptoken", [None])[0]
