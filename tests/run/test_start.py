"""What a first letter waits for: spaCy without its command line, workers that start beside the caller's imports."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from kamerstukken.engines import parse, start_early


def python(code: str) -> str:
    """What a fresh interpreter prints."""
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=120
    )
    return done.stdout.strip()


def test_the_pipeline_comes_without_spacys_command_line() -> None:
    code = "import sys; from kamerstukken.language import load; load(); print('spacy.cli' in sys.modules, 'requests' in sys.modules)"
    assert python(code) == "False False"


@pytest.mark.parametrize("first", ["import spacy.cli", "import spacy"])
def test_spacy_that_is_there_already_is_taken_as_it_is(first: str) -> None:
    code = f"{first}; import sys; from kamerstukken.language.slim import slim_spacy; print(slim_spacy() is sys.modules['spacy'])"
    assert python(code) == "True"


def test_spacys_command_line_works_afterwards() -> None:
    code = (
        "from kamerstukken.language.slim import slim_spacy; spacy = slim_spacy();"
        "import spacy.cli; print(callable(spacy.cli.download), 'spacy_version' in spacy.info(silent=True))"
    )
    assert python(code) == "True True"


@pytest.mark.parametrize("engine", ["serial", "dask://localhost:8786", "nonsense"])
def test_an_engine_without_workers_of_its_own_needs_no_start(engine: str) -> None:
    code = f"from kamerstukken.engines import parse, start_early; import sys; start_early({engine!r}); print('multiprocessing.forkserver' in sys.modules)"
    assert python(code) == "False"


def test_workers_come_from_a_server_that_was_started_early_twice() -> None:
    start_early("processes:1")
    start_early("processes")
    with parse("processes:1").executor(1) as pool:
        assert pool.submit(os.getpid).result(timeout=120) != os.getpid()
