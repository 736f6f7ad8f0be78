"""A trace asks by index: what it takes depends on what there is to tell, not on how many letters the register holds."""

from __future__ import annotations

import sys
import time
import tracemalloc
from datetime import date
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "benchmarks"))

from synthetic import A_DOSSIER, dossier_of, fill  # noqa: E402

from kamerstukken.export.graphml import write_graphml  # noqa: E402
from kamerstukken.graph import GraphStream, Trace, subjects, trace  # noqa: E402
from kamerstukken.link.changes import changes_since  # noqa: E402
from kamerstukken.link.due import unkept  # noqa: E402
from kamerstukken.register import Register  # noqa: E402

DAY = date(2025, 1, 1)
BIG = (
    "letters",
    "commitments",
    "citations",
    "citation_ids",
    "commitment_ids",
    "blocks",
    "links",
    "link_keys",
    "link_acts",
)
NAMES = ("l", "c", "i", "k", "f", "o", *BIG)
"""Names of big tables in queries, and their short ones."""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("small") / "register.sqlite"
    fill(path, 200)
    return path


def traced(register: Register, count: int) -> list[Trace]:
    dossier = str(dossier_of(0, count))
    words = (f"kst-{dossier}-3", dossier, "minister van BZK")
    return [trace(register, subjects(register, word)[0], DAY) for word in words]


def plans(register: Register, ask: object) -> list[str]:
    """How SQLite finds the rows of every query that `ask` makes."""
    queries: list[str] = []
    connection = register._connection
    connection.set_trace_callback(queries.append)
    ask()  # type: ignore[operator]
    connection.set_trace_callback(None)
    selects = {query for query in queries if query.lstrip().startswith("SELECT")}
    assert selects
    return [
        f"{row[3]} <- {query}"
        for query in selects
        for row in connection.execute(f"EXPLAIN QUERY PLAN {query}")
    ]


def scans(found: list[str]) -> list[str]:
    return [p for p in found if any(p.startswith((f"SCAN {name} ", f"SCAN {name}<")) for name in NAMES)]


def test_no_question_reads_a_whole_table(small: Path) -> None:
    with Register(small) as register:
        assert scans(plans(register, lambda: traced(register, 200))) == []
        assert scans(plans(register, lambda: unkept(register, DAY, before=date(2006, 1, 1)))) == []
        assert scans(plans(register, lambda: changes_since(register, date(2024, 12, 1), DAY))) == []


def test_a_question_that_must_read_all_is_seen_to(small: Path) -> None:
    """The check has teeth: all acts cannot be had by index."""
    with Register(small) as register:
        assert scans(plans(register, lambda: list(register.acts.all())))


@pytest.mark.slow
def test_a_large_register_takes_no_longer_than_a_small_one(small: Path, tmp_path: Path) -> None:
    """In processor time of the same run; a dossier has as many letters in both."""
    large, count = tmp_path / "register.sqlite", 1_600
    fill(large, count)
    taken = {}
    for path, letters in ((small, 200), (large, count)):
        with Register(path) as register:
            dossier = str(dossier_of(0, letters))
            subject = subjects(register, dossier)[0]
            trace(register, subject, DAY)  # so that both are warm
            begin = time.process_time()
            for _ in range(3):
                assert len(trace(register, subject, DAY).steps) == A_DOSSIER
            taken[letters] = time.process_time() - begin
    assert taken[count] < 3 * taken[200] + 0.1


@pytest.mark.slow
def test_the_whole_graph_is_never_in_memory(small: Path, tmp_path: Path) -> None:
    """Three times the letters, and not twice the memory of a small graph but for the ids."""
    peaks = {}
    for path, letters in ((small, 200), (tmp_path / "more.sqlite", 600)):
        if letters == 600:
            fill(path, letters)
        with Register(path) as register, (tmp_path / f"{letters}.graphml").open("wb") as stream:
            tracemalloc.start()
            write_graphml(GraphStream(register), stream)
            peaks[letters] = tracemalloc.get_traced_memory()[1]
            tracemalloc.stop()
        size = (tmp_path / f"{letters}.graphml").stat().st_size
    assert peaks[600] < size / 3, "the file is far larger than what was held"
    assert peaks[600] - peaks[200] < 400 * 2_500, "about a kilobyte or two of ids a letter"
