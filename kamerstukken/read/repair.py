"""Stage read. A damaged or cut-off PDF made readable again: what is left of its objects under a new table of contents."""

from __future__ import annotations

import io
import logging

log = logging.getLogger(__name__)


def repaired(data: bytes) -> bytes | None:
    """The same PDF with its objects found anew (by qpdf); None where it is locked or no page is left."""
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(data), suppress_warnings=True) as pdf:
            if len(pdf.pages) == 0:
                return None
            whole = io.BytesIO()
            pdf.save(whole)
    except (pikepdf.PdfError, pikepdf.PasswordError, ValueError, RuntimeError, OverflowError) as error:
        log.info("beyond repair (%s)", error)
        return None
    return whole.getvalue()
