"""Rules, one file a family: each looks at a unit and says, in words a reader understands, what it takes it for.

A family is a module with `RULES`, a tuple of `Rule`. Other packages add families under the entry-point group
`kamerstukken.commit`. Rules that drop or keep are final; the others give the trained part a sign and the row its explanation.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import import_module
from importlib.metadata import entry_points
from typing import Literal

from kamerstukken.commit.small import for_small_letters

GROUP = "kamerstukken.commit"
OWN = ("figures", "letter_itself", "others", "states", "inform", "promise", "report", "recommend")

RECENT = 1000
"""Texts whose rules are remembered: a unit is asked for them when it is weighed and when it is decided on."""

Verdict = Literal["drop", "act", "keep", "aanbeveling"]
"""'drop' and 'keep' are final, 'act' gives a sign and a reason, 'aanbeveling' names the advice of others."""


@dataclass(frozen=True, slots=True)
class Rule:
    """`name` is unique; `why` completes 'genomen omdat de zin …' (or 'niet genomen omdat …'); `pattern` is searched in the unit."""

    name: str
    verdict: Verdict
    why: str
    pattern: re.Pattern[str]
    small: bool = False
    """The pattern is for text in small letters, as those made by `rule` are."""


@cache
def rules() -> tuple[Rule, ...]:
    """All rules: our own families in their order, then those of other packages by name."""
    own = [import_module(f"{__name__}.{name}") for name in OWN]
    others = [entry.load() for entry in sorted(entry_points(group=GROUP), key=lambda e: e.name)]
    return tuple(rule for family in (*own, *others) for rule in family.RULES)


@lru_cache(maxsize=RECENT)
def fired(text: str) -> tuple[Rule, ...]:
    """The rules whose pattern stands in a text, in order."""
    small = text.lower()
    return tuple(rule for rule in rules() if rule.pattern.search(small if rule.small else text))


def rule(name: str, verdict: Verdict, why: str, pattern: str) -> Rule:
    """A rule from a verbose pattern without regard to capitals."""
    return Rule(name, verdict, why, for_small_letters(pattern, re.VERBOSE), small=True)
