"""What an act is: its parse to a short Dutch summary in the infinitive ('Kamer informeren over voortgang'). See `summary_of`."""

from __future__ import annotations

from kamerstukken.commit.fields.action.plain import plain
from kamerstukken.commit.fields.action.predicate import Predicate, predicate_of
from kamerstukken.commit.fields.action.summary import summary_of

__all__ = ["Predicate", "plain", "predicate_of", "summary_of"]
