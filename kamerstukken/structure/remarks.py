"""Stage structure. What a user should know of how the pages were read, in Dutch."""

from __future__ import annotations

from collections.abc import Sequence

from kamerstukken.model import Page


def remarks_of(pages: Sequence[Page]) -> tuple[str, ...]:
    """A sentence for each thing that can make the text less than what was printed."""
    remarks = []
    if any(page.repaired for page in pages):
        remarks.append(
            "Het bestand is beschadigd of afgebroken en is na herstel gelezen; er kan tekst ontbreken."
        )
    empty = [page.number for page in pages if not page.words and (page.images or page.repaired)]
    if empty:
        remarks.append(f"Zonder leesbare tekst: {_numbered(empty)}.")
    by_ocr = [page for page in pages if page.reader == "ocr" and page.words]
    if by_ocr:
        sure = "; ".join(
            f"pagina {page.number} {page.confidence or 0:.2f}".replace(".", ",") for page in by_ocr
        )
        remarks.append(f"Met OCR gelezen, dus met leesfouten; zekerheid (0 tot 1): {sure}.")
    return tuple(remarks)


def _numbered(pages: Sequence[int]) -> str:
    """'pagina 3', 'pagina's 3, 4 en 7'."""
    if len(pages) == 1:
        return f"pagina {pages[0]}"
    return f"pagina\u2019s {', '.join(map(str, pages[:-1]))} en {pages[-1]}"
