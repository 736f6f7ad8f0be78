"""One client for all services: pace, attempts, limits, redirects to their own hosts only, a cache that always asks."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar
from urllib.parse import quote, urlencode, urljoin, urlsplit

import httpx
from hishel import CacheOptions, SqliteStorage
from hishel.httpx import CacheClient

from kamerstukken.sources.http.faults import Lasting, Passing, of_status, of_transport
from kamerstukken.sources.http.pace import Clock, Pace, attempts
from kamerstukken.sources.services import Services

MOST_REDIRECTS = 5
LARGEST_CACHE = 200_000_000
"""Bytes of pages that are kept; the oldest go first."""

REDIRECTS = frozenset({301, 302, 303, 307, 308})

T = TypeVar("T")


@cache
def _trusted() -> ssl.SSLContext:
    """The certificates that are trusted (SSL_CERT_FILE and SSL_CERT_DIR hold); read once, it takes a while."""
    return httpx.create_ssl_context()


@dataclass(frozen=True, slots=True)
class Answer:
    """A whole answer in memory; `url` is where it came from in the end."""

    url: str
    content: bytes = field(repr=False)
    content_type: str = ""


class Client:
    """Asks the services. Close it, or use it as a context: it holds connections and the cache's file.

    Pages are kept in `cache` with their ETag or date; the service is asked every time whether they still hold.
    Proxies come from the environment (HTTPS_PROXY, NO_PROXY), certificates are checked.
    """

    def __init__(self, services: Services, *, cache: Path | None = None, clock: Clock | None = None) -> None:
        self.services = services
        self.clock = clock or Clock()
        self.requests = 0
        manners = services.manners
        self._pace = Pace(manners.pause, self.clock)
        timeout = httpx.Timeout(manners.read_timeout, connect=manners.connect_timeout)
        headers = {"User-Agent": services.user_agent}
        self._plain = httpx.Client(timeout=timeout, headers=headers, verify=_trusted())
        self._pages = self._plain
        if cache:
            cache.parent.mkdir(parents=True, exist_ok=True)
            storage = SqliteStorage(
                database_path=cache, max_stream_size=manners.largest_page, max_size=LARGEST_CACHE
            )
            options = CacheOptions(shared=False)
            self._pages = CacheClient(
                timeout=timeout, headers=headers, verify=_trusted(), storage=storage, rfc=options
            )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections and the cache."""
        self._pages.close()
        self._plain.close()

    def get(self, url: str, parse: Callable[[Answer], T], params: Mapping[str, str] | None = None) -> T:
        """Ask for a page and make something of it. `parse` raises Passing or Lasting where it is not what it should be.

        Raises SourceError when all attempts are used up, or at once where another would not help.
        """
        address = f"{url}?{urlencode(params, quote_via=quote)}" if params else url
        for attempt in attempts(self.services.manners, self.clock):
            with attempt:
                again = (
                    attempt.retry_state.attempt_number > 1
                )  # what was garbled must not come from the cache
                return parse(self._read(self._plain if again else self._pages, address))
        raise AssertionError("attempts end with a result or an error")

    def _read(self, client: httpx.Client, url: str) -> Answer:
        headers = {"Cache-Control": "no-cache"} if client is not self._plain else {}
        with self.open(url, headers, client) as response:
            content = b"".join(self.chunks(response, self.services.manners.largest_page))
            return Answer(str(response.url), content, response.headers.get("content-type", ""))

    @contextmanager
    def open(
        self, url: str, headers: Mapping[str, str], client: httpx.Client | None = None
    ) -> Iterator[httpx.Response]:
        """One attempt, its body not yet read. Raises Passing or Lasting; 206, 304 and 416 are for the caller."""
        response = self._send(url, headers, client or self._plain)
        try:
            if response.status_code != 416 and (fault := of_status(url, response)):
                raise fault
            yield response
        except httpx.HTTPError as error:
            raise of_transport(url, error) from error
        finally:
            response.close()

    def chunks(self, response: httpx.Response, most: int) -> Iterator[bytes]:
        """The body piece by piece, not longer than `most` bytes and not longer than the manners' patience."""
        url, begin, total = str(response.url), self.clock.now(), 0
        declared = response.headers.get("content-length", "")
        if declared.isdigit() and int(declared) > most:
            raise Lasting(f"{url}: {_megabytes(int(declared))}, more than the limit of {_megabytes(most)}")
        for chunk in response.iter_bytes():
            total += len(chunk)
            if total > most:
                raise Lasting(f"{url}: more than the limit of {_megabytes(most)}")
            if self.clock.now() - begin > self.services.manners.answer_timeout:
                raise Passing(f"{url}: too slow, {total} bytes in {self.clock.now() - begin:.0f} s")
            yield chunk

    def _send(self, url: str, headers: Mapping[str, str], client: httpx.Client) -> httpx.Response:
        """Send, and follow redirects as long as they stay with the services."""
        first = url
        for _ in range(MOST_REDIRECTS + 1):
            self._check_host(first, url)
            self._pace.keep(urlsplit(url).netloc)
            self.requests += 1
            try:
                response = client.send(client.build_request("GET", url, headers=headers), stream=True)
            except httpx.HTTPError as error:
                raise of_transport(url, error) from error
            if response.status_code not in REDIRECTS or "location" not in response.headers:
                return response
            response.close()
            url = urljoin(url, response.headers["location"])
        raise Lasting(f"{first}: sends us round in circles (more than {MOST_REDIRECTS} redirects)")

    def _check_host(self, first: str, url: str) -> None:
        parts = urlsplit(url)
        if parts.netloc.lower() not in self.services.hosts:
            how = "" if url == first else f"sends us to {url}: "
            raise Lasting(
                f"{first}: {how}{parts.netloc or 'nowhere'} is not a host of the services. "
                "If it is meant, name it under `hosts` in the settings (--services FILE)"
            )
        if urlsplit(first).scheme == "https" and parts.scheme != "https":
            raise Lasting(f"{first}: sends us to an address without encryption ({url})")


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:,.0f} MB"
