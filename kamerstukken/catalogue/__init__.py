"""The catalogue: moties, dossiers, bewindspersonen and the register's toezeggingen, in an SQLite file of its own."""

from kamerstukken.catalogue.moties import MotieRow
from kamerstukken.catalogue.store import Catalogue, Tombstone

__all__ = ["Catalogue", "MotieRow", "Tombstone"]
