"""What can go wrong with one request: worth another attempt, or not."""

from __future__ import annotations

import httpx

from kamerstukken.errors import SourceError

TRY_AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504})
"""Status codes that services use for 'not now'."""


class Passing(SourceError):
    """May be gone at the next attempt. `wait` is what the service asks for (Retry-After), in seconds."""

    def __init__(self, message: str, wait: float | None = None) -> None:
        super().__init__(message)
        self.wait = wait


class Lasting(SourceError):
    """Will be the same at the next attempt."""


def of_status(url: str, response: httpx.Response) -> SourceError | None:
    """The fault that a status code stands for; None for a good answer."""
    code = response.status_code
    if code < 400 and code not in (301, 302, 303, 307, 308):
        return None
    if code in TRY_AGAIN:
        return Passing(f"{url}: the service answers {code}{_reason(response)}", retry_after(response))
    if code == 404:
        return Lasting(f"{url}: not there (404). The paper may be withdrawn, or the address has changed")
    remedy = (
        "; the service may have changed its fields (see docs/fetch.md, mapping tables)" if code == 400 else ""
    )
    return Lasting(f"{url}: the service refuses this ({code}{_reason(response)}){remedy}")


def of_transport(url: str, error: httpx.HTTPError) -> SourceError:
    """The fault that a broken connection stands for."""
    if isinstance(error, httpx.TimeoutException):
        return Passing(f"{url}: no answer in time ({type(error).__name__})")
    if isinstance(error, httpx.ConnectError) and "CERTIFICATE" in str(error).upper():
        return Lasting(f"{url}: its certificate cannot be trusted ({error}). Is a proxy in between?")
    if isinstance(error, httpx.UnsupportedProtocol):
        return Lasting(f"{url}: not an address of http or https")
    return Passing(f"{url}: the connection broke ({error or type(error).__name__})")


def retry_after(response: httpx.Response) -> float | None:
    """Seconds that a service asks us to wait; a date is left to the back-off."""
    text = response.headers.get("retry-after", "").strip()
    return float(text) if text.isdigit() else None


def _reason(response: httpx.Response) -> str:
    return f" {response.reason_phrase}" if response.reason_phrase else ""
