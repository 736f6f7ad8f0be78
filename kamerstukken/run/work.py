"""One letter as a task that travels to a worker, and the map of it over many, in bounded memory.

A letter that hangs, eats memory or kills its worker costs only itself.
"""

from __future__ import annotations

import hashlib
import logging
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Future, wait
from dataclasses import dataclass, replace

from kamerstukken.engines import Engine, Limits
from kamerstukken.errors import EngineError
from kamerstukken.model import Analysis, Failure, Letter
from kamerstukken.pipeline import analyse
from kamerstukken.recipe import Recipe
from kamerstukken.run.corpus import LetterFile
from kamerstukken.run.said import heard

MAX_BYTES = 1 << 29
"""512 MB: the longest letters are under 20 MB; more is a mistake or an attack."""


@dataclass(frozen=True, slots=True)
class Job:
    """A letter to read: where it lies, what its bytes must be, and how to read it.

    `level`: from which level up (as in `logging`) its messages are wanted.
    """

    file: LetterFile
    sha256: str
    recipe: Recipe
    level: int = logging.WARNING


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a job; `seconds` of work, without waiting (0 where the worker was lost), and what was `said` in it."""

    job: Job
    outcome: Analysis | Failure
    seconds: float
    said: tuple[logging.LogRecord, ...] = ()


def digest(file: LetterFile) -> str | Failure:
    """The SHA-256 of a file's bytes, or why it cannot be opened."""
    try:
        if file.path.stat().st_size > MAX_BYTES:
            reason = f"larger than {MAX_BYTES >> 20} MB. Leave it out, or split it"
            return Failure(file.name, "", "open", reason)
        with file.path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        return _unopened(file, error)


def work(job: Job) -> Done:
    """Read one letter and analyse it. Never raises for a fault of the letter, but for MemoryError."""
    begin = time.perf_counter()
    with heard(job.level) as said:
        outcome = _work(job)
    return Done(job, outcome, time.perf_counter() - begin, tuple(said))


def _work(job: Job) -> Analysis | Failure:
    try:
        data = job.file.path.read_bytes()
    except OSError as error:
        return _unopened(job.file, error)
    if hashlib.sha256(data).hexdigest() != job.sha256:
        reason = "changed while the run was going on. Run again when it is copied whole"
        return Failure(job.file.name, "", "open", reason)
    outcome = analyse(Letter(job.file.name, data, job.file.known), job.recipe)
    return outcome if isinstance(outcome, Failure) else _light(outcome)


def _light(analysis: Analysis) -> Analysis:
    """Without the place of every word, which nothing behind a run reads: a tenth of it travels between processes."""
    return replace(analysis, document=replace(analysis.document, placed=(), furniture=()))


def work_all(engine: Engine, jobs: Sequence[Job]) -> Iterator[Done]:
    """Do all jobs. Results come as they are ready; no more are under way than the engine allows.

    Raises EngineError where the workers cannot be started or reached.
    """
    pool = _Pool(engine, len(jobs))
    with pool:
        for job in jobs:
            pool.submit(job)
            if len(pool) >= engine.ahead:
                yield from pool.ready()
        while len(pool):
            yield from pool.ready()
    if pool.lost and not pool.proven:
        raise _no_workers(engine)
    for job in pool.lost:  # each by itself: a pool that broke does not say which letter was to blame
        yield _alone(engine, job)


def _alone(engine: Engine, job: Job) -> Done:
    with _Pool(engine, 1) as pool:
        pool.submit(job)
        for done in pool.ready():
            return done
    reason = Limits().died("nothing came back from it")
    return Done(job, Failure(job.file.name, job.sha256, "read", reason), 0.0)


def _no_workers(engine: Engine) -> EngineError:
    return EngineError(
        f"--engine {engine.name}: its workers end before they read a letter; "
        "try --engine serial, which shows the error, or a higher --memory-limit"
    )


class _Pool:
    """An engine's executor with what is under way in it; replaced when it broke.

    `lost` are the jobs of which nothing came back. `proven` tells whether the executor that is now in use gave a result.
    """

    def __init__(self, engine: Engine, tasks: int) -> None:
        self._engine, self._tasks = engine, tasks
        self._executor = engine.executor(tasks)
        self._under_way: dict[Future[Done], Job] = {}
        self.lost: list[Job] = []
        self.proven = False

    def __len__(self) -> int:
        return len(self._under_way)

    def __enter__(self) -> _Pool:
        return self

    def __exit__(self, *_: object) -> None:
        self._executor.shutdown(cancel_futures=True)

    def submit(self, job: Job) -> None:
        try:
            future = self._executor.submit(work, job)
        except RuntimeError:  # BrokenExecutor is one
            self._replace()
            future = self._executor.submit(work, job)
        self._under_way[future] = job

    def ready(self) -> Iterator[Done]:
        """Those that are done now, waiting for the first; none where they are lost."""
        finished = wait(self._under_way, self._engine.patience, FIRST_COMPLETED).done
        for future in finished or tuple(self._under_way):
            job = self._under_way.pop(future)
            done = self._result(job, future) if finished else None
            if done is None:
                self.lost.append(job)
            else:
                self.proven = True
                yield done

    def _result(self, job: Job, future: Future[Done]) -> Done | None:
        try:
            return future.result()
        except BrokenExecutor:
            return None
        except Exception as error:
            reason = self._engine.blames(error)
            if reason is None:
                raise
            return Done(job, Failure(job.file.name, job.sha256, "read", reason), 0.0)

    def _replace(self) -> None:
        """A new executor, unless the one that broke never gave a result: the next would break as well."""
        self._executor.shutdown(cancel_futures=True)
        if not self.proven:
            raise _no_workers(self._engine)
        self._executor = self._engine.executor(self._tasks)
        self.proven = False


def _unopened(file: LetterFile, error: OSError) -> Failure:
    reason = f"cannot be opened ({error.strerror or type(error).__name__}). Check that the file is there and may be read"
    return Failure(file.name, "", "open", reason)
