"""Zip files that hold no clock: the same content gives the same bytes."""

from __future__ import annotations

import zipfile
from pathlib import Path

FIRST = (1980, 1, 1, 0, 0, 0)
"""The earliest moment that a zip file can name."""


def still_zip(path: Path) -> None:
    """Pack a zip file anew, its members in their order, each dated the same."""
    with zipfile.ZipFile(path) as old:
        members = [(info.filename, old.read(info)) for info in old.infolist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name, data in members:
            info = zipfile.ZipInfo(name, FIRST)
            info.compress_type, info.create_system = zipfile.ZIP_DEFLATED, 0
            new.writestr(info, data)
