"""How long questions to a large register take, and how much memory: `python benchmarks/bench_register.py [--letters 100000]`.

Makes a register of invented letters (or takes `--register FILE`, made before), asks it as the command line does, each
question in a process of its own, and prints seconds of the clock, seconds of processor time and peak memory.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from synthetic import dossier_of, fill

OPEN = "from kamerstukken.register import Register; r = Register({path!r}); print(r.letter_ids.__name__, r.links.stale())"
INNER = """
import time; begin = time.perf_counter()
from datetime import date
from kamerstukken.register import Register
from kamerstukken.graph import subjects, trace
ready = time.perf_counter()
register = Register({path!r})
found = trace(register, subjects(register, {subject!r})[0], date(2025, 1, 1))
print(f"imports {{ready - begin:.2f}} s, opening and trace {{time.perf_counter() - ready:.3f}} s, {{len(found.steps)}} letters, {{len(found.acts)}} acts")
"""


def questions(path: str, count: int, out: str) -> dict[str, list[str]]:
    """What is asked, as arguments of Python."""
    dossier = str(dossier_of(0, count))
    command = ["-m", "kamerstukken"]
    register = ["--register", path]
    return {
        "open the register": ["-c", OPEN.format(path=path)],
        "trace of a motion (library)": ["-c", INNER.format(path=path, subject=f"kst-{dossier}-3")],
        "trace of a dossier (library)": ["-c", INNER.format(path=path, subject=dossier)],
        "trace of an office (library)": ["-c", INNER.format(path=path, subject="minister van IenW")],
        "kamerstukken --help": [*command, "--help"],
        "kamerstukken trace MOTION": [*command, "trace", f"kst-{dossier}-3", *register],
        "kamerstukken trace DOSSIER": [*command, "trace", dossier, *register],
        "kamerstukken open --before": [*command, "open", "--before", "2006-03-01", *register],
        "kamerstukken open --gap motions": [*command, "open", "--gap", "motions", *register],
        "kamerstukken diff --since": [
            *command,
            "diff",
            "--since",
            "2024-12-01",
            "--on",
            "2024-12-31",
            *register,
        ],
        "export graphml (all)": [*command, "export", "--format", "graphml", "--out", out, *register],
    }


def ask(arguments: list[str]) -> tuple[float, float, float, str]:
    """Clock, processor time, peak memory in MB of the largest child so far, and the last line it printed."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begin = time.perf_counter()
    code = "import resource, sys, subprocess\np = subprocess.run([sys.executable, *sys.argv[1:]], capture_output=True, text=True)\nprint(((p.stdout or p.stderr).strip().splitlines() or ['-'])[-1][:110])\nprint(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True
    )
    clock = time.perf_counter() - begin
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    said, peak = done.stdout.rstrip().rsplit("\n", 1)
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return clock, processor, int(peak) / 1024, said


def main() -> None:
    parser = argparse.ArgumentParser(description="Ask a large register.")
    parser.add_argument("--letters", type=int, default=100_000)
    parser.add_argument("--register", type=Path, help="where the register is, or is to be made and kept")
    arguments = parser.parse_args()
    with TemporaryDirectory() as folder:
        path = arguments.register or Path(folder) / "register.sqlite"
        if not path.exists():
            begin = time.process_time()
            fill(path, arguments.letters)
            print(
                f"{arguments.letters} letters written in {time.process_time() - begin:.0f} s of processor time, {path.stat().st_size >> 20} MB"
            )
        for name, question in questions(str(path), arguments.letters, folder).items():
            clock, processor, peak, said = ask(question)
            print(f"{name:<32} {clock:7.2f} s  {processor:7.2f} s cpu  {peak:6.0f} MB  {said}")


if __name__ == "__main__":
    main()
