"""Kills runs at random moments: `kill_runs.py FOLDER ENGINE KILLS SEED`, a process of its own so that it can fork.

For each kill a run of FOLDER/in begins in a process of its own, is ended by kill -9 after a random part of the time that a run takes, and is
done again to its end. A kill that comes too late is tried again, earlier. Prints a JSON object a kill: the output folder, how many letters it
held then, and how many kills had come too late before.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sys
import time
from pathlib import Path

import made_up

from kamerstukken.engines import Limits, parse
from kamerstukken.engines.processes import processes
from kamerstukken.errors import RegisterError
from kamerstukken.recipe import Recipe
from kamerstukken.register import Register
from kamerstukken.run import Options, find_letters, run

FORMATS = ("jsonl",)

TRIES = 30
"""How often a kill is tried: each time within the time in which the last run had ended, so that one strikes on a machine of any speed."""


def main() -> None:
    folder, engine = Path(sys.argv[1]), sys.argv[2]
    made_up.install()
    if len(sys.argv) == 4:
        return work(folder, sys.argv[3], engine)
    kills, dice = int(sys.argv[3]), random.Random(int(sys.argv[4]))
    if engine == "serial":
        work(folder, "warm", engine)  # here, so that its forks import nothing
    began = time.monotonic()
    finish(folder, "whole", engine)
    whole = time.monotonic() - began
    for kill in range(kills):
        out = f"killed{kill:02}"
        late = strike(dice, whole, folder, out, engine)
        done = letters_in(folder / out)
        finish(folder, out, engine)
        print(json.dumps({"out": out, "letters": done, "late": late}), flush=True)
    return None


def work(folder: Path, out: str, engine: str) -> None:
    chosen = parse("serial") if engine == "serial" else processes(2, Limits(60), made_up.install)
    run(find_letters([folder / "in"]), folder / out, Options(Recipe(export=FORMATS), chosen))


def strike(dice: random.Random, whole: float, folder: Path, out: str, engine: str) -> int:
    """Begin a run and kill it at a random moment while it is at work; how many had ended before their kill: others' work on the machine slows one
    run and not the next."""
    for late in range(TRIES):
        whole *= dice.random()
        if killed_after(whole, folder, out, engine):
            return late
        shutil.rmtree(folder / out)
    raise SystemExit(f"{out}: {TRIES} runs ended before their kill")


def killed_after(seconds: float, folder: Path, out: str, engine: str) -> bool:
    """Begin a run and kill it; whether it was still at work."""
    child = begin(folder, out, engine)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def finish(folder: Path, out: str, engine: str) -> None:
    if os.waitpid(begin(folder, out, engine), 0)[1] != 0:
        raise SystemExit(f"{out}: the run after the kill failed")


def begin(folder: Path, out: str, engine: str) -> int:
    """The process of a run: a fork, which costs nothing; a fresh one where it starts workers, which a fork cannot."""
    if engine != "serial":
        return os.spawnv(os.P_NOWAIT, sys.executable, [sys.executable, __file__, str(folder), engine, out])
    child = os.fork()
    if child == 0:
        try:
            work(folder, out, engine)
        except BaseException as error:
            print(f"{out}: {error!r}", file=sys.stderr, flush=True)
            os._exit(1)
        os._exit(0)
    return child


def letters_in(out: Path) -> int:
    """How many letters the register holds right after the kill: it can be read at any time."""
    if not (out / "register.sqlite").exists():
        return 0
    try:
        with Register(out / "register.sqlite") as register:
            return register.counts()["letters"]
    except RegisterError as error:
        if "holds nothing yet" not in str(error):
            raise
        return 0


if __name__ == "__main__":
    main()
