"""Stage read. Pieces to words: split kerning and stray characters mended, markers in superscript told apart."""

from __future__ import annotations

from collections.abc import Iterable

from kamerstukken.model import Box, Word
from kamerstukken.read.characters import GUESSED, NONE, SET, Piece
from kamerstukken.read.geometry import Frame

ASCENT, DESCENT = 0.80, 0.22
"""A word's box reaches this far above and below its baseline, in type sizes, whatever its font says of itself."""

NARROWEST = {NONE: 0.22, GUESSED: 0.19, SET: 0.06}
"""A gap narrower than this (in type sizes) parts no words, by what the text layer says of it. Kerned type gives
gaps of 0.14 that pdfium takes for blanks ('Den H aag'); a blank in the file can be squeezed by justification."""

SAME_BASELINE = 0.08
RAISED = (0.12, 0.75)
"""How far a superscript's baseline lies above its neighbour's, in the neighbour's type size."""
SMALLER = 0.85

DROPPED = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\ufffc\x00"))
LIGATURES = {
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "st",
    0xFB06: "st",
}
SYMBOLS = {
    0xF0B7: "•",
    0xF0A7: "▪",
    0xF02D: "-",
    0xF0E0: "→",
    0xF0D8: "➢",
    0xF0FC: "✓",
    0xF06F: "o",
    0xF076: "❖",
    0xF0A8: "▪",
    0xF06E: "▪",
}
"""Private-use codes of the Symbol and Wingdings fonts that stand for bullets and arrows."""
MENDED = {**DROPPED, **LIGATURES, **SYMBOLS}

RAISED_DIGITS = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹")


def words_of(pieces: Iterable[Piece], frame: Frame) -> tuple[Word, ...]:
    """The words of a page in the order of its text layer; what lies off the page or runs sideways is left out."""
    runs: list[list[Piece]] = []
    for piece in pieces:
        text = piece.text.translate(MENDED)
        if not text or not piece.style.upright or not _on_page(piece, frame):
            continue
        if text != piece.text:
            piece = piece._replace(text=text)
        if runs and _continues(runs[-1][-1], piece):
            runs[-1].append(piece)
        else:
            runs.append([piece])
    return _marked(
        _unique([_word(run, runs[at - 1][-1] if at else None, frame) for at, run in enumerate(runs)])
    )


def _on_page(piece: Piece, frame: Frame) -> bool:
    return piece.x1 > 0 and piece.x0 < frame.width and 0 < piece.baseline < frame.height + piece.style.size


def _gap(left: Piece, right: Piece) -> float:
    """Blank between two pieces, in type sizes."""
    return (right.x0 - left.x1) / max(1.0, min(left.style.size, right.style.size))


def _level(left: Piece, right: Piece) -> bool:
    size = max(left.style.size, right.style.size, 1.0)
    return abs(left.baseline - right.baseline) <= SAME_BASELINE * size


def _same_style(left: Piece, right: Piece) -> bool:
    one, other = left.style, right.style
    near = abs(one.size - other.size) <= 0.1 * max(one.size, other.size)
    return near and one.bold == other.bold and one.italic == other.italic


def _continues(left: Piece, right: Piece) -> bool:
    """True where both are one word: same style, same baseline, no blank to be seen between them."""
    if not (_level(left, right) and _same_style(left, right)):
        return False
    if right.blank == SET and not (left.text[-1].isalnum() and right.text[0].isalnum()):
        return False
    return -0.4 < _gap(left, right) < NARROWEST[right.blank]


def _glued(left: Piece, right: Piece) -> bool:
    size = max(left.style.size, right.style.size, 1.0)
    if abs(left.baseline - right.baseline) > 0.6 * size:
        return False
    return -0.5 < _gap(left, right) < NARROWEST[right.blank]


def _word(run: list[Piece], before: Piece | None, frame: Frame) -> Word:
    first = run[0]
    style = first.style
    size = style.size or 1.0
    box = Box(
        frame.page,
        max(0.0, first.x0 if len(run) == 1 else min(piece.x0 for piece in run)),
        max(0.0, first.baseline - ASCENT * size),
        min(frame.width, first.x1 if len(run) == 1 else max(piece.x1 for piece in run)),
        min(frame.height, first.baseline + DESCENT * size),
    )
    text = first.text if len(run) == 1 else "".join(piece.text for piece in run)
    glued = before is not None and _glued(before, first)
    raised = text[0] in RAISED_DIGITS and all(char in RAISED_DIGITS for char in text)
    return Word(text, box, size, style.font, style.bold, style.italic, raised, glued)


def _unique(words: list[Word]) -> list[Word]:
    """Without words that are drawn twice in one place (shadows, bold made by printing twice)."""
    seen: set[tuple[str, int, int]] = set()
    kept = []
    for word in words:
        key = (word.text, round(word.box.x0), round(word.box.top))
        if key not in seen:
            seen.add(key)
            kept.append(word)
    return kept


def _marked(words: list[Word]) -> tuple[Word, ...]:
    marked = []
    for at, word in enumerate(words):
        near = (words[at - 1] if at else None, words[at + 1] if at + 1 < len(words) else None)
        if not word.superscript and any(other is not None and _is_raised(word, other) for other in near):
            word = Word(word.text, word.box, word.size, word.font, word.bold, word.italic, True, word.glued)
        marked.append(word)
    return tuple(marked)


def _is_raised(word: Word, beside: Word) -> bool:
    """True where a word is smaller than its neighbour and stands above its baseline."""
    if word.size > SMALLER * beside.size or len(word.text) > 6:
        return False
    apart = max(word.box.x0 - beside.box.x1, beside.box.x0 - word.box.x1)
    lift = (_baseline(beside) - _baseline(word)) / beside.size
    return apart < 3 * beside.size and RAISED[0] < lift < RAISED[1]


def _baseline(word: Word) -> float:
    return word.box.bottom - DESCENT * word.size
