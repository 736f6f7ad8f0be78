"""How acts stand on a day, put to a register before it is written: once for all formats."""

from __future__ import annotations

from datetime import date

from kamerstukken.link import statuses
from kamerstukken.register import Register


def standing(register: Register, on: date | None = None) -> Register:
    """The register with the stand of every act on a day; None: that of the newest letter, so that no clock takes part.

    A register that has stands already, or no dated letter, comes back as it is.
    """
    newest = register.lookup.newest_day()
    day = on or (date.fromisoformat(newest) if newest else None)
    if day is None or register.stands_on is not None:
        return register
    return register.standing(statuses(register, day), day.isoformat())
