"""Speed of the room 'language' on invented text: load, sentences alone, the pipeline with and without its parser.

`python benchmarks/bench_language.py` prints seconds and tokens a second of processor time on one core.
"""

from __future__ import annotations

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import time
from collections.abc import Callable

from kamerstukken.language import find_names, load, sentence_spans

BLOCK = (
    "Hierbij informeer ik uw Kamer, mede namens de minister van OCW, over de uitvoering van de motie van het lid De Vries c.s. (Kamerstukken II 2021/22, 35 925, nr. 48). "
    "In mijn brief d.d. 4 maart jl. heb ik toegezegd dat de regeling voor het einde van het jaar wordt geëvalueerd. De Raad voor de Rechtshandhaving wijst erop dat de uitvoering beter kan. "
    "Ik neem deze aanbeveling over en zal de Kamer in het voorjaar van 2023 nader informeren."
)


def timed(name: str, work: Callable[[], int]) -> None:
    start = time.process_time()
    amount = work()
    spent = time.process_time() - start
    print(f"{name:24} {spent:7.3f} s {amount / max(spent, 1e-9):12,.0f} a second")


def main() -> None:
    import spacy  # its import is not ours to measure

    assert spacy
    timed("load", lambda: bool(load()))
    nlp = load()
    texts = [BLOCK] * 400
    timed("sentences (characters)", lambda: sum(bool(sentence_spans(t)) * len(t) for t in texts))
    timed("names (characters)", lambda: sum(bool(find_names(t)) * len(t) for t in texts))
    timed("pipeline (tokens)", lambda: sum(len(d) for d in nlp.pipe(texts)))
    with nlp.select_pipes(disable=["parser"]):
        timed("without parser (tokens)", lambda: sum(len(d) for d in nlp.pipe(texts)))


if __name__ == "__main__":
    main()
