"""A loopback server with the invented world, and a client that asks it without losing time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from loopback import Loopback, Sleeper, services_at, serving
from world import World, letter

from kamerstukken.sources.http import Client


@pytest.fixture
def world() -> World:
    return World({"Document": [letter(n) for n in range(1, 6)]})


@pytest.fixture
def loopback(world: World) -> Iterator[Loopback]:
    with serving(world.answer) as server:
        yield server


@pytest.fixture
def sleeper() -> Sleeper:
    return Sleeper()


@pytest.fixture
def client(loopback: Loopback, sleeper: Sleeper, tmp_path: Path) -> Iterator[Client]:
    with Client(
        services_at(loopback.base), cache=tmp_path / "cache" / "http.sqlite", clock=sleeper.clock
    ) as asks:
        yield asks
