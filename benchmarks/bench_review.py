"""How fast the review page answers on a register of 100,000 rows: python benchmarks/bench_review.py [letters]

Makes a register of invented letters of 20 acts each, asks the server for its pages as a browser does, and prints for
each the median time and the server's processor time, in milliseconds.
"""

from __future__ import annotations

import hashlib
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import httpx
import psutil

from kamerstukken.model import Analysis, Deadline
from kamerstukken.register import Register, SourceFile

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))
from made_up import toy

ACTS, TIMES = 20, 7
PLACES = (
    "/", "/queue", "/queue?order=brief", "/queue?order=termijn", "/queue?ministry=Ministerie 3", "/queue?dossier=30017",
    "/queue?motion=30017-5", "/queue?query=onderwerp 7", "/queue?deadline=2024-06-01", "/queue?state=nagekeken",
)  # fmt: skip


def letters(count: int) -> Iterator[Analysis]:
    """Invented letters over 12 ministries and 500 dossiers, with moments over two years."""
    base = toy("\n".join(f"Ik zal u over onderwerp {n} berichten." for n in range(ACTS)))
    dice = random.Random(1)
    for n in range(count):
        sha = hashlib.sha256(str(n).encode()).hexdigest()
        dossier = str(30000 + n % 500)
        meta = replace(
            base.document.metadata, ministry=f"Ministerie {n % 12}", subject=f"Brief {n}", dossiers=(dossier,)
        )
        acts = tuple(
            replace(
                act, id=f"{n:06x}{k:04x}", letter=sha[:12], confidence=round(dice.random(), 3),
                motions=(f"kst-{dossier}-{k}",) if k % 5 == 0 else (),
                deadline=Deadline("x", None, f"2024-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}") if k % 2 else None,
            )
            for k, act in enumerate(base.commitments)
        )  # fmt: skip
        yield Analysis(replace(base.document, sha256=sha, file=f"{n:05}.pdf", metadata=meta), (), acts)


def main(count: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "register.sqlite"
        with Register.writable(path) as register:
            for analysis in letters(count):
                register.record(
                    SourceFile(analysis.document.file, analysis.document.file), analysis, made_by="v"
                )
        command = [sys.executable, "-m", "kamerstukken", "review", "--register", str(path), "--no-browser"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
            assert server.stdout
            measure(server.stdout.readline().strip(), psutil.Process(server.pid))
            server.terminate()


def measure(address: str, server: psutil.Process) -> None:
    base, _, token = address.partition("?")
    with httpx.Client(base_url=base, follow_redirects=True, timeout=60) as client:
        client.get(f"/?{token}")
        for place in PLACES:
            spent = [(once(client, place), sum(server.cpu_times()[:2])) for _ in range(TIMES)]
            used = [1000 * (b[1] - a[1]) for a, b in pairwise(spent)]
            print(
                f"{place:34} {1000 * statistics.median(s[0] for s in spent):6.0f} ms, processor {statistics.median(used):4.0f} ms"
            )


def once(client: httpx.Client, place: str) -> float:
    begin = time.perf_counter()
    client.get(place).raise_for_status()
    return time.perf_counter() - begin


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5000)
