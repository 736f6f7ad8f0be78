"""Letters that try to break out of a report, with a PDF each."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

from made_up import toy
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from kamerstukken.model import Analysis, Box, Failure, Quote
from kamerstukken.register import Register, SourceFile

BREAKOUT = "</script><script>document.title='OVERGENOMEN'</script>"
IMAGE = "<img src=x onerror=\"document.title='OVERGENOMEN'\">"
TEXTS = (
    f"# Veren {IMAGE}\nIk zal {BREAKOUT} over kst-98765-3 berichten.\nDe pont zal varen.\n^1 Zie kst-98765-4.",
    "# Bruggen <!-- \nDe brug zal \u2028 opengaan ]]> &lt;b&gt; 'quote\" \\u003c over kst-98765-3.",
)


def pdf(*lines: str) -> bytes:
    """One page with some lines."""
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4, invariant=1)
    for n, line in enumerate(lines):
        canvas.drawString(80, 742 - 20 * n, line)
    canvas.save()
    return stream.getvalue()


def placed(analysis: Analysis) -> Analysis:
    """Each quote on a line of its own on page 1, as `pdf` sets them."""
    acts = tuple(
        replace(
            act, quote=Quote(act.quote.span, act.quote.text, (Box(1, 80, 90 + 20 * n, 300, 102 + 20 * n),))
        )
        for n, act in enumerate(analysis.commitments)
    )
    return replace(analysis, commitments=acts)


def register_in(folder: Path, *, copies: int = 1, texts: tuple[str, ...] = TEXTS) -> Path:
    """A register with the texts, so many times over, and a file that could not be read."""
    path = folder / "register.sqlite"
    with Register.writable(path) as register:
        for n in range(copies):
            for k, text in enumerate(texts):
                name = f"{n:04}-{k}.pdf"
                if n == 0:
                    (folder / name).write_bytes(pdf("Ik zal berichten.", "De pont zal varen."))
                register.record(
                    SourceFile(name, name), placed(toy(f"{text}\nBrief {n}.", name)), made_by="v1"
                )
        failure = Failure(f"{IMAGE}.pdf", "", "open", BREAKOUT)
        register.record(SourceFile("weg", f"{IMAGE}.pdf"), failure, made_by="v1")
    return path
