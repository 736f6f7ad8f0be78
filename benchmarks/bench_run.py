"""The whole way of a letter, stage by stage, beside other readers; and how a run's cost grows with the number of letters.

    python benchmarks/bench_run.py FOLDER... [--letters 12]          stages and peers, processor time on one core
    python benchmarks/bench_run.py --grow 100,1000,10000             runs over so many invented letters
    python benchmarks/bench_run.py FOLDER... --scale                 one worker process beside two

Peers are those that are installed: pdfplumber, PyMuPDF, pdftotext (poppler), nllegalcit. Ratios are within one run.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import io
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")

from synthetic import A_DOSSIER, DOINGS, FIRST, THINGS

from kamerstukken.model import Analysis, Document, Letter
from kamerstukken.pipeline import stage_function
from kamerstukken.register import Register, SourceFile

ROOT = Path(__file__).resolve().parent.parent
LETTER = "2024-02-13_kst-98765-21.md"
"""The shortest of the invented letters: what a run itself costs shows most beside it."""

SYLLABLES = ("ba", "do", "ki", "lu", "me", "no", "pi", "ra", "se", "tu")
"""The name of a dossier's thing, spelt from its number: 'bamesluis'."""

WORDS = ("handreiking", "handboek", "scholieren", "veerdiensten")
"""What the letter is about; other dossiers put other words in their place."""


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", type=Path, nargs="*")
    parser.add_argument("--letters", type=int, default=12, help="how many of each folder, spread evenly")
    parser.add_argument("--grow", help="numbers of letters, as 100,1000")
    parser.add_argument("--scale", action="store_true", help="processes:1 beside processes:2")
    options = parser.parse_args()
    if options.grow:
        return grow([int(size) for size in options.grow.split(",")])
    paths = [path for folder in options.folders for path in chosen(folder, options.letters)]
    if not paths:
        parser.error("name folders with PDFs, or --grow")
    return scale(paths) if options.scale else table(paths)


