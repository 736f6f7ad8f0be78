"""Stage read. A scanned page set straight: the angle at which its lines of print stand out most from the white between.

Twenty lines of NumPy; the libraries for it bring all of OpenCV or scikit-image.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

if TYPE_CHECKING:
    from numpy.typing import NDArray

MOST = 8
"""Degrees to either side; a page that lies further askew was not put on the glass by hand."""
LEAST = 0.15
"""Degrees: over a line of 16 cm this is 0.4 mm, which OCR reads as it is, and turning costs sharpness."""
WIDTH = 600
"""Pixels across to judge by: a line of print is then 5 pixels high."""


def straightened(page: Image.Image) -> Image.Image:
    """The page, turned so that its lines are level; itself where they are."""
    angle = skew(page)
    if abs(angle) < LEAST:
        return page
    return page.rotate(angle, Image.Resampling.BICUBIC, fillcolor=255)


def skew(page: Image.Image) -> float:
    """Degrees by which the page must be turned against the clock for its lines to be level."""
    small = page.convert("L").resize((WIDTH, max(1, WIDTH * page.height // page.width)))
    ink = Image.fromarray(_ink(np.asarray(small)))
    coarse = max((float(angle) for angle in range(-MOST, MOST + 1)), key=lambda angle: _levelness(ink, angle))
    fine: list[float] = [coarse + step / 10 for step in range(-10, 11)]
    best: float = max(fine, key=lambda angle: _levelness(ink, angle))
    return round(best, 2)


def _ink(page: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Dark on light as bright on black, so that corners that turn into the picture count for nothing."""
    dark = page < page.mean() * 0.8
    return np.where(dark, 255, 0).astype(np.uint8)


def _levelness(ink: Image.Image, angle: float) -> float:
    """How much the rows of the picture differ from those next to them: most where a row is all print or all white."""
    rows = np.asarray(ink.rotate(angle, Image.Resampling.BILINEAR), dtype=np.float32).sum(axis=1)
    return float(np.square(np.diff(rows)).sum())
