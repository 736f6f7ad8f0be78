"""Dutch government letters to parliament, from a pile of PDFs to a commitment list and a citation graph.

`cite_text(text)` finds references, `parse_deadline(text, date)` reads a moment, `analyse(letter)` does a whole letter.
Heavy imports happen at first use, so that `import kamerstukken` costs next to nothing.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from kamerstukken.cite import cite_text
    from kamerstukken.commit.deadline import parse_deadline
    from kamerstukken.pipeline import analyse

_HOMES = {
    "analyse": "kamerstukken.pipeline",
    "cite_text": "kamerstukken.cite",
    "parse_deadline": "kamerstukken.commit.deadline",
}

__all__ = ["__version__", "analyse", "cite_text", "parse_deadline"]


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(importlib.import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
