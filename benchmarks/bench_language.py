"""Speed of the room 'language' on invented text: load, sentences, names, and the pipeline beside spaCy's own way.

`python benchmarks/bench_language.py` prints processor time on one core. A shared machine gives other seconds
every time; the last column, how many times as long as spaCy's bare Dutch tokenizer in the same run, moves less.
"""

from __future__ import annotations

import os

os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"  # before NumPy is there

import time
from collections.abc import Callable, Iterable

import spacy
from spacy.language import Language

from kamerstukken.language import find_names, load, sentence_spans

RUNS = 5

BLOCK = (
    "Hierbij informeer ik uw Kamer, mede namens de minister van OCW, over de uitvoering van de motie van het lid De Vries c.s. (Kamerstukken II 2021/22, 35 925, nr. 48). "
    "In mijn brief d.d. 4 maart jl. heb ik toegezegd dat de regeling voor het einde van het jaar wordt geëvalueerd. De Raad voor de Rechtshandhaving wijst erop dat de uitvoering beter kan. "
    "Ik neem deze aanbeveling over en zal de Kamer in het voorjaar van 2023 nader informeren."
)


TEXTS = [BLOCK.replace("35 925", f"35 {n:03}") for n in range(400)]


def timed(work: Callable[[], int]) -> tuple[float, int]:
    """Seconds of processor time, the least of some runs, and what the work counted."""
    seconds = []
    for _ in range(RUNS):
        start = time.process_time()
        amount = work()
        seconds.append(time.process_time() - start)
    return min(seconds), amount


def show(name: str, work: Callable[[], int], beside: float | None = None) -> float:
    """Prints a row: seconds, amount a second, times the seconds of something else."""
    spent, amount = timed(work)
    times = f"{spent / beside:8.1f} x" if beside else ""
    print(f"{name:44} {spent:7.3f} s {amount / max(spent, 1e-9):12,.0f} a second {times}")
    return spent


def tokens(nlp: Language, texts: Iterable[str] = TEXTS) -> Callable[[], int]:
    """Work: texts through a pipeline, counting tokens."""
    return lambda: sum(len(doc) for doc in nlp.pipe(texts))


def main() -> None:
    """Prints the rows."""
    start = time.process_time()
    nlp = load()
    print(f"{'load':44} {time.process_time() - start:7.3f} s")
    show("sentences (characters)", lambda: sum(bool(sentence_spans(t)) * len(t) for t in TEXTS))
    show("names (characters)", lambda: sum(bool(find_names(t)) * len(t) for t in TEXTS))
    bare = show("spaCy's Dutch tokenizer alone (tokens)", tokens(spacy.blank("nl")))
    show("pipeline (tokens)", tokens(nlp), bare)
    sentences = [text[span.start : span.end] for text in TEXTS for span in sentence_spans(text)]
    show("pipeline, sentence by sentence (tokens)", tokens(nlp, sentences), bare)
    with nlp.select_pipes(disable=["parser"]):
        show("without parser (tokens)", tokens(nlp), bare)
    part = nlp.get_pipe("tok2vec")
    part.model = part.model.layers[0]  # the same network, run by spaCy
    show("pipeline, its network run by spaCy (tokens)", tokens(nlp), bare)


if __name__ == "__main__":
    main()
