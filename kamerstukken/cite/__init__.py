"""Stage 3. A document to its citations; also a text to its references, for use alone (`cite_text`)."""

from kamerstukken.cite.document import cite
from kamerstukken.cite.found import cite_text

__all__ = ["cite", "cite_text"]
