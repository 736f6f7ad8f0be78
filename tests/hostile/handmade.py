"""Small PDFs written by hand, object by object, each with one trap in it. Texts are invented."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping

SENTENCES = (
    "Geachte voorzitter,",
    "Ik zal de Kamer voor 1 juli 2031 informeren over de veren (Kamerstukken II 2029/30, 98 765, nr. 12).",
    "Met de motie van het lid Ganzeveer wordt de regering verzocht de ponten te verven.",
    "De minister van Waterwegen, A. de Zwaan",
)
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"


def pdf(objects: Mapping[int, bytes], *, root: int = 1, extra: bytes = b"") -> bytes:
    """A file of numbered objects with a right cross-reference table; `extra` goes into the trailer."""
    out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places = {}
    for number, body in sorted(objects.items()):
        places[number] = len(out)
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    start, size = len(out), max(objects) + 1
    out += b"xref\n0 %d\n" % size
    out += b"0000000000 65535 f \n"
    for number in range(1, size):
        out += b"%010d 00000 %c \n" % (places.get(number, 0), b"n" if number in places else b"f")
    return bytes(
        out
        + b"trailer\n<< /Size %d /Root %d 0 R %b >>\nstartxref\n%d\n%%%%EOF\n" % (size, root, extra, start)
    )


def stream(data: bytes, entries: bytes = b"") -> bytes:
    return b"<< /Length %d %b >>\nstream\n%b\nendstream" % (len(data), entries, data)


def packed(data: bytes, entries: bytes = b"") -> bytes:
    return stream(zlib.compress(data, 9), b"/Filter /FlateDecode " + entries)


def text(*lines: str, size: float = 10) -> bytes:
    shown = b" ".join(b"(%b) Tj T*" % _escaped(line) for line in lines)
    return b"BT /F1 %g Tf 14 TL 60 780 Td %b ET" % (size, shown)


def _escaped(line: str) -> bytes:
    return line.encode("latin-1").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def letter(
    content: bytes = text(*SENTENCES), *, page: bytes = b"", catalog: bytes = b"", **more: bytes
) -> bytes:
    """One page in Helvetica. `page` and `catalog` are further entries; `more` are further objects, o7=... and so on."""
    return pdf({
        1: b"<< /Type /Catalog /Pages 2 0 R %b >>" % catalog,
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> /XObject << /X 6 0 R >> >> %b >>"
        % (page or b"/MediaBox [0 0 595 842]"),
        4: stream(content),
        5: FONT,
        **{int(name[1:]): body for name, body in more.items()},
    })  # fmt: skip


def tree(kids: Callable[[int], bytes], depth: int) -> bytes:
    """A page tree of `depth` levels; `kids(level)` are the entries of the node at a level."""
    return pdf({1: b"<< /Type /Catalog /Pages 2 0 R >>"} | {2 + level: kids(level) for level in range(depth)})


def pages(count: int) -> bytes:
    kids = b" ".join(b"%d 0 R" % n for n in range(10, 10 + count))
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>"
    return pdf({
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [%b] /Count %d >>" % (kids, count),
        4: stream(text("Een bladzijde.")), 5: FONT,
    } | dict.fromkeys(range(10, 10 + count), page))  # fmt: skip


def _form(content: bytes) -> bytes:
    entries = b"/Type /XObject /Subtype /Form /BBox [0 0 600 850] /Resources << /XObject << /X 6 0 R >> /Font << /F1 5 0 R >> >>"
    return stream(content, entries)


def _image(width: int, height: int) -> bytes:
    entries = (
        b"/Type /XObject /Subtype /Image /Width %d /Height %d /BitsPerComponent 8 /ColorSpace /DeviceRGB "
        % (width, height)
    )
    return packed(b"\xff" * 3000, entries)


BOXES = {
    "huge": b"[0 0 1e9 1e9]", "negative": b"[595 842 0 0]", "empty": b"[0 0 0 0]", "no numbers": b"[/a (b) null true]",
    "far away": b"[-2147483648 -2147483648 2147483647 2147483647]", "short": b"[0 0]",
}  # fmt: skip

TRAPS: dict[str, Callable[[], bytes]] = {
    "plain": letter,
    **{f"page size, {name}": lambda box=box: letter(page=b"/MediaBox %b" % box) for name, box in BOXES.items()},  # type: ignore[misc]
    "turned askew": lambda: letter(page=b"/MediaBox [0 0 595 842] /Rotate 33 /UserUnit 1e6"),
    "page count of two thousand million": lambda: letter().replace(b"/Count 1", b"/Count 2147483647"),
    "page count below zero": lambda: letter().replace(b"/Count 1", b"/Count -7"),
    "five hundred pages": lambda: pages(500),
    "page tree that is its own child": lambda: letter().replace(b"/Kids [3 0 R]", b"/Kids [2 0 R]"),
    "page tree of a thousand levels": lambda: tree(lambda n: b"<< /Type /Pages /Kids [%d 0 R] /Count 1 >>" % (n + 3), 1000),
    "page tree that doubles at each level": lambda: tree(
        lambda n: b"<< /Type /Pages /Kids [%d 0 R %d 0 R] /Count %d >>" % (n + 3, n + 3, 2 ** (60 - n)), 60
    ),
    "page tree that doubles at each level, its pages not counted": lambda: tree(
        lambda n: b"<< /Type /Pages /Kids [%d 0 R %d 0 R] >>" % (n + 3, n + 3), 60
    ),
    "lists in lists, 50,000 deep": lambda: letter(catalog=b"/X " + b"[" * 50_000 + b"]" * 50_000),
    "tables in tables, 20,000 deep": lambda: letter(catalog=b"/X " + b"<< /A " * 20_000 + b">>" * 20_000),
    "brackets in text, 100,000 deep": lambda: letter(b"BT /F1 9 Tf " + b"(" * 100_000 + b")" * 100_000 + b" Tj ET"),
    "saved states, 200,000 deep": lambda: letter(b"q " * 200_000 + text(*SENTENCES)),
    "form that draws itself": lambda: letter(b"/X Do " + text(*SENTENCES), o6=_form(b"/X Do /X Do")),
    "object that is a reference to itself": lambda: letter().replace(FONT, b"5 0 R"),
    "length that refers to its own stream": lambda: letter().replace(b"/Length ", b"/Length 4 0 R /L "),
    "older table that is this one": lambda: pdf({1: b"<< /Type /Catalog >>"}, extra=b"/Prev 9"),
    "stream that unpacks to 100 MB": lambda: letter().replace(
        stream(text(*SENTENCES)), packed(b" " * 100_000_000)
    ),
    "stream packed ten times": lambda: letter(o6=stream(b"x", b"/Filter [" + b"/FlateDecode " * 1000 + b"]")),
    "picture of a million by a million": lambda: letter(b"/X Do " + text(*SENTENCES), o6=_image(10**6, 10**6)),
    "picture without size": lambda: letter(b"q 500 0 0 500 0 0 cm /X Do Q " + text(*SENTENCES), o6=_image(0, -1)),
    "type of ten thousand points": lambda: letter(text(*SENTENCES, size=10_000)),
    "type of no size": lambda: letter(text(*SENTENCES, size=0)),
    "type below zero": lambda: letter(text(*SENTENCES, size=-9)),
    "numbers that no computer holds": lambda: letter(text(*SENTENCES, size=9).replace(b"14 TL", b"1" * 400 + b" TL")),
    "20,000 words in one place": lambda: letter(b"BT /F1 9 Tf 60 700 Td " + b"(woord) Tj 1 0 0 1 60 700 Tm " * 20_000 + b"ET"),
    "40,000 lines drawn": lambda: letter(b"".join(b"%d %d m 500 %d l S " % (n % 500, n % 800, n % 800) for n in range(40_000))),
    "a net of 200 by 200 lines": lambda: letter(
        b"".join(b"10 %d m 590 %d l S %d 10 m %d 830 l S " % (4 * n, 4 * n, 3 * n, 3 * n) for n in range(200)) + text(*SENTENCES)
    ),
    "one word of 300,000 letters": lambda: letter(b"BT /F1 9 Tf 60 700 Td (" + b"a" * 300_000 + b") Tj ET"),
    "300,000 brackets and digits": lambda: letter(text(*["(12) " * 60] * 1000)),
    "font without a name or widths": lambda: letter().replace(FONT, b"<< /Type /Font /Subtype /TrueType /Widths [] /FirstChar 300 >>"),
    "font that is a picture": lambda: letter(o6=_image(9, 9)).replace(b"/F1 5 0 R", b"/F1 6 0 R"),
    "embedded file": lambda: letter(
        catalog=b"/Names << /EmbeddedFiles << /Names [(../../evil.sh) 7 0 R] >> >>",
        o7=b"<< /Type /Filespec /F (../../evil.sh) /UF (../../evil.sh) /EF << /F 8 0 R >> >>",
        o8=stream(b"#!/bin/sh\ntouch evil", b"/Type /EmbeddedFile"),
    ),
    "JavaScript": lambda: letter(catalog=b"/OpenAction << /S /JavaScript /JS (while (true) app.alert\\(1\\);) >>"),
    "program to launch": lambda: letter(catalog=b"/OpenAction << /S /Launch /F (/bin/sh) /Win << /F (cmd.exe) >> >>"),
    "form of XFA": lambda: letter(catalog=b"/AcroForm << /XFA 7 0 R /Fields [] >>", o7=stream(b"<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>")),
    "locked by a password that it does not say": lambda: pdf({1: b"<< /Type /Catalog >>"}, extra=b"/Encrypt << /Filter /Standard /V 99 /R 99 /O () /U () /P -1 >>"),
    "no pages": lambda: pdf({1: b"<< /Type /Catalog >>"}),
    "no root": lambda: pdf({1: b"null"}, root=9),
    "header alone": lambda: b"%PDF-1.7\n",
    "ten megabytes of nothing": lambda: b"%PDF-1.7\n" + b"\x00" * 10_000_000,
    "ten megabytes of openings": lambda: b"%PDF-1.7\n" + b"1 0 obj << " * 900_000,
}  # fmt: skip
"""Name of each trap to the file that holds it."""
