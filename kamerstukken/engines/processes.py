"""Engine 'processes:N': worker processes with a limit of time and memory a letter; a worker that is lost is replaced.

The pool is Pebble's: a letter that hangs or kills its worker costs only itself, the other workers go on.
"""

from __future__ import annotations

import logging
import multiprocessing
import signal
from collections.abc import Callable
from concurrent.futures import Executor, Future
from typing import Any

from pebble import ProcessExpired, ProcessPool

from kamerstukken.engines import guard
from kamerstukken.engines.engine import Engine
from kamerstukken.engines.limits import Limits

LETTERS_A_WORKER = 500
"""Then a fresh process takes over: what a library may leak does not add up over a night."""

START = 120.0
"""Seconds that a worker may take to start, on a machine that has much else to do."""

WARM = "kamerstukken.engines.warm"
"""Imported once by the server that new workers are forked from, where the system has one."""


def processes(count: int, limits: Limits, prepare: Callable[[], None] | None = None) -> Engine:
    """`count` workers. `prepare` is called in each worker before its first letter; it must be a module's function."""

    def executor(tasks: int) -> Executor:
        return LimitedExecutor(max(1, min(count, tasks)), limits, prepare)

    def blames(error: BaseException) -> str | None:
        return _blames(error, limits)

    return Engine(f"processes:{count}", 3 * count, executor, blames, limits.seconds + START)


class LimitedExecutor(Executor):
    """Pebble's pool as an Executor: each task gets the limits."""

    def __init__(self, workers: int, limits: Limits, prepare: Callable[[], None] | None = None) -> None:
        self._limits = limits
        self._pool = ProcessPool(
            workers, LETTERS_A_WORKER, _begin, (limits, prepare), context=_context(warm=prepare is None)
        )

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """The future fails with TimeoutError or ProcessExpired where the task went over its limits."""
        future: Future[Any] = self._pool.schedule(fn, args=args, kwargs=kwargs, timeout=self._limits.seconds)
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End the workers; with `cancel_futures` also those that are busy."""
        if cancel_futures:
            self._pool.stop()
        else:
            self._pool.close()
        self._pool.join()


def _context(*, warm: bool) -> Any:
    """Fresh processes, safe beside threads: forked from a clean server where there is one, else spawned.

    The server has the pipeline loaded already, so that a lost worker is replaced in milliseconds.
    """
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    if warm:
        context.set_forkserver_preload([WARM])
    return context


def start_server() -> None:
    """Start the server that workers are forked from, where the system has one, and go on while it loads the pipeline."""
    context = _context(warm=True)
    if context.get_start_method() == "forkserver":
        from multiprocessing.forkserver import ensure_running

        ensure_running()


def _begin(limits: Limits, prepare: Callable[[], None] | None) -> None:
    """In a new worker, before its first letter.

    Ctrl-C reaches every process of a terminal, and is left to the one that owns the register; a SIGTERM ends a worker
    at once, also within a library's call. Libraries that warn of every odd PDF are silent, as in the main process.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    logging.basicConfig(level=logging.CRITICAL)
    guard.end_with_parent()
    if prepare:
        prepare()
    else:
        import kamerstukken.engines.warm  # noqa: F401
    guard.limit_memory(limits.megabytes)


def _blames(error: BaseException, limits: Limits) -> str | None:
    if isinstance(error, TimeoutError):
        return limits.too_slow()
    if isinstance(error, MemoryError):
        return limits.too_large()
    if isinstance(error, ProcessExpired):
        return (
            limits.too_large() if error.exitcode == guard.TOO_LARGE else limits.died(_ending(error.exitcode))
        )
    return None


def _ending(code: int | None) -> str:
    """'SIGSEGV' for -11, 'exit code 1' for 1."""
    if code is not None and code < 0:
        try:
            return signal.Signals(-code).name
        except ValueError:
            return f"signal {-code}"
    return f"exit code {code}"
