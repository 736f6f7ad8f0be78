"""Engines by name: 'serial', 'processes:N', 'dask://HOST:PORT'."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from typing import Any

from kamerstukken.engines.limits import LEAVE_OUT, Limits
from kamerstukken.errors import BadInput

DEFAULT = "processes"

DASK = re.compile(r"dask://(?P<address>(?:[\w.-]+|\[[0-9a-fA-F:]+\]):\d{1,5})")  # 'dask://scheduler:8786'
PROCESSES = re.compile(r"processes(?::(?P<count>\d{1,4}))?")  # 'processes:4'; 'processes' takes all cores


@dataclass(frozen=True, slots=True)
class Engine:
    """Where letters are read. `ahead` letters may be under way, those that wait for a worker counted in.

    `executor(n)` makes an executor for at most n tasks at once. `blames(error)` says in words what a letter did
    to its worker, where an error of its future means that; None where the error is another one. `patience`: where
    no letter is done after so many seconds, the engine has lost them.
    """

    name: str
    ahead: int
    executor: Callable[[int], Executor]
    blames: Callable[[BaseException], str | None]
    patience: float | None = None


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


def parse(spec: str, limits: Limits | None = None) -> Engine:
    """'serial' (which knows no limits), 'processes', 'processes:N' or 'dask://HOST:PORT'.

    Raises BadInput for anything else, EngineError where a cluster does not answer.
    """
    if spec == "serial":
        return Engine("serial", 1, lambda _: SerialExecutor(), _blames)
    if at := DASK.fullmatch(spec):
        from kamerstukken.engines.cluster import cluster

        return cluster(at["address"], limits or Limits())
    found = PROCESSES.fullmatch(spec)
    count = int(found["count"]) if found and found["count"] else _cores()
    if not found or count < 1:
        raise BadInput(
            f"--engine {spec}: no such engine; name `serial`, `processes:N` (N workers, from 1) or `dask://HOST:PORT`"
        )
    from kamerstukken.engines.processes import processes

    return processes(count, limits or Limits())


def start_early(spec: str) -> None:
    """Begin what takes an engine seconds, before the caller's own imports do; nothing for one that needs no start."""
    if PROCESSES.fullmatch(spec):
        from kamerstukken.engines.processes import start_server

        start_server()


def _blames(error: BaseException) -> str | None:
    if isinstance(error, MemoryError):
        return f"needs more memory than there is. {LEAVE_OUT}"
    return None


def _cores() -> int:
    """Those that this process may use: in a container or a batch job fewer than the machine has."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
