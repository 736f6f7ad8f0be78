"""Training, the one command: `python -m pipelines.language.train TREEBANK WORK` makes the packed model anew."""

from __future__ import annotations

import argparse
import logging
import random
import sys
from pathlib import Path

import spacy
from spacy.tokens import DocBin
from spacy.training.initialize import init_nlp
from spacy.training.loop import train as train_loop
from spacy.util import fix_random_seed, load_config
from thinc.api import NumpyOps, set_current_ops

from pipelines.language import treebank

HERE = Path(__file__).parent
SEED = 20

log = logging.getLogger("train")


def prepare(folder: Path, work: Path, *, letter_rate: float) -> None:
    """CoNLL-U to spaCy's binary form: train.spacy (as it is, then a part once more in letter style), dev.spacy."""
    vocab = spacy.blank("nl").vocab
    rng = random.Random(SEED)
    work.mkdir(parents=True, exist_ok=True)
    train = DocBin()
    for document in treebank.read(folder / "train.conllu.gz"):
        styled = [treebank.in_letter_style(s, rng, letter_rate) for s in document]
        train.add(treebank.as_doc(styled, vocab))
    train.to_disk(work / "train.spacy")
    dev = DocBin(docs=[treebank.as_doc(d, vocab) for d in treebank.read(folder / "dev.conllu.gz")])
    dev.to_disk(work / "dev.spacy")


def fit(work: Path, name: str, *, steps: int, overrides: dict[str, object]) -> Path:
    """Trains the network; the best step by the score on the dev part is kept in WORK/NAME/model-best."""
    # OpenBLAS multiplies four times as fast as BLIS on recent processors; the results agree to rounding.
    set_current_ops(NumpyOps(use_blis=False))
    fix_random_seed(SEED)
    settings = {
        "paths.train": str(work / "train.spacy"),
        "paths.dev": str(work / "dev.spacy"),
        "training.max_steps": steps,
        "training.optimizer.learn_rate.total_steps": steps,
        **overrides,
    }
    config = load_config(HERE / "config.cfg", overrides=settings, interpolate=True)
    nlp = init_nlp(config)
    (work / name).mkdir(parents=True, exist_ok=True)
    train_loop(nlp, work / name, stdout=sys.stdout, stderr=sys.stderr)
    return work / name / "model-best"


def main() -> None:
    """Prepare, fit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("treebank", type=Path)
    parser.add_argument("work", type=Path)
    parser.add_argument("--name", default="run")
    parser.add_argument("--steps", type=int, default=6000)
    parser.add_argument("--set", nargs="*", default=[], metavar="KEY=VALUE")
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO)
    if not (options.work / "train.spacy").exists():
        prepare(options.treebank, options.work, letter_rate=0.06)
    overrides = {}
    for pair in options.set:
        key, value = pair.split("=", 1)
        overrides[key] = float(value) if "." in value else int(value) if value.isdigit() else value == "true"
    fit(options.work, options.name, steps=options.steps, overrides=overrides)


if __name__ == "__main__":
    main()
