"""Time: a clock that tests can replace, the pause between requests to one host, and the waits between attempts."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from tenacity import RetryCallState, Retrying, retry_if_exception_type, stop_after_attempt
from tenacity.wait import wait_random_exponential

from kamerstukken.sources.http.faults import Passing
from kamerstukken.sources.services import Manners


@dataclass(frozen=True, slots=True)
class Clock:
    """Seconds that pass, and a way to let them pass."""

    now: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep


@dataclass(slots=True)
class Pace:
    """At most one request a `pause` to each host."""

    pause: float
    clock: Clock
    _last: dict[str, float] = field(default_factory=dict)

    def keep(self, host: str) -> None:
        """Wait until this host may be asked again."""
        last = self._last.get(host)
        if last is not None and (left := last + self.pause - self.clock.now()) > 0:
            self.clock.sleep(left)
        self._last[host] = self.clock.now()


def attempts(manners: Manners, clock: Clock) -> Retrying:
    """Several attempts at what raises Passing: exponential back-off with full jitter, or as the service asks."""
    backoff = wait_random_exponential(multiplier=manners.first_wait, max=manners.longest_wait)

    def wait(state: RetryCallState) -> float:
        error = state.outcome.exception() if state.outcome else None
        asked = error.wait if isinstance(error, Passing) else None
        return backoff(state) if asked is None else min(asked, manners.longest_wait)

    return Retrying(
        stop=stop_after_attempt(manners.attempts),
        wait=wait,
        retry=retry_if_exception_type(Passing),
        sleep=clock.sleep,
        reraise=True,
    )
