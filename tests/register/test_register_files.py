"""A file's name for people, and the way back to it, for every name that a file system allows."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamerstukken.register import path_of, shown, uri_of

NAMES = st.binary(min_size=1, max_size=60).filter(
    lambda name: b"\0" not in name and b"/" not in name and name not in (b".", b"..")
)


@pytest.mark.skipif(sys.platform == "win32", reason="file names are text there")
@given(NAMES)
def test_every_name_comes_back(name: bytes) -> None:
    path = Path("/letters") / os.fsdecode(name)
    uri = uri_of(path, Path("/outputs/run"))
    assert uri.isascii()
    assert path_of(uri, Path("/outputs/run")) == path
    shown(path.name).encode("utf-8")


def test_letters_and_register_can_move_together(tmp_path: Path) -> None:
    uri = uri_of(tmp_path / "a" / "brieven" / "één #1.pdf", tmp_path / "a" / "uit")
    assert uri == "../brieven/%C3%A9%C3%A9n%20%231.pdf"
    assert path_of(uri, tmp_path / "b" / "uit") == tmp_path / "b" / "brieven" / "één #1.pdf"


def test_a_file_on_another_drive_has_an_absolute_address(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_way(*_: object) -> str:
        raise ValueError("path is on mount 'D:', start on mount 'C:'")

    monkeypatch.setattr(os.path, "relpath", no_way)
    assert uri_of(Path("/x/a b.pdf"), Path("/y")) == "file:///x/a%20b.pdf"
