"""How well scans are read: `python benchmarks/bench_ocr.py FOLDER [--dpi 200] [--turn 0]`.

Renders every page of the letters in a folder to an image, makes a PDF of the images alone, reads it by OCR, and compares its words with
those of the letter's own text layer, page by page. Prints the word F1 of all pages, the worst pages and seconds a page.
"""

from __future__ import annotations

import argparse
import io
import re
import time
from collections import Counter
from pathlib import Path

import pypdfium2 as pdfium
from PIL.Image import Image, Resampling

from kamerstukken.model import Letter
from kamerstukken.read import read_pages

WORD = re.compile(r"[^\W_]+")


def scanned(data: bytes, dpi: int, turn: float) -> bytes:
    """The same pages as images, turned by so many degrees, as a scanner would store them. Pictures are left out: they hold no known text."""
    images: list[Image] = []
    with pdfium.PdfDocument(data) as document:
        for page in document:
            for picture in list(page.get_objects(filter=[pdfium.raw.FPDF_PAGEOBJ_IMAGE])):
                page.remove_obj(picture)
            page.gen_content()
            image = page.render(scale=dpi / 72).to_pil().convert("L")
            images.append(image.rotate(turn, resample=Resampling.BICUBIC, fillcolor=255))
    out = io.BytesIO()
    images[0].save(out, "PDF", save_all=True, append_images=images[1:], resolution=dpi, quality=90)
    return out.getvalue()


def words(letter: Letter) -> list[Counter[str]]:
    """The words of each page in small letters, with how often each stands there."""
    texts = ["".join(("" if w.glued else " ") + w.text for w in page.words) for page in read_pages(letter)]
    return [Counter(WORD.findall(text.casefold())) for text in texts]


def main() -> None:
    parser = argparse.ArgumentParser(description="Read rendered letters by OCR.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--dpi", type=int, default=200)
    parser.add_argument("--turn", type=float, default=0.0, help="degrees")
    arguments = parser.parse_args()
    right = read = there = 0
    worst: list[tuple[float, str]] = []
    seconds = 0.0
    for path in sorted(arguments.folder.glob("*.pdf")):
        data = path.read_bytes()
        truth = words(Letter(path.name, data))
        begin = time.perf_counter()
        found = words(Letter(f"scan of {path.name}", scanned(data, arguments.dpi, arguments.turn)))
        seconds += time.perf_counter() - begin
        for n, (gold, got) in enumerate(zip(truth, found, strict=True), 1):
            same, size = (gold & got).total(), gold.total() + got.total()
            right, read, there = right + same, read + got.total(), there + gold.total()
            worst.append((2 * same / size if size else 1.0, f"{path.name} p. {n}, {gold.total()} words"))
    print(f"{len(worst)} pages at {arguments.dpi} dpi, turned by {arguments.turn} degrees")
    print(
        f"word F1 {2 * right / (read + there):.4f} (precision {right / read:.4f}, recall {right / there:.4f})"
    )
    print(f"{seconds / len(worst):.1f} s a page")
    for f1, where in sorted(worst)[:10]:
        print(f"  {f1:.3f}  {where}")


if __name__ == "__main__":
    main()
