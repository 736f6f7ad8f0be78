"""The gate before every page: right host, right origin, known visitor, small body; and headers that keep a browser strict.

Only then is a request handled. `HEADERS` go with every answer, also with refusals.
"""

from __future__ import annotations

import hmac
from collections.abc import Collection

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kamerstukken.review.web.sessions import Session, Sessions

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self';"
    " base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
MOST_BYTES = 1_000_000
"""In one request: a form holds a few quotes."""

OPEN = ("/login", "/static/")
"""What a visitor may see before the gate knows him; a path that ends in '/' means all below it."""

SAFE = ("GET", "HEAD")


class Gate:
    """Lets in requests to `hosts` ('127.0.0.1:8000') by visitors with a session; see the module."""

    def __init__(self, app: ASGIApp, *, hosts: Collection[str], sessions: Sessions, cookie: str) -> None:
        self._app = app
        self._hosts = frozenset(host.lower() for host in hosts)
        self._sessions = sessions
        self._cookie = cookie

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_strict(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
                headers.setdefault("cache-control", "no-store")
            await send(message)

        request = Request(scope)
        session = self._sessions.find(request.cookies.get(self._cookie, ""))
        refusal = self._refusal(request, session)
        if refusal is not None:
            await refusal(scope, receive, send_strict)
            return
        scope["state"] = {**scope.get("state", {}), "session": session}
        await self._app(scope, receive, send_strict)

    def _refusal(self, request: Request, session: Session | None) -> Response | None:
        if request.headers.get("host", "").lower() not in self._hosts:
            return PlainTextResponse("Deze server heet anders.", 421)
        if request.method not in (*SAFE, "POST"):
            return PlainTextResponse("Dat kan hier niet.", 405)
        if request.method == "POST" and (refusal := self._refused_post(request.headers)):
            return refusal
        if session is None and not _is_open(request.url.path):
            return self._enter(request)
        if request.method == "POST" and session is not None and not _is_open(request.url.path):
            sent = request.headers.get("x-csrf-token", "")
            if not hmac.compare_digest(sent.encode(), session.csrf.encode()):
                return PlainTextResponse("Deze pagina is verouderd; laad haar opnieuw.", 403)
        return None

    def _refused_post(self, headers: Headers) -> Response | None:
        scheme, _, host = headers.get("origin", "").partition("://")
        if scheme not in ("http", "https") or host.lower() != headers.get("host", "").lower():
            return PlainTextResponse("Dit verzoek komt van een andere pagina.", 403)
        length = headers.get("content-length", "")
        if not length.isdecimal():
            return PlainTextResponse("De lengte ontbreekt.", 411)
        if len(length) > 9 or int(length) > MOST_BYTES:
            return PlainTextResponse("Dit verzoek is te groot.", 413)
        return None

    def _enter(self, request: Request) -> Response:
        """To the login, or in by the token; an address without it says how to come in."""
        if self._sessions.by_password:
            return (
                RedirectResponse("/login", 303)
                if request.method in SAFE
                else PlainTextResponse("Log eerst in.", 401)
            )
        session = self._sessions.by_token(request.query_params.get("token", ""))
        if session is None or request.method not in SAFE:
            return PlainTextResponse(
                "Open het adres dat `kamerstukken review` in de terminal heeft gezet; daar staat de sleutel in.",
                401,
            )
        return admitted(self._cookie, session)


def admitted(cookie: str, session: Session) -> Response:
    """To the page, with a session that the visitor's browser keeps."""
    response = RedirectResponse("/", 303)
    response.set_cookie(cookie, session.id, httponly=True, samesite="strict", path="/")
    return response


def _is_open(path: str) -> bool:
    return any(path == one or (one.endswith("/") and path.startswith(one)) for one in OPEN)
