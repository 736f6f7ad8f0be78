"""kamerstukken evaluate: what was found against labels made by hand."""

from __future__ import annotations

import json as json_
from collections import defaultdict
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kamerstukken.cli._console import console
from kamerstukken.errors import BadInput

if TYPE_CHECKING:
    from kamerstukken.evaluation.gold import Labels
    from kamerstukken.evaluation.measures import Figures

BANDS = (0.0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)


def evaluate(
    gold: Annotated[Path, typer.Argument(help="Folder of labelled letters, one JSON file each.")],
    outputs: Annotated[Path | None, typer.Argument(help="Folder that a run wrote.")] = None,
    folds: Annotated[
        int, typer.Option(help="Train anew this often, each time with other letters held out.")
    ] = 0,
    letters: Annotated[
        Path | None, typer.Option(help="Folder of the labelled letters' PDFs, to read them too.")
    ] = None,
    single: Annotated[
        Path | None, typer.Option(help="Folder of the letters with sentences labelled singly.")
    ] = None,
    show: Annotated[int, typer.Option(help="Also print the first so many differences.")] = 0,
    json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON and nothing else.")] = False,
) -> None:
    """Compare a run's commitments with labels, or try the stage on letters it was not trained on (--folds)."""
    from kamerstukken.evaluation.folds import cross_validate
    from kamerstukken.evaluation.gold import load_folder

    if (outputs is None) == (folds == 0):
        raise BadInput("evaluate: give either a folder of outputs or --folds")
    labels = load_folder(gold)
    if outputs is None:
        pdfs = letters or (gold.parent / "gold_letters")
        results = list(cross_validate(labels, folds, pdfs=pdfs if pdfs.is_dir() else None, single=single))
    else:
        results = _outputs(labels, outputs)
    _print(results, show, json)


def _outputs(labels: tuple[Labels, ...], folder: Path) -> list[tuple[Labels, Figures]]:
    from kamerstukken.evaluation.measures import measure

    ids = {row["sha256"]: row["id"] for row in _lines(folder / "documents.jsonl")}
    found = defaultdict(list)
    for row in _lines(folder / "commitments.jsonl"):
        found[row["letter"]].append(row)
    return [(x, measure(x, found[ids.get(x.document.sha256, "")])) for x in labels]


def _lines(path: Path) -> list[dict[str, Any]]:
    try:
        return [json_.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    except (OSError, ValueError) as error:
        raise BadInput(
            f"{path}: not a run's output ({error}); give the folder that `kamerstukken run` wrote"
        ) from error


def _print(results: list[tuple[Labels, Figures]], show: int, json: bool) -> None:
    from kamerstukken.evaluation.measures import Figures

    total = sum((figures for _, figures in results), Figures())
    if json:
        per = {x.document.file: figures.table() for x, figures in results}
        typer.echo(json_.dumps({"all": total.table(), "letters": per, "reliability": reliability(total)}))
        return
    _tables(results, total)
    for line in total.differences[:show]:
        typer.echo(line)


def reliability(total: Figures) -> list[dict[str, float]]:
    """Bands of confidence: how many rows that count, their mean confidence, and the share that was right."""
    out = []
    for low, high in pairwise(BANDS):
        band = [(c, right) for c, right in total.judged if low <= c < high]
        if band:
            mean = sum(c for c, _ in band) / len(band)
            share = sum(right for _, right in band) / len(band)
            out.append(
                {"from": low, "rows": len(band), "confidence": round(mean, 3), "right": round(share, 3)}
            )
    return out


def _tables(results: list[tuple[Labels, Figures]], total: Figures) -> None:
    from rich.table import Column, Table

    names = list(total.table())
    table = Table(Column("letter", min_width=22, no_wrap=True), *names, box=None, pad_edge=False)
    for title, figures in [*((x.document.file[:44], f) for x, f in results), ("all", total)]:
        table.add_row(title, *(f"{value:.3f}" for value in figures.table().values()))
    console().print(table)
    bands = Table("confidence from", "rows", "mean", "right")
    for row in reliability(total):
        bands.add_row(*(str(value) for value in row.values()))
    console().print(bands)
