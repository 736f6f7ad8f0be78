"""The register that a command means: the one named, else the newest under outputs/."""

from __future__ import annotations

from pathlib import Path

from kamerstukken.errors import BadInput
from kamerstukken.register import Register

OUTPUTS = Path("outputs")


def open_register(path: Path | None) -> Register:
    """Open for reading. Raises BadInput where none is named and none is found, RegisterError where it cannot be opened."""
    return Register(path or newest())


def open_register_to_write(path: Path | None) -> Register:
    """Open for reading and writing. Raises BadInput where there is none: a review begins with a register that exists."""
    path = path or newest()
    if not path.is_file():
        raise BadInput(f"{path}: no register here; `kamerstukken run LETTERS --out DIR` makes one")
    return Register.writable(path)


def newest(outputs: Path = OUTPUTS) -> Path:
    """The register of the newest run. Raises BadInput where there is none."""
    found = sorted(outputs.glob("*/register.sqlite"), key=lambda p: (p.stat().st_mtime, str(p)))
    if not found:
        raise BadInput(
            f"no register in {outputs}/*/; name one with --register, or make one with `kamerstukken run`"
        )
    return found[-1]
