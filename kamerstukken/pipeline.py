"""The way of one letter: bytes to pages, a document, its citations and its commitments. Pure, and never raises.

A stage's module is imported when it is first needed, so that a command that reads no letter starts at once.
"""

from __future__ import annotations

import importlib
import inspect
import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from kamerstukken.errors import BadInput, UnreadableLetter
from kamerstukken.model import Analysis, Failure, Letter
from kamerstukken.recipe import Recipe

log = logging.getLogger(__name__)

STAGES = {
    "read": "kamerstukken.read:read_pages",
    "structure": "kamerstukken.structure:build_document",
    "cite": "kamerstukken.cite:cite",
    "commit": "kamerstukken.commit:commit",
}
"""Stage to the function that does it, as 'module:name'."""


@dataclass(slots=True)
class _Progress:
    """Which stage a letter is in, for the failure that may come of it."""

    stage: str = "read"


def analyse(letter: Letter, recipe: Recipe | None = None) -> Analysis | Failure:
    """All that is found in one letter, or why it cannot be had.

    A fault of the letter, and any fault of ours, becomes a Failure; only BadInput (a recipe with an option
    that does not exist), MemoryError and KeyboardInterrupt get through.
    """
    at = _Progress()
    try:
        return _analyse(letter, recipe or Recipe(), at)
    except UnreadableLetter as error:
        return Failure(letter.file, letter.sha256, error.stage, str(error))
    except (BadInput, MemoryError):
        raise
    except Exception as error:
        log.debug("%s: %s failed", letter.file, at.stage, exc_info=True)
        reason = (
            f"{type(error).__name__}: {error}. This is a fault of the program; please report it with the file"
        )
        return Failure(letter.file, letter.sha256, at.stage, reason)


def _analyse(letter: Letter, recipe: Recipe, at: _Progress) -> Analysis:
    def run(stage: str, *arguments: Any) -> Any:
        at.stage = stage
        return stage_function(stage)(*arguments, **getattr(recipe, stage))

    pages = run("read", letter)
    document = run("structure", letter, pages)
    document = replace(document, metadata=document.metadata.filled(letter.known))
    citations = run("cite", document)
    commitments = run("commit", document, citations)
    return Analysis(document, tuple(citations), tuple(commitments))


def stage_function(stage: str) -> Callable[..., Any]:
    """The function that does a stage."""
    module, name = STAGES[stage].split(":")
    function: Callable[..., Any] = getattr(importlib.import_module(module), name)
    return function


def check_options(recipe: Recipe) -> None:
    """Raises BadInput where a recipe names an option that its stage does not have."""
    for stage in STAGES:
        options = getattr(recipe, stage)
        if not options:  # the modules are heavy: nothing to check, nothing to import
            continue
        known = {
            name
            for name, p in inspect.signature(stage_function(stage)).parameters.items()
            if p.kind is p.KEYWORD_ONLY
        }
        if strange := sorted(set(options) - known):
            raise BadInput(
                f"recipe {recipe.name}: [{stage}] has no option {', '.join(strange)}; it knows {', '.join(sorted(known)) or 'none'}"
            )
