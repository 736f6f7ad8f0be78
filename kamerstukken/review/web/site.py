"""What every page of the server shares: the register, the readers of PDFs, the visitors and the templates."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse

from kamerstukken.errors import KamerstukkenError
from kamerstukken.register import Register, path_of
from kamerstukken.review.web.reader import Reader
from kamerstukken.review.web.sessions import Session, Sessions

if TYPE_CHECKING:
    from kamerstukken.read.picture import PagePicture

log = logging.getLogger(__name__)


def _templates() -> Environment:
    """Templates that escape everything, and fail on a name that is not there."""
    environment = Environment(
        loader=PackageLoader("kamerstukken.review.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["moment"] = _moment
    return environment


def _moment(at: str) -> str:
    """A time in UTC as people here write it."""
    return datetime.fromisoformat(at).astimezone().strftime("%d-%m-%Y %H:%M")


@dataclass(frozen=True)
class Site:
    """One server on one register. `catalogue` holds titles of papers, where there is one."""

    register: Path
    sessions: Sessions
    reader: Reader
    cookie: str
    catalogue: Path | None = None
    templates: Environment = field(default_factory=_templates)

    @contextmanager
    def open(self) -> Iterator[Register]:
        """The register, for one request: connections are not shared between threads."""
        with Register.writable(self.register) as register:
            yield register

    def render(
        self, name: str, status: int = 200, headers: dict[str, str] | None = None, **values: Any
    ) -> HTMLResponse:
        """A template as an answer; everything in it is escaped."""
        return HTMLResponse(self.templates.get_template(name).render(**values), status, headers)

    def file_of(self, register: Register, letter: str) -> Path | None:
        """Where the letter's PDF lies: the first of its files that is still there."""
        paths = [path_of(file.uri, register.folder) for file in register.files(letter)]
        return next((path for path in paths if path.is_file()), paths[0] if paths else None)

    def picture(self, register: Register, letter: str, sha256: str, page: int) -> PagePicture | None:
        """A page as a picture, None where it cannot be had (the letter is then shown without)."""
        path = self.file_of(register, letter)
        if path is None:
            return None
        try:
            return self.reader.picture(path, sha256, page)
        except KamerstukkenError as error:
            log.info("%s, page %d: %s", letter, page, error)
            return None

    @cached_property
    def titles(self) -> dict[str, str]:
        """Titles of the catalogue by id; empty without one."""
        if self.catalogue is None:
            return {}
        from kamerstukken.catalogue import Catalogue

        with Catalogue(self.catalogue) as catalogue:
            return catalogue.titles()


def site_of(request: Request) -> Site:
    """The site that a request is for."""
    site: Site = request.app.state.site
    return site


def visitor(request: Request) -> Session:
    """Who asks; the gate lets in no one else."""
    session: Session = request.state.session
    return session
