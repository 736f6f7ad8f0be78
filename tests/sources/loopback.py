"""A real HTTP server on 127.0.0.1 in its own thread, which answers like the official services, and like them on bad days.

All that it tells is invented: the ministry of ferries, its letters, and the motions about them.
"""

from __future__ import annotations

import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import msgspec

from kamerstukken.sources.http import Clock
from kamerstukken.sources.services import Services, load_services

Answerer = Callable[["Asked"], "Reply"]


@dataclass(frozen=True)
class Asked:
    """A request as it came in."""

    path: str
    params: dict[str, str]
    headers: dict[str, str]
    raw: str


@dataclass(frozen=True)
class Reply:
    """What is sent back. `declared` is the Content-Length where it is to be a lie; `pause` seconds between pieces."""

    body: bytes = b""
    status: int = 200
    kind: str = "application/json"
    headers: dict[str, str] = field(default_factory=dict)
    declared: int | None = None
    pause: float = 0.0
    piece: int = 0


@dataclass
class Fault:
    """A bad day: requests whose path holds `path` get `answer`, the first `times` of them."""

    path: str
    answer: Answerer
    times: int


class Loopback:
    """The server's state: what it answers, what it was asked, and what is wrong with it today."""

    def __init__(self, answer: Answerer) -> None:
        self.answer = answer
        self.asked: list[Asked] = []
        self.faults: list[Fault] = []
        self.base = ""

    def fault(self, path: str, reply: Reply | Answerer, times: int = 1) -> None:
        """Let the next requests for a path go wrong."""
        self.faults.append(Fault(path, reply if callable(reply) else lambda asked: reply, times))

    def paths(self) -> list[str]:
        """The paths that were asked for, in order."""
        return [asked.path for asked in self.asked]

    def reply(self, asked: Asked) -> Reply:
        self.asked.append(asked)
        for fault in self.faults:
            if fault.times > 0 and fault.path in asked.path:
                fault.times -= 1
                return fault.answer(asked)
        return self.answer(asked)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    loopback: Loopback
    stop: threading.Event

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        params = {name: values[0] for name, values in parse_qs(parts.query).items()}
        headers = {name.lower(): value for name, value in self.headers.items()}
        self._send(self.loopback.reply(Asked(unquote(parts.path), params, headers, self.path)))

    def _send(self, reply: Reply) -> None:
        self.send_response(reply.status)
        for name, value in reply.headers.items():
            self.send_header(name, value)
        if reply.status != 304:
            self.send_header("Content-Type", reply.kind)
            self.send_header(
                "Content-Length", str(len(reply.body) if reply.declared is None else reply.declared)
            )
        self.end_headers()
        try:
            for at in range(0, len(reply.body), reply.piece or len(reply.body) or 1):
                self.wfile.write(reply.body[at : at + (reply.piece or len(reply.body))])
                self.wfile.flush()
                if reply.pause and self.stop.wait(reply.pause):
                    return
        except (BrokenPipeError, ConnectionResetError):  # the client has had enough
            self.close_connection = True
        if reply.declared is not None and reply.declared != len(reply.body):
            self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:
        """Quiet: what was asked is in `asked`."""


@contextmanager
def serving(answer: Answerer, certificate: tuple[Path, Path] | None = None) -> Iterator[Loopback]:
    """A server that runs in its own thread for as long as the context lasts; with a certificate and its key over TLS."""
    loopback, stop = Loopback(answer), threading.Event()
    handler = type("Handler", (_Handler,), {"loopback": loopback, "stop": stop})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
        server.handle_error = lambda request, address: None  # type: ignore[method-assign]  # refused handshakes
    loopback.base = f"{'https' if certificate else 'http'}://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield loopback
    finally:
        stop.set()
        server.shutdown()
        thread.join()
        server.server_close()


def services_at(base: str, **manners: float) -> Services:
    """The settings of the package with the loopback server as mirror of every service."""
    ours = load_services()
    quick = {"pause": 0.0, "attempts": 3, "connect_timeout": 2.0, "read_timeout": 2.0} | manners
    ways = {
        via: msgspec.structs.replace(
            getattr(ours, via),
            address=base + path,
            hosts=(),
            papers=base + "/papers" if via == "koop" else "",
        )
        for via, path in {"odata": "/v5", "odata_v4": "/v4", "syncfeed": "/sync", "koop": "/sru"}.items()
    }
    return msgspec.structs.replace(ours, manners=msgspec.structs.replace(ours.manners, **quick), **ways)


class Sleeper:
    """A clock whose sleeps take no time and are written down."""

    def __init__(self) -> None:
        self.slept: list[float] = []
        self._now = 0.0

    def now(self) -> float:
        return self._now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self._now += seconds

    @property
    def clock(self) -> Clock:
        return Clock(self.now, self.sleep)
