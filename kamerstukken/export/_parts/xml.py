"""Text that XML can hold."""

from __future__ import annotations

import re

NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold, such as \\x00; they come from hostile files alone."""


def xml_text(text: str) -> str:
    """The text with U+FFFD for what XML cannot hold."""
    return NOT_XML.sub("\ufffd", text)
