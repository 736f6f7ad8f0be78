"""Labels against what a run found in a letter: pairs, and the figures over all letters.

The measures, in short. A found row pairs with the label whose quote it shares most words with: at least half of the
shorter, and a fifth of all words; one to one, closest first. Only labels that any analyst would list (`required`) count as missed;
a row that pairs with one that can be argued, or lies in it, counts neither way. Recommendations are no items.
Kind, status and deadline are over the pairs; motions over (label, motion).
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from kamerstukken.evaluation.gold import Labels

WORD = re.compile(r"\w+")
LEAST_OVERLAP = 0.5
LEAST_LIKENESS = 0.2
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts; they add up over letters. `differences` are lines for a person to look at."""

    counts: Counter[str] = field(default_factory=Counter)
    differences: tuple[str, ...] = ()
    judged: tuple[tuple[float, bool], ...] = ()
    """Confidence of each row that counts, and whether it was right."""

    def __add__(self, other: Figures) -> Figures:
        return Figures(
            self.counts + other.counts, self.differences + other.differences, self.judged + other.judged
        )

    def f1(self, name: str) -> float:
        """F1 of 'items', 'toezegging' or 'motions'; 1 where there was nothing to find and nothing found."""
        right, wrong, missed = (self.counts[f"{name} {x}"] for x in ("right", "wrong", "missed"))
        return 2 * right / (2 * right + wrong + missed) if right + wrong + missed else 1.0

    def share(self, name: str) -> float:
        """Share of right values of 'kind', 'status' or 'deadline' among the pairs it is asked of."""
        asked = self.counts[f"{name} asked"]
        return self.counts[f"{name} right"] / asked if asked else 1.0

    def table(self) -> dict[str, float]:
        """All figures, 0..1, by name."""
        right, wrong, missed = (self.counts[f"items {x}"] for x in ("right", "wrong", "missed"))
        return {
            "precision": right / (right + wrong) if right + wrong else 1.0,
            "recall": right / (right + missed) if right + missed else 1.0,
            "items": self.f1("items"),
            "toezegging": self.f1("toezegging"),
            "kind": self.share("kind"),
            "status": self.share("status"),
            "deadline": self.share("deadline"),
            "motions": self.f1("motions"),
        }


def words(text: str) -> Counter[str]:
    """The words of a text in small letters, with how often each stands in it."""
    return Counter(
        w.casefold() for w in WORD.findall(unicodedata.normalize("NFKC", text).replace("\u00ad", ""))
    )


def overlap(one: Counter[str], other: Counter[str]) -> float:
    """Shared words over the words of the shorter text, 0..1."""
    shorter = min(one.total(), other.total())
    return (one & other).total() / shorter if shorter else 0.0


def pairs(labels: Sequence[Row], found: Sequence[Row]) -> dict[int, int]:
    """Index of a label to the index of the found row it pairs with."""
    mine, theirs = ([words(x["quote"]) for x in rows] for rows in (labels, found))
    scored = []
    for i, a in enumerate(mine):
        for j, b in enumerate(theirs):
            likeness = (a & b).total() / max(1, (a | b).total())
            if overlap(a, b) >= LEAST_OVERLAP and likeness >= LEAST_LIKENESS:
                scored.append((likeness, i, j))
    out: dict[int, int] = {}
    for _, i, j in sorted(scored, reverse=True):
        if i not in out and j not in out.values():
            out[i] = j
    return out


def measure(labels: Labels, found: Sequence[Row]) -> Figures:
    """The figures of one letter."""
    items = labels.items
    paired = pairs(items, found)
    total = Figures()
    for i, label in enumerate(items):
        if label["required"] and label["kind"] != "aanbeveling":
            total += _label(labels, label, found[paired[i]] if i in paired else None)
    back = {j: items[i] for i, j in paired.items()}
    for j, row in enumerate(found):
        if row["kind"] != "aanbeveling":
            total += _row(row, back.get(j), items)
    return total + Figures(_toezeggingen(items, found, paired))


