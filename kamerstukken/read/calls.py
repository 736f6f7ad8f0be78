"""Stage read. Calls to pdfium for many characters or objects at once.

A call by ctypes costs half a microsecond if nothing stands around it, and a page takes thousands. So pages and
objects go as addresses (typed pointers double the price of a call), answers are written straight into arrays,
and `map` does the looping.
"""

from __future__ import annotations

import ctypes
from collections import deque
from collections.abc import Iterable, Sequence
from itertools import repeat
from typing import Any

import numpy as np
import pypdfium2.raw as raw
from numpy.typing import NDArray

Floats = NDArray[np.float64]

ANYTHING = ctypes.c_void_p


def _bare(function: Any, result: Any, *rest: Any) -> Any:
    """A function of pdfium whose first argument is an address."""
    address = ctypes.cast(function, ANYTHING).value or 0
    return ctypes.CFUNCTYPE(result, ANYTHING, *rest)(address)


UNICODE_AT = _bare(raw.FPDFText_GetUnicode, ctypes.c_uint, ctypes.c_int)
MADE_UP_AT = _bare(raw.FPDFText_IsGenerated, ctypes.c_int, ctypes.c_int)
OBJECT_AT = _bare(raw.FPDFText_GetTextObject, ANYTHING, ctypes.c_int)
SIZE_AT = _bare(raw.FPDFText_GetFontSize, ctypes.c_double, ctypes.c_int)
MATRIX_AT = _bare(raw.FPDFText_GetMatrix, ctypes.c_int, ctypes.c_int, ANYTHING)
BOX_AT = _bare(raw.FPDFText_GetLooseCharBox, ctypes.c_int, ctypes.c_int, ANYTHING)
ORIGIN_AT = _bare(raw.FPDFText_GetCharOrigin, ctypes.c_int, ctypes.c_int, ANYTHING, ANYTHING)
FONT_OF = _bare(raw.FPDFTextObj_GetFont, ANYTHING)
RENDER_MODE_OF = _bare(raw.FPDFTextObj_GetTextRenderMode, ctypes.c_int)
OBJECT_IN_PAGE = _bare(raw.FPDFPage_GetObject, ANYTHING, ctypes.c_int)
OBJECT_IN_FORM = _bare(raw.FPDFFormObj_GetObject, ANYTHING, ctypes.c_ulong)
TYPE_OF = _bare(raw.FPDFPageObj_GetType, ctypes.c_int)


def at_each(function: Any, holder: int, indices: Iterable[int]) -> list[Any]:
    """The answers of a function of a page and an index."""
    return list(map(function, repeat(holder), indices))


def matrices(holder: int, indices: Sequence[int]) -> Floats:
    """The matrix (a, b, c, d, e, f) of each character, a row each."""
    return _written(MATRIX_AT, holder, indices, 6)


def boxes(holder: int, indices: Sequence[int]) -> tuple[Floats, Floats, Floats, Floats]:
    """Left, top, right and bottom of each character in PDF space, as high as its font."""
    found = _written(BOX_AT, holder, indices, 4)
    return found[:, 0], found[:, 1], found[:, 2], found[:, 3]


def origins(holder: int, indices: Sequence[int]) -> tuple[Floats, Floats]:
    """Where each character stands on its baseline, in PDF space."""
    found = np.zeros((2, len(indices)))
    x, y = (range(start, start + 8 * len(indices), 8) for start in map(_place, found))
    deque(map(ORIGIN_AT, repeat(holder), indices, x, y), maxlen=0)
    return found[0], found[1]


def _written(function: Any, holder: int, indices: Sequence[int], width: int) -> Floats:
    """What a function writes of each character: rows of `width` single floats."""
    found = np.zeros((len(indices), width), dtype=np.float32)
    start, step = _place(found), 4 * width
    deque(map(function, repeat(holder), indices, range(start, start + step * len(indices), step)), maxlen=0)
    return found.astype(np.float64)


def _place(array: NDArray[Any]) -> int:
    return int(array.__array_interface__["data"][0])
