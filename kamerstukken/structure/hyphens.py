"""Stage structure. How two lines are joined: a hyphen at a line's end dropped, kept, or kept with its blank; URLs whole."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

SOFT = "\u00ad"
HYPHENS = ("-", "\u2010", SOFT)

# 'in- en uitvoer', 'OCW- en VWS-', 'voor- of nadelen', 'onderwijs- resp. zorgkosten'
SUSPENDED = re.compile(
    r"(?:en|of|en/of|noch|als|dan|tot|versus|resp\.?|respectievelijk|maar|plus|c\.q\.)$", re.IGNORECASE
)
# prefixes that take a hyphen: 'niet-westers', 'oud-minister', 'sociaal-economisch'
TAKES_HYPHEN = re.compile(
    r"(?:niet|non|ex|oud|vice|privé|co|pro|semi|quasi|pseudo|sociaal|Noord|Zuid|Oost|West|midden|adjunct|kandidaat"
    r"|minister|secretaris|inspecteur|directeur|aspirant|bijna|pre|post|niet-\w+)$",
    re.IGNORECASE,
)
# 'https://www.rijks', 'www.cbs.nl/nl-nl/', 'open.overheid.nl/documenten'
URL = re.compile(r"(?:https?://|www\.)\S*$|\b[\w-]+\.(?:nl|org|com|eu|net|int|gov)/\S*$", re.IGNORECASE)
# a next line that carries a URL on: '-en-publicaties/kamer', 'documenten/2023'; not 'en', 'De'
URL_GOES_ON = re.compile(r"^[\w%~+&=#?/.,_-]*[/._%=&?#\d-][\w%~+&=#?/.,_-]*$|^[a-z0-9]{12,}$")
URL_OPEN_END = ("/", "-", "_", "=", "&", "?", "%", "#", "+", "~")

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
COUPLED = (
    "baten-lasten",
    "kosten-baten",
    "woon-werk",
    "leer-werk",
    "ouder-kind",
    "moeder-kind",
    "plan-do",
    "publiek-private",
)
"""Two nouns side by side, joined by a hyphen that stays ('baten-lastenstelsel')."""
CLASHING = frozenset(
    ("aa", "ae", "ai", "au", "ee", "ei", "eu", "ie", "ii", "oe", "oi", "oo", "ou", "ui", "uu")
)
"""Vowels that a hyphen parts in a compound ('zee-eend'); no syllable ever breaks between them."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of a letter that stand whole on a line."""

    words: frozenset[str]


def vocabulary_of(lines: Sequence[str]) -> Vocabulary:
    """Learn from all lines of a letter how its words are written."""
    words: set[str] = set()
    for line in lines:
        found = [word.lower() for word in WORD.findall(line)]
        words.update(found[:-1] if line.endswith(HYPHENS) else found)
    return Vocabulary(frozenset(words))


def join(left: str, right: str, known: Vocabulary) -> tuple[str, str]:
    """What becomes of the end of `left` before `right` follows it: the characters to cut off, and the glue to put.

    `left` is the text so far (its last word counts), `right` the next line's text.
    """
    first = right.split(maxsplit=1)[0] if right.strip() else ""
    last = left.rsplit(maxsplit=1)[-1] if left.strip() and not left[-1].isspace() else ""
    if not first or not last:
        return "", ""
    if URL.search(last) and _url_goes_on(last, first):
        return (SOFT, "") if last.endswith(SOFT) else ("", "")
    if last.endswith(SOFT):
        return SOFT, ""
    if last.endswith(HYPHENS) and len(last) > 1:
        return _after_hyphen(last, first, known)
    if last.endswith("/") and len(last) > 1 and first[0].isalnum():
        return "", ""
    return "", " "


def _url_goes_on(last: str, first: str) -> bool:
    if last.endswith((")", ",", ";", ">")) or (last.endswith(".") and not first[0].islower()):
        return False
    return last.endswith(URL_OPEN_END) or bool(URL_GOES_ON.match(first))


def _after_hyphen(last: str, first: str, known: Vocabulary) -> tuple[str, str]:
    hyphen = last[-1]
    bare = first.strip("()[]\"'“”‘’,.;:!?")
    if SUSPENDED.match(bare):
        return "", " "
    head, tail = _letters_at_end(last[:-1]), _letters_at_start(first)
    if not head:
        return ("", "") if last[:-1].strip("([“‘'\"") and first[0].isalnum() else ("", " ")
    if not tail or not tail[0].islower() or not _is_syllable(head):
        return "", ""
    return ("", "") if _is_kept(head, tail, known) else (hyphen, "")


def _is_kept(head: str, tail: str, known: Vocabulary) -> bool:
    """True where the hyphen belongs to the word."""
    whole, parted = (head + tail).lower(), f"{head}-{tail}".lower()
    if parted in known.words or parted.startswith(COUPLED):
        return True
    if whole in known.words:
        return False
    return (head[-1] + tail[0]).lower() in CLASHING or bool(TAKES_HYPHEN.match(head))


def _is_syllable(head: str) -> bool:
    """True where automatic hyphenation can leave this behind: it has a vowel and is no abbreviation ('EU', 'e')."""
    lower_case = head[1:].islower() and len(head) > 1
    return lower_case and any(char in "aeiouyàáâäèéêëìíîïòóôöùúûü" for char in head.lower())


def _letters_at_end(text: str) -> str:
    found = re.search(r"[^\W\d_]+(?:-[^\W\d_]+)*$", text)
    return found[0] if found else ""


def _letters_at_start(text: str) -> str:
    found = re.match(r"[^\W\d_]+(?:-[^\W\d_]+)*", text)
    return found[0] if found else ""
