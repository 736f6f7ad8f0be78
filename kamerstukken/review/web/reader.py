"""Pages of letters as pictures and as words with places: made in processes of their own, kept while they are near.

A PDF is hostile: one that hangs or kills its reader costs a process and a message, not the server.
"""

from __future__ import annotations

import hashlib
import multiprocessing
import threading
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future, TimeoutError
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from pebble import ProcessExpired, ProcessPool

from kamerstukken.errors import UnreadableLetter
from kamerstukken.model import Box, Document, Letter

if TYPE_CHECKING:
    from kamerstukken.read.picture import PagePicture

T = TypeVar("T")

SCALE = 2.0
"""Pixels a point: sharp at the width that half a screen gives a page, and at twice that."""

PATIENCE = 30.0
"""Seconds for one picture or one letter; the longest letters take a few."""

PICTURES, LETTERS = 200, 12
"""How many are kept: pictures take about 100 kB each, a letter's words some megabytes."""


@dataclass(frozen=True, slots=True)
class PlacedWord:
    """Words of the letter's text (`start` to `end`) in one box of a page."""

    start: int
    end: int
    text: str
    box: Box


class Reader:
    """Makes pictures and words of letters; close it at the end. Safe to use from several threads."""

    def __init__(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._drawing, self._reading = (ProcessPool(max_workers=1, context=context) for _ in range(2))
        self._pictures: _Kept[PagePicture] = _Kept(PICTURES)
        self._documents: _Kept[Document] = _Kept(LETTERS)
        self._drawing.schedule(_warm)

    def close(self) -> None:
        """End the processes."""
        for pool in (self._drawing, self._reading):
            pool.stop()
            pool.join()

    def picture(self, path: Path, sha256: str, page: int) -> PagePicture:
        """A page (from 1). Raises UnreadableLetter where it cannot be drawn or the file is no longer that letter."""
        arguments = (path, sha256, page)
        return _result(
            self._pictures.get(
                (sha256, page), lambda: self._drawing.schedule(_draw, arguments, timeout=PATIENCE)
            )
        )

    def document(self, path: Path, sha256: str) -> Document:
        """The letter with the place of every word. Raises UnreadableLetter as `picture` does."""
        return _result(
            self._documents.get(
                sha256, lambda: self._reading.schedule(_read, (path, sha256), timeout=PATIENCE)
            )
        )


class _Kept(Generic[T]):
    """Results by key, the last ones used; two who ask for the same at once wait for one result. Failures are not kept."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._lock = threading.Lock()
        self._kept: OrderedDict[object, Future[T]] = OrderedDict()

    def get(self, key: object, make: Callable[[], Any]) -> Future[T]:
        with self._lock:
            known = self._kept.pop(key, None)
            if known is None or (known.done() and (known.cancelled() or known.exception())):
                known = make()
            self._kept[key] = known
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
            return known


def _result(future: Future[T]) -> T:
    try:
        return future.result()
    except TimeoutError as error:
        raise UnreadableLetter(f"De pagina was na {PATIENCE:.0f} seconden nog niet klaar") from error
    except ProcessExpired as error:
        raise UnreadableLetter("De PDF kan niet worden getoond: het lezen ervan brak af") from error


def _warm() -> None:
    import kamerstukken.read.picture  # noqa: F401  (loaded before the first page is asked for)


def _bytes_of(path: Path, sha256: str) -> bytes:
    """The letter's bytes, and no other file's: whatever a register names, only a letter that was read is shown."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableLetter(
            f"De PDF is niet te openen ({error.strerror}); staat hij nog op zijn plaats?"
        ) from error
    if hashlib.sha256(data).hexdigest() != sha256:
        raise UnreadableLetter("De PDF is veranderd nadat hij gelezen is; draai `kamerstukken run` opnieuw")
    return data


def _draw(path: Path, sha256: str, page: int) -> PagePicture:
    from kamerstukken.read.picture import page_pictures

    return page_pictures(_bytes_of(path, sha256), [page], scale=SCALE)[0]


def _read(path: Path, sha256: str) -> Document:
    from kamerstukken.read import read_pages
    from kamerstukken.structure import build_document

    letter = Letter(path.name, _bytes_of(path, sha256))
    return build_document(letter, read_pages(letter))


def words_on(document: Document, page: int) -> tuple[PlacedWord, ...]:
    """The words of a page in reading order, as stretches of the letter's text."""
    return tuple(
        PlacedWord(one.start, one.end, document.text[one.start : one.end], one.box)
        for one in document.placed
        if one.box.page == page
    )
