"""What the catalogue of a run knows, brought into the register: titles and votes of cited papers, oral toezeggingen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from kamerstukken.catalogue import Catalogue
from kamerstukken.catalogue.database import is_sqlite
from kamerstukken.export import beside
from kamerstukken.link.oral import oral_promises
from kamerstukken.model import KnownPaper
from kamerstukken.recipe import Recipe
from kamerstukken.register import Register

FILE = "toezeggingen_kamer.jsonl"


def enrich(register: Register, recipe: Recipe, out: Path) -> None:
    """Bring in what the recipe's catalogue knows ([cite] catalogue), and write toezeggingen_kamer.jsonl.

    A table (CSV) knows no more than moties; without a catalogue what an earlier run brought in stays.
    Raises CatalogueError where the file cannot be used.
    """
    path = recipe.cite.get("catalogue")
    if not path or not is_sqlite(Path(path)):
        return
    with Catalogue(path) as catalogue:
        papers = tuple(_papers(catalogue, frozenset(register.records.cited())))
        register.records.replace(papers, oral_promises(register, catalogue.toezeggingen()))
    with beside(out / FILE) as file:
        file.write_bytes(b"".join(msgspec.json.encode(row) + b"\n" for row in register.records.oral()))


def _papers(catalogue: Catalogue, cited: frozenset[str]) -> Iterator[KnownPaper]:
    for motie in catalogue.moties():
        if motie.id in cited:
            yield KnownPaper(
                motie.id, motie.titel, motie.datum, motie.uitslag, motie.appreciatie, motie.afgedaan
            )
    for id_, title in catalogue.titles().items():
        if id_.startswith("dossier:") and id_ in cited:
            yield KnownPaper(id_, title)
