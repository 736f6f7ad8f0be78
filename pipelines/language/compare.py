"""Short equal trainings that differ in one thing: `python -m pipelines.language.compare TREEBANK TEXT WORK [NAME …]`.

Each row of `tries.toml` is trained for the same steps from the same seed and measured on the dev part, its sentences
given. TEXT is what `running_text` wrote. Figures go to WORK/tries.jsonl, a line a try. What a short training likes
(few weights, a running start) a long one need not: the table tells which are worth one.
"""

from __future__ import annotations

import argparse
import json
import time
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language

from kamerstukken.language.encoder import quicken
from kamerstukken.language.weights import nodes, widen
from pipelines.language import evaluate, train, treebank, unlabelled

TRIES = Path(__file__).parent / "tries.toml"
SETTINGS = {"training.eval_frequency": 300}


@dataclass(frozen=True, slots=True)
class Compare:
    """Where the data lies and how long a try trains."""

    folder: Path
    text: Path
    work: Path
    steps: int

    def run(self, name: str, row: dict[str, Any]) -> dict[str, Any]:
        """Trains and measures one try."""
        work = self.work / name
        start = time.process_time()
        rate = row.get("letter_rate", train.LETTER_RATE)
        together = row.get("together", 1)
        train.prepare(self.folder, work, rate=None if rate < 0 else rate, together=together)
        overrides, sections = SETTINGS | row.get("set", {}), {}
        if row.get("vectors"):
            overrides["initialize.vectors"] = str(unlabelled.vectors(self.text, work / "vectors"))
        if epochs := row.get("pretrain_epochs"):
            overrides["initialize.init_tok2vec"] = str(self._pretrained(work, overrides, epochs))
            sections = unlabelled.sections(work / "pretrained", epochs=epochs)
        prepared = time.process_time()
        best = train.fit(work, "run", steps=self.steps, overrides=overrides, sections=sections)
        trained = time.process_time()
        found = {"name": name, "what": row["what"], "steps": self.steps} | self.measure(best)
        return found | {"prepare_s": round(prepared - start), "train_s": round(trained - prepared)}

    def _pretrained(self, work: Path, overrides: dict[str, object], epochs: int) -> Path:
        config = train.config_for(work, steps=self.steps, overrides=overrides)
        return unlabelled.first_layers(config, self.text, work / "pretrained", epochs=epochs)

    def measure(self, best: Path) -> dict[str, Any]:
        """Figures on the dev part, megabytes at half precision, tokens a second run by spaCy and by ourselves."""
        nlp = widen(spacy.load(best))
        found: dict[str, Any] = dict(evaluate.on_sentences(nlp, self.folder / "dev.conllu.gz"))
        kept = {key: found[key] for key in ("uas", "las", "pos", "tag", "finite_verb_f")}
        kept["mb"] = round(2e-6 * parameters(nlp), 2)
        return kept | {"tokens_a_second": self._speeds(nlp)}

    def _speeds(self, nlp: Language) -> dict[str, int]:
        texts = [treebank.as_doc(d, nlp.vocab).text for d in treebank.read(self.folder / "dev.conllu.gz")]
        part: Any = nlp.get_pipe("tok2vec")
        if nlp.vocab.vectors.shape[0]:  # our own way through the network knows no vectors
            return {"run_by_spacy": evaluate.speed(nlp, texts)}
        spacys = part.model
        found = {"run_by_spacy": evaluate.speed(nlp, texts)}
        part.model = quicken(spacys)
        return found | {"ours": evaluate.speed(nlp, texts)}


def parameters(nlp: Language) -> int:
    """How many numbers the pipeline holds, vectors of words included."""
    weights = sum(
        node.get_param(n).size for node in nodes(nlp) for n in node.param_names if node.has_param(n)
    )
    return int(weights + nlp.vocab.vectors.data.size)


def main() -> None:
    """Runs the tries named, or all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("treebank", type=Path)
    parser.add_argument("text", type=Path)
    parser.add_argument("work", type=Path)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--steps", type=int, default=1200)
    options = parser.parse_args()
    tries = tomllib.loads(TRIES.read_text(encoding="utf-8"))
    compare = Compare(options.treebank, options.text, options.work, options.steps)
    for name in options.names or tries:
        row = compare.run(name, tries[name])
        with (options.work / "tries.jsonl").open("a", encoding="utf-8") as file:
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
        print(row, flush=True)


if __name__ == "__main__":
    main()
