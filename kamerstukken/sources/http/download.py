"""A PDF to a file: into a part beside it, resumed where it broke off, checked, and put in place whole."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import msgspec

from kamerstukken.errors import BadInput
from kamerstukken.sources.http.checks import is_web_page, title_of
from kamerstukken.sources.http.client import Client
from kamerstukken.sources.http.faults import Lasting, Passing
from kamerstukken.sources.http.pace import attempts
from kamerstukken.sources.validators import Validators

RANGE = re.compile(r"bytes (?P<start>\d+)-")
MAGIC_WITHIN = 1024
"""'%PDF-' must stand within this many bytes; readers are as lenient (PDF 1.7, annex H)."""


class Downloaded(msgspec.Struct, frozen=True):
    """A file in place: its SHA-256, its length in bytes, and its version at the service."""

    sha256: str
    bytes: int
    validators: Validators


def download(client: Client, url: str, target: Path, known: Validators | None = None) -> Downloaded | None:
    """Download a PDF to `target`; None where the service says that the `known` version still holds.

    What was there stays until the new file is whole. A part that an interrupted call left is continued.
    Raises SourceError where it cannot be had, BadInput where the disk refuses it.
    """
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        for attempt in attempts(client.services.manners, client.clock):
            with attempt:
                validators = _once(client, url, _Part(target), known if target.is_file() else None)
        if validators is None:
            return None
        return _placed(_Part(target), target, url, validators)
    except OSError as error:
        raise BadInput(
            f"{target}: cannot be written ({error.strerror}); make room, or name another --to"
        ) from error


class _Part:
    """What is there of a file so far, and the version that it is a part of."""

    def __init__(self, target: Path) -> None:
        self.path = target.with_name(target.name + ".part")
        self._note = target.with_name(target.name + ".part.json")

    def begun(self) -> tuple[int, Validators]:
        """Bytes so far, and of which version; without a version no part can be trusted."""
        with contextlib.suppress(OSError, msgspec.DecodeError):
            validators = msgspec.json.decode(self._note.read_bytes(), type=Validators)
            if validators.etag or validators.last_modified:
                return self.path.stat().st_size, validators
        return 0, Validators()

    def write(self, chunks: Iterator[bytes], validators: Validators, *, append: bool) -> None:
        self._note.write_bytes(msgspec.json.encode(validators))
        with self.path.open("ab" if append else "wb") as file:
            for chunk in chunks:
                file.write(chunk)
            file.flush()
            os.fsync(file.fileno())

    def drop(self) -> None:
        for path in (self.path, self._note):
            path.unlink(missing_ok=True)

    def place(self, target: Path) -> None:
        self.path.replace(target)
        self._note.unlink(missing_ok=True)


def _once(client: Client, url: str, part: _Part, known: Validators | None) -> Validators | None:
    """One attempt; gives the version that was read, None where the known one holds."""
    size, begun = part.begun()
    headers = _resuming(size, begun) or (known.asked if known else {})
    with client.open(url, headers) as response:
        if response.status_code == 304:
            return None
        if response.status_code == 416:  # all of it is there, or the part is of something else: begin anew
            part.drop()
            raise Passing(f"{url}: the part on disk does not fit; it begins anew")
        append = response.status_code == 206
        if append and _start(response) != size:
            part.drop()
            raise Passing(f"{url}: the service continues at another place than asked; it begins anew")
        validators = Validators(response.headers.get("etag"), response.headers.get("last-modified"))
        most = client.services.manners.largest_pdf - (size if append else 0)
        part.write(client.chunks(response, most), validators, append=append)
        return validators


def _resuming(size: int, begun: Validators) -> dict[str, str]:
    if not size:
        return {}
    version = begun.etag if begun.etag and not begun.etag.startswith("W/") else begun.last_modified
    return {"Range": f"bytes={size}-", "If-Range": version} if version else {}


def _start(response: httpx.Response) -> int:
    match = RANGE.match(response.headers.get("content-range", ""))
    return int(match["start"]) if match else -1


def _placed(part: _Part, target: Path, url: str, validators: Validators) -> Downloaded:
    with part.path.open("rb") as file:
        head = file.read(4096)
        file.seek(0)
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    if b"%PDF-" not in head[:MAGIC_WITHIN]:
        part.drop()
        what = f"a web page ({title_of(head)!r})" if is_web_page(head) else f"begins with {head[:12]!r}"
        raise Lasting(f"{url}: no PDF: {what}. It is tried again next time")
    size = part.path.stat().st_size
    part.place(target)
    return Downloaded(sha256, size, validators)
