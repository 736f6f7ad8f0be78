"""Settings: where the services are and how we behave towards them. Every value can be overridden by a file."""

from __future__ import annotations

import tomllib
from importlib import resources
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

import msgspec

from kamerstukken import __version__
from kamerstukken.errors import BadInput

Via = Literal["odata", "odata_v4", "syncfeed", "koop"]
"""The ways to a service, as `--via` names them."""


class Manners(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How often, how long, how much: seconds and bytes."""

    pause: float
    attempts: int
    first_wait: float
    longest_wait: float
    connect_timeout: float
    read_timeout: float
    answer_timeout: float
    largest_page: int
    largest_pdf: int
    most_pages: int


class Service(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One way in. `mapping` names its table of fields, `hosts` other hosts that it may send us to."""

    address: str
    mapping: str = ""
    page_size: int = 250
    papers: str = ""
    hosts: tuple[str, ...] = ()


class Services(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All settings of the services."""

    manners: Manners
    odata: Service
    odata_v4: Service
    syncfeed: Service
    koop: Service
    contact: str = ""

    @property
    def user_agent(self) -> str:
        """Who asks, and where to complain."""
        contact = f" ({self.contact})" if self.contact else ""
        return f"kamerstukken/{__version__} (reads letters to parliament){contact}"

    @property
    def hosts(self) -> frozenset[str]:
        """The hosts (with port, where one is named) that we may talk to, redirected or not."""
        every = (self.odata, self.odata_v4, self.syncfeed, self.koop)
        named = [urlsplit(address).netloc for s in every for address in (s.address, s.papers) if address]
        return frozenset(host.lower() for host in (*named, *(h for s in every for h in s.hosts)))

    def service(self, via: Via) -> Service:
        """The settings of one way in."""
        service: Service = getattr(self, via)
        return service


def load_services(path: Path | None = None) -> Services:
    """The settings that come with the package, overridden by a file. Raises BadInput, naming the file and the field."""
    ours = tomllib.loads((resources.files(__package__) / "services.toml").read_text(encoding="utf-8"))
    where = path or "services.toml"
    try:
        own = tomllib.loads(path.read_text(encoding="utf-8")) if path else {}
        return msgspec.convert(_over(ours, own), Services)
    except OSError as error:
        raise BadInput(f"{where}: no settings to read here ({error.strerror})") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, msgspec.ValidationError) as error:
        raise BadInput(
            f"{where}: not settings of services ({error}); docs/fetch.md shows the form"
        ) from error


def _over(ours: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    both = {key: _over(ours[key], own[key]) for key in ours.keys() & own.keys() if isinstance(own[key], dict)}
    return ours | own | both
