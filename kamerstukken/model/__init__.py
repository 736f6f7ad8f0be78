"""The nouns, all frozen. Knows nothing of the other rooms."""

from kamerstukken.model.analysis import Analysis, Failure
from kamerstukken.model.box import Box
from kamerstukken.model.commitment import Actor, Commitment, Deadline, Kind, Status, Strength
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
from kamerstukken.model.letter import Letter
from kamerstukken.model.page import Page, Reader, Word
from kamerstukken.model.reference import Citation, Reference
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
    "Document",
    "Failure",
    "Footnote",
    "Kind",
    "Layout",
    "Letter",
    "Metadata",
    "Page",
    "PlacedText",
    "Quote",
    "Reader",
    "Reference",
    "Signatory",
    "Span",
    "Status",
    "Strength",
    "Word",
]
