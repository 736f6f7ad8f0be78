"""Which files a run is about."""

from __future__ import annotations

from pathlib import Path

import pytest
from made_up import put

from kamerstukken.errors import BadInput
from kamerstukken.run import find_letters


def names(*paths: Path) -> list[str]:
    return [file.name for file in find_letters(paths).files]


def test_a_folder_gives_its_pdfs_at_any_depth_by_name(tmp_path: Path) -> None:
    put(tmp_path / "z", b="x")
    put(tmp_path, c="x", a="x")
    (tmp_path / "notes.txt").write_text("x")
    (tmp_path / "HOOFD.PDF").write_text("x")
    (tmp_path / "._a.pdf").write_text("resource fork of macOS")
    assert names(tmp_path) == ["HOOFD.PDF", "a.pdf", "c.pdf", "z/b.pdf"]


def test_a_file_is_taken_whatever_its_name(tmp_path: Path) -> None:
    (tmp_path / "brief").write_text("x")
    assert names(tmp_path / "brief") == ["brief"]


def test_a_file_named_twice_is_one_file(tmp_path: Path) -> None:
    put(tmp_path / "in", a="x")
    assert names(tmp_path / "in", tmp_path / "in" / "a.pdf", tmp_path / "in" / ".." / "in" / "a.pdf") == ["a.pdf"]  # fmt: skip


def test_nothing_to_read_is_explained(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="holds no PDF"):
        find_letters([tmp_path])
    with pytest.raises(BadInput, match=r"nergens\.pdf: no such file or folder"):
        find_letters([tmp_path / "nergens.pdf"])


def test_a_folder_that_cannot_be_opened_is_not_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import os

    put(tmp_path / "in", a="x")
    closed = tmp_path / "in" / "dicht"
    closed.mkdir()
    scandir = os.scandir

    def guarded(path: str) -> object:
        if Path(path) == closed:
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", guarded)
    assert names(tmp_path / "in") == ["a.pdf", "dicht"]
