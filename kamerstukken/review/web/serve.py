"""The review page on a port of this machine, until it is stopped."""

from __future__ import annotations

import secrets
import signal
import socket
import webbrowser
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import uvicorn
from starlette.types import ASGIApp

from kamerstukken.errors import BadInput
from kamerstukken.review.web.app import make_app
from kamerstukken.review.web.reader import Reader
from kamerstukken.review.web.sessions import Sessions
from kamerstukken.review.web.site import Site

LOCAL = ("127.0.0.1", "localhost", "::1")
ANYWHERE = ("0.0.0.0", "::")  # only compared with
LINGER = 2
"""Seconds that requests under way get when the server is stopped."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where to serve: `names` are further host names by which visitors call the server; `port` 0 takes a free one."""

    host: str = "127.0.0.1"
    port: int = 0
    names: tuple[str, ...] = ()
    password: str = ""

    @property
    def is_local(self) -> bool:
        """Whether only this machine can come."""
        return self.host in LOCAL


def serve(
    register: Path,
    place: Place,
    *,
    reviewer: str,
    catalogue: Path | None = None,
    say: Callable[[str], None],
    browse: bool,
) -> None:
    """Serve until stopped; `say` tells the address, `browse` opens it.

    Raises BadInput where the port is taken, or where others can come and there is no password.
    """
    if not place.is_local and not place.password:
        raise BadInput(f"--host {place.host}: others can reach that; set a password in KAMERSTUKKEN_PASSWORD")
    with _listen(place) as listening:
        port = listening.getsockname()[1]
        token = "" if place.password else secrets.token_urlsafe(32)
        with closing(Reader()) as reader:
            sessions = Sessions(reviewer, token=token, password=place.password)
            site = Site(register, sessions, reader, f"kamerstukken_{port}", catalogue)
            address = f"http://{_shown(place)}:{port}/" + (f"?token={token}" if token else "")
            say(address)
            if browse:
                webbrowser.open(address)
            _run(make_app(site, hosts=_hosts(place, port)), listening)


def _run(app: ASGIApp, listening: socket.socket) -> None:
    """Until Ctrl+C or SIGTERM; uvicorn ends what is under way and then raises the signal anew."""
    config = uvicorn.Config(
        app, log_level="warning", access_log=False, server_header=False, timeout_graceful_shutdown=LINGER
    )
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        uvicorn.Server(config).run(sockets=[listening])
    except KeyboardInterrupt:
        return
    finally:
        signal.signal(signal.SIGTERM, before)


def _listen(place: Place) -> socket.socket:
    try:
        family = socket.AF_INET6 if ":" in place.host else socket.AF_INET
        return socket.create_server((place.host, place.port), family=family)
    except OSError as error:
        raise BadInput(
            f"--host {place.host} --port {place.port}: cannot be used ({error.strerror}); name another port, or leave it out"
        ) from error


def _hosts(place: Place, port: int) -> list[str]:
    """What visitors may call the server: any other name is a trick of another page."""
    names = {*place.names, *(LOCAL if place.is_local else (place.host,))}
    if place.host in ANYWHERE:
        names |= {*LOCAL, socket.gethostname(), socket.getfqdn(), *_addresses()}
    shown = [f"[{name}]" if ":" in name else name for name in names]
    return [f"{name}:{port}" for name in shown] + list(place.names)


def _addresses() -> set[str]:
    try:
        return {str(found[4][0]) for found in socket.getaddrinfo(socket.gethostname(), None)}
    except OSError:
        return set()


def _shown(place: Place) -> str:
    if place.host in ANYWHERE:
        return place.names[0] if place.names else socket.gethostname()
    return f"[{place.host}]" if ":" in place.host else place.host
