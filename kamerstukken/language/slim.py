"""spaCy without its command line, which `import spacy` brings along for `spacy.info` alone.

With it come a project manager and an HTTP client: two thirds of a second, a seventh of the time that one letter takes.
`import spacy.cli` and `spacy.info` work afterwards as they always do.
"""

from __future__ import annotations

import importlib
import sys
from types import ModuleType
from typing import Any

LEFT_OUT = ("spacy.cli", "spacy.cli.info")


def slim_spacy() -> ModuleType:
    """The module spacy; imported without its command line where it was not imported yet."""
    if "spacy" in sys.modules:
        return sys.modules["spacy"]
    blank = {name: ModuleType(name) for name in LEFT_OUT}
    blank["spacy.cli.info"].info = _info  # type: ignore[attr-defined]
    sys.modules.update(blank)
    try:
        return importlib.import_module("spacy")
    finally:
        for name in LEFT_OUT:
            del sys.modules[name]


def _info(*args: Any, **kwargs: Any) -> Any:
    """What `spacy.info` says; its module is imported when it is asked."""
    return importlib.import_module("spacy.cli.info").info(*args, **kwargs)
