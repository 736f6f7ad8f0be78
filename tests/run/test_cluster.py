"""A Dask cluster gives the same bytes as this process, also where a worker is killed in mid-run."""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path

import made_up
import pytest
from made_up import put

from kamerstukken import pipeline
from kamerstukken.engines import Limits, parse
from kamerstukken.errors import BadInput, EngineError
from kamerstukken.recipe import Recipe
from kamerstukken.run import Options, Step, find_letters, run

distributed = pytest.importorskip("distributed", reason="the extra `cluster` is not installed")


class Toys(distributed.WorkerPlugin):  # type: ignore[misc]
    """Puts the toy stages into each worker, also into one that takes the place of another."""

    def setup(self, worker: object) -> None:
        made_up.install()


def contents(out: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in out.iterdir() if p.name not in ("run.json", "register.sqlite")}


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="no kill -9 there")
@pytest.mark.filterwarnings("ignore")
def test_a_worker_killed_in_mid_run_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    letters = put(tmp_path / "in", **{f"b{n:02}": f"zal {n} kst-98765-{n}" for n in range(40)}, leeg="")
    monkeypatch.setattr(pipeline, "STAGES", made_up.STAGES)
    run(find_letters([letters]), tmp_path / "serial", Options(Recipe()))
    with (
        distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as local,
        distributed.Client(local, set_as_default=False) as client,
    ):
        client.register_plugin(Toys())
        engine = parse("dask://" + local.scheduler_address.removeprefix("tcp://"), Limits(60))
        killed: list[int] = []

        def watch(step: Step) -> None:
            if step.outcome is not None and not killed:
                killed.append(next(iter(client.run(os.getpid).values())))
                os.kill(killed[0], signal.SIGKILL)

        run(find_letters([letters]), tmp_path / "dask", Options(Recipe(), engine), watch)
        assert killed
        assert contents(tmp_path / "dask") == contents(tmp_path / "serial")
        put(letters, b00="DIE", b50="zal 50")
        (failure, _) = run(find_letters([letters]), tmp_path / "dask", Options(Recipe(), engine)).failures
        assert failure.file == "b00.pdf"
        assert "died (on several workers of the cluster)" in failure.reason
        for _ in range(100):  # the scheduler hears of it a moment later
            ours = set(local.scheduler.clients) - {"fire-and-forget", client.id}
            if not ours:
                break
            time.sleep(0.1)
        assert not ours, "a client that stays after its run calls on when the scheduler is gone"


def test_a_scheduler_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kamerstukken.engines.cluster.CONNECT", 0.5)
    with pytest.raises(EngineError, match=r"dask://127\.0\.0\.1:9: no Dask scheduler answers there"):
        parse("dask://127.0.0.1:9")


def test_without_the_extra_it_is_told_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(BadInput, match=r"pip install 'kamerstukken\[cluster\]'"):
        parse("dask://127.0.0.1:8786")
