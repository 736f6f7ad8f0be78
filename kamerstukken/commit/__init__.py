"""Stage 5. A Document and its citations to its commitments: who does what, for whom, by when, on whose motion."""

from __future__ import annotations

from kamerstukken.commit.compose import commit

__all__ = ["commit"]
