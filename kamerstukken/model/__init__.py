"""The nouns, all frozen. Knows nothing of the other rooms."""

from kamerstukken.model.analysis import Analysis, Failure
from kamerstukken.model.box import Box
from kamerstukken.model.commitment import Actor, Commitment, Deadline, Kind, Status, Strength
from kamerstukken.model.decision import Decision, Verb
from kamerstukken.model.document import (
    GAP,
    Block,
    BlockKind,
    Document,
    Footnote,
    Layout,
    Metadata,
    PlacedText,
    Signatory,
)
from kamerstukken.model.known import HowKnown, KnownPaper, OralPromise
from kamerstukken.model.letter import Letter
from kamerstukken.model.link import How, Link, LinkType, Stand, Standing
from kamerstukken.model.page import Page, Reader, Word
from kamerstukken.model.reference import Citation, Reference
from kamerstukken.model.review import Oordeel, Review
from kamerstukken.model.span import Quote, Span

__all__ = [
    "GAP",
    "Actor",
    "Analysis",
    "Block",
    "BlockKind",
    "Box",
    "Citation",
    "Commitment",
    "Deadline",
    "Decision",
    "Document",
    "Failure",
    "Footnote",
    "How",
    "HowKnown",
    "Kind",
    "KnownPaper",
    "Layout",
    "Letter",
    "Link",
    "LinkType",
    "Metadata",
    "Oordeel",
    "OralPromise",
    "Page",
    "PlacedText",
    "Quote",
    "Reader",
    "Reference",
    "Review",
    "Signatory",
    "Span",
    "Stand",
    "Standing",
    "Status",
    "Strength",
    "Verb",
    "Word",
]
