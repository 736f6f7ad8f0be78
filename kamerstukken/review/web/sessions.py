"""Who may look: sessions by token or password, all in memory. A server that is started again asks anew."""

from __future__ import annotations

import hmac
import secrets
import threading
import time
from collections import OrderedDict, deque
from dataclasses import dataclass

MOST = 1_000
"""Sessions kept; the oldest go first."""

MOST_FAILURES, WITHIN = 10, 300.0
"""Wrong passwords in so many seconds, from anyone, before none is looked at."""

LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Session:
    """A reviewer's visit: `csrf` must come back with everything that changes something."""

    id: str
    reviewer: str
    csrf: str


class Sessions:
    """Opens sessions for who has the token or the password."""

    def __init__(self, reviewer: str, *, token: str = "", password: str = "") -> None:
        self._reviewer = reviewer
        self._token = token
        self._password = password
        self._lock = threading.Lock()
        self._open: OrderedDict[str, Session] = OrderedDict()
        self._failures: deque[float] = deque(maxlen=MOST_FAILURES)

    @property
    def by_password(self) -> bool:
        """Whether people log in with a name and the password."""
        return bool(self._password)

    def find(self, id_: str) -> Session | None:
        """The open session with this id."""
        with self._lock:
            return self._open.get(id_)

    def by_token(self, token: str) -> Session | None:
        """A new session for who has the token of the address that the command printed."""
        return self._new(self._reviewer) if self._token and _same(token, self._token) else None

    def log_in(self, name: str, password: str) -> Session | None:
        """A new session for who knows the password; None also after too many wrong ones."""
        name = " ".join(name.split())[:LONGEST_NAME]
        with self._lock:
            if len(self._failures) == MOST_FAILURES and time.monotonic() - self._failures[0] < WITHIN:
                return None
            right = self.by_password and _same(password, self._password)
            if not right:
                self._failures.append(time.monotonic())
        return self._new(name) if right and name else None

    def close(self, session: Session) -> None:
        """Log out."""
        with self._lock:
            self._open.pop(session.id, None)

    def _new(self, reviewer: str) -> Session:
        session = Session(secrets.token_urlsafe(32), reviewer, secrets.token_urlsafe(32))
        with self._lock:
            self._open[session.id] = session
            while len(self._open) > MOST:
                self._open.popitem(last=False)
        return session


def _same(one: str, other: str) -> bool:
    return hmac.compare_digest(
        one.encode("utf-8", "surrogateescape"), other.encode("utf-8", "surrogateescape")
    )
