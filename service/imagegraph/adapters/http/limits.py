"""What protects a service from us, and us from a service that does not answer.

Own code: the limiters on the package index either hold no deadline (they sleep as long as it takes) or bring
storage for several machines; what is needed is twenty lines each.
"""

from __future__ import annotations

import threading

from imagegraph.adapters.http.clock import Clock, Deadline


class RateLimit:
    """Lets so many requests per second through, evenly spaced, for all threads together.

    Args:
        rate: requests per second.
    """

    def __init__(self, rate: float, *, clock: Clock) -> None:
        self._spacing = 1.0 / rate
        self._clock = clock
        self._lock = threading.Lock()
        self._next = clock.monotonic()

    def wait(self, deadline: Deadline) -> bool:
        """Wait for one's turn; False at once, without taking a turn, when it comes too late."""
        with self._lock:
            now = self._clock.monotonic()
            turn = max(self._next, now)
            if turn - now > deadline.remaining:
                return False
            self._next = turn + self._spacing
        if turn > now:
            self._clock.sleep(turn - now)
        return True


class Quota:
    """Lets so many requests through in any 24 hours, counted in hours.

    Args:
        daily: requests in 24 hours; None for as many as one likes.
    """

    def __init__(self, daily: int | None, *, clock: Clock) -> None:
        self._daily = daily
        self._clock = clock
        self._lock = threading.Lock()
        self._hours: dict[int, int] = {}

    def take(self) -> bool:
        """Whether one more request is within the quota; if so it is counted."""
        if self._daily is None:
            return True
        with self._lock:
            hour = int(self._clock.monotonic() // 3_600)
            self._hours = {past: count for past, count in self._hours.items() if past > hour - 25}
            if sum(self._hours.values()) >= self._daily:
                return False
            self._hours[hour] = self._hours.get(hour, 0) + 1
            return True


class Breaker:
    """Stops asking a service that has failed several times in a row, then tries it with one request.

    Args:
        failures: so many in a row open it.
        seconds: it stays open for so long; then one request is let through (half open).
    """

    def __init__(self, *, clock: Clock, failures: int = 5, seconds: float = 60.0) -> None:
        self._clock = clock
        self._limit = failures
        self._seconds = seconds
        self._lock = threading.Lock()
        self._failures = 0
        self._open_until: float | None = None
        self._trying = False

    def enter(self) -> float:
        """Ask to be let through: 0 when one may send, else the seconds until it is worth asking again.

        Whoever is let through says `succeeded`, `failed` or `left` afterwards.
        """
        with self._lock:
            if self._open_until is None:
                return 0.0
            wait = self._open_until - self._clock.monotonic()
            if wait > 0 or self._trying:
                return max(wait, 1.0)
            self._trying = True
            return 0.0

    def succeeded(self) -> None:
        """It answered."""
        with self._lock:
            self._failures, self._open_until, self._trying = 0, None, False

    def failed(self, *, pause: float | None = None) -> bool:
        """It did not answer.

        Args:
            pause: it said that it does not want to be asked for so many seconds.

        Returns:
            Whether it is not asked for a while now.
        """
        with self._lock:
            self._failures += 1
            broken = self._trying or self._failures >= self._limit
            self._trying = False
            if not broken and pause is None:
                return False
            seconds = max(pause or 0.0, self._seconds if broken else 0.0)
            self._open_until = self._clock.monotonic() + seconds
            return True

    def left(self) -> None:
        """Nothing was sent after all."""
        with self._lock:
            self._trying = False
