"""Where a run works: in this thread or in processes beside it. Every engine gives the same bytes out.

An engine is data (`parse`), its executor is made where it is needed and closed behind it.
"""

from __future__ import annotations

import logging
import multiprocessing
import os
import re
import signal
from collections.abc import Callable
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from dataclasses import dataclass
from typing import Any

from kamerstukken.errors import BadInput

PROCESSES = re.compile(r"processes(?::(?P<count>\d{1,4}))?")  # 'processes:4'; 'processes' takes all cores


@dataclass(frozen=True, slots=True)
class Engine:
    """`workers` letters are in the works at a time; `ahead` is how many may wait beside them."""

    name: str
    workers: int
    ahead: int
    executor: Callable[[], Executor]


class SerialExecutor(Executor):
    """Runs each task at once in this thread: tracebacks, breakpoints and profilers just work."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Run and return a future that is done; KeyboardInterrupt and the like get through."""
        future: Future[Any] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


def parse(spec: str) -> Engine:
    """'serial' or 'processes:N'. Raises BadInput for anything else."""
    if spec == "serial":
        return Engine("serial", 1, 0, SerialExecutor)
    found = PROCESSES.fullmatch(spec)
    count = int(found["count"]) if found and found["count"] else os.cpu_count() or 1
    if not found or count < 1:
        raise BadInput(f"--engine {spec}: no such engine; name `serial` or `processes:N` (N workers, from 1)")
    return Engine(f"processes:{count}", count, 2 * count, lambda: _processes(count))


def _processes(count: int) -> Executor:
    """Fresh processes (`spawn`): the same on every system, and safe beside threads."""
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(count, mp_context=context, initializer=_quiet_worker)


def _quiet_worker() -> None:
    """A worker leaves Ctrl-C to the process that owns the register (it reaches every process of a terminal).

    Libraries that warn of every odd PDF are silent, as they are in the main process.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    logging.basicConfig(level=logging.ERROR)