def chosen(folder: Path, count: int) -> list[Path]:
    found = sorted(folder.glob("*.pdf"))
    return found[:: max(1, len(found) // count)][:count]


def table(paths: list[Path]) -> None:
    letters = [Letter(path.name, path.read_bytes()) for path in paths]
    stages, analyses = ours(letters)
    pages = sum(analysis.document.pages for analysis in analyses)
    others = peers(letters, paths, [analysis.document for analysis in analyses])
    base = others["pdfplumber page.chars"]
    print(f"{len(analyses)} letters, {pages} pages; processor time on one core")
    print(f"{'':28}{'ms/page':>10}{'pages/s':>10}{'x pdfplumber':>14}")
    total = sum(stages.values())
    for name, spent in {**stages, "whole analysis": total, **others}.items():
        print(f"{name:28}{1000 * spent / pages:10.1f}{pages / spent:10.1f}{base / spent:14.1f}")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB, peers included")


def ours(letters: list[Letter]) -> tuple[dict[str, float], list[Analysis]]:
    """Seconds a stage, and what came out; the first letter is done twice, so that loading is not counted."""
    names = ("read", "structure", "cite", "commit", "register")
    spent, analyses = dict.fromkeys(names, 0.0), []
    with tempfile.TemporaryDirectory() as folder, Register.writable(Path(folder, "r.sqlite")) as register:
        for counted, letter in enumerate([letters[0], *letters]):
            clock = [time.process_time()]
            pages = stage_function("read")(letter)
            clock.append(time.process_time())
            document = stage_function("structure")(letter, pages)
            clock.append(time.process_time())
            citations = tuple(stage_function("cite")(document))
            clock.append(time.process_time())
            commitments = tuple(stage_function("commit")(document, citations))
            clock.append(time.process_time())
            analysis = Analysis(document, citations, commitments)
            register.record(SourceFile(letter.file, letter.file), analysis, made_by="benchmark")
            clock.append(time.process_time())
            if counted:
                analyses.append(analysis)
                for name, begin, end in zip(names, clock, clock[1:], strict=False):
                    spent[name] += end - begin
    return spent, analyses


def peers(letters: list[Letter], paths: list[Path], documents: list[Document]) -> dict[str, float]:
    for name in ("pdfplumber", "pymupdf", "nllegalcit"):  # their import is not what is measured
        if importlib.util.find_spec(name):
            importlib.import_module(name)
    found = {"pdfplumber page.chars": timed(lambda: [_plumbed(letter.data) for letter in letters])}
    if importlib.util.find_spec("pymupdf"):
        found["PyMuPDF rawdict"] = timed(lambda: [_mupdf(letter.data) for letter in letters])
    if shutil.which("pdftotext"):
        found["pdftotext -bbox-layout"] = timed(lambda: [_poppler(path) for path in paths])
    if importlib.util.find_spec("nllegalcit"):
        from nllegalcit import parse_citations

        sample = "".join(document.text for document in documents)[:10_000]
        share = sum(len(document.text) for document in documents) / max(1, len(sample))
        found["nllegalcit (from a sample)"] = share * timed(lambda: parse_citations(sample))
    return found


def timed(work: Callable[[], object]) -> float:
    """Seconds of processor time, also of the programs that were called."""
    begin = sum(os.times()[:4])
    work()
    return max(sum(os.times()[:4]) - begin, 1e-3)


def _plumbed(data: bytes) -> None:
    import pdfplumber

    with pdfplumber.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            len(page.chars)


def _mupdf(data: bytes) -> None:
    import pymupdf

    for page in pymupdf.open(stream=data, filetype="pdf"):
        page.get_text("rawdict")


def _poppler(path: Path) -> None:
    subprocess.run(["pdftotext", "-bbox-layout", path, "-"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)  # fmt: skip


def scale(paths: list[Path]) -> None:
    seconds = {}
    for workers in (1, 2):
        with tempfile.TemporaryDirectory() as out:
            command = [
                sys.executable,
                "-m",
                "kamerstukken",
                "run",
                *paths,
                "--out",
                out,
                "-q",
                "--engine",
                f"processes:{workers}",
            ]
            begin = time.perf_counter()
            subprocess.run(command, check=False)
            seconds[workers] = time.perf_counter() - begin
        print(f"processes:{workers}  {seconds[workers]:8.1f} s")
    print(f"two are {seconds[1] / seconds[2]:.2f} times as fast as one (start and outputs included)")


GROWN = """
import resource, sys, time
from pathlib import Path
from kamerstukken.engines import parse
from kamerstukken.recipe import Recipe
from kamerstukken.run import Options, find_letters, run
if __name__ == "__main__":
    folder, out = Path(sys.argv[1]), Path(sys.argv[2])
    begin, spent = time.perf_counter(), time.process_time()
    run(find_letters([folder]), out, Options(Recipe(export=("jsonl",)), parse("processes:2")))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(time.perf_counter() - begin, time.process_time() - spent, memory)
"""


def invented(size: int) -> Iterator[bytes]:
    """Short letters, each a day later and under a number of its own; those of one dossier speak of one thing, and of what those before them said."""
    sys.path.insert(0, str(ROOT / "corpus"))
    from make import typeset
    from typeset.source import load

    with tempfile.TemporaryDirectory() as folder:
        for number in range(size):
            if number % A_DOSSIER == 0:
                source = load(about(number // A_DOSSIER, Path(folder)))
            day = FIRST + timedelta(days=number)
            paper = {
                "date": day.isoformat(),
                "dossiers": [str(90_000 + number // A_DOSSIER)],
                "number": str(1 + number % A_DOSSIER),
                "session": f"{day.year}-{day.year + 1}" if day.month >= 9 else f"{day.year - 1}-{day.year}",
            }
            yield typeset(replace(source, meta=source.meta | paper))[0]


def about(dossier: int, folder: Path) -> Path:
    """The letter's source, about the thing of a dossier."""
    called = "".join(SYLLABLES[int(digit)] for digit in str(dossier))
    thing = called + THINGS[dossier % len(THINGS)]
    doing = DOINGS[dossier // len(THINGS) % len(DOINGS)].split()[0]
    for name in (LETTER, LETTER.replace(".md", ".labels.toml")):
        text = (ROOT / "corpus" / "source" / name).read_text(encoding="utf-8")
        for word, other in zip(WORDS, (doing, f"{thing}boek", f"{thing}gangers", f"{thing}en"), strict=True):
            text = text.replace(word, other)
        (folder / name).write_text(text, encoding="utf-8")
    return folder / LETTER


def grow(sizes: list[int]) -> None:
    print(
        f"{'letters':>8}{'seconds':>10}{'ms a letter':>13}{'ms in the run itself':>22}{'its peak memory, MB':>21}"
    )
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            place = Path(folder, "in")
            place.mkdir()
            for number, data in enumerate(invented(size)):
                (place / f"{number:05}.pdf").write_bytes(data)
            script = Path(folder, "grown.py")
            script.write_text(GROWN, encoding="utf-8")
            done = subprocess.run([sys.executable, script, place, Path(folder, "out")], capture_output=True, text=True, check=True)  # fmt: skip
        seconds, own, memory = map(float, done.stdout.split())
        print(
            f"{size:8}{seconds:10.1f}{1000 * seconds / size:13.1f}{1000 * own / size:22.1f}{memory:21.0f}",
            flush=True,
        )


if __name__ == "__main__":
    main()
