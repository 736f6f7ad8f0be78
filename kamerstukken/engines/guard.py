"""Guards in a worker process: it ends when it takes too much memory, or when the run that it works for is gone."""

from __future__ import annotations

import multiprocessing
import os
import threading
import time
from multiprocessing.connection import wait

import psutil

TOO_LARGE = 113
"""Exit code of a worker that took more memory than it may."""

EVERY = 0.1
"""Seconds between two looks at the memory: a process can touch some 200 MB in that time."""


def limit_memory(megabytes: int) -> None:
    """End this process (exit code TOO_LARGE) when its memory passes the limit.

    Where the system can refuse memory it is told to as well (RLIMIT_DATA, Linux): a single call that asks for all at
    once gets a MemoryError, or crashes the library that asked.
    """
    _refuse_beyond(megabytes << 20)
    threading.Thread(target=_watch_memory, args=(megabytes << 20,), daemon=True).start()


def end_with_parent() -> None:
    """End this process when the one that started it is gone, also by kill -9."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_after, args=(parent.sentinel,), daemon=True).start()


def _refuse_beyond(limit: int) -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    if hard == resource.RLIM_INFINITY or limit < hard:
        resource.setrlimit(resource.RLIMIT_DATA, (limit, hard))


def _watch_memory(limit: int) -> None:
    process = psutil.Process()
    while process.memory_info().rss <= limit:
        time.sleep(EVERY)
    os._exit(TOO_LARGE)


def _end_after(sentinel: int) -> None:
    wait([sentinel])
    os._exit(0)
