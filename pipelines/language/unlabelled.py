"""What running text gives the network before training: floret vectors of our own, or window layers that know words' letters."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from spacy.cli.init_pipeline import convert_vectors
from spacy.lang.nl import Dutch
from spacy.training.pretrain import pretrain
from spacy.util import load_model_from_config
from thinc.api import Config, NumpyOps, set_current_ops

ROWS, WIDTH = 10_000, 96
"""Two bytes each at half precision: 1.9 MB."""

PRETRAINING: dict[str, Any] = {
    "dropout": 0.15,
    "n_save_every": None,
    "n_save_epoch": None,
    "component": "tok2vec",
    "layer": "",
    "corpus": "corpora.pretrain",
    "batcher": {
        "@batchers": "spacy.batch_by_words.v1",
        "size": 1500,
        "discard_oversize": False,
        "tolerance": 0.2,
    },
    "objective": {
        "@architectures": "spacy.PretrainCharacters.v1",
        "maxout_pieces": 3,
        "hidden_size": 192,
        "n_characters": 4,
    },
    "optimizer": {"@optimizers": "Adam.v1", "learn_rate": 0.001},
}


def vectors(text: Path, target: Path) -> Path:
    """Trains floret vectors on a text (a sentence a line) and writes them as a blank pipeline's; gives its folder.

    Needs `pip install floret`. One thread, so that the same text gives the same vectors.
    """
    import floret  # of the tries only: nothing that ships needs it

    nlp = Dutch()
    lines = target.parent / f"{target.name}.tokens"
    words = (
        " ".join(t.text for t in nlp.make_doc(line)) for line in text.read_text(encoding="utf-8").splitlines()
    )
    lines.write_text("\n".join(words), encoding="utf-8")
    model = floret.train_unsupervised(
        str(lines), model="cbow", mode="floret", hashCount=2, bucket=ROWS, minn=3, maxn=5, minCount=2,
        dim=WIDTH, epoch=20, lr=0.05, verbose=0, thread=1,
    )  # fmt: skip
    table = target.parent / f"{target.name}.floret"
    model.save_floret_vectors(str(table))
    convert_vectors(nlp, table, truncate=0, prune=-1, mode="floret")
    nlp.to_disk(target)
    return target


def first_layers(config: Config, text: Path, target: Path, *, epochs: int) -> Path:
    """Trains the config's tok2vec to guess the first and last letters of every word; gives the file of its weights."""
    target.mkdir(parents=True, exist_ok=True)
    lines = target / "text.jsonl"
    rows = (
        json.dumps({"text": line}, ensure_ascii=False)
        for line in text.read_text(encoding="utf-8").splitlines()
    )
    lines.write_text("\n".join(rows) + "\n", encoding="utf-8")
    # as in `train.fit`: OpenBLAS is the faster here
    set_current_ops(NumpyOps(use_blis=False))
    changed = load_model_from_config(config, auto_fill=True).config.merge(sections(target, epochs=epochs))
    pretrain(changed, target)
    return target / "model-last.bin"


def sections(target: Path, *, epochs: int) -> dict[str, dict[str, Any]]:
    """What a config must hold besides, for pretraining and for a network that starts from its weights."""
    corpus = {
        "@readers": "spacy.JsonlCorpus.v1", "path": str(target / "text.jsonl"), "min_length": 4, "max_length": 200, "limit": 0,
    }  # fmt: skip
    return {"pretraining": {**PRETRAINING, "max_epochs": epochs}, "corpora": {"pretrain": corpus}}
