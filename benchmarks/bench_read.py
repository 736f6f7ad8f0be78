"""How fast letters are read: `read` and `structure` beside pdfplumber's `page.chars` alone, same letters, same run.

    python benchmarks/bench_read.py FOLDER [--letters 12] [--pages 40] [--json]

Prints pages a second of processor time on one core, and the ratio to pdfplumber.
"""

from __future__ import annotations

import argparse
import io
import json
import time
from pathlib import Path

import pdfplumber

from kamerstukken.model import Letter
from kamerstukken.read import read_pages
from kamerstukken.structure import build_document


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument(
        "--letters", type=int, default=12, help="how many letters, spread evenly over the folder"
    )
    parser.add_argument("--longest", type=int, default=40, help="leave out letters with more pages than this")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    figures = measure(chosen(options.folder, options.letters), options.longest)
    if options.json:
        print(json.dumps(figures))
        return
    print(f"{figures['letters']:.0f} letters, {figures['pages']:.0f} pages, processor time on one core")
    print(f"{'':24}{'pages/s':>10}{'ms/page':>10}{'ratio':>8}")
    for name in ("pdfplumber page.chars", "read", "read + structure"):
        rate = figures[name]
        print(f"{name:24}{rate:10.1f}{1000 / rate:10.1f}{rate / figures['pdfplumber page.chars']:8.1f}")


def chosen(folder: Path, count: int) -> list[Path]:
    found = sorted(folder.glob("*.pdf"))
    step = max(1, len(found) // count)
    return found[::step][:count]


def measure(paths: list[Path], longest: int) -> dict[str, float]:
    pages = letters = 0
    plumber = read = structure = 0.0
    for path in paths:
        letter = Letter(path.name, path.read_bytes())
        start = time.process_time()
        found = read_pages(letter)
        middle = time.process_time()
        build_document(letter, found)
        end = time.process_time()
        if len(found) > longest:
            continue
        letters, pages = letters + 1, pages + len(found)
        read, structure = read + middle - start, structure + end - middle
        start = time.process_time()
        with pdfplumber.open(io.BytesIO(letter.data)) as pdf:
            for page in pdf.pages:
                len(page.chars)
        plumber += time.process_time() - start
    return {
        "letters": letters,
        "pages": pages,
        "pdfplumber page.chars": pages / plumber,
        "read": pages / read,
        "read + structure": pages / (read + structure),
    }


if __name__ == "__main__":
    main()
