"""Who runs this."""

from __future__ import annotations

import getpass


def user() -> str:
    """The name of whoever runs this, as the system knows it."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "onbekend"
