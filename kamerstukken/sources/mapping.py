"""From a service's row to ours, by a table: which of a field's names the service has, and what a row must be.

A row of a service is a dictionary as OData gives it; SyncFeed's XML and the lines of a dump are made such before.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping as Map
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import msgspec

from kamerstukken.catalogue import Tombstone
from kamerstukken.catalogue.rows import ROWS, Row
from kamerstukken.errors import BadInput, SourceError

Fields = dict[str, tuple[str, ...]]
Properties = Map[str, frozenset[str]]
"""What a service says it has: entity to its properties and relations."""

NEEDED = {"Dossier": {"nummer"}, "Zaak": {"nummer", "soort"}, "Stuk": {"soort"}}
"""Columns without which a row is of no use; all others stay empty where the service has dropped them."""

DAY = re.compile(r"\d{4}-\d\d-\d\d(?=T|$)")
DAYS = frozenset({"gestart", "datum", "aangemaakt", "termijn", "van", "tot"})
"""Columns that keep a day of what the service gives as a moment."""

MIDNIGHT_IN_UTC = re.compile(r"T2[23]:00:00(?:\.0+)?(?:Z|\+00:00)\Z")
"""A service that gives UTC tells a Dutch day by the hour at which it begins there, on the day before."""

NO_DAY = "0001-01-01"
"""How the service says 'no date' where its schema asks for one."""


class Entity(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How one entity is asked for and read; see mappings/odata_v4.toml."""

    row: str
    filter: str = ""
    expand: tuple[str, ...] = ()
    fields: Fields = {}
    keep: dict[str, tuple[str, ...]] = {}


class Letters(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How letters are asked for and read."""

    entity: str
    soorten: tuple[str, ...]
    where: dict[str, str]
    expand: tuple[str, ...] = ()
    fields: Fields = {}


class Mapping(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A mapping table as it stands in its file."""

    changed: tuple[str, ...]
    deleted: tuple[str, ...]
    guid: tuple[str, ...]
    soort: tuple[str, ...]
    resource: str
    entities: dict[str, Entity]
    letters: Letters


def load_mapping(name: str) -> Mapping:
    """A table of ours by its name, or one of the user's by its path. Raises BadInput, naming what is wrong."""
    try:
        return msgspec.convert(_table(name), Mapping)
    except msgspec.ValidationError as error:
        raise BadInput(
            f"{name}: not a mapping table ({error}); mappings/odata_v4.toml shows the form"
        ) from error


@cache
def _table(name: str) -> dict[str, Any]:
    try:
        if name.endswith(".toml"):
            text = Path(name).read_text(encoding="utf-8")
        else:
            text = (resources.files(__package__) / "mappings" / f"{name}.toml").read_text(encoding="utf-8")
        table = tomllib.loads(text)
    except OSError as error:
        raise BadInput(f"{name}: no mapping table of this name ({error.strerror})") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadInput(f"{name}: not a mapping table ({error})") from error
    base = table.pop("base", None)
    return _over(_table(base), table) if base else table


def _over(base: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    both = {k: _over(base[k], own[k]) for k in base.keys() & own.keys() if isinstance(own[k], dict)}
    return base | own | both


# Which names the service has


def fitted(entity: Entity, name: str, has: Properties | None) -> tuple[Entity, tuple[str, ...]]:
    """The entity with only the names that the service has, and the columns that stay empty.

    Raises SourceError where the entity, or a column without which nothing works, is gone.
    """
    if has is None:
        return entity, ()
    if name not in has:
        raise SourceError(f"the service has no {name} any more; mend [entities.{name}] in the mapping table")
    fields = {column: _those(names, has[name]) for column, names in entity.fields.items()}
    gone = tuple(column for column, names in entity.fields.items() if names and not fields[column])
    if lost := sorted(NEEDED.get(entity.row, set()) & set(gone)):
        names = ", ".join(entity.fields[lost[0]])
        raise SourceError(
            f"the service has no {name}.{names} any more ({lost[0]}); name its new name under [entities.{name}.fields]"
        )
    expand = tuple(e for e in entity.expand if e.partition("(")[0] in has[name])
    return msgspec.structs.replace(entity, fields=fields, expand=expand), gone


def first_of(names: Sequence[str], has: frozenset[str] | None) -> str | None:
    """The first name that the service has; the first of all where it does not say."""
    return next((name for name in names if has is None or name in has), None)


def _those(names: tuple[str, ...], has: frozenset[str]) -> tuple[str, ...]:
    return tuple(name for name in names if re.split(r"\[|\.", name)[0] in has)


# From a service's row to ours


def row_of(raw: Map[str, Any], entity: Entity, mapping: Mapping, where: str) -> Row | Tombstone | None:
    """Our row; a Tombstone for one that is removed, None for one that is not kept or has no content.

    Raises SourceError, naming entity and field, where a value is not of the kind that it should be.
    """
    guid = _text(_first(raw, mapping.guid))
    if guid is None:
        raise SourceError(
            f"{where}: a row without a key ({', '.join(mapping.guid)}); mend `guid` in the mapping table"
        )
    kind = ROWS[entity.row]
    if str(_first(raw, mapping.deleted)).lower() == "true":
        return Tombstone(entity.row, guid)
    values = {column: value_of(raw, column, names) for column, names in entity.fields.items()}
    values = {column: _fitting(kind, column, value) for column, value in values.items()}
    if any(values.get(column) is None for column in NEEDED.get(entity.row, ())):
        return None  # a placeholder: the service keeps a key whose content comes later, or never
    if any(not str(values.get(column) or "").startswith(starts) for column, starts in entity.keep.items()):
        return None
    try:
        return msgspec.convert({"guid": guid, **values}, kind, strict=False)
    except msgspec.ValidationError as error:
        raise SourceError(
            f"{where}: {entity.row} {guid} is not as it was ({error}); mend the mapping table"
        ) from error


def value_of(raw: Map[str, Any], column: str, names: Sequence[str]) -> Any:
    """What a row says for a column: a list for a path with '[]', else one value; days as days; None for nothing."""
    for name in names:
        if "[]" in name:
            relation, _, field = name.partition("[]")
            if relation in raw:
                return [_part(item, field.lstrip(".")) for item in _listed(raw[relation])]
        elif name in raw:
            value = raw[name]
            return _day(value) if column in DAYS else value
    return None


def _part(item: Any, field: str) -> Any:
    return item.get(field) if isinstance(item, dict) and field else item


def _listed(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _fitting(kind: type[Row], column: str, value: Any) -> Any:
    """A list for a relation, one value for the others."""
    if column in kind.LINKS:
        return [v for v in _listed(value) if v]
    if isinstance(value, list):
        return value[0] if value else None
    return None if value == "" else value


def _day(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    match = DAY.match(value)
    day = match[0] if match else value or None
    if match and MIDNIGHT_IN_UTC.search(value):
        day = (date.fromisoformat(match[0]) + timedelta(days=1)).isoformat()
    return None if day == NO_DAY else day


def _first(raw: Map[str, Any], names: Sequence[str]) -> Any:
    return next((raw[name] for name in names if name in raw), None)


def _text(value: Any) -> str | None:
    return str(value) if value else None
