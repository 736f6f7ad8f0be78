"""Characters a second of the reference finder, beside nllegalcit where it is installed, in one run on one core.

    python benchmarks/bench_cite.py FOLDER [--sample 20000]

FOLDER holds texts (*.txt) or letters (*.pdf). nllegalcit reads only the sample, at its pace.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from pathlib import Path

from kamerstukken import cite_text


def texts_of(folder: Path) -> list[str]:
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))]
    pdfs = sorted(folder.glob("*.pdf"))
    if pdfs:
        from kamerstukken.model import Letter
        from kamerstukken.read import read_pages
        from kamerstukken.structure import build_document

        for path in pdfs:
            letter = Letter(path.name, path.read_bytes())
            texts.append(build_document(letter, read_pages(letter)).text)
    return texts


def pace(find: Callable[[str], object], texts: list[str]) -> float:
    """Characters a second of processor time."""
    began = time.process_time()
    for text in texts:
        find(text)
    return sum(map(len, texts)) / max(time.process_time() - began, 1e-9)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sample", type=int, default=20_000, help="characters for nllegalcit")
    args = parser.parse_args()
    texts = texts_of(args.folder)
    if not texts:
        parser.error(f"{args.folder}: no *.txt and no *.pdf")
    cite_text("")  # imports and compiles
    ours = max(pace(cite_text, texts) for _ in range(3))
    print(f"{'texts':14}{len(texts):>12,}   {sum(map(len, texts)):,} characters")
    print(f"{'kamerstukken':14}{ours:>12,.0f} characters a second")
    try:
        from nllegalcit import parse_citations
    except ImportError:
        print(f"{'nllegalcit':14}{'not installed':>14}")
        return
    theirs = pace(parse_citations, ["".join(texts)[: args.sample]])
    print(f"{'nllegalcit':14}{theirs:>12,.0f} characters a second: {ours / theirs:,.0f} times as fast")


if __name__ == "__main__":
    main()
