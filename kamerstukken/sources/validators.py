"""Which version of a file we have, in a service's own words. Apart, so that who reads a manifest needs no HTTP."""

from __future__ import annotations

import msgspec


class Validators(msgspec.Struct, frozen=True):
    """What a service says of a version of a file, to ask later whether it still holds."""

    etag: str | None = None
    last_modified: str | None = None

    @property
    def asked(self) -> dict[str, str]:
        """The headers that ask for the file only where it is another version."""
        pairs = (("If-None-Match", self.etag), ("If-Modified-Since", self.last_modified))
        return {name: value for name, value in pairs if value}
