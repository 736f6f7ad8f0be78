"""What the catalogue keeps, as the Tweede Kamer names it; one class a table, its fields the columns.

`guid` is the service's own key. A dump without keys gives stand-ins ('zaak:2025Z01234'), which a row with the real
key replaces. Dates are ISO 8601 days. Tuples hold the keys of related rows.
"""

from __future__ import annotations

from typing import ClassVar

import msgspec


class Row(msgspec.Struct, frozen=True):
    """A row with a key. TABLE is where it goes, LINKS says which fields are relations and in which table they are kept."""

    TABLE: ClassVar[str] = ""
    LINKS: ClassVar[dict[str, tuple[str, str, str]]] = {}
    """Field to (table, own column, column of the other)."""

    guid: str


class Dossier(Row, frozen=True):
    """A Kamerstukdossier: number, toevoeging ('XVI') and title."""

    TABLE: ClassVar[str] = "dossiers"

    nummer: int
    toevoeging: str | None = None
    titel: str | None = None
    afgesloten: bool | None = None


class Zaak(Row, frozen=True):
    """A case before the Kamer: here moties. `afgedaan` and `appreciatie` are the Kamer's own administration."""

    TABLE: ClassVar[str] = "zaken"
    LINKS: ClassVar[dict[str, tuple[str, str, str]]] = {
        "dossiers": ("zaak_dossiers", "zaak", "dossier"),
        "vervangen_door": ("zaak_vervangingen", "zaak", "door"),
    }

    nummer: str
    soort: str | None = None
    titel: str | None = None
    onderwerp: str | None = None
    gestart: str | None = None
    vergaderjaar: str | None = None
    volgnummer: int | None = None
    afgedaan: bool | None = None
    appreciatie: str | None = None
    dossiers: tuple[str, ...] = ()
    vervangen_door: tuple[str, ...] = ()


class Indiener(Row, frozen=True):
    """Who submitted a zaak; `naam` as the service writes it ('S.C. Kröger'), `relatie` 'Indiener' or 'Medeindiener'."""

    TABLE: ClassVar[str] = "indieners"

    zaak: str | None = None
    naam: str | None = None
    fractie: str | None = None
    relatie: str | None = None
    persoon: str | None = None


class Stuk(Row, frozen=True):
    """A document of the Kamer: of a motie, its Kamerstuk (dossier and volgnummer)."""

    TABLE: ClassVar[str] = "stukken"
    LINKS: ClassVar[dict[str, tuple[str, str, str]]] = {
        "zaken": ("stuk_zaken", "stuk", "zaak"),
        "dossiers": ("stuk_dossiers", "stuk", "dossier"),
    }

    nummer: str | None = None
    soort: str | None = None
    titel: str | None = None
    onderwerp: str | None = None
    datum: str | None = None
    volgnummer: int | None = None
    kamer: int | None = None
    zaken: tuple[str, ...] = ()
    dossiers: tuple[str, ...] = ()


class Besluit(Row, frozen=True):
    """A decision: `soort` 'Stemmen - aangenomen' is the outcome of a vote; `gewijzigd` tells which is the latest."""

    TABLE: ClassVar[str] = "besluiten"
    LINKS: ClassVar[dict[str, tuple[str, str, str]]] = {"zaken": ("besluit_zaken", "besluit", "zaak")}

    soort: str | None = None
    tekst: str | None = None
    status: str | None = None
    gewijzigd: str | None = None
    zaken: tuple[str, ...] = ()


class Persoon(Row, frozen=True):
    """A person; members and bewindspersonen alike."""

    TABLE: ClassVar[str] = "personen"

    achternaam: str | None = None
    tussenvoegsel: str | None = None
    initialen: str | None = None
    roepnaam: str | None = None
    functie: str | None = None


class Loopbaan(Row, frozen=True):
    """An office that somebody held; `tot` is None while it lasts. Dates can be a year or a month."""

    TABLE: ClassVar[str] = "loopbanen"

    persoon: str | None = None
    functie: str | None = None
    werkgever: str | None = None
    omschrijving: str | None = None
    van: str | None = None
    tot: str | None = None


class Toezegging(Row, frozen=True):
    """An oral toezegging of the Kamer's register. `termijn` is when it is to be met, `brieven` what is said to meet it."""

    TABLE: ClassVar[str] = "toezeggingen"
    LINKS: ClassVar[dict[str, tuple[str, str, str]]] = {
        "brieven": ("toezegging_brieven", "toezegging", "brief")
    }

    nummer: str | None = None
    activiteit: str | None = None
    naam: str | None = None
    functie: str | None = None
    ministerie: str | None = None
    status: str | None = None
    aangemaakt: str | None = None
    termijn: str | None = None
    tekst: str | None = None
    brieven: tuple[str, ...] = ()


class Dictum(Row, frozen=True):
    """What a motie asks, by the id of its Kamerstuk ('kst-34843-30')."""

    TABLE: ClassVar[str] = "dicta"

    dictum: str | None = None


ROWS: dict[str, type[Row]] = {
    cls.__name__: cls
    for cls in (Dossier, Zaak, Indiener, Stuk, Besluit, Persoon, Loopbaan, Toezegging, Dictum)
}
"""The classes by name, as mapping tables name them."""
