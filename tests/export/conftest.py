"""A register with hostile text, for all formats."""

from __future__ import annotations

from pathlib import Path

import pytest
from made_up import toy

from kamerstukken.model import Failure
from kamerstukken.register import Register, SourceFile

EVIL = '=HYPERLINK("http://x";"zal hier zal klikken")'
TEXT = f"# Veren\nIk zal u voor de zomer over kst-98765-3 berichten.\n^1 Noot.\n{EVIL} zal \x07 _x0041_ 📄\n+1 zal"


@pytest.fixture
def register(tmp_path: Path) -> Register:
    register = Register.writable(tmp_path / "register.sqlite")
    for name, text in (("b.pdf", TEXT), ("=a'\n.pdf", "zal kst-98765-4\tzal")):
        register.record(SourceFile(f"in/{len(name)}", name), toy(text, name), made_by="v1")
    register.record(SourceFile("in/c", "c.pdf"), Failure("c.pdf", "", "open", "=weg"), made_by="v1")
    return register
