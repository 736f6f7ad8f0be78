"""What the stages log of a letter, wherever it is read, brought to the process that shows it.

A worker's own log goes nowhere: it has no terminal, and a cluster's is on another machine.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from logging.handlers import QueueHandler
from queue import SimpleQueue
from threading import Lock

MOST = 100
"""Messages of one letter that travel; a broken PDF can have one for each of its pages."""

OURS = "kamerstukken"

_letter: ContextVar[list[logging.LogRecord] | None] = ContextVar("letter", default=None)
"""The messages of the letter that this thread reads, while it reads one."""


class _Ear(QueueHandler):
    """Keeps what is said while a letter is read; what is said else goes where it went before."""

    def __init__(self) -> None:
        super().__init__(SimpleQueue())

    def handle(self, record: logging.LogRecord) -> bool:
        said = _letter.get()
        if said is None:
            logging.getLogger().handle(record)
        elif len(said) < MOST:
            said.append(self.prepare(record))  # as text, with its traceback: every process can read that
        return True


@contextmanager
def heard(level: int) -> Iterator[list[logging.LogRecord]]:
    """What the stages say from `level` up (as in `logging`) within the block; of no other thread, and at most MOST messages."""
    logger = logging.getLogger(OURS)
    if logger.getEffectiveLevel() != level:
        logger.setLevel(level)
    said: list[logging.LogRecord] = []
    before = _letter.set(said)
    try:
        with _listening:
            yield said
    finally:
        _letter.reset(before)


class _Listening:
    """The ear is there as long as one thread of this process reads a letter, and nothing of it afterwards."""

    def __init__(self) -> None:
        self._ear, self._lock, self._readers = _Ear(), Lock(), 0

    def __enter__(self) -> None:
        with self._lock:
            self._readers += 1
            if self._readers == 1:
                logging.getLogger(OURS).addHandler(self._ear)
                logging.getLogger(OURS).propagate = False  # the ear passes on what is of no letter

    def __exit__(self, *_: object) -> None:
        with self._lock:
            self._readers -= 1
            if self._readers == 0:
                logging.getLogger(OURS).removeHandler(self._ear)
                logging.getLogger(OURS).propagate = True


_listening = _Listening()


def level() -> int:
    """From which level up somebody listens to us in this process."""
    return logging.getLogger(OURS).getEffectiveLevel()


def say(name: str, said: tuple[logging.LogRecord, ...]) -> None:
    """Log what was said of the letter `name`, with its name before it and as `file` in a log of JSON."""
    for record in said:
        message = record.getMessage()
        if not message.startswith(name):
            record.msg = f"{name}: {message}"
        record.args, record.file = None, name
        logging.getLogger(record.name).handle(record)
