"""Stage read. From PDF space (origin at the bottom left, before rotation) to the page as it is seen."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import Any, TypeVar

import numpy as np
import pypdfium2.raw as raw
from numpy.typing import NDArray

from kamerstukken.model import Box

Place = TypeVar("Place", float, NDArray[np.float64])


@dataclass(frozen=True, slots=True)
class Frame:
    """The visible part of a page: `left`, `bottom`, `right`, `top` in PDF space, `turns` of 90° clockwise."""

    page: int
    left: float
    bottom: float
    right: float
    top: float
    turns: int

    @classmethod
    def of(cls, page: Any, number: int) -> Frame:
        """The frame of an open page of pdfium."""
        box = raw.FS_RECTF()
        raw.FPDF_GetPageBoundingBox(page, ctypes.byref(box))
        return cls(number, box.left, box.bottom, box.right, box.top, raw.FPDFPage_GetRotation(page) % 4)

    @property
    def width(self) -> float:
        """Width as seen, in points."""
        return self.top - self.bottom if self.turns % 2 else self.right - self.left

    @property
    def height(self) -> float:
        """Height as seen, in points."""
        return self.right - self.left if self.turns % 2 else self.top - self.bottom

    def point(self, x: Place, y: Place) -> tuple[Place, Place]:
        """A point as seen, or an array of points: from the left, and down from the top."""
        if self.turns == 0:
            return x - self.left, self.top - y
        if self.turns == 1:
            return y - self.bottom, x - self.left
        if self.turns == 2:
            return self.right - x, y - self.bottom
        return self.top - y, self.right - x

    def box(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        """A rectangle as seen, from two opposite corners."""
        ax, ay = self.point(x0, y0)
        bx, by = self.point(x1, y1)
        return Box(self.page, min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))
