"""Recipes: which options each stage gets and which formats come out, as a TOML file that people can keep."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import msgspec

from kamerstukken import __version__
from kamerstukken.errors import BadInput

FORMATS = ("jsonl", "csv", "xlsx", "graphml")


class Recipe(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How letters are analysed. Each table holds the keyword options of that stage's function.

    `export` says what a run writes, `formats` the options of each (`[formats.csv] separator = ";"`); they have no part
    in the hash: other formats need no letter read again.
    """

    name: str = "standaard"
    read: dict[str, Any] = {}
    structure: dict[str, Any] = {}
    cite: dict[str, Any] = {}
    commit: dict[str, Any] = {}
    export: tuple[str, ...] = FORMATS
    formats: dict[str, dict[str, Any]] = {}

    def speaking(self, language: str | None) -> Recipe:
        """The same recipe with another language pipeline for the commitments; itself where none is named."""
        if language is None:
            return self
        return msgspec.structs.replace(self, commit={**self.commit, "language": language})

    def knowing(self, catalogue: Path) -> Recipe:
        """The same recipe with a catalogue of moties. Raises BadInput where there is none."""
        if not catalogue.is_file():
            raise BadInput(
                f"{catalogue}: no catalogue here; `kamerstukken fetch catalogue --to {catalogue}` makes one"
            )
        return msgspec.structs.replace(self, cite={**self.cite, "catalogue": str(catalogue)})

    @property
    def hash(self) -> str:
        """12 hexadecimal digits over everything that bears on what is found."""
        stages = {stage: getattr(self, stage) for stage in ("read", "structure", "cite", "commit")}
        return hashlib.sha256(msgspec.json.encode(stages, order="sorted")).hexdigest()[:12]

    @property
    def made_by(self) -> str:
        """What the register keeps beside a letter: where it differs, the letter is read again."""
        return f"{__version__}+{self.hash}"


def load_recipe(path: Path) -> Recipe:
    """Read a recipe. Raises BadInput, naming the file and what is wrong."""
    try:
        return msgspec.toml.decode(path.read_bytes(), type=Recipe)
    except OSError as error:
        raise BadInput(f"{path}: no recipe to read here ({error.strerror})") from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise BadInput(f"{path}: not a recipe ({error}); pipelines/standaard.toml shows the form") from error
