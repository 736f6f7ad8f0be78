"""A motie as the catalogue gives it to others."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MotieRow:
    """A motie. `id` is its Kamerstuk ('kst-34843-30'), or its zaaknummer where none is known.

    `datum` is an ISO day; `uitslag` as the Kamer writes it ('Stemmen - aangenomen'); `leden` as the title names them.
    """

    id: str
    zaaknummer: str
    dossier: str | None
    nummer: int | None
    titel: str
    dossiertitel: str | None
    datum: str | None
    appreciatie: str | None
    afgedaan: bool | None
    uitslag: str | None
    dictum: str | None
    leden: tuple[str, ...] = ()