def _label(labels: Labels, label: Row, row: Row | None) -> Figures:
    counts: Counter[str] = Counter()
    lines = []
    if row is None or row["kind"] == "aanbeveling":
        counts["items missed"] += 1
        lines.append(f"missed: {label['kind']}/{label['status']}: {label['quote'][:110]}")
    else:
        counts["items right"] += 1
        lines += _fields(label, row, counts)
    counts += _motions(labels, label, row, lines)
    return Figures(counts, tuple(f"{labels.document.file[:50]}: {line}" for line in lines))


def _fields(label: Row, row: Row, counts: Counter[str]) -> list[str]:
    lines = []
    moments = [(label["deadline"].get(x), row.get(f"deadline_{x}")) for x in ("start", "end")]
    if label["status"] != "afgerond" and any(x for pair in moments for x in pair):
        counts["deadline asked"] += 1
        counts["deadline right"] += all(a == b for a, b in moments)
        if any(a != b for a, b in moments):
            (start, found_start), (end, found_end) = moments
            lines.append(
                f"deadline {found_start}/{found_end}, should be {start}/{end}: {label['deadline'].get('text')}: {label['quote'][:90]}"
            )
    for name in ("kind", "status"):
        counts[f"{name} asked"] += 1
        counts[f"{name} right"] += row[name] == label[name]
        if row[name] != label[name]:
            lines.append(f"{name} {row[name]}, should be {label[name]}: {label['quote'][:90]}")
    return lines


def _motions(labels: Labels, label: Row, row: Row | None, lines: list[str]) -> Counter[str]:
    want, got = set(label.get("motions", ())), set(row.get("motions", ()) if row else ())
    wrong = got - want - _near(labels, label["block"])
    if row is not None and (wrong or want - got):
        said, meant = (" ".join(sorted(ids)) or "none" for ids in (got, want))
        lines.append(f"motions {said}, should be {meant}: {label['quote'][:90]}")
    return Counter(
        {
            "motions right": len(want & got),
            "motions wrong": len(wrong),
            "motions missed": len(want - got),
        }
    )


def _near(labels: Labels, block: int) -> set[str]:
    """Ids cited in a block, in the nearest heading above it, and in the notes of both."""
    document = labels.document
    heads = [b.n for b in document.blocks if b.kind == "heading" and b.n < block]
    numbers = {block, *heads[-1:]}
    notes = {f"footnote {f.marker}" for f in document.footnotes if f.anchor_block in numbers}
    places = {f"block {n}" for n in numbers} | notes
    return {i for c in labels.citations if c["where"] in places for i in c["ids"]}


def _row(row: Row, label: Row | None, items: Sequence[Row]) -> Figures:
    """A found row: right, wrong, or not counted."""
    confidence = float(row.get("confidence", 1.0))
    if label is not None:
        if label["required"] and label["kind"] == "aanbeveling":
            return _wrong(row, confidence, "a recommendation")
        return Figures(judged=((confidence, True),) if label["required"] else ())
    own = words(row["quote"])
    if any(overlap(words(x["quote"]), own) >= LEAST_OVERLAP for x in items if not x["required"]):
        return Figures()
    return _wrong(row, confidence, "not an item")


def _wrong(row: Row, confidence: float, why: str) -> Figures:
    line = f"{why}: {row['kind']}: {row['quote'][:110]}"
    return Figures(Counter({"items wrong": 1}), (line,), ((confidence, False),))


def _toezeggingen(items: Sequence[Row], found: Sequence[Row], paired: dict[int, int]) -> Counter[str]:
    wanted = [i for i, x in enumerate(items) if x["kind"] == "toezegging" and x["required"]]
    right = sum(1 for i in wanted if i in paired and found[paired[i]]["kind"] == "toezegging")
    argued = {j for i, j in paired.items() if not items[i]["required"]}
    said = sum(1 for j, row in enumerate(found) if row["kind"] == "toezegging" and j not in argued)
    return Counter(
        {
            "toezegging right": right,
            "toezegging wrong": max(0, said - right),
            "toezegging missed": len(wanted) - right,
        }
    )
