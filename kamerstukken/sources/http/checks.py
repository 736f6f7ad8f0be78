"""Is an answer what was asked for? JSON, XML without tricks, or an error page in disguise."""

from __future__ import annotations

import re
from typing import Any
from xml.etree.ElementTree import Element, ParseError

import msgspec
from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from kamerstukken.sources.http.client import Answer
from kamerstukken.sources.http.faults import Lasting, Passing

HTML = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL
)
TITLE = re.compile(rb"<title[^>]*>([^<]{1,200})", re.IGNORECASE)


def json_of(answer: Answer) -> Any:
    """The JSON of an answer. Raises Passing where it is a web page, cut off, or no JSON."""
    _no_web_page(answer, "JSON")
    try:
        return msgspec.json.decode(answer.content)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Passing(f"{answer.url}: no whole JSON ({error})") from error


def xml_of(answer: Answer) -> Element:
    """The XML of an answer. Raises Passing where it is a web page or cut off, Lasting where it declares entities."""
    _no_web_page(answer, "XML")
    return parse_xml(answer.content, answer.url)


def parse_xml(content: bytes, where: str) -> Element:
    """XML without a document type, entities or anything from elsewhere. `where` is for the message."""
    try:
        root: Element = fromstring(content, forbid_dtd=True)
    except DefusedXmlException as error:
        raise Lasting(
            f"{where}: XML with a document type or entities is not read ({type(error).__name__})"
        ) from error
    except (ParseError, ValueError, LookupError) as error:
        raise Passing(f"{where}: no whole XML ({error})") from error
    return root


def is_web_page(content: bytes) -> bool:
    """Whether this is HTML: services put their error pages there, at times with status 200."""
    return bool(HTML.match(content[:4096]))


def title_of(content: bytes) -> str:
    """The title of a web page, for messages."""
    match = TITLE.search(content[:65536])
    return " ".join(match[1].decode("utf-8", "replace").split()) if match else "no title"


def _no_web_page(answer: Answer, wanted: str) -> None:
    if is_web_page(answer.content):
        raise Passing(f"{answer.url}: a web page ({title_of(answer.content)!r}) where {wanted} should be")
