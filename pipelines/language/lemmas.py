"""Training, step 2. The table of endings and edits that makes lemmas, from the treebanks' forms, tags and lemmas."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

import spacy

from kamerstukken.language.lemmas import CAPITALS, Lemmas, Table, apply_edit, endings, find_edit
from pipelines.language.treebank import Row


def learn(rows: Iterable[Row]) -> Table:
    """For every tag: the commonest edit of each ending, kept only where the next shorter ending says otherwise."""
    words: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    cased: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        words[row.tag][row.word.lower(), row.lemma.lower()] += 1
        if not row.tag.startswith(("N|eigen", "SPEC")) and not row.word.isupper():
            cased[row.lemma.lower()][row.lemma] += 1
    table = {tag: _pruned(_votes(found)) for tag, found in sorted(words.items())}
    table[CAPITALS] = {
        low: best for low, c in sorted(cased.items()) if (best := max(c, key=lambda w: (c[w], w))) != low
    }
    return _mended(table, words)


def _mended(table: Table, words: dict[str, Counter[tuple[str, str]]]) -> Table:
    """With whole words added where the dictionary would else overrule what the treebanks say."""
    part = Lemmas(spacy.blank("nl"))
    part.table = table
    added: Table = defaultdict(dict)
    for tag, found in words.items():
        best: dict[str, tuple[int, str]] = {}
        for (form, lemma), count in found.items():
            best[form] = max(best.get(form, (0, "")), (count, lemma))
        for form, (_, lemma) in best.items():
            edit = find_edit(form, lemma)
            if part.lemma(form, tag, True).lower() != lemma and apply_edit(form, edit) == lemma:
                added[tag][f"^{form}"] = edit
    return {tag: edits | added.get(tag, {}) for tag, edits in table.items()}


def _votes(found: Counter[tuple[str, str]]) -> dict[str, Counter[str]]:
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for (form, lemma), count in found.items():
        edit = find_edit(form, lemma)
        if apply_edit(form, edit) != lemma:
            continue
        whole, *parts = endings(form)
        votes[whole][edit] += count
        for ending in parts:
            votes[ending][edit] += 1  # types, not tokens: endings are for words never seen
    return votes


def _pruned(votes: dict[str, Counter[str]]) -> dict[str, str]:
    best = {ending: min(c, key=lambda e: (-c[e], len(e), e)) for ending, c in votes.items()}
    kept: dict[str, str] = {}
    for ending in sorted(best, key=len):
        shorter = ending[1:]
        while shorter and shorter not in kept:
            shorter = shorter[1:]
        if not ending or kept.get(shorter) != best[ending]:
            kept[ending] = best[ending]
    return kept
