"""Stage read. Drawn paths of a page to thin rules, and the boxes of its pictures."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as raw

from kamerstukken.model import Box
from kamerstukken.read.calls import OBJECT_IN_FORM, OBJECT_IN_PAGE, TYPE_OF, at_each
from kamerstukken.read.geometry import Frame

THIN = 2.5
"""Points: a path thinner than this in one direction is a rule."""
SHORTEST = 3.0
MOST_OBJECTS = 20_000
"""A page with more objects than this is a map or a drawing; the rest of them is not looked at."""
MOST_SEGMENTS = 400
DEEPEST_FORM = 3

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
Corners = tuple[float, float, float, float]


def drawings_of(page: Any, frame: Frame) -> tuple[tuple[Box, ...], tuple[Box, ...]]:
    """Rules and pictures of an open page of pdfium."""
    rules: list[Box] = []
    images: list[Box] = []
    count = raw.FPDFPage_CountObjects(page)
    for kind, corners in _drawn(ctypes.addressof(page.contents), count, OBJECT_IN_PAGE, IDENTITY, 0):
        box = frame.box(*corners)
        if box.x1 < 0 or box.x0 > frame.width or box.bottom < 0 or box.top > frame.height:
            continue
        if kind == raw.FPDF_PAGEOBJ_IMAGE:
            images.append(box)
        else:
            rules.extend(_rules_in(box))
    return tuple(rules), tuple(images)


def _drawn(holder: int, count: int, get: Any, matrix: Matrix, depth: int) -> Iterator[tuple[int, Corners]]:
    """Kind and corners of each path and picture, also inside forms."""
    addresses = [address for address in at_each(get, holder, range(min(count, MOST_OBJECTS))) if address]
    for address, kind in zip(addresses, map(TYPE_OF, addresses), strict=True):
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            continue
        item = ctypes.cast(address, raw.FPDF_PAGEOBJECT)
        if kind == raw.FPDF_PAGEOBJ_FORM and depth < DEEPEST_FORM:
            inner = _times(_matrix(item), matrix)
            yield from _drawn(address, raw.FPDFFormObj_CountObjects(item), OBJECT_IN_FORM, inner, depth + 1)
        elif kind == raw.FPDF_PAGEOBJ_IMAGE:
            yield kind, _through(matrix, *_bounds(item))
        elif kind == raw.FPDF_PAGEOBJ_PATH:
            for corners in _strokes(item):
                yield kind, _through(matrix, *corners)


def _strokes(path: Any) -> Iterator[Corners]:
    """A path's bounds where they are thin or a plain rectangle, else those of its lines one by one."""
    bounds = _bounds(path)
    if min(bounds[2] - bounds[0], bounds[3] - bounds[1]) < THIN:
        yield bounds
        return
    segments = raw.FPDFPath_CountSegments(path)
    if segments > MOST_SEGMENTS:
        return
    matrix = _matrix(path)
    x, y = ctypes.c_float(), ctypes.c_float()
    before: tuple[float, float] | None = None
    group: list[Corners] = []
    for index in range(segments):
        segment = raw.FPDFPath_GetPathSegment(path, index)
        raw.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        kind = raw.FPDFPathSegment_GetType(segment)
        here = (x.value, y.value)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            yield from _merged(group)
            group = []
        elif kind == raw.FPDF_SEGMENT_LINETO and before is not None:
            group.append(_through(matrix, *before, *here))
        before = here
    yield from _merged(group)


def _merged(lines: list[Corners]) -> Iterator[Corners]:
    """The lines of one subpath; the four sides of a thin filled rectangle are one rule."""
    if not lines:
        return
    whole = (
        min(c[0] for c in lines),
        min(c[1] for c in lines),
        max(c[2] for c in lines),
        max(c[3] for c in lines),
    )
    if min(whole[2] - whole[0], whole[3] - whole[1]) < THIN:
        yield whole
        return
    yield from (c for c in lines if min(c[2] - c[0], c[3] - c[1]) < THIN)
    if len(lines) == 3:  # a rectangle whose last side is drawn by closing the path
        yield (whole[0], whole[1], whole[0], whole[3])
        yield (whole[0], whole[1], whole[2], whole[1])


def _rules_in(box: Box) -> Iterator[Box]:
    if min(box.width, box.height) < THIN and max(box.width, box.height) >= SHORTEST:
        yield box


def _bounds(item: Any) -> Corners:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    raw.FPDFPageObj_GetBounds(
        item, ctypes.byref(left), ctypes.byref(bottom), ctypes.byref(right), ctypes.byref(top)
    )
    return left.value, bottom.value, right.value, top.value


def _matrix(item: Any) -> Matrix:
    m = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(item, ctypes.byref(m))
    return m.a, m.b, m.c, m.d, m.e, m.f


def _times(one: Matrix, other: Matrix) -> Matrix:
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def _through(matrix: Matrix, x0: float, y0: float, x1: float, y1: float) -> Corners:
    a, b, c, d, e, f = matrix
    ax, ay = a * x0 + c * y0 + e, b * x0 + d * y0 + f
    bx, by = a * x1 + c * y1 + e, b * x1 + d * y1 + f
    return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)
