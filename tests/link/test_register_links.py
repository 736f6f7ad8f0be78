"""Links over the labelled sample letters: what is proposed, and that order does not matter."""

from __future__ import annotations

from pathlib import Path

import pytest
from labelled import fill, letters

from kamerstukken.register import Register


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Register:
    return fill(tmp_path_factory.mktemp("link") / "register.sqlite", letters())


def test_the_order_of_letters_does_not_matter(register: Register, tmp_path: Path) -> None:
    other = fill(tmp_path / "register.sqlite", letters()[::-1])
    assert list(other.links.all()) == list(register.links.all())
    assert register.links.stale() == 0
