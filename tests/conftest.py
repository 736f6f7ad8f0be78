"""What all tests share."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands work in this process unless a test says otherwise, so that what it puts in place is seen."""
    monkeypatch.setenv("KAMERSTUKKEN_ENGINE", "serial")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with real letters and labels; the test is skipped where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("no ../shared here: this test reads real letters that are not part of the project")
    return SHARED
