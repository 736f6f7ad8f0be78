"""Stage 5, features. A unit to the named numbers that the trained part weighs.

Nothing here needs the parser: words, pieces of words, the signs of `cues`, and the unit's surroundings. So every
sentence of a letter can be weighed before the first one is parsed.
"""

from __future__ import annotations

import math
import re
from itertools import pairwise

from kamerstukken.commit.cues import cues
from kamerstukken.commit.rules import fired
from kamerstukken.commit.units import Unit
from kamerstukken.commit.when import when

TOKEN = re.compile(r"\w+(?:[-’']\w+)*|[:;?€%]")
"""'pay-off', 'collega’s', '%': words and the marks that say something."""

STEM = 6
"""Letters of a word's beginning that stand for its family: 'onderzoek', 'onderzocht'."""

Features = dict[str, float]


def tokens(text: str) -> list[str]:
    """Words in small letters; every number is '0', so that amounts and years are one word."""
    return ["0" if word[0].isdigit() else word for word in TOKEN.findall(text.lower())]


def features(unit: Unit) -> Features:
    """The features of a unit, by name; the value is the feature's own weight, so 0 is never listed."""
    found: Features = {}
    found.update(_words(tokens(unit.text)))
    found.update(_signs(unit))
    found.update(_place(unit))
    found.update(when(unit.text, unit.date))
    found.update({f"r:{rule.name}": 2.0 for rule in fired(unit.text)})
    return found


def _words(words: list[str]) -> Features:
    found: Features = {}
    for word in words:
        found[f"w:{word}"] = 0.7
        if len(word) > STEM:
            found[f"p:{word[:STEM]}"] = 1.0
    for one, two in pairwise(words):
        found[f"b:{one} {two}"] = 0.5
    for n, word in enumerate(words[:3]):
        found[f"s{n}:{word}"] = 1.0
    for word in words[-2:]:
        found[f"e:{word}"] = 1.0
    found[f"len:{min(6, int(math.log2(len(words) + 1)))}"] = 1.0
    return found


def _signs(unit: Unit) -> Features:
    found: Features = {}
    own = cues(unit.text)
    kind = unit.block.kind
    found.update({f"c:{name}": 2.0 for name in own})
    found.update({f"k:{kind}:{name}": 0.5 for name in own})
    for where, text, weight in (
        ("bf", unit.before, 0.5),
        ("af", unit.after, 0.5),
        ("li", unit.lead_in, 1.0),
        ("hd", unit.heading, 0.5),
        ("qu", unit.question, 0.5),
        ("th", unit.head, 1.0),
    ):
        found.update({f"{where}:{name}": weight for name in cues(text)})
    found.update({f"h:{word}": 0.5 for word in tokens(unit.heading)})
    return found


def _place(unit: Unit) -> Features:
    found = {
        f"k:{unit.block.kind}": 1.0,
        f"place:{int(unit.place * 4)}": 1.0,
        "first": float(unit.index == 0),
        "last": float(unit.index == unit.count - 1),
        "only": float(unit.count == 1),
        "item without lead-in": float(unit.block.kind == "item" and not unit.lead_in),
    }
    return {name: value for name, value in found.items() if value}
