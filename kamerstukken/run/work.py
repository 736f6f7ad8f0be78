"""One letter as a task that travels to a worker, and the map of it over many, in order and in bounded memory.

A worker that dies (a PDF that crashes the reader) costs only the letter that killed it.
"""

from __future__ import annotations

import hashlib
import time
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future
from contextlib import contextmanager
from dataclasses import dataclass

from kamerstukken.engines import Engine
from kamerstukken.model import Analysis, Failure, Letter
from kamerstukken.pipeline import analyse
from kamerstukken.recipe import Recipe
from kamerstukken.run.corpus import LetterFile

MAX_BYTES = 1 << 29
"""512 MB: the longest letters are under 20 MB; more is a mistake or an attack."""


@dataclass(frozen=True, slots=True)
class Job:
    """A letter to read: where it lies, what its bytes must be, and how to read it."""

    file: LetterFile
    sha256: str
    recipe: Recipe


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a job; `seconds` of work, without waiting."""

    job: Job
    outcome: Analysis | Failure
    seconds: float


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
    """Read one letter and analyse it. Never raises for a fault of the letter."""
    begin = time.perf_counter()
    outcome = _work(job)
    return Done(job, outcome, time.perf_counter() - begin)


def _work(job: Job) -> Analysis | Failure:
    try:
        data = job.file.path.read_bytes()
    except OSError as error:
        return _unopened(job.file, error)
    if hashlib.sha256(data).hexdigest() != job.sha256:
        reason = "changed while the run was going on. Run again when it is copied whole"
        return Failure(job.file.name, "", "open", reason)
    return analyse(Letter(job.file.name, data), job.recipe)


def work_all(engine: Engine, jobs: Iterable[Job]) -> Iterator[Done]:
    """Do all jobs; results come in the order of the jobs, and no more wait than the engine allows."""
    waiting: deque[tuple[Job, Future[Done]]] = deque()
    with _Pool(engine) as pool:
        for job in jobs:
            waiting.append((job, pool.submit(job)))
            if len(waiting) > engine.ahead:
                yield pool.result(*waiting.popleft())
        while waiting:
            yield pool.result(*waiting.popleft())


class _Pool:
    """An executor that is replaced when a worker died in it."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._executor = engine.executor()

    def __enter__(self) -> _Pool:
        return self

    def __exit__(self, *_: object) -> None:
        self._executor.shutdown(wait=False, cancel_futures=True)

    def submit(self, job: Job) -> Future[Done]:
        try:
            return self._executor.submit(work, job)
        except BrokenExecutor:
            self._executor.shutdown(wait=False, cancel_futures=True)
            self._executor = self._engine.executor()
            return self._executor.submit(work, job)

    def result(self, job: Job, future: Future[Done]) -> Done:
        """The job's result. Where its pool broke, any letter in it can be to blame: each is tried by itself."""
        try:
            return future.result()
        except BrokenExecutor:
            with _alone(self._engine) as executor:
                return _result_alone(executor, job)


@contextmanager
def _alone(engine: Engine) -> Iterator[Executor]:
    executor = engine.executor()
    try:
        yield executor
    finally:
        executor.shutdown(wait=False, cancel_futures=True)


def _result_alone(executor: Executor, job: Job) -> Done:
    begin = time.perf_counter()
    try:
        return executor.submit(work, job).result()
    except BrokenExecutor:
        reason = "the process that read it died (out of memory, or a PDF that crashes the reader). Leave it out, or open it and print it to a new PDF"
        return Done(job, Failure(job.file.name, job.sha256, "read", reason), time.perf_counter() - begin)


def _unopened(file: LetterFile, error: OSError) -> Failure:
    reason = f"cannot be opened ({error.strerror or type(error).__name__}). Check that the file is there and may be read"
    return Failure(file.name, "", "open", reason)
