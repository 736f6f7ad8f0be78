"""A run: what is new or changed is read, each letter one transaction; then the files are made from the register.

Kill it anywhere: what is in the register is whole, and the next run does only the rest.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from threading import Thread

from kamerstukken.engines import Engine, parse
from kamerstukken.errors import BadInput, UnreadableLetter
from kamerstukken.export import export
from kamerstukken.link.linking import update
from kamerstukken.link.words import warm
from kamerstukken.model import Analysis, Failure
from kamerstukken.pipeline import check_options
from kamerstukken.recipe import Recipe
from kamerstukken.register import Register, SourceFile, path_of, uri_of
from kamerstukken.run.corpus import Corpus, LetterFile
from kamerstukken.run.disagree import write_disagreements
from kamerstukken.run.enrich import enrich
from kamerstukken.run.known import made_by
from kamerstukken.run.manifest import write_manifest
from kamerstukken.run.said import level, say
from kamerstukken.run.work import Done, Job, digest, work_all

REGISTER = "register.sqlite"


@dataclass(frozen=True, slots=True)
class Options:
    """How to run. `again` reads every letter anew, `retry` those that failed; `register` is None for OUT's own."""

    recipe: Recipe = field(default_factory=Recipe)
    engine: Engine = field(default_factory=lambda: parse("serial"))
    register: Path | None = None
    again: bool = False
    retry: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """A file is dealt with: `outcome` is None where the register knew its letter, `seconds` of work it took."""

    file: LetterFile
    outcome: Analysis | Failure | None
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run did. `files` were given, `read` of them now, the others were known; `failures` of all given.

    `disagreeing` letters print something else than their manifest says.
    """

    files: int
    read: int
    pages: int
    failures: tuple[Failure, ...]
    seconds: float
    begin: datetime
    slowest: tuple[tuple[str, float], ...]
    disagreeing: int = 0


def run(
    corpus: Corpus,
    out: Path,
    options: Options | None = None,
    watch: Callable[[Step], None] = lambda step: None,
) -> Summary:
    """Bring the register up to date with the corpus and write the files into `out`. `watch` sees every step.

    Raises BadInput (recipe, folder) and RegisterError; a letter that cannot be read is a failure in the summary.
    """
    options = options or Options()
    check_options(options.recipe)
    begin, clock = datetime.now(UTC), time.perf_counter()
    _make(out)
    with Register.writable(options.register or out / REGISTER) as register:
        _forget_gone(register, corpus)
        tally = _Tally()
        for step in _steps(register, corpus, options):
            watch(step)
            tally.count(step)
        failures = _failures(register, corpus)
        update(register)
        enrich(register, options.recipe, out)
        apart = write_disagreements(register, corpus, out)
        seconds = time.perf_counter() - clock
        export(register, out, options.recipe.export, options.recipe.formats)
        summary = tally.summary(failures, apart, begin, seconds)
        write_manifest(out, summary, options, register)
    return summary


def _make(out: Path) -> None:
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BadInput(f"{out}: cannot be made a folder ({error.strerror}); name another --out") from error


def _forget_gone(register: Register, corpus: Corpus) -> None:
    """What was read from a folder that is named again, and lies there no more, leaves the register."""
    present = {file.path for file in corpus.files}
    gone = [
        file
        for file in register.files()
        for path in (path_of(file.uri, register.folder),)
        if path not in present and any(path.is_relative_to(folder) for folder in corpus.folders)
    ]
    if gone:
        register.forget(gone)


def _steps(register: Register, corpus: Corpus, options: Options) -> Iterator[Step]:
    """Every file of the corpus once: first those that need no reading, then the read ones, then their copies."""
    recipe = options.recipe
    jobs: dict[str, Job] = {}
    copies: list[tuple[LetterFile, str]] = []
    for file in corpus.files:
        sha256 = digest(file)
        if isinstance(sha256, Failure):
            register.record(_source(register, file), sha256, made_by=made_by(recipe, file.known))
            yield Step(file, sha256)
        elif sha256 in jobs:
            copies.append((file, sha256))
        elif _is_known(register, file, sha256, options):
            register.adopt(_source(register, file), sha256, made_by=made_by(recipe, file.known))
            yield Step(file, None)
        else:
            jobs[sha256] = Job(file, sha256, recipe, level())
    if jobs and options.engine.name != "serial":  # while the workers start; linking needs it behind them
        Thread(target=warm, name="dictionary", daemon=True).start()
    for done in work_all(options.engine, list(jobs.values())):
        say(done.job.file.name, done.said)
        yield Step(done.job.file, _keep(register, done), done.seconds)
    for file, sha256 in copies:
        register.adopt(_source(register, file), sha256, made_by=made_by(recipe, jobs[sha256].file.known))
        yield Step(file, None)


def _is_known(register: Register, file: LetterFile, sha256: str, options: Options) -> bool:
    known = register.known(sha256, made_by(options.recipe, file.known))
    return not options.again and (known == "letter" or (known == "failure" and not options.retry))


def _keep(register: Register, done: Done) -> Analysis | Failure:
    source, by = _source(register, done.job.file), made_by(done.job.recipe, done.job.file.known)
    try:
        register.record(source, done.outcome, made_by=by)
        return done.outcome
    except UnreadableLetter as error:
        failure = Failure(done.job.file.name, done.job.sha256, error.stage, str(error))
        register.record(source, failure, made_by=by)
        return failure


def _source(register: Register, file: LetterFile) -> SourceFile:
    return SourceFile(uri_of(file.path, register.folder), file.name)


def _failures(register: Register, corpus: Corpus) -> tuple[Failure, ...]:
    """Failures of this run's files, also those known from before; the register may hold others."""
    names = {file.name for file in corpus.files}
    return tuple(failure for failure in register.failed() if failure.file in names)


class _Tally:
    """What the summary needs of the steps, counted as they come: of a hundred thousand none is kept."""

    SLOWEST = 5

    def __init__(self) -> None:
        self.files = self.read = self.pages = 0
        self._slowest: list[tuple[str, float]] = []

    def count(self, step: Step) -> None:
        self.files += 1
        if step.outcome is None:
            return
        self.read += 1
        self.pages += step.outcome.document.pages if isinstance(step.outcome, Analysis) else 0
        of_all = sorted([*self._slowest, (step.file.name, step.seconds)], key=lambda s: (-s[1], s[0]))
        self._slowest = of_all[: self.SLOWEST]

    def summary(self, failures: tuple[Failure, ...], apart: int, begin: datetime, seconds: float) -> Summary:
        return Summary(
            files=self.files,
            read=self.read,
            pages=self.pages,
            failures=failures,
            disagreeing=apart,
            seconds=seconds,
            begin=begin,
            slowest=tuple(self._slowest),
        )
