"""A motie named once with its number and elsewhere in the letter without."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kamerstukken.cite.resolve.beside import NAMED
from kamerstukken.model import Reference


def named_elsewhere(found: Sequence[Reference]) -> tuple[Reference, ...]:
    """Give a motie the ids that the same members' motie has elsewhere, where all such mentions agree.

    'moties van de leden Van der Plas en Minhas' takes those of the motie Van der Plas and of the motie Minhas.
    """
    known = _known(found)
    return tuple(_resolved(mention, known) for mention in found)


def key(mention: Reference) -> tuple[str, frozenset[str]]:
    """Kind and members, without regard to order and to how particles are written."""
    return mention.kind, frozenset(name.casefold() for name in mention.indieners)


def _known(found: Sequence[Reference]) -> Mapping[tuple[str, frozenset[str]], tuple[str, ...] | None]:
    known: dict[tuple[str, frozenset[str]], tuple[str, ...] | None] = {}
    for mention in found:
        if mention.kind in NAMED and mention.ids:
            agreed = known.setdefault(key(mention), mention.ids)
            if agreed != mention.ids:
                known[key(mention)] = None
    return known


def _resolved(
    mention: Reference, known: Mapping[tuple[str, frozenset[str]], tuple[str, ...] | None]
) -> Reference:
    if mention.kind not in NAMED or mention.ids or not mention.indieners:
        return mention
    if ids := known.get(key(mention)):
        return replace(mention, ids=ids, resolved_by="named elsewhere")
    each = [known.get((mention.kind, frozenset([name.casefold()]))) for name in mention.indieners]
    if len(each) > 1 and all(each):
        ids = tuple(dict.fromkeys(id for ids in each if ids for id in ids))
        return replace(mention, ids=ids, resolved_by="named elsewhere")
    return mention
