"""Training, step 3. Figures of a pipeline on a treebank's part, as the model card gives them."""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import Doc
from spacy.training import Example

from kamerstukken.language.load import load_folder
from pipelines.language import treebank

FINITE = "VerbForm=Fin"
FIGURES = {
    "uas": "dep_uas",
    "las": "dep_las",
    "pos": "pos_acc",
    "tag": "tag_acc",
    "lemma": "lemma_acc",
    "morph": "morph_acc",
    "sentence_f": "sents_f",
}


def figures(nlp: Language, path: Path) -> dict[str, dict[str, float]]:
    """Scores in per cent, twice: `given` its sentences one by one, and as `running` text to be split first.

    Words are split by the pipeline itself in both, and aligned with the treebank's. Punctuation does not count
    in UAS and LAS.
    """
    documents = list(treebank.read(path))
    given = [_whole(nlp, treebank.as_doc([s], nlp.vocab)) for d in documents for s in d]
    running = [
        Example(nlp.make_doc(gold.text), gold) for gold in (treebank.as_doc(d, nlp.vocab) for d in documents)
    ]
    return {"given": _scores(nlp, given), "running": _scores(nlp, running)}


def _whole(nlp: Language, gold: Doc) -> Example:
    """A sentence that the pipeline is told to be one."""
    doc = nlp.make_doc(gold.text)
    for token in doc:
        token.is_sent_start = token.i == 0
    return Example(doc, gold)


def _scores(nlp: Language, examples: list[Example]) -> dict[str, float]:
    for example, doc in zip(examples, nlp.pipe([e.predicted for e in examples]), strict=True):
        example.predicted = doc
    scores = Scorer(nlp).score(examples) | Scorer.score_token_attr(examples, "lemma")
    found = {
        name: round(100 * scores[key], 2) for name, key in FIGURES.items() if scores.get(key) is not None
    }
    return {**found, "finite_verb_f": _finite(examples)}


def _finite(examples: Iterable[Example]) -> float:
    """F of the words with VerbForm=Fin, by their place in the text."""
    count: Counter[str] = Counter()
    for example in examples:
        gold, found = (
            {t.idx for t in doc if FINITE in str(t.morph)} for doc in (example.reference, example.predicted)
        )
        count.update(right=len(gold & found), gold=len(gold), found=len(found))
    return round(200 * count["right"] / max(1, count["gold"] + count["found"]), 2)


def speed(nlp: Language, texts: list[str], *, without: tuple[str, ...] = ()) -> int:
    """Tokens a second of processor time over texts, with some components left out."""
    with nlp.select_pipes(disable=list(without)):
        start = time.process_time()
        tokens = sum(len(doc) for doc in nlp.pipe(texts))
        return round(tokens / (time.process_time() - start))


def verbs(nlp: Language, path: Path) -> dict[str, int]:
    """Right answers on sentences with a finite verb, its subject, the verb's lemma, and whether it is passive."""
    right: Counter[str] = Counter()
    for line in path.read_text(encoding="utf-8").splitlines():
        text, finite, subject, lemma, passive = line.split("\t")
        doc = nlp(text)
        root = next(t for t in doc if t.dep_ == "ROOT")
        particle = "".join(t.text for t in root.children if t.dep_ == "compound:prt")
        deps = {t.dep_ for head in {root, root.head} for t in head.children}
        right.update(
            total=1,
            finite=any(t.text == finite and FINITE in str(t.morph) for t in doc),
            subject=any(t.text == subject and t.dep_.startswith("nsubj") for t in doc),
            lemma=lemma in (root.lemma_, particle + root.lemma_),
            passive=(("aux:pass" in deps) == (passive == "1")),
        )
    return dict(right)


def report(target: Path, folder: Path) -> dict[str, Any]:
    """All figures of a packed pipeline: the test parts, verbs, size, time to load, tokens a second on one core."""
    start = time.perf_counter()
    nlp = load_folder(target)
    loaded = time.perf_counter() - start
    found: dict[str, Any] = {
        part: figures(nlp, folder / f"{part}.conllu.gz") for part in ("ud-alpino-test", "ud-lassy-test")
    }
    texts = [treebank.as_doc(d, nlp.vocab).text for d in treebank.read(folder / "dev.conllu.gz")]
    found["tokens_a_second"] = {
        "all": speed(nlp, texts),
        "without_parser": speed(nlp, texts, without=("parser",)),
    }
    found["verbs"] = verbs(nlp, folder / "verbs.tsv")
    found["size_mb"] = round(sum(p.stat().st_size for p in target.rglob("*") if p.is_file()) / 1e6, 2)
    found["load_s"] = round(loaded, 2)
    return found


if __name__ == "__main__":
    print(json.dumps(report(Path(sys.argv[2]), Path(sys.argv[1])), indent=1))
