"""References: a mention in a text, and a mention placed in a letter."""

from __future__ import annotations

from dataclasses import dataclass

from kamerstukken.model.box import Box
from kamerstukken.model.span import Span


@dataclass(frozen=True, slots=True)
class Reference:
    """One mention of an official paper in a text; `start` and `end` are offsets in that text, in characters.

    `ids` are canonical ('kst-34843-30'); empty where the mention alone does not say which paper is meant.
    `resolved_by` names the step that gave the ids ('own words', 'footnote', 'idem', …), None without ids.
    """

    kind: str
    start: int
    end: int
    text: str
    ids: tuple[str, ...] = ()
    chamber: str | None = None
    """'I' (Eerste Kamer), 'II' (Tweede Kamer) or None where not said."""
    session: str | None = None
    """Vergaderjaar, as '2017-2018'."""
    pages: str | None = None
    indieners: tuple[str, ...] = ()
    """Members named by a motion or an amendment, as written ('Van Nispen')."""
    resolved_by: str | None = None
    number: str | None = None
    """What identifies a paper that is no publication with an id: '2018Z02462', 'COM(2015) 636', a CELEX number."""

    @property
    def span(self) -> Span:
        """The mention's stretch of the text."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Citation:
    """A reference placed in a letter: `letter` is the document's id, `where` 'block 7' or 'footnote 2'."""

    letter: str
    reference: Reference
    where: str
    page: int
    boxes: tuple[Box, ...] = ()
    url: str | None = None
