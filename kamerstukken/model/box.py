"""A place on a page."""

from __future__ import annotations

from msgspec import Struct


class Box(Struct, frozen=True, gc=False):
    """A rectangle in PDF points (1/72 inch) from the page's top left corner; `page` counts from 1."""

    page: int
    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def height(self) -> float:
        """Height in points."""
        return self.bottom - self.top

    @property
    def width(self) -> float:
        """Width in points."""
        return self.x1 - self.x0

    def union(self, other: Box) -> Box:
        """The smallest box around both; both must lie on the same page."""
        if self.page != other.page:
            raise ValueError(f"boxes on pages {self.page} and {other.page} have no union")
        return Box(
            self.page,
            min(self.x0, other.x0),
            min(self.top, other.top),
            max(self.x1, other.x1),
            max(self.bottom, other.bottom),
        )
