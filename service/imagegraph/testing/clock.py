"""A clock that moves only when it is told to, or when somebody sleeps."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta


class SteppingClock:
    """Gives `monotonic`, `now` and `sleep`; sleeping moves it on at once.

    Args:
        start: the date and time at its beginning, UTC.
    """

    def __init__(self, start: datetime = datetime(2026, 3, 1, 12, tzinfo=UTC)) -> None:
        self._start = start
        self._lock = threading.Lock()
        self._passed = 0.0
        self.slept: list[float] = []

    def monotonic(self) -> float:
        """Seconds since the beginning."""
        return self._passed

    def now(self) -> datetime:
        """The date and time."""
        return self._start + timedelta(seconds=self._passed)

    def sleep(self, seconds: float) -> None:
        """Move on, and remember for how long."""
        with self._lock:
            self.slept.append(seconds)
            self._passed += seconds

    def advance(self, **time: float) -> None:
        """Move on by `days=`, `hours=`, `seconds=` …"""
        with self._lock:
            self._passed += timedelta(**time).total_seconds()
