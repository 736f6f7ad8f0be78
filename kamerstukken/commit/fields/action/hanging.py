"""An item that hangs on a line with its subject ('Concreet betekent dit dat ik:'): who acts, and its verb, which closes it."""

from __future__ import annotations

import re

import simplemma

from kamerstukken.commit.act import Act
from kamerstukken.commit.fields.action.plain import BULLET, EDGES, LONGEST, sentence_case, shortened

SUBJECT = re.compile(r"\b(?P<who>ik|wij|we)\s*:\s*\Z", re.IGNORECASE)
LEADING = re.compile(r"\A(?:de|het|een|en)\s+", re.IGNORECASE)


def subject_above(act: Act) -> str | None:
    """'ik' or 'wij' at the end of the line that an item hangs on; None elsewhere."""
    if act.block.kind != "item":
        return None
    above = next((b for b in reversed(act.document.blocks[: act.block.n - 1]) if b.kind != "item"), None)
    found = SUBJECT.search(above.text) if above is not None else None
    return found["who"] if found else None


def hanging_summary(act: Act, moment: str = "") -> str:
    """The item with its closing verb in the infinitive ('een handreiking opstel': handreiking opstellen); '' where it closes with none."""
    text = act.text.replace(moment, " ") if moment else act.text
    words = BULLET.sub("", text).strip(EDGES).split()
    verb = simplemma.lemmatize(words[-1].lower(), lang="nl") if words else ""
    if len(words) < 2 or not verb.endswith("n") or words[-1].lower().endswith("en"):
        return ""
    rest = LEADING.sub("", " ".join(words[:-1]))
    return sentence_case(f"{shortened(rest, LONGEST - 1)} {verb}")
