"""Training, step 3. Figures of a pipeline on a treebank's part, as the model card gives them."""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import Doc
from spacy.training import Example

from kamerstukken.language.load import load_folder
from kamerstukken.language.sentences import sentence_spans
from kamerstukken.language.splitter import mark
from kamerstukken.model import Span
from pipelines.language import treebank

FINITE = "VerbForm=Fin"
CLOSING = " )]”’\"'»"
STOPS = (".", "?", "!", "…")
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
    """Scores in per cent, three times: its sentences `given` one by one, text in `blocks`, and all text `running` on.

    In the last two the pipeline finds the sentences itself. A treebank has lost the lines of its sources: headings and
    items of lists, which end without a stop, run into what follows. `blocks` sets each apart again, as
    letters have them when they come here; `running` leaves them glued. Words are split by the pipeline itself, and
    aligned with the treebank's. Punctuation does not count in UAS and LAS.
    """
    documents = list(treebank.read(path))
    wholes = [treebank.as_doc(d, nlp.vocab) for d in documents]
    blocks = [_in_blocks(nlp, gold) for gold in wholes]
    running = [Example(nlp.make_doc(gold.text), gold) for gold in wholes]
    ways = {"blocks": blocks, "running": running}
    return {"given": on_sentences(nlp, path)} | {way: _scores(nlp, found) for way, found in ways.items()}


def on_sentences(nlp: Language, path: Path) -> dict[str, float]:
    """Scores in per cent with the part's sentences given one by one."""
    sentences = (s for document in treebank.read(path) for s in document)
    return _scores(nlp, [_whole(nlp, treebank.as_doc([s], nlp.vocab)) for s in sentences])


def _in_blocks(nlp: Language, gold: Doc) -> Example:
    """A document whose sentences are found block by block."""
    doc = nlp.make_doc(gold.text)
    starts = [
        block.start + span.start
        for block in blocks_of(gold)
        for span in sentence_spans(gold.text[block.start : block.end])
    ]
    return Example(mark(doc, starts), gold)


def blocks_of(gold: Doc) -> Iterator[Span]:
    """The stretches of a treebank's document that its source printed apart: up to a sentence without a stop."""
    start = 0
    for sentence in gold.sents:
        if not sentence.text.rstrip(CLOSING).endswith(STOPS):
            yield Span(start, sentence.end_char)
            start = sentence.end_char
    if gold.text[start:].strip():
        yield Span(start, len(gold.text))


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


RUNS = 5
"""Speed is the best of so many runs: whatever else the machine does can only slow one down."""


def speeds(nlp: Language, texts: list[str]) -> dict[str, int]:
    """Tokens a second of processor time: all parts, without the parser, and with spaCy running the network itself.

    The three take turns, so that a busy minute meets all of them.
    """
    part: Any = nlp.get_pipe("tok2vec")
    ours, spacys = part.model, part.model.layers[0]
    best: Counter[str] = Counter()
    for _ in range(RUNS):
        for way, model, left_out in (
            ("all", ours, []),
            ("without_parser", ours, ["parser"]),
            ("run_by_spacy", spacys, []),
        ):
            part.model = model
            with nlp.select_pipes(disable=left_out):
                best[way] = max(best[way], _speed(nlp, texts))
    part.model = ours
    return dict(best)


def speed(nlp: Language, texts: list[str]) -> int:
    """Tokens a second of processor time, the best of some runs."""
    return max(_speed(nlp, texts) for _ in range(RUNS))


def _speed(nlp: Language, texts: list[str]) -> int:
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
    start = time.process_time()
    nlp = load_folder(target)
    loaded = time.process_time() - start
    found: dict[str, Any] = {
        part: figures(nlp, folder / f"{part}.conllu.gz") for part in ("ud-alpino-test", "ud-lassy-test")
    }
    texts = [treebank.as_doc(d, nlp.vocab).text for d in treebank.read(folder / "dev.conllu.gz")]
    found["verbs"] = verbs(nlp, folder / "verbs.tsv")
    found["tokens_a_second"] = speeds(nlp, texts)
    found["size_mb"] = round(sum(p.stat().st_size for p in target.rglob("*") if p.is_file()) / 1e6, 2)
    found["load_s"] = round(loaded, 2)
    return found


if __name__ == "__main__":
    print(json.dumps(report(Path(sys.argv[2]), Path(sys.argv[1])), indent=1))
