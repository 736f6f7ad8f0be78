"""Killed at any moment, a run loses nothing: after the next one the register is that of a run that nobody disturbed."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import psutil
import pytest
from made_up import put

HERE = Path(__file__).parent
SURROGATES = {"seq"}
"""Columns that number rows in the order of their coming; nothing outside the register sees them."""


def rows(register: Path) -> dict[str, list[tuple[object, ...]]]:
    """All rows of all tables, in an order that does not depend on how they came in."""
    connection = sqlite3.connect(register)
    names = [n for (n,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'")]  # fmt: skip
    found = {}
    for name in names:
        if "_fts" in name or name.startswith("sqlite_"):
            continue
        columns = [c[1] for c in connection.execute(f"PRAGMA table_info({name})") if c[1] not in SURROGATES]
        chosen = ", ".join(f'"{column}"' for column in columns)
        found[name] = sorted(connection.execute(f"SELECT {chosen} FROM {name}"), key=repr)
    connection.close()
    return found


def check_whole(register: Path) -> None:
    connection = sqlite3.connect(register)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    for index in ("blocks_fts", "commitments_fts"):
        connection.execute(f"INSERT INTO {index} ({index}) VALUES ('integrity-check')")
    connection.close()


def outputs(out: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in out.iterdir() if p.name not in ("run.json", "register.sqlite")}


def letters(folder: Path) -> None:
    texts = {f"b{n:02}": f"# Kop {n}\nzal {n} kst-98765-{n}\nnog een regel\n^1 noot" for n in range(60)}
    put(folder / "in", **texts, leeg="", boem="BOOM")


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork and no kill -9 on this system")
@pytest.mark.parametrize("engine, kills", [("serial", 50), ("processes", 3)])
def test_kill_at_random_moments(tmp_path: Path, engine: str, kills: int) -> None:
    letters(tmp_path)
    command = [sys.executable, HERE / "kill_runs.py", tmp_path, engine, str(kills), "20230314"]
    paths = os.pathsep.join([str(HERE.parent), str(HERE.parents[1])])
    done = subprocess.run(
        command, capture_output=True, text=True, env=os.environ | {"PYTHONPATH": paths}, timeout=500
    )
    assert done.returncode == 0, done.stderr
    struck = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(struck) == kills, "each struck while its run was at work"
    undisturbed, files = rows(tmp_path / "whole" / "register.sqlite"), outputs(tmp_path / "whole")
    assert len(undisturbed["letters"]) == 60
    assert len(undisturbed["failures"]) == 2
    for kill in struck:
        out = tmp_path / kill["out"]
        check_whole(out / "register.sqlite")
        assert rows(out / "register.sqlite") == undisturbed, kill
        assert outputs(out) == files, kill
    if engine == "serial":
        assert len({kill["letters"] for kill in struck}) >= 4, "the kills strike at many moments"
    assert not left_behind(), "workers of killed runs are still there"


def left_behind() -> list[int]:
    """Processes that still work for one of the killed runs."""
    found = [
        p for p in psutil.process_iter(["cmdline"]) if "kill_runs.py" in " ".join(p.info["cmdline"] or ())
    ]
    _, alive = psutil.wait_procs(found, timeout=10)
    return [p.pid for p in alive]
