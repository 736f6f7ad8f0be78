"""Training, step 5. The model card, its figures from the evaluation."""

from __future__ import annotations

from typing import Any

from pipelines.language.pack import VERSION

HEAD = """# nl_kamerstukken {version}

A small spaCy pipeline for the Dutch of government letters: sentences, part-of-speech tags, morphology, lemmas and
dependencies (Universal Dependencies). It ships inside the package and needs no download.

*This page is written by the training recipe (`python -m pipelines.language.train`); its figures come from there.*

## Figures

Per cent. `given`: the sentences of the treebank one by one. `blocks`: the pipeline finds the sentences; headings and items of lists
(the treebank's sentences without a closing stop) stand apart, as in the texts they were taken from and in letters as they come here.
`running`: the same with all glued into one line, which no letter is; there a heading is lost in the sentence behind it. Words are split by
the pipeline in all three. Punctuation does not count in UAS and LAS; lemmas count with their capitals.

| test part | | UAS | LAS | POS | tag | morphology | lemma | finite verbs F | sentence F |
|---|---|---|---|---|---|---|---|---|---|
"""

TAIL = """
LassySmall has many headings and lists: 27 % of its sentences end without a stop, and `blocks` takes their ends from the treebank. The two
parts are to be compared in the same way of the three; `docs/language.md` says what `running` loses, and has the figures on letters. On 30 sentences of the kind that hold commitments: finite verb {finite}, subject {subject},
verb's lemma with its particle {lemma}, passive {passive} of {total}.

{mb} MB on disk (weights at half precision, no words), loaded in {load} s of processor time without spaCy's own import; {all:,} tokens a second
of processor time on one core with the parser, {fast:,} without it, {slow:,} with the parser where spaCy runs the network itself (documents of
ten sentences, the best of five runs, by turns; `benchmarks/bench_language.py` repeats it).

## Data and licences

| data | used for | licence |
|---|---|---|
| Alpino Treebank (University of Groningen), hand-corrected, converted to Universal Dependencies | training | LGPL-2.1-or-later |
| UD_Dutch-LassySmall, dev part | training (80 %), development (20 %) | CC BY-SA 4.0 |
| UD_Dutch-Alpino, dev part | development | CC BY-SA 4.0 |
| UD_Dutch-Alpino and UD_Dutch-LassySmall, test parts | the figures above | CC BY-SA 4.0 |

No sentence of the treebanks is in the pipeline: it holds weights, labels, and a table of endings with the edits that make
lemmas. No letter was used in training. In training half of the sentences with quotation marks got the curved ones of letters,
and {rate} % each lost their full stop or gained a reference between brackets.

## Form

`kamerstukken_sentences` (rules), `tok2vec` (hashed words, prefixes, suffixes and shapes; width 192; four window layers; `language/encoder.py` runs it),
`morphologizer`, `tagger`, `parser` (transitions), `kamerstukken_lemmas` (endings and edits per tag, simplemma's
dictionary for words whose ending says little).

## Limits

- Trained on newspapers and encyclopaedia: long sentences with references between brackets and enumerations parse worse.
- `willen`, `gaan`, `blijven` are roots with an `xcomp`; `zullen`, `kunnen`, `moeten` are `aux`.
- Particles of separable verbs (`compound:prt`) are its weakest label: check the verb with the particle at the clause's end.
- `Mood`, `PronType` and `ExtPos` are not predicted: the treebanks disagree on them. No named entities.
"""


def text(report: dict[str, Any]) -> str:
    """The card as Markdown."""
    lines = []
    for part, name in (("ud-alpino-test", "Alpino"), ("ud-lassy-test", "LassySmall")):
        for way, row in report[part].items():
            cells = (
                row[k] for k in ("uas", "las", "pos", "tag", "morph", "lemma", "finite_verb_f", "sentence_f")
            )
            lines.append(f"| {name} | {way} | " + " | ".join(f"{cell:.1f}" for cell in cells) + " |")
    speed = report["tokens_a_second"]
    tail = TAIL.format(
        **report["verbs"],
        mb=report["size_mb"],
        load=report["load_s"],
        all=speed["all"],
        fast=speed["without_parser"],
        slow=speed["run_by_spacy"],
        rate=6,
    )
    return HEAD.format(version=VERSION) + "\n".join(lines) + "\n" + tail
