"""Values as cells of a table: text that no spreadsheet takes for a formula, and that can be had back as it was."""

from __future__ import annotations

import re
from typing import Any

BETWEEN = "; "
"""Between the members of a list in one cell."""

SIGNS = r"=+\-@\uFF1D\uFF0B\uFF0D\uFF20"
"""What makes a spreadsheet compute; also the wide forms, which some take for it."""

FIRST = re.compile(rf"(?P<marks>'*)(?P<sign>[{SIGNS}\t\r\n])")
INNER = re.compile(rf"""(?P<edge>[;,|\t\r\n]"?)(?P<marks>'*)(?P<sign>[{SIGNS}])""")
"""Where a cell would begin for a reader that splits elsewhere: 'a;=1+1' in a Dutch Excel."""

FIRST_GUARDED = re.compile(rf"'(?P<marks>'*)(?P<sign>[{SIGNS}\t\r\n])")
INNER_GUARDED = re.compile(rf"""(?P<edge>[;,|\t\r\n]"?)'(?P<marks>'*)(?P<sign>[{SIGNS}])""")


def guarded(text: str) -> str:
    """The text with an apostrophe before every sign that could start a formula: '=1+1' becomes \"'=1+1\"."""
    inner = INNER.sub(r"\g<edge>'\g<marks>\g<sign>", text)
    return f"'{inner}" if FIRST.match(inner) else inner


def unguarded(text: str) -> str:
    """The text that `guarded` was given, to the character."""
    inner = text[1:] if FIRST_GUARDED.match(text) else text
    return INNER_GUARDED.sub(r"\g<edge>\g<marks>\g<sign>", inner)


def as_text(value: Any) -> str:
    """A value of the contract as the text of a cell, guarded; nothing for None."""
    if value is None:
        return ""
    if isinstance(value, tuple | str):
        return guarded(str(plain(value)))
    return str(value).lower() if isinstance(value, bool) else str(value)


def plain(value: Any) -> Any:
    """A value of the contract as text, number or None: lists joined, yes and no in Dutch."""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, tuple):
        return BETWEEN.join(str(member) for member in value)
    return value
