"""Training, the one command: `python -m pipelines.language.train TREEBANK WORK` makes the packed pipeline anew.

CoNLL-U files to documents (`treebank`), lemmas (`lemmas`), the network (`config.cfg`), packing (`pack`), figures and
the model card (`evaluate`, `card`). Seeds are fixed; the same machine and versions give the same figures.
"""

from __future__ import annotations

import argparse
import json
import logging
import random
import sys
from itertools import chain
from pathlib import Path
from typing import Any

import spacy
from spacy.tokens import DocBin
from spacy.training.initialize import init_nlp
from spacy.training.loop import train as train_loop
from spacy.util import fix_random_seed, load_config
from thinc.api import Config, NumpyOps, set_current_ops

from pipelines.language import card, evaluate, lemmas, treebank
from pipelines.language.pack import pack

HERE = Path(__file__).parent
PACKAGE = HERE.parent.parent / "kamerstukken" / "language" / "nl"
SEED = 20
LETTER_RATE = 0.06
"""Share of the sentences that lose their full stop, and of those that gain a reference between brackets."""

log = logging.getLogger("train")


def prepare(folder: Path, work: Path, *, rate: float | None = LETTER_RATE, together: int = 1) -> None:
    """CoNLL-U to spaCy's binary form: train.spacy and dev.spacy.

    A part of the training sentences is put in the style of letters, as `rate` says; None leaves all as they are.
    Documents are joined until they have so many sentences `together`.
    """
    vocab = spacy.blank("nl").vocab
    rng = random.Random(SEED)
    work.mkdir(parents=True, exist_ok=True)
    train = DocBin()
    for document in treebank.joined(treebank.read(folder / "train.conllu.gz"), together):
        if rate is not None:
            document = tuple(treebank.in_letter_style(s, rng, rate) for s in document)
        train.add(treebank.as_doc(document, vocab))
    train.to_disk(work / "train.spacy")
    dev = DocBin(docs=[treebank.as_doc(d, vocab) for d in treebank.read(folder / "dev.conllu.gz")])
    dev.to_disk(work / "dev.spacy")


def fit(
    work: Path,
    name: str,
    *,
    steps: int,
    overrides: dict[str, object],
    sections: dict[str, dict[str, Any]] | None = None,
) -> Path:
    """Trains the network; the best step by the score on the dev part is kept in WORK/NAME/model-best.

    `overrides` change settings of the config, `sections` are added to it.
    """
    # OpenBLAS multiplies four times as fast as BLIS on recent processors; the results agree to rounding.
    set_current_ops(NumpyOps(use_blis=False))
    fix_random_seed(SEED)
    nlp = init_nlp(config_for(work, steps=steps, overrides=overrides).merge(sections or {}))
    (work / name).mkdir(parents=True, exist_ok=True)
    train_loop(nlp, work / name, stdout=sys.stdout, stderr=sys.stderr)
    return work / name / "model-best"


def config_for(work: Path, *, steps: int, overrides: dict[str, object]) -> Config:
    """The settings of a training on what `prepare` wrote to WORK."""
    settings = {
        "paths.train": str(work / "train.spacy"),
        "paths.dev": str(work / "dev.spacy"),
        "training.max_steps": steps,
        "training.optimizer.learn_rate.total_steps": steps,
        **overrides,
    }
    return load_config(HERE / "config.cfg", overrides=settings, interpolate=True)


def pack_with_lemmas(folder: Path, best: Path, target: Path) -> None:
    """Packs a trained network with the lemmas of the training part."""
    rows = chain.from_iterable(s for d in treebank.read(folder / "train.conllu.gz") for s in d)
    pack(best, lemmas.learn(rows), target)


def measure(folder: Path, target: Path) -> None:
    """Measures a packed pipeline and writes figures and card beside it."""
    report = evaluate.report(target, folder)
    (target / "figures.json").write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")
    (target / "README.md").write_text(card.text(report), encoding="utf-8")


def main() -> None:
    """Prepare, fit, pack, measure; `--pack-only` leaves the first two out, `--measure-only` the first three."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("treebank", type=Path, help="folder with train, dev and test as .conllu.gz")
    parser.add_argument("work", type=Path, help="folder for what lies in between")
    parser.add_argument("--name", default="run")
    parser.add_argument("--steps", type=int, default=8000)
    parser.add_argument(
        "--set", nargs="*", default=[], metavar="KEY=VALUE", help="settings of config.cfg to change"
    )
    parser.add_argument("--target", type=Path, default=PACKAGE)
    parser.add_argument("--pack-only", action="store_true")
    parser.add_argument("--measure-only", action="store_true")
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO)
    best = options.work / options.name / "model-best"
    if not options.pack_only and not options.measure_only:
        prepare(options.treebank, options.work)
        overrides = {key: json.loads(value) for key, value in (pair.split("=", 1) for pair in options.set)}
        best = fit(options.work, options.name, steps=options.steps, overrides=overrides)
    if not options.measure_only:
        pack_with_lemmas(options.treebank, best, options.target)
    measure(options.treebank, options.target)


if __name__ == "__main__":
    main()
