"""Imported by worker processes alone: its import loads all that reading a letter needs, the Dutch pipeline included."""

import os

# One thread a worker: N workers on N cores would get in each other's way. Before NumPy is imported, or it is too late.
os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from kamerstukken.language import load
from kamerstukken.pipeline import STAGES, stage_function

for _stage in STAGES:
    stage_function(_stage)
load()
