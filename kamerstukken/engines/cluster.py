"""Engine 'dask://HOST:PORT': the workers of a Dask cluster, which must see the same letters under the same paths.

Dask's own executor is a true `concurrent.futures.Executor`, so that a run knows nothing of Dask. A task whose worker is lost is
given to another one; a letter that has cost several workers is given up and becomes a failure.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from concurrent.futures import Executor, Future
from functools import partial
from typing import Any

from kamerstukken.engines.engine import Engine
from kamerstukken.engines.limits import Limits
from kamerstukken.errors import BadInput, EngineError

CONNECT = 30.0
"""Seconds that a scheduler may take to answer."""

AHEAD = 4
"""Letters under way for each thread of the cluster: workers do not wait, and the scheduler's memory stays small."""

TRIES = 2
"""How often a task is given to another worker when its result was lost with a worker that died."""


def cluster(address: str, limits: Limits) -> Engine:
    """The engine for a scheduler at 'HOST:PORT'. Raises BadInput without the extra, EngineError where nobody answers."""
    try:
        from distributed import KilledWorker
    except ImportError as error:
        raise BadInput(
            "--engine dask://…: Dask is not installed; `pip install 'kamerstukken[cluster]'` brings it"
        ) from error
    with _connected(address) as client:
        threads = sum(client.nthreads().values())

    def blames(error: BaseException) -> str | None:
        if isinstance(error, KilledWorker):
            return limits.died("on several workers of the cluster")
        return limits.too_large() if isinstance(error, MemoryError) else None

    return Engine(
        f"dask://{address}",
        AHEAD * max(1, threads),
        lambda _: ClusterExecutor(_connected(address), limits.seconds),
        blames,
    )


def _connected(address: str) -> Any:
    """A client of its own for each run, closed with it: one left open calls a scheduler that is gone for ever."""
    from distributed import Client

    try:
        return Client(f"tcp://{address}", timeout=CONNECT, set_as_default=False)
    except (OSError, TimeoutError) as error:
        raise EngineError(
            f"--engine dask://{address}: no Dask scheduler answers there; check the address, and that `dask scheduler` runs"
        ) from error


class ClusterExecutor(Executor):
    """Dask's executor, each task with a limit of time on its worker."""

    def __init__(self, client: Any, seconds: float) -> None:
        self._client = client
        self._executor = client.get_executor(pure=False, retries=TRIES)
        self._seconds = seconds

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """The future fails with KilledWorker where the task cost several workers."""
        future: Future[Any] = self._executor.submit(partial(_limited, self._seconds, fn, *args, **kwargs))
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Leave the cluster as it is, without our tasks and without us."""
        self._executor.shutdown(wait=not cancel_futures)
        self._client.close()


def _limited(seconds: float, fn: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
    """On a worker: a task that takes too long ends the worker, whose nanny starts another one."""
    alarm = threading.Timer(seconds, os._exit, (1,))
    alarm.daemon = True
    alarm.start()
    try:
        return fn(*args, **kwargs)
    finally:
        alarm.cancel()
